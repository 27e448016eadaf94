package ru.marshrut.expertise.appeals;

import java.util.List;
import ru.marshrut.expertise.Appeal;
import ru.marshrut.expertise.Criterion;

/**
 * A score or a remark of a school, with what was said about it.
 *
 * @param criterion null for a remark that belongs to none
 * @param text      of the remark as the expert wrote it; null for a score
 * @param points    that count now; null for a remark
 * @param appeals   the oldest first
 */
public record Appealable(About about, Criterion criterion, String text, Integer points, List<Appeal> appeals) {

    public boolean waits() {
        return appeals.stream().anyMatch(Appeal::isOpen);
    }

    /** Points before the first change, or null where nothing was changed. */
    public Integer firstPoints() {
        return changes().stream().map(Appeal::pointsBefore).findFirst().orElse(null);
    }

    public boolean isWithdrawn() {
        return !changes().isEmpty() && last().isWithdrawn();
    }

    /** The remark's words that count now; null for a score and for a withdrawn remark. */
    public String words() {
        return changes().isEmpty() ? text : last().remarkAfter();
    }

    private Appeal last() {
        return changes().get(changes().size() - 1);
    }

    private List<Appeal> changes() {
        return appeals.stream().filter(appeal -> !appeal.isOpen() && appeal.changed()).toList();
    }
}
