package ru.marshrut.schoolyear.steps;

import java.util.Map;
import org.springframework.stereotype.Component;
import ru.marshrut.access.Viewer;
import ru.marshrut.documents.Documents;
import ru.marshrut.documents.Slot;
import ru.marshrut.schoolyear.profile.FirstVisit;
import ru.marshrut.schoolyear.profile.FirstVisits;
import ru.marshrut.schoolyear.profile.ProfileEntry;
import ru.marshrut.schoolyear.profile.ProfileFiles;
import ru.marshrut.work.FormInput;
import ru.marshrut.work.OpenTask;

/** When the curator was there, with whom, and what came of it. */
@Component
class MakeFirstVisit extends ProfileStep {

    private final FirstVisits visits;
    private final Documents documents;

    MakeFirstVisit(ProfileEntry profiles, FirstVisits visits, Documents documents) {
        super("make-first-visit", profiles);
        this.visits = visits;
        this.documents = documents;
    }

    @Override
    public Map<String, Object> show(OpenTask task, Viewer viewer) {
        Map<String, Object> model = super.show(task, viewer);
        Slot slot = ProfileFiles.visit(yearId(task));
        model.put("file", Upload.of(slot, ProfileFiles.rulesOf(slot), documents));
        return model;
    }

    @Override
    public Map<String, Object> submit(OpenTask task, Viewer viewer, FormInput input) {
        visits.report(yearId(task), new FirstVisit(input.date("on"), input.required("participants"), input.required("report"), viewer.personId()));
        return Map.of();
    }
}
