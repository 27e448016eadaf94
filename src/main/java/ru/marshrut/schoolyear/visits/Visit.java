package ru.marshrut.schoolyear.visits;

import java.time.LocalDate;

/**
 * A visit of the curator to a school.
 *
 * @param plannedOn    the day that was agreed first; it counts as planned from then on, however often it is moved
 * @param day          the day on which it is to take place now
 * @param moves        how often it was moved
 * @param removalAsked why the curator asks to take it out, or null
 * @param heldOn       null until it is held
 * @param lookedAt     of the report
 * @param agreements   of the report
 */
public record Visit(long id, long schoolYearId, LocalDate plannedOn, LocalDate day, String purpose, State state, int moves,
                    String removalAsked, LocalDate heldOn, String lookedAt, String agreements) {

    /** Words for users: {@code schoolyear.visits.state.<name>}. */
    public enum State { PROPOSED, PLANNED, HELD, NOT_HELD, REMOVED }

    public boolean isPlanned() {
        return state == State.PLANNED;
    }
}
