package ru.marshrut.roadmap;

import java.util.List;
import java.util.Set;
import ru.marshrut.calendar.Recurrence;
import ru.marshrut.calendar.Window;
import ru.marshrut.territory.Role;

/**
 * What a road map says of a measure.
 *
 * @param number           as written, without the final point; empty where the table numbers nothing
 * @param dateWords        the words of the deadline, shown beside what they were read as
 * @param responsibleWords empty where the table has no such column
 * @param recurrence       or null
 * @param outcome          the stage outcome that is counted where the evidence is {@link Evidence#STAGE}, else null
 */
public record MeasureContent(String number, String title, String dateWords, List<Window> windows, Recurrence recurrence,
                             String responsibleWords, Set<Role> roles, String expectedResult, Evidence evidence,
                             OutcomeKind outcome, List<Indicator> indicators) {

    public MeasureContent {
        windows = List.copyOf(windows);
        roles = Set.copyOf(roles);
        indicators = List.copyOf(indicators);
    }

    /** «15. Название», or the title alone where the table numbers nothing. */
    public String numberedTitle() {
        return number.isEmpty() ? title : number + ". " + title;
    }
}
