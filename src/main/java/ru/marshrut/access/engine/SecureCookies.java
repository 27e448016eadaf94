package ru.marshrut.access.engine;

import org.camunda.bpm.spring.boot.starter.property.CamundaBpmProperties;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.server.AbstractServletWebServerFactory;
import org.springframework.stereotype.Component;

/** Where people come by https, cookies go by https only: ours and those of the webapps. */
@Component
class SecureCookies implements WebServerFactoryCustomizer<AbstractServletWebServerFactory> {

    private final boolean encrypted;
    private final CamundaBpmProperties properties;

    SecureCookies(@Value("${marshrut.public-url:}") String publicUrl, CamundaBpmProperties properties) {
        this.encrypted = publicUrl.startsWith("https:");
        this.properties = properties;
    }

    @Override
    public void customize(AbstractServletWebServerFactory factory) {
        if (encrypted) {
            factory.getSession().getCookie().setSecure(true);
            properties.getWebapp().getCsrf().setEnableSecureCookie(true);
            properties.getWebapp().getSessionCookie().setEnableSecureCookie(true);
        }
    }
}
