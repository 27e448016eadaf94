package ru.marshrut.roadmap.reading;

import java.util.List;
import ru.marshrut.roadmap.MeasureContent;
import ru.marshrut.shared.Question;

/**
 * A row as it was understood.
 *
 * @param key       the same for the same row of a repeated import: from number and title
 * @param decisions what has to be decided before approval; empty where nothing is open
 * @param notes     what the reader should notice; they keep nothing from being approved
 */
public record ReadRow(String key, MeasureContent content, List<Decision> decisions, List<Question> notes) {

    /** @param field that is to be corrected or confirmed */
    public record Decision(Field field, Question question) {}

    /** What can be corrected in a row. Words for users: {@code roadmap.field.<name>}. */
    public enum Field { TITLE, WINDOWS, RECURRENCE, ROLES, EVIDENCE, INDICATORS }
}
