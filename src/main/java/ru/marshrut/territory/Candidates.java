package ru.marshrut.territory;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;

/**
 * People who are to be curators in a region and year (seed 003, rows 4, 7 and 8; seed 004, 15.02): applied, surveyed,
 * selected or not, appointed to schools by an order. Each step is a dated fact that is never changed.
 */
public interface Candidates {

    /** Words for users: {@code territory.candidate.<name>}. */
    enum State {
        APPLIED, SURVEYED, SELECTED, REJECTED, APPOINTED, WITHDRAWN;

        /** @param before null where the person has not applied */
        public boolean canFollow(State before) {
            return switch (this) {
                case APPLIED -> before == null || before == WITHDRAWN;
                case SURVEYED -> before == APPLIED;
                case SELECTED -> before == APPLIED || before == SURVEYED || before == REJECTED;
                case REJECTED -> before == APPLIED || before == SURVEYED || before == SELECTED;
                case APPOINTED -> before == SELECTED || before == APPOINTED;
                case WITHDRAWN -> before != null && before != WITHDRAWN && before != APPOINTED;
            };
        }

        /** Whether the step needs a reason. */
        public boolean needsWords() {
            return this == REJECTED || this == WITHDRAWN;
        }
    }

    /**
     * @param surveyedOn day of the survey, or null
     * @param words      of the last step: the reason or the order, else empty
     */
    record Candidate(long personId, long regionId, State state, LocalDate since, LocalDate surveyedOn, String words) {

        /** Whether the person still is to become a curator; one who was not selected is expected nowhere. */
        public boolean isExpected() {
            return state != State.REJECTED;
        }
    }

    /**
     * Who has applied within a place for a year and has not withdrawn, in the order of application; one statement. People
     * belong to the municipality whose school employs them.
     *
     * @param knownAt only what was recorded until then counts
     */
    List<Candidate> within(Place place, int year, LocalDate on, Instant knownAt);

    /** All of a region as told until now, those who have withdrawn too. */
    List<Candidate> all(long regionId, int year);

    /**
     * Takes the step with those who can take it; the others stay where they are. Throws {@link ru.marshrut.shared.Refusal}
     * where none can, or where the reason is missing. Not for {@link State#APPOINTED}.
     *
     * @return how many took it
     */
    int step(long regionId, int year, Collection<Long> personIds, State to, LocalDate on, String words);

    /**
     * Appoints one who was selected as curator of schools. Throws {@link ru.marshrut.shared.Refusal} where he was not, without
     * an order, or where {@link Staff#appoint} refuses.
     */
    void appoint(long regionId, int year, long personId, Collection<Long> schoolIds, LocalDate from, String order);
}
