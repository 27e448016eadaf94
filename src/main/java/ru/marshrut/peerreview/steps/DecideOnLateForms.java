package ru.marshrut.peerreview.steps;

import java.time.LocalDate;
import java.util.Map;
import org.springframework.stereotype.Component;
import ru.marshrut.access.Viewer;
import ru.marshrut.peerreview.CircleSteps;
import ru.marshrut.peerreview.CircleViews;
import ru.marshrut.peerreview.Exchange;
import ru.marshrut.peerreview.Stage;
import ru.marshrut.peerreview.process.PeerReviewModel;
import ru.marshrut.work.FormInput;
import ru.marshrut.work.OpenTask;

@Component
class DecideOnLateForms extends CircleStep {

    private final Exchange exchange;
    private final CircleSteps steps;

    DecideOnLateForms(CircleViews views, Exchange exchange, CircleSteps steps) {
        super("decide-on-late-forms", views);
        this.exchange = exchange;
        this.steps = steps;
    }

    @Override
    public Map<String, Object> submit(OpenTask task, Viewer viewer, FormInput input) {
        Late decision = input.choice("decision", Late.class);
        String reason = input.required("reason");
        LocalDate until = decision == Late.EXTEND ? input.date("until") : null;
        exchange.decideOnLateForms(circleId(task), until, reason);
        if (until != null) {
            steps.extend(circleId(task), Stage.FINAL, until);
        }
        return Map.of(PeerReviewModel.LATE_DECISION, decision.name());
    }

    private enum Late { EXTEND, FINISH }
}
