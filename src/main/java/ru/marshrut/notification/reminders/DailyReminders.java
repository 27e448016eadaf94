package ru.marshrut.notification.reminders;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;
import ru.marshrut.access.AccessPolicy;
import ru.marshrut.access.Viewers;
import ru.marshrut.audit.AuditTrail;
import ru.marshrut.audit.Subject;
import ru.marshrut.notification.Letter;
import ru.marshrut.notification.Reminders;
import ru.marshrut.notification.mail.Outbox;
import ru.marshrut.notification.mail.OutboxPost;
import ru.marshrut.notification.mail.QuietHours;
import ru.marshrut.shared.NotYours;
import ru.marshrut.shared.Refusal;
import ru.marshrut.territory.Person;
import ru.marshrut.territory.Region;
import ru.marshrut.territory.Staff;
import ru.marshrut.territory.Territory;
import ru.marshrut.work.Answering;
import ru.marshrut.work.OpenTask;
import ru.marshrut.work.OpenTasks;

@Service
class DailyReminders implements Reminders {

    private static final int PAGE = 500;
    /** Longer than a year of work: a new task is told of whenever it is due. */
    private static final Duration HORIZON = Duration.ofDays(400);

    private final OpenTasks tasks;
    private final Territory territory;
    private final Staff staff;
    private final Memory memory;
    private final QuietHours quietHours;
    private final Digests digests;
    private final Escalations escalations;
    private final Answering answering;
    private final TaskWords words;
    private final Outbox outbox;
    private final OutboxPost post;
    private final AccessPolicy policy;
    private final Viewers viewers;
    private final AuditTrail audit;
    private final Clock clock;
    private final TransactionTemplate transaction;

    DailyReminders(OpenTasks tasks, Territory territory, Staff staff, Memory memory, QuietHours quietHours, Digests digests,
                   Escalations escalations, Answering answering, TaskWords words, Outbox outbox, OutboxPost post, AccessPolicy policy, Viewers viewers,
                   AuditTrail audit, Clock clock, TransactionTemplate transaction) {
        this.tasks = tasks;
        this.territory = territory;
        this.staff = staff;
        this.memory = memory;
        this.quietHours = quietHours;
        this.digests = digests;
        this.escalations = escalations;
        this.answering = answering;
        this.words = words;
        this.outbox = outbox;
        this.post = post;
        this.policy = policy;
        this.viewers = viewers;
        this.audit = audit;
        this.clock = clock;
        this.transaction = transaction;
    }

    /** A region's round is one transaction: after a crash it is made as if nothing had happened. */
    @Override
    public void runFor(Instant now) {
        Map<Long, Memory.Round> last = memory.lastRounds();
        Map<Long, Region> waiting = new HashMap<>();
        for (Region region : territory.regions()) {
            Memory.Round round = last.get(region.id());
            LocalDate today = LocalDate.ofInstant(now, region.zone());
            if (!quietHours.at(now, region.zone()) && (round == null || round.day().isBefore(today))) {
                waiting.put(region.id(), region);
            }
        }
        if (waiting.isEmpty()) {
            return;
        }
        Map<Long, List<OpenTask>> concerned = tasksOf(waiting, now);
        for (Region region : waiting.values()) {
            Memory.Round round = last.get(region.id());
            Instant since = round == null ? now.minus(Duration.ofDays(1)) : round.ranAt();
            transaction.executeWithoutResult(status -> {
                if (memory.begin(region.id(), LocalDate.ofInstant(now, region.zone()), now)) {
                    List<OpenTask> ofRegion = concerned.getOrDefault(region.id(), List.of());
                    digests.write(region, ofRegion, since, now);
                    escalations.write(region, ofRegion, now);
                }
            });
        }
    }

    private Map<Long, List<OpenTask>> tasksOf(Map<Long, Region> regions, Instant now) {
        Map<Long, List<OpenTask>> concerned = new HashMap<>();
        String after = "";
        List<OpenTask> page;
        do {
            page = tasks.dueBefore(now.plus(HORIZON), after, PAGE);
            for (OpenTask task : page) {
                Region region = regions.get(task.regionId());
                if (region != null && Digests.concerns(task, region, now)) {
                    concerned.computeIfAbsent(region.id(), id -> new ArrayList<>()).add(task);
                }
                after = task.id();
            }
        } while (page.size() == PAGE);
        return concerned;
    }

    @Override
    @Transactional
    public int nudge(String taskId, long byPersonId, String note) {
        OpenTask task = tasks.byId(taskId).orElseThrow(() -> new NotYours("task", taskId));
        ZoneId zone = territory.region(task.regionId()).zone();
        LocalDate today = LocalDate.ofInstant(clock.instant(), zone);
        Person by = staff.person(byPersonId);
        if (!policy.mayCoordinate(viewers.of(byPersonId), task.responsible().place())) {
            throw new NotYours("task", taskId);
        }
        List<Person> people = answering.of(task.responsible(), today);
        if (people.isEmpty()) {
            throw Refusal.of("notification.nudge.nobody", task.title());
        }
        String occasion = "task-" + taskId + "/by-" + byPersonId + "/" + today;
        if (people.stream().anyMatch(person -> outbox.holds(person.id(), "reminder", occasion))) {
            throw Refusal.of("notification.nudge.alreadyToday", task.title());
        }
        Map<String, Object> model = words.of(task, today, zone);
        model.put("from", TaskWords.of(by));
        model.put("note", note == null ? "" : note.strip());
        people.forEach(person -> post.put(new Letter(person.id(), "reminder", model, occasion), person, zone, null));
        audit.record("notification.reminded", Subject.of("task", taskId), Map.of("title", task.title(), "people", people.size()), note);
        return people.size();
    }
}
