package ru.marshrut.calendar.phrases;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import ru.marshrut.calendar.DatePhrase;
import ru.marshrut.calendar.DatePhrases;
import ru.marshrut.calendar.Precision;
import ru.marshrut.calendar.Recurrence;
import ru.marshrut.calendar.Window;
import ru.marshrut.shared.Question;

/** What a phrase was read as, in a line that a table can hold: «01.03-31.03 MONTH; weekly 2; ?openEnd». */
final class Meaning {

    static final DatePhrases PHRASES = new PhrasesByGrammar();

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd.MM.yy");

    private Meaning() {}

    static String of(String words, int year) {
        return of(PHRASES.read(words, year));
    }

    static String of(DatePhrase phrase) {
        String windows = phrase.windows().stream().map(Meaning::of).collect(Collectors.joining(", "));
        String rate = phrase.recurrence() == null ? "" : rate(phrase.recurrence());
        String questions = phrase.questions().stream().map(Meaning::of).collect(Collectors.joining(" "));
        return Stream.of(windows, rate, questions).filter(part -> !part.isEmpty()).collect(Collectors.joining("; "));
    }

    private static String of(Window window) {
        String span = window.start() != null && window.start().equals(window.due()) ? day(window.due()) : day(window.start()) + "–" + day(window.due());
        return span + (window.precision() == Precision.DAY ? "" : " " + window.precision());
    }

    private static String day(LocalDate day) {
        return day == null ? "…" : DAY.format(day);
    }

    private static String rate(Recurrence rate) {
        return rate.kind() + " " + rate.count() + (rate.byDay() == null ? "" : " by " + rate.byDay());
    }

    private static String of(Question question) {
        String name = question.code().substring(question.code().lastIndexOf('.') + 1);
        return "?" + name + (name.equals("notUnderstood") ? " «" + question.arguments().get(0) + "»" : "");
    }
}
