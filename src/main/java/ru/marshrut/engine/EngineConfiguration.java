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

    /** The webapps ask for pages of up to so many; nobody gets more. */
    private static final int LARGEST_PAGE = 2000;

    private final Clock clock;

    EngineConfiguration(Clock clock) {
        this.clock = clock;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl configuration) {
        configuration.setFailedJobRetryTimeCycle(RETRIES);
        configuration.setHistoryRemovalTimeStrategy("start");
        configuration.setEnableScriptEngineLoadExternalResources(false);
        configuration.setQueryMaxResultsLimit(LARGEST_PAGE);
        if (clock instanceof MovableClock movable) {
            movable.follow(shift -> ClockUtil.offset(shift.toMillis()));
        }
    }
}
