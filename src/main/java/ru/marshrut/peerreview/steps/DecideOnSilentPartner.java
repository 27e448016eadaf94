package ru.marshrut.peerreview.steps;

import java.util.Map;
import org.springframework.stereotype.Component;
import ru.marshrut.access.Viewer;
import ru.marshrut.peerreview.CircleSteps;
import ru.marshrut.peerreview.CircleViews;
import ru.marshrut.peerreview.Exchange;
import ru.marshrut.peerreview.SilentDecision;
import ru.marshrut.peerreview.Stage;
import ru.marshrut.peerreview.process.PeerReviewModel;
import ru.marshrut.work.FormInput;
import ru.marshrut.work.OpenTask;

@Component
class DecideOnSilentPartner extends CircleStep {

    private final Exchange exchange;
    private final CircleSteps steps;

    DecideOnSilentPartner(CircleViews views, Exchange exchange, CircleSteps steps) {
        super("decide-on-silent-partner", views);
        this.exchange = exchange;
        this.steps = steps;
    }

    @Override
    public Map<String, Object> submit(OpenTask task, Viewer viewer, FormInput input) {
        SilentDecision decision = input.choice("decision", SilentDecision.class);
        String reason = input.required("reason");
        var until = decision == SilentDecision.EXTEND ? input.date("until") : null;
        exchange.decideOnSilent(circleId(task), decision, until, reason);
        if (until != null) {
            steps.extend(circleId(task), Stage.EXCHANGE, until);
        }
        return Map.of(PeerReviewModel.SILENT_DECISION, decision.name());
    }
}
