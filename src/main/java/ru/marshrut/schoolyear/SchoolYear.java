package ru.marshrut.schoolyear;

import java.time.LocalDate;

/**
 * The work of one school in one year of the programme.
 *
 * @param startedOn         the day from which on the school takes part; later than the others' where it joined late
 * @param endedOn           null while it runs
 * @param endReason         in words, or null
 * @param mergedInto        the school that goes on with its work, or null
 * @param processInstanceId null until its process has been started
 */
public record SchoolYear(long id, long regionId, long schoolId, int year, Status status, LocalDate startedOn, LocalDate endedOn,
                         String endReason, Long mergedInto, String processInstanceId) {

    /** Words for users: {@code schoolyear.status.<name>}. */
    public enum Status {
        RUNNING,
        /** All stages are done. */
        COMPLETED,
        /** The school has left the programme. */
        LEFT,
        /** The school was merged with another. */
        MERGED,
        /** The coordinator closed the year while stages were missing. */
        CLOSED
    }

    public boolean isRunning() {
        return status == Status.RUNNING;
    }
}
