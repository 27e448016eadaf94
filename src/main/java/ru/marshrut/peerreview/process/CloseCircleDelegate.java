package ru.marshrut.peerreview.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import ru.marshrut.peerreview.Placement;

@Component
class CloseCircleDelegate implements JavaDelegate {

    private final Placement placement;

    CloseCircleDelegate(Placement placement) {
        this.placement = placement;
    }

    @Override
    public void execute(DelegateExecution execution) {
        placement.close(CircleSides.circleId(execution));
    }
}
