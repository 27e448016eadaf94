package ru.marshrut.peerreview.steps;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;
import ru.marshrut.access.Viewer;
import ru.marshrut.peerreview.CircleViews;
import ru.marshrut.work.FormInput;
import ru.marshrut.work.OpenTask;
import ru.marshrut.work.Tasks;
import ru.marshrut.work.Tasks.Extension;

@Component
class DecideOnExtension extends CircleStep {

    private final Tasks tasks;

    DecideOnExtension(CircleViews views, @Lazy Tasks tasks) {
        super("decide-on-extension", views);
        this.tasks = tasks;
    }

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
        boolean granted = input.choice("granted", Answer.class) == Answer.YES;
        String reason = input.required("reason");
        LocalDate until = granted ? input.date("until") : null;
        request(task).ifPresent(request -> tasks.decideExtension(request.id(), viewer, until, reason));
        return Map.of();
    }

    /** The oldest request that waits; each opens a task of its own. */
    private Optional<Extension> request(OpenTask task) {
        return tasks.extensionsOf(task.processKey(), task.businessKey()).stream().filter(request -> request.granted() == null).findFirst();
    }
}
