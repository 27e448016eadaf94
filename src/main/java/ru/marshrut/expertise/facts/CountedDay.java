package ru.marshrut.expertise.facts;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import ru.marshrut.expertise.Expertise;

/**
 * As of when the facts of a region are counted: the last day of the experts' checks, or today while that lies ahead. What was
 * recorded after that day does not count either, so that whoever asks later gets the same answer.
 *
 * @param day     by the region's clock
 * @param knownAt its last instant
 */
public record CountedDay(LocalDate day, Instant knownAt) {

    static CountedDay of(Expertise expertise, ZoneId zone, Clock clock) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), zone);
        LocalDate day = expertise.checkUntil().isBefore(today) ? expertise.checkUntil() : today;
        return new CountedDay(day, day.plusDays(1).atStartOfDay(zone).toInstant().minusMillis(1));
    }
}
