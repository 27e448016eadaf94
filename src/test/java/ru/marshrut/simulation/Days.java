package ru.marshrut.simulation;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.jdbc.core.simple.JdbcClient;
import ru.marshrut.access.Viewer;
import ru.marshrut.access.Viewers;
import ru.marshrut.calendar.MovableClock;
import ru.marshrut.shared.NotYours;
import ru.marshrut.territory.Person;
import ru.marshrut.work.Answering;
import ru.marshrut.work.FormInput;
import ru.marshrut.work.OpenTask;
import ru.marshrut.work.OpenTasks;
import ru.marshrut.work.Tasks;

/**
 * Day after day: what falls due is done by the engine, then people do the tasks that they have planned for the day. Nobody
 * knows of a task before it is in his list.
 */
class Days {

    static final ZoneId MOSCOW = ZoneId.of("Europe/Moscow");

    private final EngineDay engine;
    private final OpenTasks open;
    private final Tasks tasks;
    private final Answering answering;
    private final Viewers viewers;
    private final Keyboard keyboard;
    private final List<Answers> answers;
    private final JdbcClient jdbc;
    private final MovableClock clock;

    private final TreeMap<LocalDate, List<String>> planned = new TreeMap<>();
    private final Map<String, Integer> times = new HashMap<>();
    private final AtomicLong done = new AtomicLong();
    private final AtomicLong withdrawn = new AtomicLong();
    private Instant looked = Instant.EPOCH;

    Days(EngineDay engine, OpenTasks open, Tasks tasks, Answering answering, Viewers viewers, Keyboard keyboard, List<Answers> answers,
         JdbcClient jdbc, MovableClock clock) {
        this.engine = engine;
        this.open = open;
        this.tasks = tasks;
        this.answering = answering;
        this.viewers = viewers;
        this.keyboard = keyboard;
        this.answers = answers;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    void begin(LocalDate day) {
        clock.moveTo(day.atTime(LocalTime.of(10, 0)).atZone(MOSCOW).toInstant());
    }

    /** What is due happens, and everybody does what he has planned for today. */
    void work(LocalDate today, Behaviour behaviour, Workers workers) {
        engine.settle(workers);
        plan(today, behaviour);
        for (List<String> due = planned.remove(today); due != null; due = planned.remove(today)) {
            workers.each(due, this::belongsTo, id -> act(id, today));
            engine.settle(workers);
            plan(today, behaviour);
        }
    }

    long tasksDone() {
        return done.get();
    }

    /** Planned tasks that were gone when their day came. */
    long tasksWithdrawn() {
        return withdrawn.get();
    }

    private void plan(LocalDate today, Behaviour behaviour) {
        OffsetDateTime since = looked.atOffset(ZoneOffset.UTC);
        List<String> news = jdbc.sql("select id from task_view where closed_at is null and opened_at >= ? order by opened_at, id")
            .param(since).query(String.class).list();
        looked = clock.instant();
        for (String id : news) {
            open.byId(id).filter(task -> !times.containsKey(task.id())).ifPresent(task -> plan(task, today, behaviour));
        }
    }

    private void plan(OpenTask task, LocalDate today, Behaviour behaviour) {
        String who = task.responsible().toString();
        int time = times.merge(task.processKey() + task.businessKey() + task.step() + task.schoolId(), 1, Integer::sum);
        times.put(task.id(), time);
        behaviour.actsOn(who, task.responsible().role(), task.step(), time, today, task.due() == null ? null : task.due().day(MOSCOW))
            .ifPresent(day -> planned.computeIfAbsent(day.isBefore(today) ? today : day, any -> new ArrayList<>()).add(task.id()));
    }

    private Object belongsTo(String taskId) {
        return open.byId(taskId).<Object>map(task -> task.processKey().startsWith("peer-review") ? task.processKey() + task.businessKey()
            : task.schoolId() == null ? task.businessKey() : task.schoolId()).orElse(taskId);
    }

    private void act(String taskId, LocalDate today) {
        OpenTask task = open.byId(taskId).orElse(null);
        if (task == null) {
            withdrawn.incrementAndGet();
            return;
        }
        List<Person> people = answering.of(task.responsible(), today);
        if (people.isEmpty()) {
            return;
        }
        long person = people.get(0).id();
        keyboard.as(person, () -> {
            try {
                Viewer viewer = viewers.of(person);
                tasks.complete(taskId, viewer, filled(task, viewer));
                done.incrementAndGet();
            } catch (NotYours e) {
                withdrawn.incrementAndGet(); // done by the partner, or the school has left since
            }
            return null;
        });
    }

    private FormInput filled(OpenTask task, Viewer viewer) {
        return answers.stream().filter(one -> one.knows(task)).findFirst()
            .orElseThrow(() -> new IllegalStateException("nobody knows how to do " + task.processKey() + " " + task.step())).filled(task, viewer);
    }
}
