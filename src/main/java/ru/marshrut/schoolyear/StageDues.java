package ru.marshrut.schoolyear;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import ru.marshrut.territory.Territory;
import ru.marshrut.work.Due;

/** A stage's last day as its tasks show it. */
@Component
public class StageDues {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd.MM.yyyy");

    private final Territory territory;
    private final MessageSource messages;

    StageDues(Territory territory, MessageSource messages) {
        this.territory = territory;
        this.messages = messages;
    }

    /** Granted extension, else the published day; null where there is none. */
    public Due of(StageStanding standing, long regionId) {
        if (standing.lastDay() == null) {
            return null;
        }
        String source = standing.extendedUntil() == null ? standing.dueSource()
            : messages.getMessage("schoolyear.due.extended", new Object[] {DAY.format(standing.extendedUntil())}, Locale.forLanguageTag("ru"));
        return endOf(standing.lastDay(), regionId, source);
    }

    Due endOf(LocalDate day, long regionId, String source) {
        return new Due(day.plusDays(1).atStartOfDay(territory.region(regionId).zone()).toInstant(), source);
    }
}
