package ru.marshrut.schoolyear.steps;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import ru.marshrut.access.Viewer;
import ru.marshrut.documents.Documents;
import ru.marshrut.documents.Slot;
import ru.marshrut.documents.SlotRules;
import ru.marshrut.documents.StoredDocument;
import ru.marshrut.schoolyear.YearKey;
import ru.marshrut.schoolyear.visits.Visit;
import ru.marshrut.schoolyear.visits.VisitFiles;
import ru.marshrut.schoolyear.visits.VisitSchedules;
import ru.marshrut.work.FormInput;
import ru.marshrut.work.OpenTask;
import ru.marshrut.work.StepForm;

/**
 * The curator's report on a visit. Fields: {@code held} (YES, NO); where it was held {@code heldOn}, {@code lookedAt},
 * {@code agreements}; where not {@code reason} and, may be empty, {@code newDay}.
 */
@Component
class ReportVisit implements StepForm {

    private final VisitSchedules schedules;
    private final Documents documents;

    ReportVisit(VisitSchedules schedules, Documents documents) {
        this.schedules = schedules;
        this.documents = documents;
    }

    enum Answer { YES, NO }

    record Upload(String url, List<StoredDocument> files, SlotRules rules) {}

    @Override
    public String form() {
        return "schoolyear/report-visit";
    }

    @Override
    public Map<String, Object> show(OpenTask task, Viewer viewer) {
        Visit visit = schedules.taken(yearId(task));
        Slot slot = VisitFiles.report(visit.id());
        Map<String, Object> model = new HashMap<>();
        model.put("visit", visit);
        model.put("report", new Upload("/documents/" + slot.subjectType() + "/" + slot.subjectId() + "/" + slot.kind(),
            documents.in(slot), SlotRules.PUBLISHED));
        return model;
    }

    @Override
    public FormInput initial(OpenTask task, Viewer viewer) {
        return new FormInput(Map.of("heldOn", List.of(schedules.taken(yearId(task)).day().toString())));
    }

    @Override
    public Map<String, Object> submit(OpenTask task, Viewer viewer, FormInput input) {
        long yearId = yearId(task);
        if (input.choice("held", Answer.class) == Answer.YES) {
            schedules.held(yearId, input.date("heldOn"), input.required("lookedAt"), input.required("agreements"));
        } else {
            schedules.notHeld(yearId, viewer, input.required("reason"), input.isChecked("newDay") ? input.date("newDay") : null);
        }
        return Map.of();
    }

    private static long yearId(OpenTask task) {
        return YearKey.yearOf(task.businessKey());
    }
}
