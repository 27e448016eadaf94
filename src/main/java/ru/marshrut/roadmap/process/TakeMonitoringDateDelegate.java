package ru.marshrut.roadmap.process;

import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import ru.marshrut.roadmap.running.RoadMapRuns;

@Component
class TakeMonitoringDateDelegate implements JavaDelegate {

    private final RoadMapRuns runs;

    TakeMonitoringDateDelegate(RoadMapRuns runs) {
        this.runs = runs;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Optional<Instant> next = runs.nextMonitoring(Aggregates.id(execution));
        execution.setVariable(RoadMapModel.MORE_DATES, next.isPresent());
        next.ifPresent(date -> execution.setVariable(RoadMapModel.MONITORING_DATE, Date.from(date)));
    }
}
