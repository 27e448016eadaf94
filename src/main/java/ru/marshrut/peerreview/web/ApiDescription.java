package ru.marshrut.peerreview.web;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the description of the API says about itself. */
@Configuration
class ApiDescription {

    @Bean
    OpenAPI openApi(MessageSource messages) {
        java.util.Locale russian = java.util.Locale.forLanguageTag("ru");
        return new OpenAPI().info(new Info().title(messages.getMessage("peerreview.web.api.title", null, russian))
            .description(messages.getMessage("peerreview.web.api.description", null, russian)).version("1"));
    }
}
