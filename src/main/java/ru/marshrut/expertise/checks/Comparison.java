package ru.marshrut.expertise.checks;

import static java.util.stream.Collectors.toMap;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import ru.marshrut.expertise.SchoolCheck;
import ru.marshrut.expertise.SchoolScore;
import ru.marshrut.expertise.SchoolScore.Origin;
import ru.marshrut.expertise.Score;

/**
 * What the experts of one school gave, beside each other (DESIGN 7): the mean of two counts, rounded up in the school's favour, as long as
 * they differ by no more than the step; beyond it a third decides, in that criterion alone.
 *
 * @param first  points by criterion
 * @param second the same; empty where one expert checks
 * @param third  points of the criteria that he was asked for; empty before
 * @param step   points
 */
record Comparison(Map<Long, Integer> first, Map<Long, Integer> second, Map<Long, Integer> third, int step) {

    /**
     * Of checks that are done; an open one says nothing yet.
     *
     * @param scores by check
     */
    static Comparison of(List<SchoolCheck> checks, Map<Long, List<Score>> scores, int step) {
        Map<Integer, Map<Long, Integer>> given = new HashMap<>();
        checks.stream().filter(SchoolCheck::isDone).forEach(check -> given.put(check.number(),
            scores.getOrDefault(check.id(), List.of()).stream().collect(toMap(Score::criterionId, Score::points))));
        return new Comparison(given.getOrDefault(1, Map.of()), given.getOrDefault(2, Map.of()), given.getOrDefault(3, Map.of()), step);
    }

    boolean isInDispute(long criterion) {
        Integer one = first.get(criterion);
        Integer other = second.get(criterion);
        return one != null && other != null && Math.abs(one - other) > step;
    }

    /** Whether two experts differ by more than the step in a criterion that no third has scored. */
    boolean isDisputed() {
        return first.keySet().stream().anyMatch(criterion -> isInDispute(criterion) && !third.containsKey(criterion));
    }

    /** The school's points in these criteria; throws {@link IllegalStateException} where one is not decided. */
    List<SchoolScore> settled(long sampledSchoolId, List<Long> criteria) {
        List<SchoolScore> scores = new ArrayList<>();
        for (long criterion : criteria) {
            scores.add(settled(sampledSchoolId, criterion));
        }
        return scores;
    }

    private SchoolScore settled(long sampledSchoolId, long criterion) {
        Integer one = first.get(criterion);
        Integer other = second.get(criterion);
        if (one == null || other == null && !second.isEmpty() || isInDispute(criterion) && !third.containsKey(criterion)) {
            throw new IllegalStateException("criterion " + criterion + " of sampled school " + sampledSchoolId + " is not decided");
        }
        if (other == null) {
            return new SchoolScore(sampledSchoolId, criterion, one, Origin.ONE);
        }
        if (isInDispute(criterion)) {
            return new SchoolScore(sampledSchoolId, criterion, third.get(criterion), Origin.THIRD);
        }
        return Objects.equals(one, other) ? new SchoolScore(sampledSchoolId, criterion, one, Origin.AGREED)
            : new SchoolScore(sampledSchoolId, criterion, (one + other + 1) / 2, Origin.MEAN);
    }
}
