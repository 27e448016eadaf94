package ru.marshrut.peerreview.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import ru.marshrut.peerreview.Recommendations;

@Component
class ExchangeFormsDelegate implements JavaDelegate {

    private final Recommendations recommendations;

    ExchangeFormsDelegate(Recommendations recommendations) {
        this.recommendations = recommendations;
    }

    @Override
    public void execute(DelegateExecution execution) {
        recommendations.exchange(CircleSides.circleId(execution));
    }
}
