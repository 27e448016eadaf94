package ru.marshrut.schoolyear.steps;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import ru.marshrut.access.Viewer;
import ru.marshrut.documents.Documents;
import ru.marshrut.documents.Slot;
import ru.marshrut.schoolyear.profile.ProfileEntry;
import ru.marshrut.schoolyear.profile.ProfileFiles;
import ru.marshrut.schoolyear.profile.RiskDirection;
import ru.marshrut.schoolyear.profile.RiskLevel;
import ru.marshrut.schoolyear.profile.RiskProfile.Source;
import ru.marshrut.schoolyear.profile.SchoolProfileFile;
import ru.marshrut.work.FormInput;
import ru.marshrut.work.OpenTask;

/** The levels of all directions, typed in or taken over from a file; what stands in the fields counts. */
@Component
class EnterProfile extends ProfileStep {

    private final ProfileEntry entry;
    private final SchoolProfileFile file;
    private final Documents documents;

    EnterProfile(ProfileEntry entry, SchoolProfileFile file, Documents documents) {
        super("enter-profile", entry);
        this.entry = entry;
        this.file = file;
        this.documents = documents;
    }

    @Override
    public Map<String, Object> show(OpenTask task, Viewer viewer) {
        Map<String, Object> model = super.show(task, viewer);
        Slot slot = ProfileFiles.profile(yearId(task));
        model.put("file", Upload.of(slot, ProfileFiles.rulesOf(slot), documents));
        model.put("read", file.read(yearId(task)));
        return model;
    }

    @Override
    public FormInput initial(OpenTask task, Viewer viewer) {
        Map<String, List<String>> fields = new HashMap<>();
        file.read(yearId(task)).levels().forEach((direction, level) -> fields.put("level_" + direction, List.of(level.name())));
        return new FormInput(fields);
    }

    @Override
    public Map<String, Object> submit(OpenTask task, Viewer viewer, FormInput input) {
        Map<String, RiskLevel> levels = new LinkedHashMap<>();
        for (RiskDirection direction : profile(task).directions()) {
            levels.put(direction.code(), input.choice("level_" + direction.code(), RiskLevel.class));
        }
        Source source = levels.equals(file.read(yearId(task)).levels()) ? Source.SCHOOL_FILE : Source.FORM;
        entry.enter(yearId(task), source, levels, viewer.personId());
        return Map.of();
    }
}
