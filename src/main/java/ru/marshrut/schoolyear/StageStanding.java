package ru.marshrut.schoolyear;

import java.time.LocalDate;

/**
 * Where a school is in a stage.
 *
 * @param opensOn       from when on its work is asked for, or null: when its turn comes
 * @param dueOn         the earliest date that a road map above gives, or null where none does
 * @param dueSource     who gives it, in words, or null
 * @param extendedUntil granted last day, or null
 * @param openedOn      when its work was opened, or null
 * @param doneOn        the day on which it was completed, or null
 * @param late          completed after its last day
 * @param reopened      how often it was opened again
 */
public record StageStanding(long schoolYearId, Stage stage, LocalDate opensOn, LocalDate dueOn, String dueSource, LocalDate extendedUntil,
                            LocalDate openedOn, LocalDate doneOn, boolean late, int reopened) {

    /** Words for users: {@code schoolyear.state.<name>}. */
    public enum State { NOT_YET, OPEN, OVERDUE, DONE, DONE_LATE }

    /** Granted extension, else the published day; null where there is none. */
    public LocalDate lastDay() {
        return extendedUntil == null ? dueOn : extendedUntil;
    }

    /** A missed date is a state, not an end: late completion stays possible and is shown as late (DESIGN 5.6). */
    public State state(LocalDate today) {
        if (doneOn != null) {
            return late ? State.DONE_LATE : State.DONE;
        }
        if (lastDay() != null && today.isAfter(lastDay())) {
            return State.OVERDUE;
        }
        return openedOn == null ? State.NOT_YET : State.OPEN;
    }
}
