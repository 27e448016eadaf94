package ru.marshrut.roadmap.reading;

import java.util.List;
import ru.marshrut.shared.Question;

/**
 * A table as it was understood.
 *
 * @param index     place in the source, from 0
 * @param columns   what each column holds
 * @param headings  of the columns as written; empty where the table has none
 * @param questions about the table as a whole
 */
public record ReadTable(int index, String caption, List<Column> columns, List<String> headings, List<ReadRow> rows,
                        List<Question> questions) {}
