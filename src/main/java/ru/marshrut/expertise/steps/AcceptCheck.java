package ru.marshrut.expertise.steps;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import ru.marshrut.access.Viewer;
import ru.marshrut.expertise.Checks;
import ru.marshrut.expertise.ExpertiseAccess;
import ru.marshrut.expertise.Part;
import ru.marshrut.expertise.SampledSchool;
import ru.marshrut.expertise.SchoolCheck;
import ru.marshrut.expertise.checks.CheckTable;
import ru.marshrut.expertise.checks.CheckTables;
import ru.marshrut.expertise.persistence.ExpertiseRows;
import ru.marshrut.expertise.persistence.SampleRows;
import ru.marshrut.expertise.process.SchoolExpertiseModel;
import ru.marshrut.shared.NotYours;
import ru.marshrut.shared.Refusal;
import ru.marshrut.territory.Territory;
import ru.marshrut.work.FormInput;
import ru.marshrut.work.OpenTask;
import ru.marshrut.work.StepForm;

/**
 * The coordinator takes the checks of a school, or sends one back. Fields: {@code accepted} (YES, NO), {@code comment} (needed for a
 * return), {@code check} (number of the one that goes back).
 */
@Component
class AcceptCheck implements StepForm {

    private final Checks checks;
    private final CheckTables tables;
    private final SampleRows schools;
    private final ExpertiseRows expertises;
    private final ExpertiseAccess access;
    private final Territory territory;

    AcceptCheck(Checks checks, CheckTables tables, SampleRows schools, ExpertiseRows expertises, ExpertiseAccess access, Territory territory) {
        this.checks = checks;
        this.tables = tables;
        this.schools = schools;
        this.expertises = expertises;
        this.access = access;
        this.territory = territory;
    }

    @Override
    public String form() {
        return "expertise/accept-check";
    }

    @Override
    public Map<String, Object> show(OpenTask task, Viewer viewer) {
        SampledSchool school = schools.get(schoolOf(task));
        if (!access.compares(expertises.get(school.expertiseId()), checks.of(school.id()), viewer)) {
            throw new NotYours("task", task.id());
        }
        Map<String, Object> model = new HashMap<>();
        model.put("table", tables.of(school.id()));
        model.put("part", Part.CONTENT);
        model.put("expertiseId", school.expertiseId());
        model.put("sampledSchoolId", school.id());
        model.put("school", territory.school(school.schoolId()));
        return model;
    }

    /** A dispute that a third has settled is looked at by itself. */
    @Override
    public Optional<FormInput> approval(OpenTask task, String comment) {
        CheckTable table = tables.of(schoolOf(task));
        return table.isDecided() && !table.needsThird()
            ? Optional.of(FormInput.of(Map.of("accepted", Answer.YES.name(), "comment", comment))) : Optional.empty();
    }

    @Override
    public Map<String, Object> submit(OpenTask task, Viewer viewer, FormInput input) {
        boolean accepted = input.choice("accepted", Answer.class) == Answer.YES;
        if (accepted) {
            checks.accept(schoolOf(task), viewer, input.text("comment"));
        } else {
            checks.sendBack(chosen(task, input.text("check")).id(), viewer, input.text("comment"));
        }
        return Map.of(SchoolExpertiseModel.ACCEPTED, accepted);
    }

    private SchoolCheck chosen(OpenTask task, String number) {
        return checks.of(schoolOf(task)).stream().filter(check -> String.valueOf(check.number()).equals(number)).findFirst()
            .orElseThrow(() -> Refusal.ofField("check", "expertise.checks.chooseCheck"));
    }

    private static long schoolOf(OpenTask task) {
        return Long.parseLong(task.businessKey());
    }
}
