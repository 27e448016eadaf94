package ru.marshrut.schoolyear.steps;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import ru.marshrut.access.Viewer;
import ru.marshrut.documents.Documents;
import ru.marshrut.documents.Slot;
import ru.marshrut.documents.SlotRules;
import ru.marshrut.documents.StoredDocument;
import ru.marshrut.schoolyear.YearKey;
import ru.marshrut.schoolyear.profile.ProfileEntry;
import ru.marshrut.schoolyear.profile.RiskLevel;
import ru.marshrut.schoolyear.profile.RiskProfile;
import ru.marshrut.work.OpenTask;
import ru.marshrut.work.StepForm;

/** A step of the risk profile: its page shows the profile as it stands. */
abstract class ProfileStep implements StepForm {

    private final String form;
    private final ProfileEntry profiles;

    ProfileStep(String form, ProfileEntry profiles) {
        this.form = "schoolyear/" + form;
        this.profiles = profiles;
    }

    @Override
    public final String form() {
        return form;
    }

    @Override
    public Map<String, Object> show(OpenTask task, Viewer viewer) {
        Map<String, Object> model = new HashMap<>();
        model.put("yearId", yearId(task));
        model.put("profile", profile(task));
        model.put("levels", List.of(RiskLevel.HIGH, RiskLevel.MEDIUM, RiskLevel.LOW, RiskLevel.UNKNOWN));
        return model;
    }

    final RiskProfile profile(OpenTask task) {
        return profiles.of(yearId(task));
    }

    static long yearId(OpenTask task) {
        return YearKey.yearOf(task.businessKey());
    }

    /** A slot for documents as the upload fragment shows it. */
    record Upload(String url, List<StoredDocument> files, SlotRules rules) {

        static Upload of(Slot slot, SlotRules rules, Documents documents) {
            return new Upload("/documents/" + slot.subjectType() + "/" + slot.subjectId() + "/" + slot.kind(), documents.in(slot), rules);
        }
    }
}
