package ru.marshrut.schoolyear.programme;

import java.util.List;
import ru.marshrut.shared.Question;

/** What was understood of a file. */
public record ReadProgramme(List<Table> tables) {

    public List<Row> rows() {
        return tables.stream().flatMap(table -> table.rows().stream()).toList();
    }

    /**
     * A table that can be a programme.
     *
     * @param index    among the tables of the file
     * @param headings as they stand, one for each column
     * @param columns  what they hold; null where that was not understood
     * @param notes    what is asked of the table as a whole
     */
    public record Table(int index, String caption, List<String> headings, List<ProgrammeColumn> columns, List<Question> notes, List<Row> rows) {}

    /**
     * A row of it.
     *
     * @param number  in the table, the row of headings being the first
     * @param unclear what was not understood, with row, column and words
     */
    public record Row(int number, ProgrammeText text, ProgrammeSpan span, List<Question> unclear) {}
}
