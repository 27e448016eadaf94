package ru.marshrut.roadmap.steps;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;
import ru.marshrut.access.Viewer;
import ru.marshrut.roadmap.RoadMaps;
import ru.marshrut.roadmap.running.MeasureSteps;
import ru.marshrut.work.FormInput;
import ru.marshrut.work.OpenTask;
import ru.marshrut.work.Tasks;
import ru.marshrut.work.Tasks.Extension;

@Component("decideOnMeasureExtension")
class DecideOnExtension extends MeasureStep {

    private final MeasureSteps steps;
    private final Tasks tasks;

    DecideOnExtension(RoadMaps roadMaps, MeasureSteps steps, @Lazy Tasks tasks) {
        super("decide-on-extension", roadMaps);
        this.steps = steps;
        this.tasks = tasks;
    }

    enum Answer { YES, NO }

    @Override
    public Map<String, Object> show(OpenTask task, Viewer viewer) {
        Map<String, Object> model = super.show(task, viewer);
        model.put("request", request(task).orElse(null));
        return model;
    }

    @Override
    public FormInput initial(OpenTask task, Viewer viewer) {
        return request(task).map(request -> filled(Map.of("until", request.requestedUntil().toString()))).orElse(FormInput.EMPTY);
    }

    @Override
    public Map<String, Object> submit(OpenTask task, Viewer viewer, FormInput input) {
        Optional<Extension> request = request(task);
        if (request.isPresent()) {
            boolean granted = input.choice("granted", Answer.class) == Answer.YES;
            String reason = input.required("reason");
            LocalDate until = granted ? steps.grantable(measureId(task), input.date("until"), viewer) : null;
            tasks.decideExtension(request.get().id(), viewer, until, reason);
        }
        return Map.of();
    }

    /** The oldest request that waits; each opens a task of its own. */
    private Optional<Extension> request(OpenTask task) {
        return steps.undecided(measureId(task)).stream().findFirst();
    }
}
