package ru.marshrut.local;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import ru.marshrut.notification.Reminders;

/** Digests and reminders: each full hour it is morning in some region. */
@Component
@Profile("local")
class DailyRound implements DueWork {

    private final Reminders reminders;
    private final Clock clock;

    DailyRound(Reminders reminders, Clock clock) {
        this.reminders = reminders;
        this.clock = clock;
    }

    @Override
    public Optional<Instant> nextDue() {
        return Optional.of(clock.instant().truncatedTo(ChronoUnit.HOURS).plus(Duration.ofHours(1)));
    }

    @Override
    public Optional<Instant> nextDeadline() {
        return Optional.empty();
    }

    @Override
    public void begin() {
        reminders.runFor(clock.instant());
    }

    @Override
    public boolean busy() {
        return false; // done when begun
    }
}
