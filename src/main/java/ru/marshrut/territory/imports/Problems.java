package ru.marshrut.territory.imports;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import ru.marshrut.territory.ImportProblem;

/** Collects what is wrong in a workbook, in words. */
final class Problems {

    private record Found(Sheet sheet, int row, int column, ImportProblem problem) {}

    private final Words words;
    private final List<Found> found = new ArrayList<>();

    Problems(Words words) {
        this.words = words;
    }

    /** @param column of the sheet, or null for the row as a whole */
    void add(Sheet sheet, int row, String column, String value, String code, Object... arguments) {
        found.add(new Found(sheet, row, sheet.columns().indexOf(column), new ImportProblem(words.sheet(sheet), row,
            column == null ? "" : words.column(sheet, column), value, words.text("territory.import." + code, arguments))));
    }

    /** By sheet, row and column. */
    List<ImportProblem> list() {
        return found.stream()
            .sorted(Comparator.comparing(Found::sheet).thenComparingInt(Found::row).thenComparingInt(Found::column))
            .map(Found::problem).toList();
    }
}
