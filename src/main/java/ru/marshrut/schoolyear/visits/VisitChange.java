package ru.marshrut.schoolyear.visits;

import java.time.Instant;
import java.time.LocalDate;

/**
 * What became of an agreed visit other than that it was held.
 *
 * @param nowOn null where it does not take place
 */
public record VisitChange(long visitId, long schoolYearId, long schoolId, Kind kind, LocalDate wasOn, LocalDate nowOn, String reason,
                          long personId, Instant changedAt) {

    /** Words for users: {@code schoolyear.visits.change.<name>}. */
    public enum Kind { ADDED, MOVED, NOT_HELD, REMOVED }
}
