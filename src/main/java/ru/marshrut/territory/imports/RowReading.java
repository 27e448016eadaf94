package ru.marshrut.territory.imports;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Takes values out of one row and notes what is wrong with them; a wrong or missing value is null. */
final class RowReading {

    private static final int LONGEST = 500;
    private static final Pattern DAY = Pattern.compile("(\\d{1,2})\\.(\\d{1,2})\\.(\\d{4})(?:\\s*г\\.?)?");

    private final Row row;
    private final Problems problems;
    private boolean sound = true;

    RowReading(Row row, Problems problems) {
        this.row = row;
        this.problems = problems;
    }

    boolean isSound() {
        return sound;
    }

    /** @return the text; null where it is blank, which is noted if the column requires a value */
    String text(String column) {
        String text = row.text(column);
        if (text.isEmpty()) {
            if (row.sheet().requires(column)) {
                wrong(column, "empty");
            }
            return null;
        }
        if (text.startsWith(SpreadsheetRows.FORMULA_ERROR)) {
            wrong(column, "formulaError");
            return null;
        }
        if (text.length() > LONGEST) {
            wrong(column, "tooLong", String.valueOf(LONGEST));
            return null;
        }
        return text;
    }

    LocalDate day(String column) {
        return value(column, RowReading::parsedDay, "notADate");
    }

    <T> T value(String column, Function<String, Optional<T>> meaning, String code, Object... arguments) {
        String text = text(column);
        if (text == null) {
            return null;
        }
        return meaning.apply(text).orElseGet(() -> {
            wrong(column, code, arguments);
            return null;
        });
    }

    void wrong(String column, String code, Object... arguments) {
        sound = false;
        problems.add(row.sheet(), row.number(), column, column == null ? "" : row.text(column), code, arguments);
    }

    private static Optional<LocalDate> parsedDay(String text) {
        Matcher parts = DAY.matcher(text);
        if (!parts.matches()) {
            return Optional.empty();
        }
        try {
            LocalDate day = LocalDate.of(Integer.parseInt(parts.group(3)), Integer.parseInt(parts.group(2)), Integer.parseInt(parts.group(1)));
            return day.getYear() < 2000 || day.getYear() > 2100 ? Optional.empty() : Optional.of(day);
        } catch (DateTimeException e) {
            return Optional.empty(); // no such day, as 31.02
        }
    }
}
