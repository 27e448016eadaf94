package ru.marshrut.roadmap.web;

import java.util.List;
import java.util.Set;
import ru.marshrut.roadmap.MeasureContent;
import ru.marshrut.roadmap.reading.ReadRow;

/**
 * A row on the page of a draft.
 *
 * @param at        place among all rows of the draft, from 0
 * @param leftOut   why it is not imported, or null
 * @param decisions what is asked about it
 * @param corrected fields that were corrected or confirmed by hand
 * @param form      of the fields that are asked about, or of all while the row is edited; null where it is only shown
 * @param fields    that the form has
 */
record RowLine(int at, String key, MeasureContent content, String leftOut, List<Asked> decisions, List<String> notes, Set<ReadRow.Field> corrected,
               RowForm form, Set<ReadRow.Field> fields) {

    /** @param confirmable whether what was understood can be confirmed as it is */
    record Asked(ReadRow.Field field, String text, boolean confirmable) {}

    public boolean isOpen() {
        return leftOut == null && !decisions.isEmpty();
    }

    public boolean isConfirmable() {
        return decisions.stream().allMatch(Asked::confirmable);
    }
}
