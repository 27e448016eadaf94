package ru.marshrut.notification.reminders;

import java.time.LocalDate;
import java.util.Optional;

/**
 * What a person is told about a task, once each: that it is there, the ladder of reminders (DESIGN 11), and, one level
 * up, that nobody has done it.
 */
public enum Rung {
    NEW(null), WEEK_BEFORE(-7), THREE_DAYS_BEFORE(-3), DAY_BEFORE(-1), DUE_DAY(0), DAY_AFTER(1), THREE_DAYS_AFTER(3),
    /** The day after the last reminder, so that it could be answered. */
    ESCALATED(4);

    private static final Rung[] LADDER = {THREE_DAYS_AFTER, DAY_AFTER, DUE_DAY, DAY_BEFORE, THREE_DAYS_BEFORE, WEEK_BEFORE};

    private final Integer daysAfterDue;

    Rung(Integer daysAfterDue) {
        this.daysAfterDue = daysAfterDue;
    }

    LocalDate dayFor(LocalDate dueOn) {
        return dueOn.plusDays(daysAfterDue);
    }

    /** The highest rung of the ladder that a task has reached; one that was missed is made up for by the next. */
    static Optional<Rung> reached(LocalDate dueOn, LocalDate today) {
        for (Rung rung : LADDER) {
            if (!rung.dayFor(dueOn).isAfter(today)) {
                return Optional.of(rung);
            }
        }
        return Optional.empty();
    }
}
