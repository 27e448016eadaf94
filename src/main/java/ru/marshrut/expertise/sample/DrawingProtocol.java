package ru.marshrut.expertise.sample;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import ru.marshrut.expertise.Expertise;
import ru.marshrut.expertise.SampledSchool;

/**
 * How a sample came about, so that anybody can draw it again.
 *
 * @param drawings  the first one first; the last one counts, its day is the day on which the schools were counted
 * @param decisions what was decided by hand, and by the system for schools that left
 */
public record DrawingProtocol(Expertise expertise, String region, ZoneId zone, List<Municipal> municipalities, List<Drawing> drawings,
                              List<Decision> decisions, Instant preparedAt, String coordinator) {

    /**
     * The schools of a municipality in the order of their lots; those that were added from outside of the drawing last.
     *
     * @param quota how many were drawn
     */
    public record Municipal(String name, int candidates, int quota, List<Line> lines) {

        public long checked() {
            return lines.stream().filter(Line::isChecked).count();
        }
    }

    /**
     * @param candidate null where the school took no part in the drawing
     * @param lot       null together with the candidate
     * @param sampled   null where the school was never in the sample
     * @param gone      whether it takes no part in the programme any more
     */
    public record Line(long schoolId, String name, Candidate candidate, Lot lot, boolean drawn, SampledSchool sampled, boolean gone) {

        public boolean isChecked() {
            return sampled != null && sampled.isIn();
        }
    }

    /** @param by null: the system itself; {@code reason} is null for the first drawing */
    public record Drawing(long seed, Instant at, String by, String reason) {}

    /** @param by null: the system itself */
    public record Decision(String school, boolean exclusion, String reason, String by, Instant at) {}

    public boolean isDrawn() {
        return !drawings.isEmpty();
    }

    public int candidates() {
        return municipalities.stream().mapToInt(Municipal::candidates).sum();
    }

    public int drawn() {
        return municipalities.stream().mapToInt(Municipal::quota).sum();
    }

    public long checked() {
        return municipalities.stream().mapToLong(Municipal::checked).sum();
    }
}
