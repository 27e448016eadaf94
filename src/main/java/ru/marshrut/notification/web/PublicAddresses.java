package ru.marshrut.notification.web;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;

/** Calendar and mail programs come without a sign-in and without cookies, hence without a CSRF token; their token is in the path. */
@Configuration
class PublicAddresses {

    @Bean
    @Order(0)
    SecurityFilterChain tokenInThePath(HttpSecurity http) throws Exception {
        return http.securityMatcher("/ical/*", "/mail/unsubscribe/*")
            .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
            .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
            .csrf(csrf -> csrf.disable())
            .headers(headers -> headers
                .contentSecurityPolicy(policy -> policy.policyDirectives("default-src 'self'; img-src 'self' data:; form-action 'self'; frame-ancestors 'none'"))
                .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.NO_REFERRER))) // the path is a secret
            .build();
    }
}
