package ru.marshrut.expertise.result;

import java.util.Map;
import ru.marshrut.expertise.Criterion;
import ru.marshrut.expertise.SchoolScore;

/**
 * A school of the sample with its points.
 *
 * @param sampledSchoolId its id in the sample
 * @param excludedReason  why it was taken out; null while it is in
 * @param scores          by criterion; empty until they are settled
 * @param total           of the content part; null until it is settled
 */
public record SchoolPoints(long sampledSchoolId, long schoolId, long schoolYearId, String name, long municipalityId, String municipality,
                           String excludedReason, Map<Long, SchoolScore> scores, Integer total) {

    public boolean isIn() {
        return excludedReason == null;
    }

    /** Null until they are settled. */
    public Integer points(Criterion criterion) {
        SchoolScore score = scores.get(criterion.id());
        return score == null ? null : score.points();
    }

    /** Whether it counts: its score is settled, and it was not taken out. */
    public boolean isSettled() {
        return isIn() && total != null;
    }
}
