package ru.marshrut.engine;

import java.time.Clock;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import java.util.function.Supplier;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.jobexecutor.JobExecutor;
import org.camunda.bpm.engine.runtime.JobQuery;
import org.springframework.stereotype.Component;

/**
 * The engine's jobs by the business clock. A job that has used up its tries is an incident, not due work, and is left
 * out; so is one that is suspended.
 */
@Component
public class DueJobs {

    private final ProcessEngine engine;
    private final ProcessEngineConfigurationImpl configuration;
    private final Clock clock;

    DueJobs(ProcessEngine engine, Clock clock) {
        this.engine = engine;
        this.configuration = (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
        this.clock = clock;
    }

    /** @return when the first of the jobs falls due that are not due yet */
    public Optional<Instant> nextDue() {
        return asTheEngine(() -> open().duedateHigherThan(Date.from(clock.instant())).orderByJobDuedate().asc().listPage(0, 1))
            .stream().findFirst().map(job -> job.getDuedate().toInstant());
    }

    /** Whether a job waits for its turn or runs right now. */
    public boolean anyDueNow() {
        return asTheEngine(() -> open().executable().listPage(0, 1)).size() > 0;
    }

    /**
     * Has the job executor look for due jobs at once; by itself it may pause for some seconds when it found none. It is
     * started where the application's start has not come to it yet.
     */
    public void hurry() {
        JobExecutor executor = configuration.getJobExecutor();
        if (executor.isActive()) {
            executor.jobWasAdded();
        } else {
            executor.start();
        }
    }

    private JobQuery open() {
        return engine.getManagementService().createJobQuery().active().withRetriesLeft();
    }

    /** Whoever asks: what is due does not depend on what he may see. */
    private <T> T asTheEngine(Supplier<T> question) {
        return configuration.getCommandExecutorTxRequired().execute(context -> context.runWithoutAuthorization(question::get));
    }
}
