package ru.marshrut.roadmap.web;

import java.util.List;
import ru.marshrut.roadmap.reading.Column;
import ru.marshrut.roadmap.reading.ReadTable;

/**
 * A table as it was understood, for programs.
 *
 * @param decisions about the table as a whole, in words
 */
record TableAnswer(int index, String caption, List<Column> columns, List<String> headings, int rows, List<String> decisions) {

    static TableAnswer of(ReadTable table, RoadMapWords words) {
        return new TableAnswer(table.index(), table.caption(), table.columns(), table.headings(), table.rows().size(), words.questions(table.questions()));
    }
}
