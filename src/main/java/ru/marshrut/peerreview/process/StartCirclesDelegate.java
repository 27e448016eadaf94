package ru.marshrut.peerreview.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import ru.marshrut.peerreview.Rounds;

@Component
class StartCirclesDelegate implements JavaDelegate {

    private final Rounds rounds;

    StartCirclesDelegate(Rounds rounds) {
        this.rounds = rounds;
    }

    @Override
    public void execute(DelegateExecution execution) {
        rounds.startCircles(CircleSides.circleId(execution));
    }
}
