package ru.marshrut.roadmap.steps;

import java.util.HashMap;
import java.util.Map;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;
import ru.marshrut.access.Viewer;
import ru.marshrut.roadmap.RoadMap;
import ru.marshrut.roadmap.RoadMaps;
import ru.marshrut.roadmap.running.RoadMapRuns;
import ru.marshrut.territory.Staff;
import ru.marshrut.work.FormInput;
import ru.marshrut.work.OpenTask;
import ru.marshrut.work.StepForm;

/** The controller whom the order names signs what the year came to. */
@Component
class SignClosingReport implements StepForm {

    private final RoadMapRuns runs;
    private final RoadMaps roadMaps;
    private final Staff staff;

    SignClosingReport(RoadMapRuns runs, @Lazy RoadMaps roadMaps, Staff staff) {
        this.runs = runs;
        this.roadMaps = roadMaps;
        this.staff = staff;
    }

    @Override
    public String form() {
        return "roadmap/sign-closing-report";
    }

    @Override
    public Map<String, Object> show(OpenTask task, Viewer viewer) {
        RoadMap map = roadMaps.roadMap(Long.parseLong(task.businessKey()));
        Map<String, Object> model = new HashMap<>();
        model.put("map", map);
        model.put("report", runs.closing(map.id()));
        model.put("maySign", runs.maySign(map, viewer));
        model.put("controller", map.controllerId() == null ? "" : staff.person(map.controllerId()).fullName());
        return model;
    }

    @Override
    public Map<String, Object> submit(OpenTask task, Viewer viewer, FormInput input) {
        runs.sign(Long.parseLong(task.businessKey()), viewer, input.text("remark"));
        return Map.of();
    }
}
