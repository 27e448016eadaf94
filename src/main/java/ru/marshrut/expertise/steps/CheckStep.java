package ru.marshrut.expertise.steps;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import ru.marshrut.access.Viewer;
import ru.marshrut.expertise.Checks.CheckRemark;
import ru.marshrut.expertise.Criterion;
import ru.marshrut.expertise.Expertise;
import ru.marshrut.expertise.Part;
import ru.marshrut.expertise.Rubric;
import ru.marshrut.expertise.SampledSchool;
import ru.marshrut.expertise.SchoolCheck;
import ru.marshrut.expertise.Suggestion;
import ru.marshrut.expertise.TypicalRemarks.TypicalRemark;
import ru.marshrut.shared.NotYours;
import ru.marshrut.work.FormInput;
import ru.marshrut.work.OpenTask;
import ru.marshrut.work.StepForm;

/** An expert's step: the criteria that his check scores, beside what the school shows. Of another check of the school it shows nothing. */
abstract class CheckStep implements StepForm {

    private final String form;
    private final CheckParts parts;

    CheckStep(String form, CheckParts parts) {
        this.form = "expertise/" + form;
        this.parts = parts;
    }

    /** @param suggestion null where nothing is suggested */
    record Card(Criterion criterion, Suggestion suggestion) {}

    @Override
    public final String form() {
        return form;
    }

    @Override
    public final Map<String, Object> show(OpenTask task, Viewer viewer) {
        SchoolCheck check = check(task);
        SampledSchool school = parts.schools().get(check.sampledSchoolId());
        Expertise expertise = parts.expertises().get(school.expertiseId());
        if (!parts.access().checks(check, viewer) && !parts.access().compares(expertise, parts.checks().of(school.id()), viewer)) {
            throw new NotYours("task", task.id());
        }
        Rubric rubric = parts.rubrics().get(expertise.rubricId());
        Map<Long, Suggestion> suggestions = parts.suggestions().ofSchool(expertise, school);
        Map<String, Object> model = new HashMap<>();
        model.put("check", check);
        model.put("expertise", expertise);
        model.put("school", parts.territory().school(school.schoolId()));
        model.put("rubric", rubric);
        model.put("part", Part.CONTENT);
        model.put("cards", parts.checks().criteriaOf(check.id()).stream().map(one -> new Card(one, suggestions.get(one.id()))).toList());
        model.put("catalogue", catalogue(check));
        model.put("evidence", parts.evidence().of(school, expertise.stage()));
        return model;
    }

    /** What is offered, and what the check has had before, although it is offered no more. */
    private List<TypicalRemark> catalogue(SchoolCheck check) {
        Set<Long> had = parts.checks().remarks(check.id()).stream().map(CheckRemark::typicalId).collect(Collectors.toSet());
        return parts.catalogue().all().stream().filter(remark -> remark.isOffered() || had.contains(remark.id())).toList();
    }

    /** What this expert gave before the check came to him again. */
    @Override
    public final FormInput initial(OpenTask task, Viewer viewer) {
        SchoolCheck check = check(task);
        return SheetFields.filled(parts.checks().scores(check.id()), parts.checks().remarks(check.id()));
    }

    @Override
    public final Map<String, Object> submit(OpenTask task, Viewer viewer, FormInput input) {
        SchoolCheck check = check(task);
        parts.checks().submit(check.id(), viewer, SheetFields.read(input, parts.checks().criteriaOf(check.id())));
        return Map.of();
    }

    private SchoolCheck check(OpenTask task) {
        return parts.subjects().check(task).orElseThrow(() -> new NotYours("task", task.id()));
    }
}
