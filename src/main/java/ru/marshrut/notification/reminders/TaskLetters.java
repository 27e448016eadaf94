package ru.marshrut.notification.reminders;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;
import ru.marshrut.notification.Letter;
import ru.marshrut.notification.ReturnReasons;
import ru.marshrut.notification.ReturnReasons.ReturnReason;
import ru.marshrut.notification.mail.OutboxPost;
import ru.marshrut.territory.Person;
import ru.marshrut.territory.Territory;
import ru.marshrut.work.Answering;
import ru.marshrut.work.OpenTask;
import ru.marshrut.work.OpenTasks;
import ru.marshrut.work.TaskOpened;

/**
 * Writes at once of a task that cannot wait for the morning: one that came back, one that is due by tomorrow, and one
 * without a date, of which no digest tells.
 */
@Component
class TaskLetters {

    private final OpenTasks tasks;
    private final Territory territory;
    private final Answering answering;
    private final List<ReturnReasons> reasons;
    private final TaskWords words;
    private final Memory memory;
    private final OutboxPost post;
    private final Clock clock;

    TaskLetters(OpenTasks tasks, Territory territory, Answering answering, List<ReturnReasons> reasons, TaskWords words, Memory memory,
                OutboxPost post, Clock clock) {
        this.tasks = tasks;
        this.territory = territory;
        this.answering = answering;
        this.reasons = reasons;
        this.words = words;
        this.memory = memory;
        this.post = post;
        this.clock = clock;
    }

    @ApplicationModuleListener
    void on(TaskOpened opened) {
        tasks.byId(opened.taskId()).ifPresent(task -> write(task, opened.returned()));
    }

    private void write(OpenTask task, boolean returned) {
        ZoneId zone = territory.region(task.regionId()).zone();
        LocalDate today = LocalDate.ofInstant(clock.instant(), zone);
        if (!returned && task.due() != null && task.due().day(zone).isAfter(today.plusDays(1))) {
            return;
        }
        Map<String, Object> model = words.of(task, today, zone);
        model.put("returned", returned ? 1 : 0);
        Optional<ReturnReason> reason = returned ? reason(task) : Optional.empty();
        reason.ifPresent(known -> {
            model.put("by", known.by());
            model.put("comment", known.comment());
        });
        String template = reason.isPresent() ? "returned" : "assignment";
        List<Person> people = answering.of(task.responsible(), today);
        people.forEach(person -> post.put(new Letter(person.id(), template, model, "task-" + task.id()), person, zone, null));
        memory.keep(people.stream().map(person -> Told.ofNew(task.id(), person.id())).toList());
    }

    private Optional<ReturnReason> reason(OpenTask task) {
        return reasons.stream().flatMap(each -> each.of(task).stream()).findFirst();
    }
}
