package ru.marshrut.peerreview.steps;

import org.springframework.stereotype.Component;
import ru.marshrut.access.Viewer;
import ru.marshrut.peerreview.CircleViews;
import ru.marshrut.peerreview.RecommendationContent;
import ru.marshrut.peerreview.Recommendations;
import ru.marshrut.work.OpenTask;

@Component
class FinishForm extends RecommendationStep {

    FinishForm(CircleViews views, Recommendations recommendations) {
        super("finish-form", views, recommendations);
    }

    @Override
    void save(OpenTask task, Viewer viewer, RecommendationContent content) {
        recommendations().finish(circleId(task), task.schoolId(), viewer, content);
    }
}
