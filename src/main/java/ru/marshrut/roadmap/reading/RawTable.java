package ru.marshrut.roadmap.reading;

import java.util.List;

/**
 * A table as it stands in the source.
 *
 * @param caption the words above it, or empty
 * @param rows    cells by row, each row as long as the widest; a cell's lines are divided by line feeds; an empty row
 *                stands where a page break divides the table
 */
public record RawTable(String caption, List<List<String>> rows) {

    public RawTable {
        rows = rows.stream().map(List::copyOf).toList();
    }
}
