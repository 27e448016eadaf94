package ru.marshrut.peerreview.process;

import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;
import ru.marshrut.peerreview.Exchange;
import ru.marshrut.peerreview.Side;

/** The sides for which the model repeats a step. */
@Component("circleSides")
public class CircleSides {

    private final Exchange exchange;

    CircleSides(Exchange exchange) {
        this.exchange = exchange;
    }

    public List<Long> active(DelegateExecution execution) {
        return exchange.circle(circleId(execution)).active().stream().map(Side::schoolId).toList();
    }

    public List<Long> reviewing(DelegateExecution execution) {
        return exchange.circle(circleId(execution)).reviewing().stream().map(Side::schoolId).toList();
    }

    static long circleId(DelegateExecution execution) {
        return Long.parseLong(execution.getProcessBusinessKey());
    }
}
