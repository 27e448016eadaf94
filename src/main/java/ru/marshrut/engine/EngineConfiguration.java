package ru.marshrut.engine;

import java.time.Clock;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.spring.boot.starter.configuration.impl.AbstractCamundaConfiguration;
import org.springframework.stereotype.Component;
import ru.marshrut.calendar.MovableClock;

/** Settings that the starter has no property for. */
@Component
class EngineConfiguration extends AbstractCamundaConfiguration {

    /** Eight tries over about two hours: an outage of the mail server or the disk is waited out before it becomes an incident. */
    static final String RETRIES = "PT1M,PT2M,PT5M,PT10M,PT15M,PT30M,PT60M";

    /** The task list asks for its filters so many at a time, and is refused as a whole under a lower limit. */
    private static final int MOST_RESULTS = 2000;

    private final Clock clock;

    EngineConfiguration(Clock clock) {
        this.clock = clock;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl configuration) {
        configuration.setFailedJobRetryTimeCycle(RETRIES);
        configuration.setHistoryRemovalTimeStrategy("start");
        configuration.setEnableScriptEngineLoadExternalResources(false);
        configuration.setQueryMaxResultsLimit(MOST_RESULTS);
        if (clock instanceof MovableClock movable) {
            movable.follow(shift -> ClockUtil.offset(shift.toMillis()));
        }
    }
}
