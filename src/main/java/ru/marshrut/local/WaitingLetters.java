package ru.marshrut.local;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.springframework.context.annotation.Profile;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import ru.marshrut.notification.DueLetters;

/** Letters that wait for the morning, and those that the work before has put into the outbox. */
@Component
@Profile("local")
@Order(Ordered.LOWEST_PRECEDENCE)
class WaitingLetters implements DueWork {

    private final DueLetters letters;
    private final Clock clock;

    WaitingLetters(DueLetters letters, Clock clock) {
        this.letters = letters;
        this.clock = clock;
    }

    @Override
    public Optional<Instant> nextDue() {
        return letters.nextAfter(clock.instant());
    }

    @Override
    public Optional<Instant> nextDeadline() {
        return Optional.empty();
    }

    @Override
    public void begin() {
        letters.send();
    }

    @Override
    public boolean busy() {
        return letters.underWay(clock.instant());
    }
}
