package ru.marshrut.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import ru.marshrut.calendar.MovableClock;

@SpringBootTest
class DueJobsTest {

    @Autowired
    private DueJobs jobs;
    @Autowired
    private ProcessEngine engine;
    @Autowired
    private MovableClock clock;
    private Duration shiftBefore;
    private String deployment;

    @BeforeEach
    void aProcessThatWaits() {
        shiftBefore = clock.shift();
        // what other tests have left undone in this engine is not looked at here
        engine.getManagementService().createJobQuery().executable().list()
            .forEach(left -> engine.getManagementService().setJobRetries(left.getId(), 0));
        deployment = engine.getRepositoryService().createDeployment().addModelInstance("waiting.bpmn",
            Bpmn.createExecutableProcess("waiting").camundaHistoryTimeToLiveString("P1D")
                .startEvent().intermediateCatchEvent().timerWithDate("${due}").endEvent().done()).deploy().getId();
    }

    @AfterEach
    void clean() {
        engine.getRepositoryService().deleteDeployment(deployment, true);
        clock.shiftBy(shiftBefore);
    }

    @Test
    void aTimerLiesAheadUntilTheClockReachesIt() {
        Instant due = clock.instant().truncatedTo(ChronoUnit.SECONDS).plusSeconds(20);
        Job timer = waitingFor(due);

        assertThat(jobs.nextDue()).contains(due);
        assertThat(jobs.anyDueNow()).isFalse();

        clock.moveTo(due.plusMillis(1));

        assertThat(jobs.nextDue()).isNotEqualTo(due);
        assertThat(jobs.anyDueNow()).isTrue();

        engine.getManagementService().executeJob(timer.getId());
        assertThat(jobs.anyDueNow()).isFalse();
    }

    @Test
    void whatHasBecomeAnIncidentIsNotDueWork() {
        Instant due = clock.instant().truncatedTo(ChronoUnit.SECONDS).plusSeconds(20);
        Job timer = waitingFor(due);
        engine.getManagementService().setJobRetries(timer.getId(), 0);
        clock.moveTo(due.plusMillis(1));

        assertThat(jobs.anyDueNow()).isFalse();
    }

    private Job waitingFor(Instant due) {
        String instance = engine.getRuntimeService().startProcessInstanceByKey("waiting", Map.of("due", due.toString())).getId();
        return engine.getManagementService().createJobQuery().processInstanceId(instance).singleResult();
    }
}
