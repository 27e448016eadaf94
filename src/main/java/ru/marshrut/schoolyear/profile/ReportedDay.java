package ru.marshrut.schoolyear.profile;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import ru.marshrut.shared.Refusal;

/** A day on which something is said to have happened: it has come, and lies in the year of the programme. */
final class ReportedDay {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd.MM.yyyy");

    private ReportedDay() {}

    static LocalDate checked(String field, LocalDate on, int year, LocalDate today) {
        if (on.isAfter(today)) {
            throw Refusal.ofField(field, "schoolyear.day.future", DAY.format(on), DAY.format(today));
        }
        if (on.getYear() < year) {
            throw Refusal.ofField(field, "schoolyear.day.before", DAY.format(on), String.valueOf(year));
        }
        return on;
    }
}
