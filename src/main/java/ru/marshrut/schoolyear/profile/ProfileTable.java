package ru.marshrut.schoolyear.profile;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Profiles of many schools: a row for each school by its code, a column for each direction. What cannot be read beyond doubt is
 * a problem with its place; a row without any level is left out, since templates name all schools.
 */
final class ProfileTable {

    private static final String CODE = "code";
    private static final Set<String> CODES = Set.of("кодшколы", "код", "логиншколы", "логин");
    /** Columns that help people and are not read. */
    private static final Set<String> BESIDE = Set.of("школа", "названиешколы", "муниципалитет", "муниципальноеобразование", "№", "");

    private final Map<String, String> directions;
    private final FileProblems problems;
    private final Map<String, Row> rows = new LinkedHashMap<>();
    private int empty;

    ProfileTable(Map<String, String> directions, FileProblems problems) {
        this.directions = directions;
        this.problems = problems;
    }

    /** A school's row; {@code code} as it was written, {@code levels} of all directions unless the row has problems. */
    record Row(String sheet, int number, String code, String codeColumn, Map<String, RiskLevel> levels) {}

    void read(List<SheetCells.Sheet> sheets) {
        boolean headed = false;
        for (SheetCells.Sheet sheet : sheets) {
            Optional<Integer> head = sheet.rows().entrySet().stream().filter(row -> row.getValue().values().stream().anyMatch(ProfileTable::isCode))
                .map(Map.Entry::getKey).findFirst();
            headed |= head.isPresent();
            head.ifPresent(row -> read(sheet, row));
        }
        if (!headed) {
            problems.add("", 0, "", "", "noCodeColumn");
        }
    }

    private static boolean isCode(String heading) {
        return CODES.stream().map(Words::letters).anyMatch(Words.letters(heading)::equals);
    }

    private void read(SheetCells.Sheet sheet, int headRow) {
        NavigableMap<Integer, String> headings = sheet.rows().get(headRow);
        Map<String, Integer> columns = columns(sheet.name(), headRow, headings);
        if (columns.size() > directions.size()) {
            sheet.rows().tailMap(headRow, false).forEach((number, cells) -> row(sheet.name(), number, cells, columns, headings));
        }
    }

    /** Columns by direction and of the code; problems where one is missing, doubled or unknown. */
    private Map<String, Integer> columns(String sheet, int row, NavigableMap<Integer, String> headings) {
        Map<String, Integer> columns = new HashMap<>();
        headings.forEach((column, heading) -> {
            Optional<String> means = isCode(heading) ? Optional.of(CODE) : Words.direction(heading, directions);
            if (means.isEmpty()) {
                if (BESIDE.stream().map(Words::letters).noneMatch(Words.letters(heading)::equals)) {
                    problems.add(sheet, row, heading, heading, "unknownColumn");
                }
            } else if (columns.putIfAbsent(means.get(), column) != null) {
                problems.add(sheet, row, heading, heading, "columnTwice");
            }
        });
        directions.forEach((code, name) -> {
            if (!columns.containsKey(code)) {
                problems.add(sheet, row, name, "", "missingColumn", name);
            }
        });
        return columns;
    }

    private void row(String sheet, int number, NavigableMap<Integer, String> cells, Map<String, Integer> columns, NavigableMap<Integer, String> headings) {
        String codeColumn = headings.get(columns.get(CODE));
        String code = cells.getOrDefault(columns.get(CODE), "");
        boolean filled = directions.keySet().stream().anyMatch(direction -> cells.containsKey(columns.get(direction)));
        if (!filled) {
            empty += code.isEmpty() ? 0 : 1;
            return;
        }
        if (code.isEmpty()) {
            problems.add(sheet, number, codeColumn, "", "emptyCode");
            return;
        }
        Map<String, RiskLevel> levels = new TreeMap<>();
        directions.keySet().forEach(direction -> {
            int column = columns.get(direction);
            problems.level(sheet, number, headings.get(column), cells.getOrDefault(column, "")).ifPresent(level -> levels.put(direction, level));
        });
        Row before = rows.putIfAbsent(code.toLowerCase(Locale.ROOT), new Row(sheet, number, code, codeColumn, levels));
        if (before != null) {
            problems.add(sheet, number, codeColumn, code, "schoolTwice", before.sheet(), before.number());
        }
    }

    /** By code in lower case. */
    Map<String, Row> rows() {
        return rows;
    }

    /** Schools that are named without any level. */
    int empty() {
        return empty;
    }
}
