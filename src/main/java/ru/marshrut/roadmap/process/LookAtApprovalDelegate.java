package ru.marshrut.roadmap.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import ru.marshrut.roadmap.running.RoadMapRuns;

@Component
class LookAtApprovalDelegate implements JavaDelegate {

    private final RoadMapRuns runs;

    LookAtApprovalDelegate(RoadMapRuns runs) {
        this.runs = runs;
    }

    @Override
    public void execute(DelegateExecution execution) {
        execution.setVariable(RoadMapModel.APPROVED, runs.isApproved(Aggregates.id(execution)));
    }
}
