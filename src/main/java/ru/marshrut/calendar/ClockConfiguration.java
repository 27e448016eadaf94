package ru.marshrut.calendar;

import java.time.Clock;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
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
    MovableClock movableClock(@Value("${marshrut.clock.shift:PT0S}") Duration shift) {
        MovableClock clock = new MovableClock();
        clock.shiftBy(shift); // before anybody can take a timer of another time for due
        return clock;
    }
}
