package ru.marshrut.roadmap.steps;

import java.util.Map;
import org.springframework.stereotype.Component;
import ru.marshrut.access.Viewer;
import ru.marshrut.roadmap.RoadMaps;
import ru.marshrut.roadmap.process.MeasureModel;
import ru.marshrut.roadmap.running.MeasureCourse;
import ru.marshrut.work.FormInput;
import ru.marshrut.work.OpenTask;

/** A target was missed: wait until a later day, or say that the measure was not done. That it was done is for its figures to say. */
@Component
class DecideOnResult extends MeasureStep {

    private final MeasureCourse course;

    DecideOnResult(RoadMaps roadMaps, MeasureCourse course) {
        super("decide-on-result", roadMaps);
        this.course = course;
    }

    enum Decision { WAIT, NOT_DONE }

    @Override
    public Map<String, Object> show(OpenTask task, Viewer viewer) {
        Map<String, Object> model = super.show(task, viewer);
        model.put("figures", course.figures(measure(task)));
        return model;
    }

    @Override
    public Map<String, Object> submit(OpenTask task, Viewer viewer, FormInput input) {
        Decision decision = input.choice("decision", Decision.class);
        String reason = input.required("reason");
        if (decision == Decision.WAIT) {
            course.waitUntil(measureId(task), input.date("until"), reason);
        } else {
            course.notDone(measureId(task), reason);
        }
        return Map.of(MeasureModel.DECISION, decision.name());
    }
}
