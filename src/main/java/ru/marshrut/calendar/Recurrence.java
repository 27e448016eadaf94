package ru.marshrut.calendar;

/**
 * How often something is done within its window.
 *
 * @param count times in each day, week, month or quarter
 * @param byDay day of the month until which it is done («до 25 числа каждого месяца»), or null
 */
public record Recurrence(Kind kind, int count, Integer byDay) {

    public enum Kind { DAILY, WEEKLY, MONTHLY, QUARTERLY }

    public static Recurrence of(Kind kind, int count) {
        return new Recurrence(kind, count, null);
    }
}
