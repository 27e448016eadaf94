package ru.marshrut.simulation;

import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.runtime.Job;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the engine and the listeners have to do at an instant, until nothing is due any more. */
class EngineDay {

    private static final int AT_ONCE = 2000;

    private final ManagementService management;
    private final JdbcClient jdbc;
    private final AtomicLong jobs = new AtomicLong();

    EngineDay(ManagementService management, JdbcClient jdbc) {
        this.management = management;
        this.jdbc = jdbc;
    }

    void settle(Workers workers) {
        List<Job> due = due();
        while (!due.isEmpty() || listenersAreBusy()) {
            workers.each(due, Job::getRootProcessInstanceId, this::execute);
            due = due();
        }
    }

    long jobsDone() {
        return jobs.get();
    }

    private List<Job> due() {
        return management.createJobQuery().active().executable().listPage(0, AT_ONCE);
    }

    private void execute(Job job) {
        try {
            management.executeJob(job.getId());
            jobs.incrementAndGet();
        } catch (OptimisticLockingException e) {
            Thread.onSpinWait(); // another worker was faster; the job is still there, and its turn comes again
        } catch (ProcessEngineException e) {
            if (management.createJobQuery().jobId(job.getId()).count() > 0) {
                throw e;
            } // else what it waited for has ended meanwhile, with it
        }
    }

    private boolean listenersAreBusy() {
        return jdbc.sql("select exists (select from event_publication where completion_date is null)").query(Boolean.class).single();
    }
}
