package ru.marshrut.roadmap;

import java.util.List;
import java.util.Set;
import ru.marshrut.roadmap.reading.ReadRow;

/**
 * What a draft changes in the approved version. Before the first approval every row is added.
 *
 * @param added      rows that are new measures
 * @param removed    measures that no row is
 * @param changed    measures of which a row says something else
 * @param renumbered measures of which only the number changes
 * @param unchanged  how many stay as they are, the renumbered ones included
 */
public record Differences(List<ReadRow> added, List<Measure> removed, List<Changed> changed, List<Changed> renumbered, int unchanged) {

    /** What of a measure can change. Words for users: {@code roadmap.web.part.<name>}. */
    public enum Part { TITLE, DATES, ROLES, RESULT, EVIDENCE, INDICATORS }

    /** @param parts in which they differ; empty where only the number does */
    public record Changed(Measure before, ReadRow after, Set<Part> parts) {}

    public boolean isEmpty() {
        return added.isEmpty() && removed.isEmpty() && changed.isEmpty() && renumbered.isEmpty();
    }
}
