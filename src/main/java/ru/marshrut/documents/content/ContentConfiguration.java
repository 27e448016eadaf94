package ru.marshrut.documents.content;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration
class ContentConfiguration {

    @Bean
    @ConditionalOnProperty("marshrut.clamd")
    Clamd clamd(@Value("${marshrut.clamd}") String address) {
        return new Clamd(address);
    }
}
