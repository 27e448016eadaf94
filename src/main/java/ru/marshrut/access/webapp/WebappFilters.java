package ru.marshrut.access.webapp;

import org.camunda.bpm.spring.boot.starter.property.CamundaBpmProperties;
import org.springframework.boot.autoconfigure.security.SecurityProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class WebappFilters {

    /** After sign-in, which needs no nonce, and before the engine's own filters, which are registered without an order. */
    @Bean
    FilterRegistrationBean<NoncePerRequestFilter> noncePerRequest(CamundaBpmProperties engine) {
        var registration = new FilterRegistrationBean<>(new NoncePerRequestFilter());
        String path = engine.getWebapp().getApplicationPath();
        registration.addUrlPatterns(path + "/app/*", path + "/api/*");
        registration.setOrder(SecurityProperties.DEFAULT_FILTER_ORDER + 10);
        return registration;
    }

    @Bean
    FilterRegistrationBean<BoundedLists> boundedLists(CamundaBpmProperties engine) {
        var registration = new FilterRegistrationBean<>(new BoundedLists());
        registration.addUrlPatterns(engine.getWebapp().getApplicationPath() + "/api/engine/*");
        registration.setOrder(SecurityProperties.DEFAULT_FILTER_ORDER + 11);
        return registration;
    }
}
