package ru.marshrut.roadmap;

import java.time.LocalDate;
import java.util.Collection;

/**
 * How outcomes reach indicators: the modules that own a stage record here what it left. Facts are only added, never
 * changed; a figure can so be computed as of any past day.
 */
public interface Outcomes {

    /** Records facts in the caller's transaction; one that says nothing new changes nothing. */
    void record(Collection<Outcome> outcomes);

    /**
     * @param member     of whom
     * @param year       of the programme
     * @param measureId  where it belongs to one measure ({@link OutcomeKind#ATTENDED} and the like), else null
     * @param occurredOn the day on which it happened
     * @param counts     false takes an earlier fact back from that day on (a document returned, a stage reopened)
     */
    record Outcome(OutcomeKind kind, Member member, int year, Long measureId, LocalDate occurredOn, boolean counts) {}

    /** Of whom an outcome is told: a school, a person, a municipality. {@code schoolId} null where none is meant. */
    record Member(Type type, long id, long regionId, Long schoolId) {

        public enum Type { SCHOOL, PERSON, MUNICIPALITY, MEASURE }

        public static Member school(long schoolId, long regionId) {
            return new Member(Type.SCHOOL, schoolId, regionId, schoolId);
        }
    }
}
