package ru.marshrut.territory;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How schools come to a programme's year (seed 003, row 2): proposed, surveyed, named by an order or not, and how they
 * leave. Each step is a dated fact that is never changed.
 */
public interface Selection {

    /** Words for users: {@code territory.selection.<name>}. */
    enum State {
        PROPOSED, SURVEYED, REJECTED, SELECTED, LEFT;

        /**
         * Whether a school can come here from where it is. An order can name a school that nobody proposed; only one
         * that takes part can leave, and one that does is not proposed again.
         *
         * @param before null where nothing is told of the school
         */
        public boolean canFollow(State before) {
            return switch (this) {
                case PROPOSED -> before == null || before == REJECTED || before == LEFT;
                case SURVEYED -> before == PROPOSED;
                case REJECTED -> before == PROPOSED || before == SURVEYED;
                case SELECTED -> before != SELECTED;
                case LEFT -> before == SELECTED;
            };
        }

        /** Whether the step needs words: an order, or a reason. */
        public boolean needsWords() {
            return EnumSet.of(REJECTED, SELECTED, LEFT).contains(this);
        }
    }

    /** @param words the order, the reason, or empty */
    record Standing(long schoolId, State state, LocalDate since, String words) {}

    /** A step as it was told. */
    record Told(long schoolId, State state, LocalDate on, String words, Instant recordedAt) {}

    /** @param words the order of {@code SELECTED}, the reason of {@code REJECTED} and {@code LEFT}, else what one likes */
    record Step(String programme, int year, State to, LocalDate on, String words) {}

    /** What a step does to schools: those that it moves, that are there already, and that cannot come there, by where they are. */
    record Plan(Set<Long> moved, Set<Long> unmoved, Map<Long, State> impossible) {}

    /** By school, as told until now, also for days to come; a school of which nothing was told is absent. */
    Map<Long, Standing> standings(long regionId, String programme, int year);

    /** Latest steps of a programme's year, the latest first. */
    List<Told> history(long regionId, String programme, int year, int atMost);

    /** Looks only. A school of another region is impossible. */
    Plan plan(long regionId, Collection<Long> schoolIds, Step step);

    /**
     * Takes the step with those of the schools that can take it. Throws {@link ru.marshrut.shared.Refusal} where none
     * can, for an unknown programme, or where the words are missing.
     *
     * @return what was done
     */
    Plan carryOut(long regionId, Collection<Long> schoolIds, Step step);
}
