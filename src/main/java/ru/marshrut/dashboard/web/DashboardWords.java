package ru.marshrut.dashboard.web;

import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.regex.Pattern;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import ru.marshrut.calendar.DayOffNotes;
import ru.marshrut.work.OpenTask;

/** Days and counts as the dashboards say them. */
@Component
class DashboardWords {

    static final Locale RUSSIAN = Locale.forLanguageTag("ru");
    static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd.MM.yyyy");

    private static final Pattern RUSSIAN_NUMBER = Pattern.compile("^\\+7 ?(\\d{3}) ?(\\d{3})[ -]?(\\d{2})[ -]?(\\d{2})$");

    private final MessageSource messages;
    private final DayOffNotes dayOffs;

    DashboardWords(MessageSource messages, DayOffNotes dayOffs) {
        this.messages = messages;
        this.dayOffs = dayOffs;
    }

    String of(String code, Object... arguments) {
        return messages.getMessage(code, arguments, RUSSIAN);
    }

    /** The words of a code, or what is given where no bundle has them. */
    String or(String code, String otherwise) {
        return messages.getMessage(code, null, otherwise, RUSSIAN);
    }

    /** A count with its noun; the bundle has the three forms {@code code.one}, {@code code.few} and {@code code.many}. */
    String counted(String code, long count) {
        return of(code + "." + form(count), count);
    }

    TaskLine line(OpenTask task, String school, ZoneId zone, LocalDate today) {
        LocalDate day = task.due() == null ? null : task.due().day(zone);
        long left = day == null ? 0 : ChronoUnit.DAYS.between(today, day);
        String badge = day == null ? of("dashboard.due.none") : left < 0 ? counted("dashboard.late", -left)
            : left == 0 ? of("dashboard.left.today") : counted("dashboard.left", left);
        String tone = day == null ? "" : left < 0 ? "late" : left <= 3 ? "warn" : "ok";
        return new TaskLine(task.id(), task.title(), task.context(), school, day == null ? null : DAY.format(day),
            day == null || left < 0 ? null : dayOffs.on(day).orElse(null), badge, tone, DAY.format(task.openedAt().atZone(zone)));
    }

    /** A Russian number in groups that are easy to dial, such as +7 900 000-00-00; any other as it is kept. */
    public String phone(String number) {
        return RUSSIAN_NUMBER.matcher(number).replaceFirst("+7 $1 $2-$3-$4");
    }

    /** Russian plural forms: 1, 21 день; 2–4, 22 дня; 0, 5–20, 25 дней. */
    static String form(long count) {
        long tens = count % 100;
        long ones = count % 10;
        if (ones == 1 && tens != 11) {
            return "one";
        }
        return ones >= 2 && ones <= 4 && (tens < 12 || tens > 14) ? "few" : "many";
    }

    /**
     * @param school name, or null
     * @param until  the last day, or null
     * @param dayOff what is said beside a last day that is no working day, or null
     * @param tone   class of the badge
     * @param since  the day from which it waits
     */
    record TaskLine(String id, String title, String context, String school, String until, String dayOff, String badge, String tone,
                    String since) {}
}
