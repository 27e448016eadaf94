package ru.marshrut.peerreview.steps;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import ru.marshrut.access.Viewer;
import ru.marshrut.peerreview.Circle;
import ru.marshrut.peerreview.CircleViews;
import ru.marshrut.work.FormInput;
import ru.marshrut.work.OpenTask;
import ru.marshrut.work.StepForm;

/** A step of a circle: its page shows the partner, the calendar and the circle's state beside the fields. */
abstract class CircleStep implements StepForm {

    private final String form;
    private final CircleViews views;

    CircleStep(String form, CircleViews views) {
        this.form = "peerreview/" + form;
        this.views = views;
    }

    @Override
    public final String form() {
        return form;
    }

    @Override
    public Map<String, Object> show(OpenTask task, Viewer viewer) {
        Map<String, Object> model = new HashMap<>();
        model.put("view", views.of(circleId(task), task.schoolId()));
        return model;
    }

    static long circleId(OpenTask task) {
        return Long.parseLong(task.businessKey());
    }

    final Circle circle(OpenTask task) {
        return views.circle(circleId(task));
    }

    final CircleViews views() {
        return views;
    }

    /** Fields with one value each, for a form that is opened for the first time. */
    static FormInput filled(Map<String, String> values) {
        Map<String, List<String>> fields = new HashMap<>();
        values.forEach((field, value) -> fields.put(field, value == null ? List.of() : List.of(value)));
        return new FormInput(fields);
    }
}
