package ru.marshrut.expertise.steps;

import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import ru.marshrut.access.Viewer;
import ru.marshrut.expertise.Criterion;
import ru.marshrut.expertise.Expertise;
import ru.marshrut.expertise.Part;
import ru.marshrut.expertise.Results;
import ru.marshrut.expertise.Rubric;
import ru.marshrut.expertise.Rubrics;
import ru.marshrut.expertise.Suggestion;
import ru.marshrut.expertise.Suggestions;
import ru.marshrut.expertise.persistence.ExpertiseRows;
import ru.marshrut.work.FormInput;
import ru.marshrut.work.OpenTask;
import ru.marshrut.work.StepForm;

/** The organisational part of the region, by its coordinator: the same fields and rules as an expert's check. */
@Component
class ScoreOrganisation implements StepForm {

    private final ExpertiseRows expertises;
    private final Results results;
    private final Rubrics rubrics;
    private final Suggestions suggestions;

    ScoreOrganisation(ExpertiseRows expertises, Results results, Rubrics rubrics, Suggestions suggestions) {
        this.expertises = expertises;
        this.results = results;
        this.rubrics = rubrics;
        this.suggestions = suggestions;
    }

    @Override
    public String form() {
        return "expertise/score-organisation";
    }

    @Override
    public Map<String, Object> show(OpenTask task, Viewer viewer) {
        Expertise expertise = expertises.get(id(task));
        Rubric rubric = rubrics.get(expertise.rubricId());
        Map<Long, Suggestion> suggested = suggestions.ofRegion(expertise);
        return Map.of("expertise", expertise, "rubric", rubric, "part", Part.ORGANISATIONAL,
            "cards", rubric.of(Part.ORGANISATIONAL).stream().map(criterion -> new CheckStep.Card(criterion, suggested.get(criterion.id()))).toList());
    }

    /** What was given before, where the step is done again. */
    @Override
    public FormInput initial(OpenTask task, Viewer viewer) {
        return SheetFields.filled(results.organisational(id(task)), List.of());
    }

    @Override
    public Map<String, Object> submit(OpenTask task, Viewer viewer, FormInput input) {
        List<Criterion> criteria = rubrics.get(expertises.get(id(task)).rubricId()).of(Part.ORGANISATIONAL);
        results.scoreOrganisation(id(task), viewer, SheetFields.read(input, criteria));
        return Map.of();
    }

    private static long id(OpenTask task) {
        return Long.parseLong(task.businessKey());
    }
}
