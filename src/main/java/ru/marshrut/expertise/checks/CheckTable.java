package ru.marshrut.expertise.checks;

import java.util.List;
import ru.marshrut.expertise.Checks.CheckRemark;
import ru.marshrut.expertise.Criterion;
import ru.marshrut.expertise.Rubric;
import ru.marshrut.expertise.SchoolCheck;
import ru.marshrut.expertise.SchoolScore;
import ru.marshrut.expertise.Score;

/**
 * All checks of a school beside each other, for its region.
 *
 * @param settled whether the scores are written; else they are what would be written, as far as all is decided
 */
public record CheckTable(Rubric rubric, List<Column> columns, List<Row> rows, boolean settled) {

    /** @param expert name, or null while nobody could be found */
    public record Column(SchoolCheck check, String expert, List<CheckRemark> remarks) {}

    /**
     * @param scores one for each check, null where it gave none
     * @param score  null while the criterion is not decided
     */
    public record Row(Criterion criterion, List<Score> scores, boolean inDispute, SchoolScore score) {

        /** Points between the first two. */
        public int difference() {
            return scores.size() < 2 || scores.get(0) == null || scores.get(1) == null ? 0
                : Math.abs(scores.get(0).points() - scores.get(1).points());
        }
    }

    public boolean isDecided() {
        return rows.stream().allMatch(row -> row.score() != null);
    }

    public int total() {
        return rows.stream().filter(row -> row.score() != null).mapToInt(row -> row.score().points()).sum();
    }

    public boolean needsThird() {
        return columns.stream().anyMatch(column -> column.check().settlesDispute());
    }
}
