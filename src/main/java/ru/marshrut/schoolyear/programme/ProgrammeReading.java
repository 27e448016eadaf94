package ru.marshrut.schoolyear.programme;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import ru.marshrut.roadmap.reading.RawTable;
import ru.marshrut.shared.Question;

/** Finds a programme in the tables of a file. What it does not understand it marks, and never guesses. */
final class ProgrammeReading {

    /** Rows above the headings: a title, who approved it. */
    private static final int HEADINGS_WITHIN = 12;
    private static final Set<ProgrammeColumn> EXPECTED = EnumSet.of(ProgrammeColumn.TASK, ProgrammeColumn.INDICATOR, ProgrammeColumn.RESPONSIBLE,
        ProgrammeColumn.EVIDENCE);

    private final Map<String, String> directions;
    private final Function<String, ProgrammeSpan> dates;

    /** @param directions names by code */
    ProgrammeReading(Map<String, String> directions, Function<String, ProgrammeSpan> dates) {
        this.directions = directions;
        this.dates = dates;
    }

    /** @param chosen columns by table where they were chosen by hand */
    ReadProgramme read(List<RawTable> tables, Map<Integer, List<ProgrammeColumn>> chosen) {
        List<ReadProgramme.Table> read = new ArrayList<>();
        for (int index = 0; index < tables.size(); index++) {
            table(index, tables.get(index), chosen.get(index)).ifPresent(read::add);
        }
        return new ReadProgramme(List.copyOf(read));
    }

    private Optional<ReadProgramme.Table> table(int index, RawTable table, List<ProgrammeColumn> chosen) {
        for (int at = 0; at < Math.min(HEADINGS_WITHIN, table.rows().size()); at++) {
            List<String> headings = table.rows().get(at);
            if (namesProgramme(columns(headings))) {
                boolean twoRows = at + 1 < table.rows().size() && goesOn(headings, table.rows().get(at + 1));
                List<String> all = twoRows ? joined(headings, table.rows().get(at + 1)) : headings;
                List<ProgrammeColumn> columns = chosen != null && chosen.size() == all.size() ? chosen
                    : columns(twoRows ? deepest(headings, table.rows().get(at + 1)) : headings);
                return Optional.of(table(index, table, all, columns, at, at + (twoRows ? 2 : 1)));
            }
        }
        return Optional.empty();
    }

    private ReadProgramme.Table table(int index, RawTable table, List<String> headings, List<ProgrammeColumn> columns, int headingRow, int first) {
        List<ReadProgramme.Row> rows = new ArrayList<>();
        List<Question> notes = notes(headings, columns);
        Section section = new Section(null, "");
        for (int at = first; at < table.rows().size(); at++) {
            List<String> cells = table.rows().get(at);
            List<String> words = cells.stream().filter(cell -> !cell.isBlank()).toList();
            Set<String> distinct = new LinkedHashSet<>(words);
            if (words.isEmpty() || cells.equals(table.rows().get(headingRow)) || isNumbering(words)) {
                continue;
            }
            if (distinct.size() == 1 && !isMeasureOnly(cells, columns)) {
                section = section.then(words.get(0), directionIn(words.get(0)));
                if (section.saysNothing()) {
                    notes.add(Question.of("schoolyear.programme.unclear.line", at - headingRow + 1, words.get(0)));
                }
                continue;
            }
            rows.add(row(at - headingRow + 1, cells, headings, columns, section));
        }
        return new ReadProgramme.Table(index, table.caption(), headings, Collections.unmodifiableList(columns), List.copyOf(notes), List.copyOf(rows));
    }

    private ReadProgramme.Row row(int number, List<String> cells, List<String> headings, List<ProgrammeColumn> columns, Section section) {
        List<Question> unclear = new ArrayList<>();
        String directionWords = cell(cells, columns, ProgrammeColumn.DIRECTION);
        String direction = directionWords.isEmpty() ? section.direction() : directionIn(directionWords).orElse(null);
        if (direction == null && !directionWords.isEmpty()) {
            unclear.add(Question.of("schoolyear.programme.unclear.direction", number, heading(headings, columns, ProgrammeColumn.DIRECTION), directionWords));
        } else {
            directionWords = "";
        }
        String dateWords = dateWords(cells, columns);
        ProgrammeSpan span = dates.apply(dateWords);
        if (!dateWords.isEmpty() && !span.understood()) {
            unclear.add(Question.of("schoolyear.programme.unclear.dates", number, dateHeading(headings, columns), dateWords));
        }
        String task = cell(cells, columns, ProgrammeColumn.TASK);
        String measure = cell(cells, columns, ProgrammeColumn.MEASURE);
        if (measure.isEmpty()) {
            unclear.add(Question.of("schoolyear.programme.unclear.measure", number, heading(headings, columns, ProgrammeColumn.MEASURE)));
        }
        return new ReadProgramme.Row(number, new ProgrammeText(direction, directionWords, task.isEmpty() ? section.task() : task, measure,
            cell(cells, columns, ProgrammeColumn.INDICATOR), dateWords, cell(cells, columns, ProgrammeColumn.RESPONSIBLE),
            cell(cells, columns, ProgrammeColumn.EVIDENCE)), span, List.copyOf(unclear));
    }

    /** What a line across the whole table says of the rows below it. */
    private record Section(String direction, String task) {

        boolean saysNothing() {
            return direction == null && task.isEmpty();
        }

        Section then(String words, Optional<String> named) {
            if (named.isPresent()) {
                return new Section(named.get(), "");
            }
            boolean setsTask = ProgrammeColumn.of(words) == ProgrammeColumn.TASK && words.contains(":");
            return setsTask ? new Section(direction, words.substring(words.indexOf(':') + 1).strip()) : new Section(null, "");
        }
    }

