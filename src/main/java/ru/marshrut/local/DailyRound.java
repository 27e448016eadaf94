package ru.marshrut.local;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import ru.marshrut.notification.Reminders;
import ru.marshrut.territory.Region;
import ru.marshrut.territory.Territory;

/** Digests and reminders, when it is morning in a region. */
@Component
@Profile("local")
class DailyRound implements DueWork {

    private final Reminders reminders;
    private final Territory territory;
    private final LocalTime morning;
    private final Clock clock;

    DailyRound(Reminders reminders, Territory territory, @Value("${marshrut.mail.quiet-until:08:00}") LocalTime morning, Clock clock) {
        this.reminders = reminders;
        this.territory = territory;
        this.morning = morning;
        this.clock = clock;
    }

    @Override
    public Optional<Instant> nextDue() {
        return territory.regions().stream().map(Region::zone).distinct().map(this::nextMorning).min(Instant::compareTo);
    }

    private Instant nextMorning(ZoneId zone) {
        ZonedDateTime now = clock.instant().atZone(zone);
        ZonedDateTime today = now.with(morning);
        return (today.isAfter(now) ? today : today.plusDays(1)).toInstant();
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
