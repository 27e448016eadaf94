package ru.marshrut.local;

import java.time.Instant;
import java.util.Optional;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import ru.marshrut.engine.DueJobs;

/** Timers and steps of the processes. */
@Component
@Profile("local")
class EngineWork implements DueWork {

    private final DueJobs jobs;

    EngineWork(DueJobs jobs) {
        this.jobs = jobs;
    }

    @Override
    public Optional<Instant> nextDue() {
        return jobs.nextDue();
    }

    @Override
    public void begin() {
        jobs.hurry();
    }

    @Override
    public boolean busy() {
        return jobs.anyDueNow();
    }
}