    /** Only where the words are the direction's name, with or without what usually stands around it. */
    private Optional<String> directionIn(String words) {
        String said = key(words).replaceAll("^(?:\\d+ )?(?:(?:рисков\\S*|активированн\\S*) )?(?:(?:направлен\\S*|фактор\\S*|риск\\S*) )*(?:\\d+ )?", "");
        List<String> named = directions.entrySet().stream().filter(one -> said.equals(key(one.getValue())) || key(words).contains(key(one.getValue())))
            .map(Map.Entry::getKey).toList();
        return named.size() == 1 ? Optional.of(named.get(0)) : Optional.empty();
    }

    private static List<Question> notes(List<String> headings, List<ProgrammeColumn> columns) {
        List<Question> notes = new ArrayList<>();
        for (int at = 0; at < columns.size(); at++) {
            if (columns.get(at) == null) {
                notes.add(headings.get(at).isBlank() ? Question.of("schoolyear.programme.unclear.columnWithoutHeading", at + 1)
                    : Question.of("schoolyear.programme.unclear.column", at + 1, headings.get(at)));
            }
        }
        for (ProgrammeColumn expected : EXPECTED) {
            if (!columns.contains(expected)) {
                notes.add(Question.of("schoolyear.programme.unclear.noColumn." + expected));
            }
        }
        if (!columns.contains(ProgrammeColumn.DATES) && !columns.contains(ProgrammeColumn.END)) {
            notes.add(Question.of("schoolyear.programme.unclear.noColumn." + ProgrammeColumn.DATES));
        }
        return notes;
    }

    /** Each kind once: a second column of a kind is asked about. */
    private static List<ProgrammeColumn> columns(List<String> headings) {
        Set<ProgrammeColumn> taken = EnumSet.noneOf(ProgrammeColumn.class);
        List<ProgrammeColumn> columns = new ArrayList<>();
        for (String heading : headings) {
            ProgrammeColumn column = ProgrammeColumn.of(heading);
            columns.add(column == null || !taken.add(column) ? null : column);
        }
        return columns;
    }

    private static boolean namesProgramme(List<ProgrammeColumn> columns) {
        long known = columns.stream().filter(Objects::nonNull).filter(column -> column != ProgrammeColumn.NUMBER).count();
        return columns.contains(ProgrammeColumn.MEASURE) && known >= 2;
    }

    /** Headings of two rows: «Сроки» above «начало» and «окончание», all others merged down. */
    private static boolean goesOn(List<String> headings, List<String> below) {
        boolean same = false;
        boolean deeper = false;
        for (int at = 0; at < headings.size(); at++) {
            same |= !headings.get(at).isBlank() && headings.get(at).equals(below.get(at));
            deeper |= !headings.get(at).equals(below.get(at)) && ProgrammeColumn.of(below.get(at)) != null;
        }
        return same && deeper;
    }

    private static List<String> deepest(List<String> headings, List<String> below) {
        List<String> deepest = new ArrayList<>();
        for (int at = 0; at < headings.size(); at++) {
            deepest.add(ProgrammeColumn.of(below.get(at)) == null ? headings.get(at) : below.get(at));
        }
        return deepest;
    }

    private static List<String> joined(List<String> headings, List<String> below) {
        List<String> joined = new ArrayList<>();
        for (int at = 0; at < headings.size(); at++) {
            joined.add(headings.get(at).equals(below.get(at)) ? headings.get(at) : (headings.get(at) + ": " + below.get(at)).strip());
        }
        return joined;
    }

    /** «1 2 3 4»: the columns numbered below their headings. */
    private static boolean isNumbering(List<String> words) {
        return words.size() > 2 && words.stream().allMatch(word -> word.matches("\\d{1,2}\\.?"));
    }

    /** A row in which nothing but the measure was filled in is a measure, not a line across the table. */
    private static boolean isMeasureOnly(List<String> cells, List<ProgrammeColumn> columns) {
        int measure = columns.indexOf(ProgrammeColumn.MEASURE);
        return measure >= 0 && !cells.get(measure).isBlank() && cells.stream().filter(cell -> !cell.isBlank()).count() == 1;
    }

    private static String dateWords(List<String> cells, List<ProgrammeColumn> columns) {
        String words = cell(cells, columns, ProgrammeColumn.DATES);
        String start = cell(cells, columns, ProgrammeColumn.START);
        String end = cell(cells, columns, ProgrammeColumn.END);
        if (start.isEmpty() && end.isEmpty()) {
            return words;
        }
        String span = (start.isEmpty() ? "" : "с " + start + " ") + (end.isEmpty() ? "" : "по " + end);
        return span.strip();
    }

    private static String dateHeading(List<String> headings, List<ProgrammeColumn> columns) {
        ProgrammeColumn column = Arrays.asList(ProgrammeColumn.DATES, ProgrammeColumn.END, ProgrammeColumn.START).stream()
            .filter(columns::contains).findFirst().orElseThrow();
        return heading(headings, columns, column);
    }

    private static String heading(List<String> headings, List<ProgrammeColumn> columns, ProgrammeColumn column) {
        return columns.contains(column) ? headings.get(columns.indexOf(column)) : "";
    }

    private static String cell(List<String> cells, List<ProgrammeColumn> columns, ProgrammeColumn column) {
        int at = columns.indexOf(column);
        return at < 0 || at >= cells.size() ? "" : cells.get(at).strip();
    }

    private static String key(String text) {
        return text.toLowerCase(Locale.ROOT).replace('ё', 'е').replaceAll("[^\\p{L}\\p{Nd}]+", " ").strip();
    }
}
