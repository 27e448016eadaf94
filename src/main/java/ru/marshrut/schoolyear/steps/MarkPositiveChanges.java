package ru.marshrut.schoolyear.steps;

import java.util.HashMap;
import java.util.Map;
import org.springframework.stereotype.Component;
import ru.marshrut.access.Viewer;
import ru.marshrut.documents.Documents;
import ru.marshrut.documents.SlotRules;
import ru.marshrut.schoolyear.Stage;
import ru.marshrut.schoolyear.YearKey;
import ru.marshrut.schoolyear.monitoring.ChangeSource;
import ru.marshrut.schoolyear.monitoring.MonitoringFiles;
import ru.marshrut.schoolyear.monitoring.MonitoringResults;
import ru.marshrut.schoolyear.monitoring.PositiveChanges;
import ru.marshrut.work.FormInput;
import ru.marshrut.work.OpenTask;
import ru.marshrut.work.StepForm;

/** The curator marks at the year's end whether the school shows positive changes, and by which data. */
@Component
class MarkPositiveChanges implements StepForm {

    private final PositiveChanges changes;
    private final MonitoringResults results;
    private final Documents documents;

    MarkPositiveChanges(PositiveChanges changes, MonitoringResults results, Documents documents) {
        this.changes = changes;
        this.results = results;
        this.documents = documents;
    }

    @Override
    public String form() {
        return "schoolyear/mark-positive-changes";
    }

    @Override
    public Map<String, Object> show(OpenTask task, Viewer viewer) {
        long yearId = YearKey.yearOf(task.businessKey());
        Map<String, Object> model = new HashMap<>();
        model.put("sources", ChangeSource.values());
        model.put("result", results.of(yearId, Stage.MONITORING_2));
        model.put("slotUrl", "/documents/" + MonitoringFiles.CHANGES + "/" + yearId + "/" + MonitoringFiles.changes(yearId).kind());
        model.put("files", documents.in(MonitoringFiles.changes(yearId)));
        model.put("rules", SlotRules.PUBLISHED);
        return model;
    }

    @Override
    public Map<String, Object> submit(OpenTask task, Viewer viewer, FormInput input) {
        changes.mark(YearKey.yearOf(task.businessKey()), viewer, ChangeFields.read(input, null));
        return Map.of();
    }
}
