package ru.marshrut.schoolyear.programme;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Component;
import ru.marshrut.calendar.DatePhrase;
import ru.marshrut.calendar.DatePhrases;
import ru.marshrut.calendar.Precision;
import ru.marshrut.calendar.Window;

/** Reads the dates of a programme. Several windows of one row are taken from the first to the last day. */
@Component
public class ProgrammeDates {

    private final DatePhrases phrases;

    ProgrammeDates(DatePhrases phrases) {
        this.phrases = phrases;
    }

    /** @param year of the programme, which is meant where the words name none */
    public ProgrammeSpan read(String words, int year) {
        if (words.isBlank()) {
            return new ProgrammeSpan(null, null, false, false);
        }
        DatePhrase phrase = phrases.read(words, year);
        List<Window> windows = phrase.windows();
        boolean opensAtAnyTime = windows.stream().anyMatch(window -> window.start() == null);
        boolean staysOpen = windows.stream().anyMatch(window -> window.due() == null);
        LocalDate from = opensAtAnyTime ? null : windows.stream().map(Window::start).min(Comparator.naturalOrder()).orElse(null);
        LocalDate due = staysOpen ? null : windows.stream().map(Window::due).filter(Objects::nonNull).max(Comparator.naturalOrder()).orElse(null);
        boolean understood = phrase.questions().isEmpty() && !windows.isEmpty();
        boolean concrete = understood && due != null && phrase.recurrence() == null
            && windows.stream().allMatch(window -> window.precision() == Precision.DAY);
        return new ProgrammeSpan(from, due, concrete, understood);
    }
}
