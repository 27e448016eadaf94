package ru.marshrut.roadmap.web;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import org.springframework.stereotype.Component;
import ru.marshrut.roadmap.RoadMap;
import ru.marshrut.shared.Days;
import ru.marshrut.shared.Refusal;

/**
 * The day that somebody wants to see, and what of it.
 *
 * @param on      not later than today
 * @param then    whether as it was known at the end of that day, instead of as it is known now
 * @param knownAt what was recorded later does not count
 */
record AskedDay(LocalDate on, LocalDate today, boolean then, Instant knownAt) {

    /** Words of the address for what was known on the day. */
    static final String THEN = "then";

    public boolean isPast() {
        return on.isBefore(today);
    }

    /** For links: null leaves today's page without parameters. */
    public LocalDate day() {
        return isPast() ? on : null;
    }

    public String known() {
        return isPast() && then ? THEN : null;
    }

    @Component
    static class Reading {

        private final Clock clock;

        Reading(Clock clock) {
            this.clock = clock;
        }

        /** @param on null for today; a day to come is read as today, since nothing is known of it */
        AskedDay of(RoadMap map, LocalDate on, String known) {
            Instant now = clock.instant();
            LocalDate today = map.dayAt(now);
            if (on == null || !on.isBefore(today)) {
                return new AskedDay(today, today, false, now);
            }
            if (!Days.canBeMeant(on)) {
                throw Refusal.ofField("on", "roadmap.decision.wrongDay", on.toString());
            }
            boolean then = THEN.equals(known);
            return new AskedDay(on, today, then, then ? on.plusDays(1).atStartOfDay(map.zone()).toInstant() : now);
        }
    }
}
