package ru.marshrut.expertise.steps;

import java.util.Map;
import org.springframework.stereotype.Component;
import ru.marshrut.access.Viewer;
import ru.marshrut.expertise.Expertises;
import ru.marshrut.expertise.Samples;
import ru.marshrut.work.FormInput;
import ru.marshrut.work.OpenTask;
import ru.marshrut.work.StepForm;

@Component
class ApproveSample implements StepForm {

    private final Expertises expertises;
    private final Samples samples;
    private final SampleNames names;

    ApproveSample(Expertises expertises, Samples samples, SampleNames names) {
        this.expertises = expertises;
        this.samples = samples;
        this.names = names;
    }

    @Override
    public String form() {
        return "expertise/approve-sample";
    }

    @Override
    public Map<String, Object> show(OpenTask task, Viewer viewer) {
        long id = Long.parseLong(task.businessKey());
        return Map.of("expertise", expertises.get(id), "schools", names.of(samples.of(id)));
    }

    @Override
    public Map<String, Object> submit(OpenTask task, Viewer viewer, FormInput input) {
        expertises.approveSample(viewer, Long.parseLong(task.businessKey()));
        return Map.of();
    }
}
