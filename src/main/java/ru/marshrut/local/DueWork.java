package ru.marshrut.local;

import java.time.Instant;
import java.util.Optional;

/** Work that falls due by the business clock. When the clock is moved, all of it is done on the way: no deadline is jumped over. */
public interface DueWork {

    /** @return the first instant after the clock's present at which something falls due here; empty where nothing lies ahead */
    Optional<Instant> nextDue();

    /** @return the first of these instants that people would call a deadline; empty for work of the house, such as a daily round */
    default Optional<Instant> nextDeadline() {
        return nextDue();
    }

    /** Sees to it that what is due now gets done, itself or by whoever does it. Returns at once where somebody else works on it. */
    default void begin() {}

    /** Whether something that is due now is not done yet. */
    boolean busy();
}
