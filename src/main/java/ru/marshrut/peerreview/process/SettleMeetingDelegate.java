package ru.marshrut.peerreview.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import ru.marshrut.peerreview.Meetings;

@Component
class SettleMeetingDelegate implements JavaDelegate {

    private final Meetings meetings;

    SettleMeetingDelegate(Meetings meetings) {
        this.meetings = meetings;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Meetings.Settled settled = meetings.settle(CircleSides.circleId(execution));
        execution.setVariable(PeerReviewModel.COMMON_TIME, settled.commonTime());
        execution.setVariable(PeerReviewModel.IN_WINDOW, settled.inWindow());
    }
}
