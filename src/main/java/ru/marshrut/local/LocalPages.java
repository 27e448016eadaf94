package ru.marshrut.local;

import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.web.SecurityFilterChain;
import org.thymeleaf.spring6.templateresolver.SpringResourceTemplateResolver;
import org.thymeleaf.templatemode.TemplateMode;

/**
 * The frame of the pages below {@code /local}: open without sign-in to whoever sits at this computer, since they tell a new
 * user how to sign in. They answer only under the computer's own names, so that no page of the internet can read them
 * through a name of its own.
 */
@Configuration
@Profile("local")
class LocalPages {

    private static final Set<String> OWN_NAMES = Set.of("localhost", "127.0.0.1", "[::1]");

    @Bean
    @Order(Ordered.HIGHEST_PRECEDENCE + 10)
    SecurityFilterChain localPagesSecurity(HttpSecurity http) throws Exception {
        return http.securityMatcher("/local/**")
            .authorizeHttpRequests(requests -> requests.anyRequest().access((visitor, context) ->
                new AuthorizationDecision(OWN_NAMES.contains(context.getRequest().getServerName()))))
            .headers(headers -> headers
                .frameOptions(HeadersConfigurer.FrameOptionsConfig::sameOrigin)
                .contentSecurityPolicy(policy ->
                    policy.policyDirectives("default-src 'self'; form-action 'self'; frame-ancestors 'self'; base-uri 'none'")))
            .build();
    }

    @Bean
    SpringResourceTemplateResolver localTemplates() {
        SpringResourceTemplateResolver templates = new SpringResourceTemplateResolver();
        templates.setPrefix("classpath:/local/templates/");
        templates.setSuffix(".html");
        templates.setTemplateMode(TemplateMode.HTML);
        templates.setCharacterEncoding("UTF-8");
        templates.setResolvablePatterns(Set.of("local-*"));
        templates.setOrder(0);
        return templates;
    }
}
