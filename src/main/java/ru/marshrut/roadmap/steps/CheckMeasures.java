package ru.marshrut.roadmap.steps;

import java.util.Map;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;
import ru.marshrut.access.Viewer;
import ru.marshrut.roadmap.RoadMapDrafts;
import ru.marshrut.roadmap.RoadMaps;
import ru.marshrut.shared.Refusal;
import ru.marshrut.work.FormInput;
import ru.marshrut.work.OpenTask;
import ru.marshrut.work.StepForm;

/** Leads to the page of the import: the step is over when the road map is approved there. */
@Component
class CheckMeasures implements StepForm {

    private final RoadMaps roadMaps;
    private final RoadMapDrafts drafts;

    CheckMeasures(@Lazy RoadMaps roadMaps, @Lazy RoadMapDrafts drafts) {
        this.roadMaps = roadMaps;
        this.drafts = drafts;
    }

    @Override
    public String form() {
        return "roadmap/check-measures";
    }

    @Override
    public Map<String, Object> show(OpenTask task, Viewer viewer) {
        long id = Long.parseLong(task.businessKey());
        return Map.of("map", roadMaps.roadMap(id), "open", drafts.preview(viewer, id).openDecisions());
    }

    @Override
    public Map<String, Object> submit(OpenTask task, Viewer viewer, FormInput input) {
        throw Refusal.of("roadmap.check.onThePage");
    }
}
