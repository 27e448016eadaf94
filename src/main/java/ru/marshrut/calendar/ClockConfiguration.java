package ru.marshrut.calendar;

import java.time.Clock;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;

@Configuration
class ClockConfiguration {

    @Bean
    @Profile("!(local | test)")
    Clock systemClock() {
        return Clock.systemUTC();
    }

    @Bean
    @Profile("local | test")
    @ConditionalOnMissingBean(Clock.class)
    MovableClock movableClock() {
        return new MovableClock();
    }
}
