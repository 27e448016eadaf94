package ru.marshrut.roadmap.reading;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import ru.marshrut.calendar.DatePhrase;
import ru.marshrut.calendar.DatePhrases;
import ru.marshrut.calendar.Precision;
import ru.marshrut.calendar.Recurrence;
import ru.marshrut.calendar.Window;
import ru.marshrut.roadmap.reading.ReadRow.Decision;
import ru.marshrut.roadmap.reading.ReadRow.Field;
import ru.marshrut.shared.Question;

/**
 * What title and result of a row say of dates and rates, held against its date column (seed 003 rows 6, 15, 21, 24, 30;
 * seed 004, 15.03.2021; seed 001, «ежемесячных рабочих встреч»).
 *
 * @param windows    those of the date column, or, where it names none, those that the title names
 * @param recurrence that of the date column, or, where it states none, the one that the title names
 * @param rateWords  of the result that a rate was read from, or empty
 */
record TitleWords(List<Window> windows, Recurrence recurrence, List<Decision> decisions, List<Question> notes, String rateWords) {

    static TitleWords of(String title, String result, DatePhrase stated, DatePhrases dates, int year) {
        int meant = stated.windows().stream().map(window -> window.start() == null ? window.due() : window.start())
            .findFirst().map(LocalDate::getYear).orElse(year);
        Comparison comparison = new Comparison(stated);
        List<DatePhrase> inTitle = dates.mentionedIn(title, meant);
        inTitle.forEach(comparison::windowsOfTitle);
        List<DatePhrase> inResult = dates.mentionedIn(result, meant);
        inResult.forEach(comparison::windowsOfResult);
        DatePhrase resultRate = firstRate(inResult);
        comparison.rates(firstRate(inTitle), resultRate);
        return new TitleWords(comparison.windows, comparison.recurrence, comparison.decisions, comparison.notes,
            resultRate == null ? "" : resultRate.words());
    }

    private static DatePhrase firstRate(List<DatePhrase> mentions) {
        return mentions.stream().filter(mention -> mention.recurrence() != null).findFirst().orElse(null);
    }

    private static final class Comparison {

        private final DatePhrase stated;
        private final List<Decision> decisions = new ArrayList<>();
        private final List<Question> notes = new ArrayList<>();
        private List<Window> windows;
        private Recurrence recurrence;

        Comparison(DatePhrase stated) {
            this.stated = stated;
            this.windows = stated.windows();
            this.recurrence = stated.recurrence();
        }

        void windowsOfTitle(DatePhrase mention) {
            if (mention.windows().isEmpty() || stated.windows().containsAll(mention.windows())) {
                return;
            }
            if (stated.windows().isEmpty()) {
                if (windows.isEmpty()) {
                    windows = mention.windows();
                }
                decide(Field.WINDOWS, "roadmap.reading.dateOnlyInTitle", mention.words());
            } else if (mention.windows().stream().allMatch(this::isWithin)) {
                note("roadmap.reading.titleDateWithin", mention.words(), stated.words());
            } else if (mention.windows().stream().allMatch(this::isWideAround)) {
                note("roadmap.reading.titleDateAround", mention.words(), stated.words());
            } else {
                decide(Field.WINDOWS, "roadmap.reading.titleDateDiffers", mention.words(), stated.words());
            }
        }

        /** A result that comes later than the row's last day must not be lost. */
        void windowsOfResult(DatePhrase mention) {
            LocalDate last = stated.windows().stream().anyMatch(window -> window.due() == null) ? null
                : stated.windows().stream().map(Window::due).max(LocalDate::compareTo).orElse(null);
            LocalDate named = mention.windows().stream().map(Window::due).filter(Objects::nonNull).max(LocalDate::compareTo).orElse(null);
            if (last != null && named != null && named.isAfter(last)) {
                note("roadmap.reading.resultLater", mention.words(), stated.words());
            }
        }

        void rates(DatePhrase title, DatePhrase result) {
            if (title == null && (result == null || recurrence == null)) {
                return;
            }
            if (title != null && result != null && !same(title.recurrence(), result.recurrence())) {
                decide(Field.RECURRENCE, "roadmap.reading.titleRateAgainstResult", title.words(), result.words());
            } else if (title == null && !same(recurrence, result.recurrence())) {
                decide(Field.RECURRENCE, "roadmap.reading.rateAgainstResult", stated.words(), result.words());
            } else if (title != null && recurrence == null) {
                decide(Field.RECURRENCE, "roadmap.reading.rateOnlyInTitle", title.words(), stated.words());
            }
            if (title != null && recurrence != null && !same(recurrence, title.recurrence())) {
                decide(Field.RECURRENCE, "roadmap.reading.titleRateDiffers", title.words(), stated.words());
            }
            recurrence = recurrence == null && title != null ? title.recurrence() : recurrence;
        }

        private boolean isWithin(Window named) {
            return stated.windows().stream().anyMatch(window -> covers(window, named));
        }

        /** «в 2020–2021 учебном году» around the days of the date column. */
        private boolean isWideAround(Window named) {
            return named.precision() != Precision.DAY && stated.windows().stream().allMatch(window -> covers(named, window));
        }

        private static boolean covers(Window wide, Window narrow) {
            return (wide.start() == null || narrow.start() != null && !narrow.start().isBefore(wide.start()))
                && (wide.due() == null || narrow.due() != null && !narrow.due().isAfter(wide.due()));
        }

        private static boolean same(Recurrence one, Recurrence other) {
            return one.kind() == other.kind() && one.count() == other.count();
        }

        private void decide(Field field, String code, Object... words) {
            decisions.add(new Decision(field, Question.of(code, words)));
        }

        private void note(String code, Object... words) {
            notes.add(Question.of(code, words));
        }
    }
}
