package ru.marshrut.schoolyear.steps;

import java.util.HashMap;
import java.util.Map;
import ru.marshrut.access.Viewer;
import ru.marshrut.schoolyear.YearKey;
import ru.marshrut.schoolyear.concept.ConceptPages;
import ru.marshrut.work.OpenTask;
import ru.marshrut.work.StepForm;

/** A step of the concept documents: its page shows the required set beside the fields. */
abstract class ConceptStep implements StepForm {

    private final String form;
    private final ConceptPages pages;

    ConceptStep(String form, ConceptPages pages) {
        this.form = "schoolyear/" + form;
        this.pages = pages;
    }

    @Override
    public final String form() {
        return form;
    }

    @Override
    public Map<String, Object> show(OpenTask task, Viewer viewer) {
        Map<String, Object> model = new HashMap<>();
        model.put("yearId", yearId(task));
        model.put("documents", pages.of(yearId(task)));
        return model;
    }

    static long yearId(OpenTask task) {
        return YearKey.yearOf(task.businessKey());
    }
}
