package ru.marshrut.notification.mail;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import org.springframework.stereotype.Component;

/** The hours of a region's night, when nobody is written to. */
@Component
public class QuietHours {

    private final LocalTime from;
    private final LocalTime until;

    QuietHours(MailSettings settings) {
        this.from = settings.quietFrom();
        this.until = settings.quietUntil();
    }

    public boolean at(Instant instant, ZoneId zone) {
        return !endAfter(instant, zone).equals(instant);
    }

    /** The same instant by day, else the coming morning. */
    public Instant endAfter(Instant instant, ZoneId zone) {
        ZonedDateTime local = instant.atZone(zone);
        LocalTime time = local.toLocalTime();
        boolean overMidnight = from.isAfter(until);
        if (overMidnight && !time.isBefore(from)) {
            return local.toLocalDate().plusDays(1).atTime(until).atZone(zone).toInstant();
        }
        if (time.isBefore(until) && (overMidnight || !time.isBefore(from))) {
            return local.toLocalDate().atTime(until).atZone(zone).toInstant();
        }
        return instant;
    }

    /** When the day begins; the ladder counts from there. */
    public LocalTime morning() {
        return until;
    }
}
