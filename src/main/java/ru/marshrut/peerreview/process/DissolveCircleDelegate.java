package ru.marshrut.peerreview.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import ru.marshrut.peerreview.Dissolution;

@Component
class DissolveCircleDelegate implements JavaDelegate {

    private final Dissolution dissolution;

    DissolveCircleDelegate(Dissolution dissolution) {
        this.dissolution = dissolution;
    }

    @Override
    public void execute(DelegateExecution execution) {
        execution.setVariable(PeerReviewModel.SCHOOLS_REMAIN, dissolution.dissolve(CircleSides.circleId(execution)));
    }
}
