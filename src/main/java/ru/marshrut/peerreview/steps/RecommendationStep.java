package ru.marshrut.peerreview.steps;

import java.util.Map;
import ru.marshrut.access.Viewer;
import ru.marshrut.peerreview.CircleViews;
import ru.marshrut.peerreview.OverallQuestion;
import ru.marshrut.peerreview.RecommendationContent;
import ru.marshrut.peerreview.Recommendations;
import ru.marshrut.work.FormInput;
import ru.marshrut.work.OpenTask;

/** A step in which the recommendation form is filled: it starts from the form's last version. */
abstract class RecommendationStep extends CircleStep {

    private final Recommendations recommendations;

    RecommendationStep(String form, CircleViews views, Recommendations recommendations) {
        super(form, views);
        this.recommendations = recommendations;
    }

    @Override
    public final Map<String, Object> show(OpenTask task, Viewer viewer) {
        Map<String, Object> model = super.show(task, viewer);
        model.put("questions", OverallQuestion.values());
        return model;
    }

    @Override
    public final FormInput initial(OpenTask task, Viewer viewer) {
        return recommendations.latest(circleId(task), task.schoolId()).map(RecommendationFields::fill).orElse(FormInput.EMPTY);
    }

    @Override
    public final Map<String, Object> submit(OpenTask task, Viewer viewer, FormInput input) {
        save(task, viewer, RecommendationFields.read(input, recommendations.directionsOf(circle(task), task.schoolId())));
        return Map.of();
    }

    final Recommendations recommendations() {
        return recommendations;
    }

    abstract void save(OpenTask task, Viewer viewer, RecommendationContent content);
}
