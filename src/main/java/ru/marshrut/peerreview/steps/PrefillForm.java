package ru.marshrut.peerreview.steps;

import org.springframework.stereotype.Component;
import ru.marshrut.access.Viewer;
import ru.marshrut.peerreview.CircleViews;
import ru.marshrut.peerreview.RecommendationContent;
import ru.marshrut.peerreview.Recommendations;
import ru.marshrut.work.OpenTask;

@Component
class PrefillForm extends RecommendationStep {

    PrefillForm(CircleViews views, Recommendations recommendations) {
        super("prefill-form", views, recommendations);
    }

    @Override
    void save(OpenTask task, Viewer viewer, RecommendationContent content) {
        recommendations().prefill(circleId(task), task.schoolId(), viewer, content);
    }
}
