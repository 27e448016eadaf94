package ru.marshrut.roadmap;

import java.util.List;
import java.util.Set;
import ru.marshrut.roadmap.reading.Correction;
import ru.marshrut.roadmap.reading.ReadRow;
import ru.marshrut.roadmap.reading.ReadTable;

/**
 * A draft as it is understood.
 *
 * @param tables      all that can be a road map
 * @param chosen      indexes of those that are imported, or proposed while that is not decided
 * @param undecided   whether it has to be decided which tables belong to the road map
 * @param rows        of the chosen tables in their order, the left out ones too
 * @param corrections by hand that hold
 */
public record Preview(Draft draft, List<ReadTable> tables, Set<Integer> chosen, boolean undecided, List<Row> rows, List<Correction> corrections) {

    /**
     * @param table     index of its table
     * @param leftOut   why it is not imported, or null
     * @param corrected fields that were corrected or confirmed by hand
     */
    public record Row(int table, ReadRow read, String leftOut, Set<ReadRow.Field> corrected) {

        public boolean isOpen() {
            return leftOut == null && !read.decisions().isEmpty();
        }
    }

    /** Rows that become measures. */
    public List<ReadRow> imported() {
        return rows.stream().filter(row -> row.leftOut() == null).map(Row::read).toList();
    }

    public List<ReadTable> chosenTables() {
        return tables.stream().filter(table -> chosen.contains(table.index())).toList();
    }

    /** How many decisions keep it from being approved. */
    public int openDecisions() {
        return (undecided ? 1 : 0) + chosenTables().stream().mapToInt(table -> table.questions().size()).sum()
            + rows.stream().filter(row -> row.leftOut() == null).mapToInt(row -> row.read().decisions().size()).sum();
    }
}
