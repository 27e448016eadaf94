package ru.marshrut.roadmap.reading;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import ru.marshrut.calendar.DatePhrase;
import ru.marshrut.calendar.DatePhrases;
import ru.marshrut.calendar.Recurrence;
import ru.marshrut.calendar.Window;
import ru.marshrut.roadmap.Evidence;
import ru.marshrut.roadmap.Indicator;
import ru.marshrut.roadmap.IndicatorKind;
import ru.marshrut.roadmap.MeasureContent;
import ru.marshrut.roadmap.OutcomeKind;
import ru.marshrut.roadmap.reading.ReadRow.Decision;
import ru.marshrut.roadmap.reading.ReadRow.Field;
import ru.marshrut.shared.Question;
import ru.marshrut.territory.Role;

/** Understands rows one by one, in the order of the source: their keys must differ. */
final class RowReading {

    private static final int LONGEST_KEY = 160;

    private final DatePhrases dates;
    private final IndicatorWords indicatorWords;
    private final ReadingContext context;
    private final Map<String, Integer> keys = new HashMap<>();
    private final Map<String, List<Correction>> corrections = new HashMap<>();

    RowReading(DatePhrases dates, ReadingContext context) {
        this.dates = dates;
        this.indicatorWords = new IndicatorWords(dates);
        this.context = context;
        context.corrections().forEach(correction -> corrections.computeIfAbsent(correction.rowKey(), key -> new ArrayList<>()).add(correction));
    }

    /**
     * @param namesRoles   whether the table has a column of responsible persons
     * @param academicYear that the table is for, or null
     */
    ReadRow read(CutRows.Row row, boolean namesRoles, AcademicYear academicYear) {
        String number = row.text(Column.NUMBER).replaceAll("[\\s№]|[.)]+\\s*$", "");
        String title = CellText.oneLine(row.text(Column.TITLE));
        String result = row.text(Column.RESULT);
        String responsible = row.text(Column.RESPONSIBLE);
        DatePhrase stated = stated(row.text(Column.DATES), academicYear);
        String key = distinct(key(number, title));
        Findings findings = new Findings(corrections.getOrDefault(key, List.of()));
        TitleWords mentioned = TitleWords.of(title, result, stated, dates, context.year());

        findings.words.putAll(Map.of(Field.TITLE, title, Field.WINDOWS, stated.words(), Field.ROLES, responsible,
            Field.RECURRENCE, mentioned.rateWords().isEmpty() ? stated.words() : stated.words() + " / " + mentioned.rateWords(),
            Field.EVIDENCE, result, Field.INDICATORS, result));
        title = findings.title(title);
        findings.askForDates(stated, mentioned);
        if (academicYear != null && !stated.windows().equals(dates.read(stated.words(), context.year()).windows())) {
            findings.notes.add(Question.of("roadmap.reading.ofAcademicYear", String.valueOf(academicYear.begins()), String.valueOf(academicYear.begins() + 1)));
        }
        List<Window> windows = findings.windows(mentioned.windows());
        Recurrence recurrence = findings.recurrence(mentioned.recurrence());
        Set<Role> roles = findings.roles(namesRoles ? readRoles(responsible, findings) : proposedRoles(title, result, findings));
        IndicatorWords.Read read = indicatorWords.read(result, title, context.year());
        findings.askAll(Field.INDICATORS, read.questions());
        List<Indicator> indicators = findings.indicators(read.indicators());
        EvidenceWords.Proposed proposed = EvidenceWords.propose(title, result, roles, indicators, recurrence);
        findings.notes.addAll(proposed.notes());
        Correction.Value corrected = findings.corrected(Field.EVIDENCE);
        Evidence evidence = corrected == null ? proposed.evidence() : corrected.evidence();
        OutcomeKind outcome = corrected == null ? proposed.outcome() : corrected.outcome();
        if (indicators.isEmpty() && recurrence == null && findings.corrected(Field.INDICATORS) == null && outcome != null && outcome.isOfSchools()) {
            // «Размещение данных для второго мониторинга» (seed 004, 01.11) names no result: it is that all have done it
            indicators = List.of(new Indicator(IndicatorKind.FACT, List.of(), null, null, outcome, null, result.isBlank() ? title : result));
        }
        if (row.pieces() > 1) {
            findings.notes.add(Question.of("roadmap.reading.joined"));
        }
        row.sections().forEach(section -> findings.notes.add(Question.of("roadmap.reading.section", section)));
        findings.notes.addAll(mentioned.notes());
        MeasureContent content = new MeasureContent(number, title, stated.words(), windows, recurrence, responsible, roles, result,
            evidence, outcome, indicators);
        return new ReadRow(key, content, findings.open(), findings.notes, findings.namesNobody, findings.words);
    }

