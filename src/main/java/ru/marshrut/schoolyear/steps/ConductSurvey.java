package ru.marshrut.schoolyear.steps;

import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Component;
import ru.marshrut.access.Viewer;
import ru.marshrut.schoolyear.profile.ProfileEntry;
import ru.marshrut.schoolyear.profile.Survey;
import ru.marshrut.schoolyear.profile.Surveys;
import ru.marshrut.schoolyear.profile.Surveys.Count;
import ru.marshrut.shared.Refusal;
import ru.marshrut.work.FormInput;
import ru.marshrut.work.OpenTask;

/** How many of how many took part, by group. */
@Component
class ConductSurvey extends ProfileStep {

    /** Digits: nobody surveys more people. */
    private static final int LONGEST = 6;

    private final Surveys surveys;

    ConductSurvey(ProfileEntry profiles, Surveys surveys) {
        super("conduct-survey", profiles);
        this.surveys = surveys;
    }

    @Override
    public Map<String, Object> show(OpenTask task, Viewer viewer) {
        Map<String, Object> model = super.show(task, viewer);
        model.put("survey", surveys.of(yearId(task)));
        return model;
    }

    @Override
    public Map<String, Object> submit(OpenTask task, Viewer viewer, FormInput input) {
        Map<String, Count> counts = new LinkedHashMap<>();
        for (Survey.Group group : surveys.of(yearId(task)).groups()) {
            counts.put(group.code(), new Count(number(input, "of_" + group.code()), number(input, "answered_" + group.code())));
        }
        surveys.report(yearId(task), input.date("on"), counts);
        return Map.of();
    }

    private static int number(FormInput input, String field) {
        String typed = input.required(field);
        if (!typed.matches("\\d{1," + LONGEST + "}")) {
            throw Refusal.ofField(field, "schoolyear.survey.notANumber", typed);
        }
        return Integer.parseInt(typed);
    }
}
