package ru.marshrut.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Date;
import java.util.List;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.JobQuery;
import org.springframework.stereotype.Component;
import ru.marshrut.access.EngineIdentities;
import ru.marshrut.calendar.MovableClock;

/** Time and the engine's jobs, moved by hand: nothing happens that a test did not ask for. */
@Component
public class HandDrivenEngine {

    private static final ZoneId MOSCOW = ZoneId.of("Europe/Moscow");

    private final ManagementService management;
    private final MovableClock clock;

    HandDrivenEngine(ManagementService management, MovableClock clock) {
        this.management = management;
        this.clock = clock;
    }

    /** Ten in the morning of an ISO day in Moscow; no timer fires. */
    public void itIs(String day) {
        clock.moveTo(morningOf(day));
    }

    private static Instant morningOf(String day) {
        return LocalDate.parse(day).atTime(LocalTime.of(10, 0)).atZone(MOSCOW).toInstant();
    }

    /** Executes the engine's asynchronous steps until none is left; timers stay. */
    public void run() {
        List<Job> ready = management.createJobQuery().messages().list();
        while (!ready.isEmpty()) {
            ready.forEach(job -> management.executeJob(job.getId()));
            ready = management.createJobQuery().messages().list();
        }
    }

    /** Executes the steps of one instance that are ready now, and nothing that follows from them. */
    public void runOnce(String instanceId) {
        management.createJobQuery().processInstanceId(instanceId).messages().list().forEach(job -> management.executeJob(job.getId()));
    }

    /** It is a day, and whatever is due by then fires, one after the other, with what follows from it. */
    public void passTo(String day) {
        itIs(day);
        List<Job> due = due(management.createJobQuery(), clock.instant());
        while (!due.isEmpty()) {
            management.executeJob(due.get(0).getId());
            run();
            due = due(management.createJobQuery(), clock.instant());
        }
    }

    /** Time goes on to a day, from one due timer of a region to the next. */
    public void passesUntil(long regionId, String day) {
        List<Job> due = due(regionId, day);
        while (!due.isEmpty()) {
            Job next = due.get(0);
            if (next.getDuedate().toInstant().isAfter(clock.instant())) {
                clock.moveTo(next.getDuedate().toInstant());
            }
            management.executeJob(next.getId());
            run();
            due = due(regionId, day);
        }
        itIs(day);
    }

    private List<Job> due(long regionId, String day) {
        return due(management.createJobQuery().tenantIdIn(EngineIdentities.tenantId(regionId)), morningOf(day));
    }

    private static List<Job> due(JobQuery among, Instant end) {
        return among.timers().duedateLowerThan(Date.from(end)).orderByJobDuedate().asc().listPage(0, 1);
    }

    public Job timer(String instanceId, String activity) {
        Job timer = management.createJobQuery().processInstanceId(instanceId).activityId(activity).timers().singleResult();
        assertThat(timer).as(activity).isNotNull();
        return timer;
    }

    public LocalDate timerDay(String instanceId, String activity) {
        return LocalDate.ofInstant(timer(instanceId, activity).getDuedate().toInstant(), MOSCOW);
    }

    /** Fires a timer whose day has come. */
    public void fires(String instanceId, String activity) {
        Job timer = timer(instanceId, activity);
        assertThat(timer.getDuedate()).as("%s is due", activity).isBeforeOrEqualTo(Date.from(clock.instant()));
        management.executeJob(timer.getId());
        run();
    }
}
