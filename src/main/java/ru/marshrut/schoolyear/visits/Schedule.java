package ru.marshrut.schoolyear.visits;

import java.time.LocalDate;

/**
 * The schedule of a school's year as a whole.
 *
 * @param decidedBy  person who agreed or sent it back, or null
 * @param comment    of that decision, may be empty
 * @param takenVisit the visit that is waited for or reported on, or null
 */
public record Schedule(long schoolYearId, State state, Long decidedBy, String comment, LocalDate agreedOn, Long takenVisit) {

    /** Words for users: {@code schoolyear.visits.schedule.<name>}. */
    public enum State { PROPOSED, RETURNED, AGREED }

    public boolean isAgreed() {
        return state == State.AGREED;
    }
}
