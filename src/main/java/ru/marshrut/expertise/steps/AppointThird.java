package ru.marshrut.expertise.steps;

import java.util.Map;
import org.springframework.stereotype.Component;
import ru.marshrut.access.Viewer;
import ru.marshrut.expertise.SampledSchool;
import ru.marshrut.expertise.Samples;
import ru.marshrut.expertise.experts.Reassignments;
import ru.marshrut.work.FormInput;
import ru.marshrut.work.OpenTask;
import ru.marshrut.work.StepForm;

@Component
class AppointThird implements StepForm {

    private final Reassignments reassignments;
    private final Samples samples;

    AppointThird(Reassignments reassignments, Samples samples) {
        this.reassignments = reassignments;
        this.samples = samples;
    }

    @Override
    public String form() {
        return "expertise/appoint-third";
    }

    @Override
    public Map<String, Object> show(OpenTask task, Viewer viewer) {
        SampledSchool school = samples.get(Long.parseLong(task.businessKey()));
        return Map.of("expertiseId", school.expertiseId(), "candidates", reassignments.candidates(school.id()));
    }

    @Override
    public Map<String, Object> submit(OpenTask task, Viewer viewer, FormInput input) {
        reassignments.appointThird(viewer, Long.parseLong(task.businessKey()), id(input));
        return Map.of();
    }

    /** Null for what is no id, so that the use case says who can be chosen. */
    private static Long id(FormInput input) {
        String chosen = input.text("expert");
        return chosen.matches("\\d{1,18}") ? Long.valueOf(chosen) : null;
    }
}
