package ru.marshrut.roadmap.reading;

import java.time.LocalDate;
import java.time.Month;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import ru.marshrut.calendar.DatePhrase;
import ru.marshrut.calendar.DatePhrases;
import ru.marshrut.calendar.Precision;
import ru.marshrut.calendar.Window;
import ru.marshrut.shared.Question;

/**
 * Deadlines without a year in the plan of an academic year («на 2021/2022 учебный год»): from September on they belong to
 * its first year, before to its second. August can be either, which is asked.
 */
record AcademicYear(int begins) {

    private static final Pattern NAMED = Pattern.compile(
        "(20\\d\\d)\\s*(?:г\\.?\\s*)?[-–—/]\\s*(?:20)?(\\d\\d)\\s*(?:г\\.?\\s*г?\\.?\\s*)?(?:учебн|уч\\.)", Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    private static final Pattern NAMES_YEAR = Pattern.compile("20\\d\\d|\\d\\.\\d\\d\\.\\d\\d(?!\\d)|[тс]\\.\\s?г|(?:текущ|следующ|календарн|будущ)\\p{L}* год",
        Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    /** What the academic year itself answers. */
    private static final Set<String> ANSWERED = Set.of("calendar.question.whichAcademicYear", "calendar.question.whichYear");

    /** The one that a caption names, or null. */
    static AcademicYear in(String caption) {
        Matcher named = NAMED.matcher(caption);
        return named.find() && Integer.parseInt(named.group(1)) % 100 + 1 == Integer.parseInt(named.group(2))
            ? new AcademicYear(Integer.parseInt(named.group(1))) : null;
    }

    DatePhrase read(String words, DatePhrases dates) {
        DatePhrase first = dates.read(words, begins);
        DatePhrase second = dates.read(words, begins + 1);
        if (NAMES_YEAR.matcher(words).find() || first.windows().size() != second.windows().size()) {
            return first;
        }
        List<Window> windows = new ArrayList<>();
        List<Question> questions = new ArrayList<>(first.questions().stream().filter(question -> !ANSWERED.contains(question.code())).toList());
        for (int i = 0; i < first.windows().size(); i++) {
            Window window = first.windows().get(i);
            if (isWholeYear(window)) {
                windows.add(new Window(september(), september().plusYears(1).minusDays(1), Precision.YEAR));
            } else if (isEither(window)) {
                windows.add(window);
                questions.add(Question.of("roadmap.reading.whichYearOfTwo", words, String.valueOf(begins), String.valueOf(begins + 1)));
            } else {
                windows.add(day(window).isBefore(september()) ? second.windows().get(i) : window);
            }
        }
        return new DatePhrase(first.words(), windows, first.recurrence(), questions);
    }

    private LocalDate september() {
        return LocalDate.of(begins, Month.SEPTEMBER, 1);
    }

    private static LocalDate day(Window window) {
        return window.start() == null ? window.due() : window.start();
    }

    private boolean isWholeYear(Window window) {
        return window.equals(new Window(LocalDate.of(begins, 1, 1), LocalDate.of(begins, 12, 31), Precision.YEAR));
    }

    /** August before lessons begin or after they have ended, or days on both sides of the first of September. */
    private boolean isEither(Window window) {
        LocalDate day = day(window);
        return day.isBefore(september())
            && (day.getMonth() == Month.AUGUST || window.due() != null && !window.due().isBefore(september()));
    }
}
