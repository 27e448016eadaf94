package ru.marshrut.work;

import java.time.LocalDate;
import java.util.Optional;
import ru.marshrut.territory.Place;

/** Implemented by the module that owns a process model. */
public interface ProcessOwner {

    String processKey();

    TaskDescription describe(TaskOrigin origin);

    /**
     * Locks what the step changes. It is called before the task itself is locked: whoever changes that and then moves or
     * ends its tasks locks in the same order, so that the two never wait for each other.
     */
    default void lock(OpenTask task) {}

    /** Whether the step comes up again by plan, such as each visit of a year: a second time is no return of the first. */
    default boolean comesUpAgain(String step) {
        return false;
    }

    /** Whether a later date can be asked for at this step. */
    default boolean extendable(OpenTask task) {
        return false;
    }

    /**
     * Whose coordinator may give a day by himself, without being asked; whoever coordinates above may, too. Empty where it
     * is the coordinator of the place at which the task waits. A day beyond the date of a higher territory is the higher one's.
     */
    default Optional<Place> grantedAt(OpenTask task, LocalDate until) {
        return Optional.empty();
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
