package ru.marshrut.roadmap.steps;

import java.util.Map;
import ru.marshrut.access.Viewer;
import ru.marshrut.documents.Documents;
import ru.marshrut.roadmap.RoadMaps;
import ru.marshrut.roadmap.persistence.SchoolMeasureRows.SchoolMeasure;
import ru.marshrut.roadmap.running.MeasureFiles;
import ru.marshrut.roadmap.running.SchoolWork;
import ru.marshrut.work.OpenTask;

/** A step of the document that a measure asks of a school. */
abstract class SchoolStep extends MeasureStep {

    private final SchoolWork work;
    private final Documents documents;

    SchoolStep(String form, RoadMaps roadMaps, SchoolWork work, Documents documents) {
        super(form, roadMaps);
        this.work = work;
        this.documents = documents;
    }

    @Override
    public Map<String, Object> show(OpenTask task, Viewer viewer) {
        Map<String, Object> model = super.show(task, viewer);
        model.put("row", row(task));
        model.put("document", Upload.of(MeasureFiles.schoolDocument(id(task)), documents));
        return model;
    }

    @Override
    final long measureId(OpenTask task) {
        return row(task).measureId();
    }

    static long id(OpenTask task) {
        return Long.parseLong(task.businessKey());
    }

    final SchoolWork work() {
        return work;
    }

    private SchoolMeasure row(OpenTask task) {
        return work.get(id(task));
    }
}
