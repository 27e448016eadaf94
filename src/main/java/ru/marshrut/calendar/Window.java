package ru.marshrut.calendar;

import java.time.LocalDate;

/**
 * The days in which something is to be done.
 *
 * @param start     first day, or null where it may begin at any time
 * @param due       last day, or null where the end is open
 * @param precision of the words that name it
 */
public record Window(LocalDate start, LocalDate due, Precision precision) {

    public Window {
        if (start == null && due == null) {
            throw new IllegalArgumentException("a window needs a first or a last day");
        }
        if (start != null && due != null && due.isBefore(start)) {
            throw new IllegalArgumentException("a window cannot end on " + due + " before it begins on " + start);
        }
    }

    /** A single day is both first and last. */
    public static Window day(LocalDate day) {
        return new Window(day, day, Precision.DAY);
    }
}
