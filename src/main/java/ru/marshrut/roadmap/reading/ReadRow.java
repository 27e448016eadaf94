package ru.marshrut.roadmap.reading;

import java.util.List;
import java.util.Map;
import ru.marshrut.roadmap.MeasureContent;
import ru.marshrut.shared.Question;

/**
 * A row as it was understood.
 *
 * @param key       the same for the same row of a repeated import: from number and title; different for each row of a source
 * @param decisions what has to be decided before approval; empty where nothing is open
 * @param notes     what the reader should notice; they keep nothing from being approved
 * @param namesNobody whether neither a column nor the words of the row say who acts: the roles for the whole table are taken
 * @param words     by field the words of the source that it was read from, as {@link Correction#words} must repeat them
 */
public record ReadRow(String key, MeasureContent content, List<Decision> decisions, List<Question> notes, boolean namesNobody,
                      Map<Field, String> words) {

    /** @param field that is to be corrected or confirmed */
    public record Decision(Field field, Question question) {}

    /** What can be corrected in a row. Words for users: {@code roadmap.field.<name>}. */
    public enum Field { TITLE, WINDOWS, RECURRENCE, ROLES, EVIDENCE, INDICATORS }

    public ReadRow {
        decisions = List.copyOf(decisions);
        notes = List.copyOf(notes);
        words = Map.copyOf(words);
    }
}
