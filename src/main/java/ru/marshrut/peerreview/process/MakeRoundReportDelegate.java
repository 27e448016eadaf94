package ru.marshrut.peerreview.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import ru.marshrut.peerreview.RoundReports;

@Component
class MakeRoundReportDelegate implements JavaDelegate {

    private final RoundReports reports;

    MakeRoundReportDelegate(RoundReports reports) {
        this.reports = reports;
    }

    @Override
    public void execute(DelegateExecution execution) {
        reports.make(CircleSides.circleId(execution));
    }
}
