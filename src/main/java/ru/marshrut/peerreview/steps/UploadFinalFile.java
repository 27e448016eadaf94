package ru.marshrut.peerreview.steps;

import java.util.Map;
import org.springframework.stereotype.Component;
import ru.marshrut.access.Viewer;
import ru.marshrut.peerreview.CircleViews;
import ru.marshrut.peerreview.Placement;
import ru.marshrut.shared.Refusal;
import ru.marshrut.territory.Territory;
import ru.marshrut.work.FormInput;
import ru.marshrut.work.OpenTask;

@Component
class UploadFinalFile extends CircleStep {

    private final Placement placement;
    private final Territory territory;

    UploadFinalFile(CircleViews views, Placement placement, Territory territory) {
        super("upload-final-file", views);
        this.placement = placement;
        this.territory = territory;
    }

    @Override
    public Map<String, Object> show(OpenTask task, Viewer viewer) {
        Map<String, Object> model = super.show(task, viewer);
        var view = views().of(circleId(task), task.schoolId());
        model.put("file", views().finalFile(circleId(task), task.schoolId()));
        model.put("risks", view.own().risks().isEmpty() ? territory.riskDirections() : view.own().risks());
        return model;
    }

    @Override
    public Map<String, Object> submit(OpenTask task, Viewer viewer, FormInput input) {
        if (!input.isChecked("placed")) {
            throw Refusal.ofField("placed", "peerreview.upload.confirm");
        }
        placement.confirm(circleId(task), task.schoolId(), viewer, input.date("on"), input.required("under"));
        return Map.of();
    }
}
