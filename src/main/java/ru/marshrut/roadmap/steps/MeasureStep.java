package ru.marshrut.roadmap.steps;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import ru.marshrut.access.Viewer;
import ru.marshrut.documents.Documents;
import ru.marshrut.documents.Slot;
import ru.marshrut.documents.SlotRules;
import ru.marshrut.documents.StoredDocument;
import ru.marshrut.roadmap.Measure;
import ru.marshrut.roadmap.RoadMaps;
import ru.marshrut.roadmap.running.MeasureFiles;
import ru.marshrut.work.FormInput;
import ru.marshrut.work.OpenTask;
import ru.marshrut.work.StepForm;

/** A step of a measure: its page shows what the order says of it beside the fields. */
abstract class MeasureStep implements StepForm {

    private final String form;
    private final RoadMaps roadMaps;

    MeasureStep(String form, RoadMaps roadMaps) {
        this.form = "roadmap/" + form;
        this.roadMaps = roadMaps;
    }

    @Override
    public final String form() {
        return form;
    }

    @Override
    public Map<String, Object> show(OpenTask task, Viewer viewer) {
        Measure measure = measure(task);
        Map<String, Object> model = new HashMap<>();
        model.put("measure", measure);
        model.put("map", roadMaps.roadMap(measure.roadMapId()));
        return model;
    }

    long measureId(OpenTask task) {
        return Long.parseLong(task.businessKey());
    }

    final Measure measure(OpenTask task) {
        return roadMaps.measure(measureId(task));
    }

    /** Fields with one value each, for a form that is opened for the first time. */
    static FormInput filled(Map<String, String> values) {
        Map<String, List<String>> fields = new HashMap<>();
        values.forEach((field, value) -> fields.put(field, value == null ? List.of() : List.of(value)));
        return new FormInput(fields);
    }

    /** A slot for documents as the upload fragment shows it. */
    record Upload(String url, List<StoredDocument> files, SlotRules rules) {

        static Upload of(Slot slot, Documents documents) {
            return new Upload("/documents/" + slot.subjectType() + "/" + slot.subjectId() + "/" + slot.kind(), documents.in(slot),
                MeasureFiles.rulesOf(slot));
        }
    }
}
