package ru.marshrut.roadmap.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import ru.marshrut.roadmap.running.MeasureRuns;

@Component
class StartMeasuresDelegate implements JavaDelegate {

    private final MeasureRuns runs;

    StartMeasuresDelegate(MeasureRuns runs) {
        this.runs = runs;
    }

    @Override
    public void execute(DelegateExecution execution) {
        runs.startAll(Aggregates.id(execution));
    }
}
