package ru.marshrut.roadmap.running;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import ru.marshrut.calendar.DayOffNotes;
import ru.marshrut.calendar.Window;
import ru.marshrut.roadmap.Measure;
import ru.marshrut.roadmap.RoadMap;
import ru.marshrut.work.Due;

/** When the work of a measure is due: by its extension, else as published. */
@Component
class MeasureDues {

    /** A decision or a check is due so many days after it has come up. */
    private static final int DECISION_DAYS = 3;
    /** What is counted of a window that was over when its work opened is given so many days before it is judged. */
    private static final int GRACE_DAYS = 7;
    /** Days. */
    private static final int ASKED_BEFORE = 14;
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd.MM.yyyy");

    private final DayOffNotes dayOff;
    private final MessageSource messages;
    private final Clock clock;

    MeasureDues(DayOffNotes dayOff, MessageSource messages, Clock clock) {
        this.dayOff = dayOff;
        this.messages = messages;
        this.clock = clock;
    }

    LocalDate today(RoadMap map) {
        return map.dayAt(clock.instant());
    }

    /** The window that a measure has come to. Where an amendment leaves it fewer, the last. */
    static Window window(Measure measure, int taken) {
        List<Window> windows = measure.content().windows();
        return windows.get(Math.min(Math.max(taken, 1), windows.size()) - 1);
    }

    /** Last day of the window, or a later one where that was granted; null where the end is open. */
    static LocalDate lastDay(Measure measure, int taken) {
        return measure.extendedUntil() == null ? window(measure, taken).due() : measure.extendedUntil();
    }

    /** Stays as published, with a word beside it where that is a day off; null where the end is open. */
    Due due(RoadMap map, Measure measure, int taken) {
        LocalDate last = lastDay(measure, taken);
        if (last == null) {
            return null;
        }
        String source = measure.extendedUntil() == null ? published(map) : words("roadmap.due.extended", DAY.format(last));
        return new Due(endOf(last, map), dayOff.on(last).map(note -> source + "; " + note).orElse(source));
    }

    /** Who gives a date, and until when it was extended, if it was. */
    String source(RoadMap map, LocalDate extendedUntil) {
        return extendedUntil == null ? published(map) : published(map) + ", " + words("roadmap.due.extended", DAY.format(extendedUntil));
    }

    private String published(RoadMap map) {
        return words("roadmap.due.published", map.title(), map.orderNumber(), DAY.format(map.orderDate()));
    }

    Due decision(RoadMap map) {
        return decision(map, DECISION_DAYS);
    }

    Due decision(RoadMap map, int days) {
        return new Due(endOf(today(map).plusDays(days), map), words("roadmap.due.decision"));
    }

    /** When the work that opens now is judged: at the end of the window, of the year where that is open. */
    Instant judgedAt(RoadMap map, Measure measure, int taken) {
        LocalDate last = lastDay(measure, taken);
        LocalDate on = last == null ? LocalDate.of(map.year(), 12, 31) : last;
        LocalDate today = today(map);
        return endOf(on.isBefore(today) ? today.plusDays(GRACE_DAYS) : on, map);
    }

    /** A day as it is written for people. */
    static String day(LocalDate day) {
        return DAY.format(day);
    }

    /**
     * The day on which the work of a window opens; null where it may begin at any time. A document that is due on a single
     * day («25 мая 2021 г.», seed 002, row 7) is asked for before, since schools could not make it on that day.
     */
    static LocalDate opensOn(Measure measure, Window window) {
        boolean deadline = window.start() != null && window.start().equals(window.due()) && SchoolWork.asked(measure.content()).isPresent();
        return deadline ? window.start().minusDays(ASKED_BEFORE) : window.start();
    }

    /** Now where a window may begin at any time. */
    Instant begin(RoadMap map, Measure measure, Window window) {
        LocalDate day = opensOn(measure, window);
        return day == null ? clock.instant() : beginOf(day, map);
    }

    private static Instant beginOf(LocalDate day, RoadMap map) {
        return day.atStartOfDay(map.zone()).toInstant();
    }

    static Instant endOf(LocalDate day, RoadMap map) {
        return beginOf(day.plusDays(1), map);
    }

    private String words(String code, Object... arguments) {
        return messages.getMessage(code, arguments, Locale.forLanguageTag("ru"));
    }
}
