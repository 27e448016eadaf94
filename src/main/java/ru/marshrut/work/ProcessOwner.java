package ru.marshrut.work;

import java.time.LocalDate;

/** Implemented by the module that owns a process model. */
public interface ProcessOwner {

    String processKey();

    TaskDescription describe(TaskOrigin origin);

    /** Whether the step comes up again by plan, such as each visit of a year: a second time is no return of the first. */
    default boolean comesUpAgain(String step) {
        return false;
    }

    /** Whether a later date can be asked for at this step. */
    default boolean extendable(OpenTask task) {
        return false;
    }

    /** Opens the decision on an extension in the process that the task belongs to. */
    default void decideOn(OpenTask task, long extensionId) {
        throw new UnsupportedOperationException(processKey());
    }

    /** Moves the due dates and timers that depend on the step; tasks that are open follow through {@link Tasks#move}. */
    default void extend(OpenTask task, LocalDate until) {
        throw new UnsupportedOperationException(processKey());
    }
}
