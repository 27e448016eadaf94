package ru.marshrut.peerreview.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import ru.marshrut.peerreview.Exchange;

@Component
class OpenPackagesDelegate implements JavaDelegate {

    private final Exchange exchange;

    OpenPackagesDelegate(Exchange exchange) {
        this.exchange = exchange;
    }

    @Override
    public void execute(DelegateExecution execution) {
        execution.setVariable(PeerReviewModel.BOTH_SIDES, exchange.open(CircleSides.circleId(execution)));
    }
}
