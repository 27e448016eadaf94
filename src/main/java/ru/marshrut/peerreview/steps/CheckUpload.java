package ru.marshrut.peerreview.steps;

import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import ru.marshrut.access.Viewer;
import ru.marshrut.peerreview.CircleViews;
import ru.marshrut.peerreview.Placement;
import ru.marshrut.peerreview.process.PeerReviewModel;
import ru.marshrut.territory.Territory;
import ru.marshrut.work.FormInput;
import ru.marshrut.work.OpenTask;

@Component
class CheckUpload extends CircleStep {

    private final Placement placement;
    private final Territory territory;

    CheckUpload(CircleViews views, Placement placement, Territory territory) {
        super("check-upload", views);
        this.placement = placement;
        this.territory = territory;
    }

    @Override
    public Map<String, Object> show(OpenTask task, Viewer viewer) {
        Map<String, Object> model = super.show(task, viewer);
        var side = circle(task).side(task.schoolId());
        model.put("side", side);
        model.put("under", territory.riskDirections().get(side.uploadedUnder()));
        model.put("file", views().finalFile(circleId(task), task.schoolId()));
        return model;
    }

    @Override
    public Optional<FormInput> approval(OpenTask task, String comment) {
        return Optional.of(FormInput.of(Map.of("accepted", Answer.YES.name(), "comment", comment)));
    }

    @Override
    public Optional<FormInput> returning(OpenTask task, String comment) {
        return Optional.of(FormInput.of(Map.of("accepted", Answer.NO.name(), "comment", comment)));
    }

    @Override
    public Map<String, Object> submit(OpenTask task, Viewer viewer, FormInput input) {
        boolean accepted = input.choice("accepted", Answer.class) == Answer.YES;
        placement.check(circleId(task), task.schoolId(), viewer, accepted, input.text("comment"));
        return Map.of(PeerReviewModel.UPLOAD_ACCEPTED, accepted);
    }
}
