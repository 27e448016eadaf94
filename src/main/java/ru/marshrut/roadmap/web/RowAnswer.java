package ru.marshrut.roadmap.web;

import static java.util.stream.Collectors.joining;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import ru.marshrut.calendar.Precision;
import ru.marshrut.calendar.Recurrence;
import ru.marshrut.calendar.Window;
import ru.marshrut.roadmap.Evidence;
import ru.marshrut.roadmap.Indicator;
import ru.marshrut.roadmap.IndicatorKind;
import ru.marshrut.roadmap.MeasureContent;
import ru.marshrut.roadmap.OutcomeKind;
import ru.marshrut.roadmap.Population;
import ru.marshrut.roadmap.reading.ReadRow;
import ru.marshrut.shared.Question;
import ru.marshrut.territory.Role;

/**
 * A row as it was understood, for programs.
 *
 * @param table      index of its table
 * @param decisions  why it cannot be approved yet, in words; empty where nothing is open
 * @param openFields fields that the decisions are about
 */
record RowAnswer(int table, String key, String number, String title, String dateWords, List<WindowAnswer> windows, RecurrenceAnswer recurrence,
                 String responsibleWords, List<Role> roles, String expectedResult, Evidence evidence, OutcomeKind outcome,
                 List<IndicatorAnswer> indicators, List<String> decisions, List<ReadRow.Field> openFields, List<String> notes) {

    record WindowAnswer(LocalDate start, LocalDate due, Precision precision) {

        static WindowAnswer of(Window window) {
            return new WindowAnswer(window.start(), window.due(), window.precision());
        }
    }

    record RecurrenceAnswer(Recurrence.Kind kind, int count, Integer byDay) {

        static RecurrenceAnswer of(Recurrence recurrence) {
            return recurrence == null ? null : new RecurrenceAnswer(recurrence.kind(), recurrence.count(), recurrence.byDay());
        }
    }

    /** @param population codes in their published order, joined by a plus sign; null for a fact */
    record IndicatorAnswer(IndicatorKind kind, String population, List<Population> populations, BigDecimal target, Recurrence.Kind per,
                           OutcomeKind outcome, LocalDate asOf, String words) {

        static IndicatorAnswer of(Indicator indicator) {
            List<Population> populations = RoadMapWords.inOrder(indicator.populations());
            return new IndicatorAnswer(indicator.kind(), populations.isEmpty() ? null : populations.stream().map(Enum::name).collect(joining("+")),
                populations, RoadMapWords.plain(indicator.target()), indicator.per(), indicator.outcome(), indicator.asOf(), indicator.words());
        }
    }

    static RowAnswer of(int table, ReadRow row, RoadMapWords words) {
        List<Question> questions = row.decisions().stream().map(ReadRow.Decision::question).toList();
        return of(table, row.key(), row.content(), words.questions(questions), row.decisions().stream().map(ReadRow.Decision::field).distinct().toList(),
            words.questions(row.notes()));
    }

    static RowAnswer of(int table, String key, MeasureContent content, List<String> decisions, List<ReadRow.Field> openFields, List<String> notes) {
        return new RowAnswer(table, key, content.number(), content.title(), content.dateWords(),
            content.windows().stream().map(WindowAnswer::of).toList(), RecurrenceAnswer.of(content.recurrence()), content.responsibleWords(),
            RoadMapWords.inOrder(content.roles()), content.expectedResult(), content.evidence(), content.outcome(),
            content.indicators().stream().map(IndicatorAnswer::of).toList(), decisions, openFields, notes);
    }
}
