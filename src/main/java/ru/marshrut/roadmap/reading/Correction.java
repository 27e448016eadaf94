package ru.marshrut.roadmap.reading;

import java.util.List;
import java.util.Set;
import ru.marshrut.calendar.Recurrence;
import ru.marshrut.calendar.Window;
import ru.marshrut.roadmap.Evidence;
import ru.marshrut.roadmap.Indicator;
import ru.marshrut.roadmap.OutcomeKind;
import ru.marshrut.territory.Role;

/**
 * What a coordinator made of a field. It holds for a row with this key as long as the field's words are the same, so it
 * is kept when the import is repeated and asked again when the order says something else.
 *
 * @param words of the source that the field was read from
 */
public record Correction(String rowKey, ReadRow.Field field, String words, Value value) {

    /** Only what belongs to the field is set; an empty recurrence ({@code null}) is a value too. */
    public record Value(String title, List<Window> windows, Recurrence recurrence, Set<Role> roles, Evidence evidence,
                        OutcomeKind outcome, List<Indicator> indicators) {}
}
