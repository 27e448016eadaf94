package ru.marshrut.access.engine;

import jakarta.servlet.FilterConfig;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.rest.security.auth.AuthenticationProvider;
import org.camunda.bpm.engine.rest.security.auth.AuthenticationResult;
import org.camunda.bpm.webapp.impl.security.auth.ContainerBasedAuthenticationFilter;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import ru.marshrut.access.EngineIdentities;
import ru.marshrut.access.web.SignedIn;

/** Tells the webapps who has signed in; they ask for no password of their own. */
@Configuration
class WebappSignIn {

    /** After the filters of Spring Security, before those of the webapps, which have no order. */
    private static final int AFTER_SIGN_IN = 201;

    @Bean
    FilterRegistrationBean<ContainerBasedAuthenticationFilter> webappSignInFilter(Directory directory) {
        var filter = new FilterRegistrationBean<ContainerBasedAuthenticationFilter>(new ContainerBasedAuthenticationFilter() {
            @Override
            public void init(FilterConfig config) {
                authenticationProvider = new SessionPerson(directory);
            }
        });
        filter.setName("webappSignIn");
        filter.addUrlPatterns("/camunda/app/*", "/camunda/api/*");
        filter.setOrder(AFTER_SIGN_IN);
        return filter;
    }

    private record SessionPerson(Directory directory) implements AuthenticationProvider {

        @Override
        public AuthenticationResult extractAuthenticatedUser(HttpServletRequest request, ProcessEngine engine) {
            Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
            if (authentication == null || !(authentication.getPrincipal() instanceof SignedIn person)) {
                return AuthenticationResult.unsuccessful();
            }
            return directory.member(EngineIdentities.userId(person.personId())).map(member -> {
                AuthenticationResult result = AuthenticationResult.successful(member.userId());
                result.setGroups(List.copyOf(member.groups()));
                result.setTenants(List.copyOf(member.tenants()));
                return result;
            }).orElseGet(AuthenticationResult::unsuccessful);
        }

        @Override
        public void augmentResponseByAuthenticationChallenge(HttpServletResponse response, ProcessEngine engine) {
            // the answer 401 says enough: a challenge would make the browser ask for a password by itself
        }
    }
}
