package ru.marshrut.expertise;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import ru.marshrut.shared.Refusal;

/**
 * How points are given, by experts and by the region alike (DESIGN 7): one of the criterion's levels, a comment wherever it is below
 * the maximum, a reason wherever it is not what was suggested. Refusals name the form's field: {@code points-}, {@code comment-} or
 * {@code reason-} with the criterion's id.
 */
public final class ScoreRules {

    private ScoreRules() {}

    /**
     * @param criteria    each of which needs points
     * @param suggestions by criterion, as they are now
     * @param given       with or without suggestions; these here go with them
     * @return in the order of the criteria, with the suggestions; reasons only where they are needed
     */
    public static List<Score> checked(List<Criterion> criteria, Map<Long, Suggestion> suggestions, Collection<Score> given) {
        Map<Long, Score> byCriterion = given.stream().collect(Collectors.toMap(Score::criterionId, score -> score));
        return criteria.stream().map(criterion -> {
            Score score = byCriterion.get(criterion.id());
            if (score == null) {
                throw Refusal.ofField("points-" + criterion.id(), "expertise.score.missing", criterion.title());
            }
            return checked(criterion, suggestions.get(criterion.id()), score);
        }).toList();
    }

    private static Score checked(Criterion criterion, Suggestion suggestion, Score score) {
        int points = score.points();
        if (points < 0 || points > criterion.maximum()) {
            throw Refusal.ofField("points-" + criterion.id(), "expertise.score.outside", criterion.title(), points, criterion.maximum());
        }
        if (points < criterion.maximum() && blank(score.comment())) {
            throw Refusal.ofField("comment-" + criterion.id(), "expertise.score.noComment", criterion.title(), points, criterion.maximum());
        }
        boolean against = suggestion != null && suggestion.points() != points;
        if (against && blank(score.againstReason())) {
            throw Refusal.ofField("reason-" + criterion.id(), "expertise.score.noReason", criterion.title(), points, suggestion.points());
        }
        return new Score(criterion.id(), points, blank(score.comment()) ? "" : score.comment().strip(), suggestion,
            against ? score.againstReason().strip() : null);
    }

    private static boolean blank(String text) {
        return text == null || text.isBlank();
    }
}
