package ru.marshrut.roadmap.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import ru.marshrut.roadmap.running.RoadMapRuns;

@Component
class FreezeReportDelegate implements JavaDelegate {

    private final RoadMapRuns runs;

    FreezeReportDelegate(RoadMapRuns runs) {
        this.runs = runs;
    }

    @Override
    public void execute(DelegateExecution execution) {
        runs.freeze(Aggregates.id(execution));
    }
}
