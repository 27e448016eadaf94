package ru.marshrut.roadmap.steps;

import java.util.Map;
import org.springframework.stereotype.Component;
import ru.marshrut.access.Viewer;
import ru.marshrut.documents.Documents;
import ru.marshrut.roadmap.RoadMaps;
import ru.marshrut.roadmap.running.MeasureCourse;
import ru.marshrut.roadmap.running.MeasureFiles;
import ru.marshrut.shared.Refusal;
import ru.marshrut.work.FormInput;
import ru.marshrut.work.OpenTask;

/** The result in words, its day, and the act; without an act a reason. */
@Component
class ReportResult extends MeasureStep {

    private final MeasureCourse course;
    private final Documents documents;

    ReportResult(RoadMaps roadMaps, MeasureCourse course, Documents documents) {
        super("report-result", roadMaps);
        this.course = course;
        this.documents = documents;
    }

    @Override
    public Map<String, Object> show(OpenTask task, Viewer viewer) {
        Map<String, Object> model = super.show(task, viewer);
        model.put("act", Upload.of(MeasureFiles.act(measureId(task)), documents));
        return model;
    }

    @Override
    public Map<String, Object> submit(OpenTask task, Viewer viewer, FormInput input) {
        String withoutAct = input.text("withoutAct");
        if (withoutAct.isEmpty() && documents.in(MeasureFiles.act(measureId(task))).isEmpty()) {
            throw Refusal.ofField("withoutAct", "roadmap.result.actNeeded");
        }
        course.report(measureId(task), viewer, input.date("on"), input.required("words"), withoutAct);
        return Map.of();
    }
}
