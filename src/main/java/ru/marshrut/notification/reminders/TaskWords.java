package ru.marshrut.notification.reminders;

import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import ru.marshrut.territory.Person;
import ru.marshrut.work.OpenTask;

/** A task and people as the templates of letters know them. */
@Component
class TaskWords {

    static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd.MM.yyyy");
    private static final Locale RUSSIAN = Locale.forLanguageTag("ru");

    private final MessageSource messages;

    TaskWords(MessageSource messages) {
        this.messages = messages;
    }

    /** Keys title, context, due, dueSource, left, path; a task without a date has empty words for it. */
    Map<String, Object> of(OpenTask task, LocalDate today, ZoneId zone) {
        Map<String, Object> words = new HashMap<>();
        words.put("title", task.title());
        words.put("context", task.context() == null ? "" : task.context());
        words.put("path", "/tasks/" + task.id());
        words.put("due", task.due() == null ? "" : DAY.format(task.due().day(zone)));
        words.put("dueSource", task.due() == null || task.due().source() == null ? "" : task.due().source());
        words.put("left", task.due() == null ? "" : left(ChronoUnit.DAYS.between(today, task.due().day(zone))));
        return words;
    }

    private String left(long days) {
        String key = days < 0 ? "overdue" : days == 0 ? "today" : days == 1 ? "tomorrow" : "days";
        return messages.getMessage("notification.left." + key, new Object[] {Math.abs(days)}, RUSSIAN);
    }

    static Map<String, Object> of(Person person) {
        return Map.of("name", person.fullName(), "email", person.email(), "phone", person.phone() == null ? "" : person.phone());
    }
}
