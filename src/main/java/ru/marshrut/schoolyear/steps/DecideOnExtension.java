package ru.marshrut.schoolyear.steps;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;
import ru.marshrut.access.Viewer;
import ru.marshrut.schoolyear.Extensions;
import ru.marshrut.schoolyear.Extensions.Waiting;
import ru.marshrut.schoolyear.SchoolYears;
import ru.marshrut.territory.Territory;
import ru.marshrut.work.FormInput;
import ru.marshrut.work.OpenTask;
import ru.marshrut.work.StepForm;
import ru.marshrut.work.Tasks;

/** More time for a stage, in all models of a school's year. */
@Component("decideOnStageExtension")
class DecideOnExtension implements StepForm {

    private final Extensions extensions;
    private final SchoolYears years;
    private final Territory territory;
    private final Tasks tasks;
    private final MessageSource messages;

    DecideOnExtension(Extensions extensions, SchoolYears years, Territory territory, @Lazy Tasks tasks, MessageSource messages) {
        this.extensions = extensions;
        this.years = years;
        this.territory = territory;
        this.tasks = tasks;
        this.messages = messages;
    }

    enum Answer { YES, NO }

    @Override
    public String form() {
        return "schoolyear/decide-on-extension";
    }

    @Override
    public Map<String, Object> show(OpenTask task, Viewer viewer) {
        Map<String, Object> model = new HashMap<>();
        model.put("request", null);
        request(task).ifPresent(waiting -> {
            model.put("request", waiting.request());
            model.put("school", territory.school(waiting.year().schoolId()).name());
            model.put("stage", messages.getMessage("schoolyear.stage." + waiting.stage(), null, Locale.forLanguageTag("ru")));
            model.put("standing", years.standing(waiting.year().id(), waiting.stage()));
        });
        return model;
    }

    @Override
    public FormInput initial(OpenTask task, Viewer viewer) {
        return request(task).map(waiting -> new FormInput(Map.of("until", List.of(waiting.request().requestedUntil().toString()))))
            .orElse(FormInput.EMPTY);
    }

    @Override
    public Map<String, Object> submit(OpenTask task, Viewer viewer, FormInput input) {
        Optional<Waiting> waiting = request(task);
        if (waiting.isPresent()) {
            boolean granted = input.choice("granted", Answer.class) == Answer.YES;
            String reason = input.required("reason");
            LocalDate until = granted ? extensions.grantable(waiting.get(), input.date("until"), viewer) : null;
            tasks.decideExtension(waiting.get().request().id(), viewer, until, reason);
        }
        return Map.of();
    }

    /** The oldest request that waits; each opens a task of its own. */
    private Optional<Waiting> request(OpenTask task) {
        return extensions.waiting(task.processKey(), task.businessKey()).stream().findFirst();
    }
}
