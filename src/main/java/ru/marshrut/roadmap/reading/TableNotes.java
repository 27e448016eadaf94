package ru.marshrut.roadmap.reading;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import ru.marshrut.roadmap.MeasureContent;
import ru.marshrut.shared.Question;

/** What is noticed only when the rows of a table are looked at together. */
final class TableNotes {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd.MM.yyyy");
    private static final Pattern NUMBER = Pattern.compile("((?:\\d{1,4}\\.)*)(\\d{1,4})");
    private static final Pattern COUNTED = Pattern.compile("\\d\\s?%|\\d\\s?-?х\\s");
    /** One row in ten may stand out of order for the table to count as ordered by its dates. */
    private static final int IN_ORDER = 10;
    private static final int ENOUGH_ROWS = 5;
    /** Rows on both sides whose description can have slipped. */
    private static final int NEIGHBOURS = 3;
    private static final int STEM = 4;

    private final List<MeasureContent> rows;
    private final Set<Integer> sectionStarts;
    private final List<List<Question>> notes = new ArrayList<>();

    private TableNotes(List<MeasureContent> rows, Set<Integer> sectionStarts) {
        this.rows = rows;
        this.sectionStarts = sectionStarts;
        rows.forEach(row -> notes.add(new ArrayList<>()));
    }

    /**
     * @param sectionStarts rows right below the heading of a section, where numbers may begin anew
     * @return notes by row
     */
    static List<List<Question>> of(List<MeasureContent> rows, Set<Integer> sectionStarts) {
        TableNotes table = new TableNotes(rows, sectionStarts);
        table.numbers();
        table.order();
        table.slippedDescriptions();
        return table.notes;
    }

    private void numbers() {
        if (rows.stream().allMatch(row -> row.number().isEmpty())) {
            return;
        }
        Set<String> seen = new HashSet<>();
        Map<String, Integer> last = new HashMap<>();
        for (int i = 0; i < rows.size(); i++) {
            String number = rows.get(i).number();
            if (sectionStarts.contains(i)) {
                seen.clear();
                last.clear();
            }
            Matcher parts = NUMBER.matcher(number);
            if (number.isEmpty()) {
                notes.get(i).add(Question.of("roadmap.reading.noNumber"));
            } else if (!seen.add(number)) {
                notes.get(i).add(Question.of("roadmap.reading.numberTwice", number));
            } else if (parts.matches()) {
                int count = Integer.parseInt(parts.group(2));
                Integer before = last.put(parts.group(1), count);
                if (before != null && count != before + 1) {
                    notes.get(i).add(Question.of("roadmap.reading.numberOutOfSequence", number, parts.group(1) + before));
                }
            }
        }
    }

    /** Seed 004: 30.04.2021 below 15.05.2021. Said only of a table that is otherwise ordered by its dates. */
    private void order() {
        List<Integer> breaks = new ArrayList<>();
        LocalDate before = null;
        for (int i = 0; i < rows.size(); i++) {
            LocalDate day = first(rows.get(i));
            if (day != null && before != null && day.isBefore(before)) {
                breaks.add(i);
            }
            before = day == null ? before : day;
        }
        if (rows.size() >= ENOUGH_ROWS && breaks.size() * IN_ORDER <= rows.size()) {
            breaks.forEach(i -> notes.get(i).add(Question.of("roadmap.reading.outOfOrder", DAY.format(first(rows.get(i))),
                rows.get(i - 1).title(), rows.get(i - 1).dateWords())));
        }
    }

    private static LocalDate first(MeasureContent row) {
        return row.windows().stream().findFirst().map(window -> window.start() == null ? window.due() : window.start()).orElse(null);
    }

    /**
     * Seed 004, 21.06: the description says nearly the same as that of a neighbour and speaks of the neighbour's title
     * rather than of its own. Results that count something repeat themselves and are left alone.
     */
    private void slippedDescriptions() {
        for (int i = 0; i < rows.size(); i++) {
            MeasureContent row = rows.get(i);
            if (row.expectedResult().isEmpty() || COUNTED.matcher(row.expectedResult()).find()) {
                continue;
            }
            Set<String> words = stems(row.expectedResult());
            for (int j = Math.max(0, i - NEIGHBOURS); j <= Math.min(rows.size() - 1, i + NEIGHBOURS); j++) {
                MeasureContent other = rows.get(j);
                if (i != j && !other.expectedResult().isEmpty() && !other.title().equals(row.title())
                    && share(words, stems(row.title())) < 0.35 && share(words, stems(other.title())) >= 0.5
                    && alike(words, stems(other.expectedResult())) >= 0.7) {
                    notes.get(i).add(Question.of("roadmap.reading.descriptionOfOther", other.title(), other.dateWords()));
                    break;
                }
            }
        }
    }

    private static double share(Set<String> words, Set<String> ofTitle) {
        return ofTitle.isEmpty() ? 0 : (double) ofTitle.stream().filter(words::contains).count() / ofTitle.size();
    }

    private static double alike(Set<String> one, Set<String> other) {
        long both = one.stream().filter(other::contains).count();
        return (double) both / (one.size() + other.size() - both);
    }

    private static Set<String> stems(String text) {
        return Arrays.stream(CellText.key(text).split(" ")).filter(word -> word.length() >= STEM)
            .map(word -> word.substring(0, STEM)).collect(Collectors.toSet());
    }
}
