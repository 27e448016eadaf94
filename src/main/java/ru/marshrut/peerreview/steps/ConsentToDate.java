package ru.marshrut.peerreview.steps;

import java.util.Map;
import org.springframework.stereotype.Component;
import ru.marshrut.access.Viewer;
import ru.marshrut.peerreview.CircleViews;
import ru.marshrut.peerreview.Meetings;
import ru.marshrut.peerreview.process.PeerReviewModel;
import ru.marshrut.work.FormInput;
import ru.marshrut.work.OpenTask;

@Component
class ConsentToDate extends CircleStep {

    private final Meetings meetings;

    ConsentToDate(CircleViews views, Meetings meetings) {
        super("consent-to-date", views);
        this.meetings = meetings;
    }

    @Override
    public Map<String, Object> submit(OpenTask task, Viewer viewer, FormInput input) {
        boolean given = input.choice("consent", Answer.class) == Answer.YES;
        meetings.consent(circleId(task), viewer, given, input.required("reason"));
        return Map.of(PeerReviewModel.CONSENT_GIVEN, given);
    }
}
