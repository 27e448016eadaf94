package ru.marshrut.calendar.phrases;

import java.time.LocalDate;
import java.time.YearMonth;
import ru.marshrut.calendar.Precision;

/**
 * A day or a span of days as far as the words name it; month and year may come from its neighbours later
 * ({@link Completion}).
 */
final class Point {

    /** BARE is a number whose unit stands further on («5, 12 марта», «3 - 4 кварталы»). */
    enum Unit { BARE, MONTH, QUARTER, HALF, SEASON, YEAR, ACADEMIC }

    /** NONE is the whole unit. Thirds of a month are ten days («начало», «декада»), halves are cut after the 15th. */
    enum Part { NONE, BEGINNING, MIDDLE, END, DECADE_1, DECADE_2, DECADE_3, HALF_1, HALF_2, WEEK_1, WEEK_2, WEEK_3, WEEK_4, LAST_WEEK }

    Unit unit;
    /** Of the month, quarter, half-year; first month of a season; years that an academic span lasts. */
    int number;
    /** Of the month, or null. */
    Integer day;
    Integer year;
    Part part = Part.NONE;
    /** 1 (Monday) to 7, where the words name it beside the day, or null. */
    Integer weekday;
    /** A number in Roman letters or by word is never a day. */
    boolean ordinal;
    /** Whether a written month or a complete date leaves no doubt that a day is meant. */
    boolean plain = true;
    /** Tokens, the last exclusive. */
    int start;
    int end;

    Point(Unit unit, int number, int start) {
        this.unit = unit;
        this.number = number;
        this.start = start;
    }

    boolean named() {
        return unit != Unit.BARE;
    }

    /** Whether it can stand in a calendar: «31 апреля» and a thirteenth month cannot. */
    boolean possible() {
        return switch (unit) {
            case BARE -> false;
            case MONTH -> number >= 1 && number <= 12 && (day == null || day >= 1 && day <= YearMonth.of(year, number).lengthOfMonth());
            case QUARTER -> number >= 1 && number <= 4;
            case HALF -> number >= 1 && number <= 2;
            case SEASON, YEAR, ACADEMIC -> true;
        };
    }

    /** Place in a year, to see whether one comes before another. */
    int order() {
        return switch (unit) {
            case MONTH -> number * 100 + (day == null ? 0 : day);
            case QUARTER -> (number * 3 - 2) * 100;
            case HALF -> (number * 6 - 5) * 100;
            case SEASON -> number * 100;
            case BARE, YEAR, ACADEMIC -> 0;
        };
    }

    /** Whether parts of a month are meant by it. */
    boolean inMonth() {
        return unit == Unit.MONTH;
    }

    LocalDate first() {
        LocalDate first = switch (unit) {
            case MONTH -> LocalDate.of(year, number, day == null ? 1 : day);
            case QUARTER -> LocalDate.of(year, number * 3 - 2, 1);
            case HALF -> LocalDate.of(year, number * 6 - 5, 1);
            case SEASON -> LocalDate.of(year, number, 1);
            case YEAR -> LocalDate.of(year, 1, 1);
            case ACADEMIC -> LocalDate.of(year, 9, 1);
            case BARE -> throw new IllegalStateException("a bare number is no day");
        };
        return inMonth() ? first.plusDays(firstOfPart() - 1L) : first;
    }

    LocalDate last() {
        return switch (unit) {
            case MONTH -> day != null ? first() : lastOfPart();
            case QUARTER, SEASON -> first().plusMonths(3).minusDays(1);
            case HALF -> first().plusMonths(6).minusDays(1);
            case YEAR -> LocalDate.of(year, 12, 31);
            case ACADEMIC -> LocalDate.of(year + number, 8, 31);
            case BARE -> throw new IllegalStateException("a bare number is no day");
        };
    }

    Precision precision() {
        return switch (unit) {
            case MONTH -> switch (part) {
                case DECADE_1, DECADE_2, DECADE_3, HALF_1, HALF_2 -> Precision.DAY;
                default -> day != null ? Precision.DAY : Precision.MONTH;
            };
            case QUARTER, SEASON -> Precision.QUARTER;
            case HALF -> Precision.HALF_YEAR;
            case YEAR, ACADEMIC, BARE -> Precision.YEAR;
        };
    }

    boolean week() {
        return part.compareTo(Part.WEEK_1) >= 0;
    }

    private int firstOfPart() {
        return switch (part) {
            case MIDDLE, DECADE_2 -> 11;
            case END, DECADE_3 -> 21;
            case HALF_2 -> 16;
            case WEEK_2 -> 8;
            case WEEK_3 -> 15;
            case WEEK_4 -> 22;
            case LAST_WEEK -> YearMonth.of(year, number).lengthOfMonth() - 6;
            case NONE, BEGINNING, DECADE_1, HALF_1, WEEK_1 -> 1;
        };
    }

    private LocalDate lastOfPart() {
        YearMonth month = YearMonth.of(year, number);
        return switch (part) {
            case BEGINNING, DECADE_1 -> month.atDay(10);
            case MIDDLE, DECADE_2 -> month.atDay(20);
            case HALF_1 -> month.atDay(15);
            case WEEK_1, WEEK_2, WEEK_3, WEEK_4 -> month.atDay(firstOfPart() + 6);
            case NONE, END, DECADE_3, HALF_2, LAST_WEEK -> month.atEndOfMonth();
        };
    }
}
