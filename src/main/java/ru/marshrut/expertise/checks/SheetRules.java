package ru.marshrut.expertise.checks;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import ru.marshrut.expertise.CheckSheet;
import ru.marshrut.expertise.CheckSheet.Mark;
import ru.marshrut.expertise.CheckSheet.Note;
import ru.marshrut.expertise.Checks.CheckRemark;
import ru.marshrut.expertise.Criterion;
import ru.marshrut.expertise.Score;
import ru.marshrut.expertise.Suggestion;
import ru.marshrut.shared.Refusal;

/** What a sheet must have before it is handed in, an expert's or the region's own (DESIGN 7). Refusals name the criterion and say what to do. */
public final class SheetRules {

    private static final Mark NOTHING = new Mark(null, "", "");
    /** Letters. */
    private static final int LONGEST_REMARK = 1000;

    private SheetRules() {}

    /**
     * The scores of these criteria as they are kept.
     *
     * @param suggestions by criterion; absent where nothing is suggested
     */
    public static List<Score> scores(List<Criterion> criteria, CheckSheet sheet, Map<Long, Suggestion> suggestions) {
        List<Score> scores = new ArrayList<>();
        for (Criterion criterion : criteria) {
            scores.add(score(criterion, sheet.marks().getOrDefault(criterion.id(), NOTHING), suggestions.get(criterion.id())));
        }
        return scores;
    }

    private static Score score(Criterion criterion, Mark mark, Suggestion suggestion) {
        Integer points = mark.points();
        if (points == null) {
            throw Refusal.ofField("points_" + criterion.id(), "expertise.checks.noPoints", criterion.title());
        }
        if (criterion.levels().stream().noneMatch(level -> level.points() == points)) {
            throw Refusal.ofField("points_" + criterion.id(), "expertise.checks.noSuchLevel", criterion.title(), points, criterion.maximum());
        }
        if (points < criterion.maximum() && mark.comment().isBlank()) {
            throw Refusal.ofField("comment_" + criterion.id(), "expertise.checks.noComment", criterion.title(), points, criterion.maximum());
        }
        boolean against = suggestion != null && suggestion.points() != points;
        if (against && mark.againstReason().isBlank()) {
            throw Refusal.ofField("against_" + criterion.id(), "expertise.checks.noReason", criterion.title(), suggestion.points(), points);
        }
        return new Score(criterion.id(), points, mark.comment().strip(), suggestion, against ? mark.againstReason().strip() : null);
    }

    /**
     * The remarks as they are kept, without ids yet; said twice, they are kept once.
     *
     * @param catalogue texts that may be picked, by id
     */
    static List<CheckRemark> remarks(long checkId, List<Criterion> criteria, CheckSheet sheet, Map<Long, String> catalogue) {
        Set<CheckRemark> remarks = new LinkedHashSet<>();
        for (Note note : sheet.remarks()) {
            String field = note.typicalId() != null ? "remark_" + note.typicalId() : note.criterionId() != null ? "own_" + note.criterionId() : "own";
            if (note.criterionId() != null && criteria.stream().noneMatch(criterion -> criterion.id() == note.criterionId())) {
                throw Refusal.ofField(field, "expertise.checks.noSuchCriterion");
            }
            if (note.typicalId() != null && !catalogue.containsKey(note.typicalId())) {
                throw Refusal.ofField(field, "expertise.checks.noSuchRemark");
            }
            String words = note.typicalId() != null ? catalogue.get(note.typicalId()) : note.words().strip();
            if (words.length() > LONGEST_REMARK) {
                throw Refusal.ofField(field, "expertise.checks.longRemark", words.substring(0, 40) + "…", LONGEST_REMARK);
            }
            if (!words.isEmpty()) {
                remarks.add(new CheckRemark(0, checkId, note.criterionId(), note.typicalId(), words));
            }
        }
        return List.copyOf(remarks);
    }
}
