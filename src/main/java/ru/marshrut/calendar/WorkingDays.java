package ru.marshrut.calendar;

import java.time.LocalDate;
import java.util.Optional;
import java.util.SortedSet;

/**
 * Working days of the Russian five-day week. A year without data has its weekends and the holidays of article 112 of
 * the Labour Code off, and the holidays on a weekend moved as its second part says.
 */
public interface WorkingDays {

    boolean isWorking(LocalDate day);

    /** The last working day that is not after the day. */
    LocalDate previousOrSame(LocalDate day);

    /** The first working day that is not before the day. */
    LocalDate nextOrSame(LocalDate day);

    /** How many working days there are, both days counted; 0 where the second is before the first. */
    int between(LocalDate from, LocalDate to);

    /** Years whose moved days are data that the Government has published. */
    SortedSet<Integer> knownYears();

    /**
     * What to name beside a published due date that is a day off, by the rule of the installation
     * ({@code marshrut.calendar.due-on-day-off}). The due date itself never moves.
     *
     * @return empty where the due date is a working day, or where dates are shown as published
     */
    Optional<LocalDate> besides(LocalDate due);
}