    /** A line break in a cell of dates stands for a space («с 23 сентября / по 31 октября») or divides dates. */
    private DatePhrase stated(String cell, AcademicYear academicYear) {
        DatePhrase phrase = dated(CellText.oneLine(cell), academicYear);
        if (cell.contains("\n") && !phrase.questions().isEmpty()) {
            DatePhrase divided = dated(cell.replace("\n", ", "), academicYear);
            return divided.questions().size() < phrase.questions().size() ? divided : phrase;
        }
        return phrase;
    }

    private DatePhrase dated(String words, AcademicYear academicYear) {
        return academicYear == null ? dates.read(words, context.year()) : academicYear.read(words, dates);
    }

    private static Set<Role> readRoles(String responsible, Findings findings) {
        RoleWords.Read read = RoleWords.read(responsible);
        findings.askAll(Field.ROLES, read.questions());
        return read.roles();
    }

    /** Who acts according to the row, else those who were confirmed for the whole table, else whom the level proposes. */
    private Set<Role> proposedRoles(String title, String result, Findings findings) {
        RoleWords.Proposed proposed = RoleWords.propose(context.level(), title, result);
        findings.namesNobody = !proposed.named();
        Set<Role> roles = proposed.named() || context.wholeTable() == null ? proposed.roles() : context.wholeTable();
        if (roles.isEmpty() && context.wholeTable() != null) {
            findings.ask(Field.ROLES, Question.of("roadmap.reading.noRoles"));
        }
        return roles;
    }

    private static String key(String number, String title) {
        String words = CellText.key(title);
        return number + "|" + (words.length() <= LONGEST_KEY ? words : words.substring(0, LONGEST_KEY));
    }

    private String distinct(String key) {
        int count = keys.merge(key, 1, Integer::sum);
        return count == 1 ? key : key + "#" + count;
    }

    /** What was found out about one row. */
    private static final class Findings {

        private final Map<Field, String> words = new EnumMap<>(Field.class);
        private final List<Decision> decisions = new ArrayList<>();
        private final List<Question> notes = new ArrayList<>();
        private final List<Correction> corrections;
        private boolean namesNobody;

        Findings(List<Correction> corrections) {
            this.corrections = corrections;
        }

        void ask(Field field, Question question) {
            decisions.add(new Decision(field, question));
        }

        void askAll(Field field, List<Question> questions) {
            questions.forEach(question -> ask(field, question));
        }

        void askForDates(DatePhrase stated, TitleWords mentioned) {
            if (stated.words().isBlank()) {
                if (mentioned.windows().isEmpty()) {
                    ask(Field.WINDOWS, Question.of("roadmap.reading.noDate"));
                }
            } else {
                askAll(Field.WINDOWS, stated.questions());
            }
            decisions.addAll(mentioned.decisions());
            if (!stated.words().isBlank() && mentioned.windows().isEmpty() && stated.questions().isEmpty()) {
                ask(Field.WINDOWS, Question.of("roadmap.reading.noWindow", stated.words()));
            }
        }

        /** @return null where the field was not corrected, or its words are no longer those */
        Correction.Value corrected(Field field) {
            return corrections.stream().filter(correction -> correction.field() == field && correction.words().equals(words.get(field)))
                .map(Correction::value).reduce((earlier, later) -> later).orElse(null);
        }

        String title(String read) {
            if (read.isEmpty()) {
                ask(Field.TITLE, Question.of("roadmap.reading.noTitle"));
            }
            Correction.Value value = corrected(Field.TITLE);
            return value == null ? read : value.title();
        }

        List<Window> windows(List<Window> read) {
            Correction.Value value = corrected(Field.WINDOWS);
            return value == null ? read : value.windows();
        }

        Recurrence recurrence(Recurrence read) {
            Correction.Value value = corrected(Field.RECURRENCE);
            return value == null ? read : value.recurrence();
        }

        Set<Role> roles(Set<Role> read) {
            Correction.Value value = corrected(Field.ROLES);
            return value == null ? read : value.roles();
        }

        List<Indicator> indicators(List<Indicator> read) {
            Correction.Value value = corrected(Field.INDICATORS);
            return value == null ? read : value.indicators();
        }

        List<Decision> open() {
            return decisions.stream().filter(decision -> corrected(decision.field()) == null).toList();
        }
    }
}
