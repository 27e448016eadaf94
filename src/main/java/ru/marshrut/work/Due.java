package ru.marshrut.work;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/**
 * When a task is due and who says so.
 *
 * @param at     the instant after which the task is overdue
 * @param source where the date comes from, in Russian words («календарь раунда», «продление от …»)
 */
public record Due(Instant at, String source) {

    /** The local day on which it is due; an instant at midnight is the end of the day before. */
    public LocalDate day(ZoneId zone) {
        return LocalDate.ofInstant(at.minusMillis(1), zone);
    }
}
