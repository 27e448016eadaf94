package ru.marshrut.calendar;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.Locale;
import java.util.Optional;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** What people are told beside a due date on a weekend or holiday. */
@Component
public class DayOffNotes {

    private static final Locale RUSSIAN = Locale.forLanguageTag("ru");
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd.MM.yyyy");

    private final WorkingDays workingDays;
    private final MessageSource messages;

    DayOffNotes(WorkingDays workingDays, MessageSource messages) {
        this.workingDays = workingDays;
        this.messages = messages;
    }

    /** «воскресенье, нерабочий день: последний рабочий — 03.11.2021»; empty where there is nothing to say. */
    public Optional<String> on(LocalDate due) {
        return workingDays.besides(due).map(working -> messages.getMessage(
            working.isBefore(due) ? "calendar.dayOff.previous" : "calendar.dayOff.next",
            new Object[] {due.getDayOfWeek().getDisplayName(TextStyle.FULL_STANDALONE, RUSSIAN), DAY.format(working)}, RUSSIAN));
    }
}
