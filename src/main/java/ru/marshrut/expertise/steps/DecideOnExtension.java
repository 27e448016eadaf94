package ru.marshrut.expertise.steps;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;
import ru.marshrut.access.Viewer;
import ru.marshrut.expertise.process.StepSubjects;
import ru.marshrut.territory.Staff;
import ru.marshrut.work.FormInput;
import ru.marshrut.work.OpenTask;
import ru.marshrut.work.StepForm;
import ru.marshrut.work.Tasks;
import ru.marshrut.work.Tasks.Extension;

@Component("decideOnCheckExtension")
class DecideOnExtension implements StepForm {

    private final Tasks tasks;
    private final StepSubjects subjects;
    private final Staff staff;

    DecideOnExtension(@Lazy Tasks tasks, StepSubjects subjects, Staff staff) {
        this.tasks = tasks;
        this.subjects = subjects;
        this.staff = staff;
    }

    @Override
    public String form() {
        return "expertise/decide-on-extension";
    }

    @Override
    public Map<String, Object> show(OpenTask task, Viewer viewer) {
        Extension request = request(task);
        Map<String, Object> model = new HashMap<>();
        model.put("request", request);
        model.put("expert", staff.person(request.requestedBy()).fullName());
        return model;
    }

    @Override
    public FormInput initial(OpenTask task, Viewer viewer) {
        return FormInput.of(Map.of("until", request(task).requestedUntil().toString()));
    }

    @Override
    public Map<String, Object> submit(OpenTask task, Viewer viewer, FormInput input) {
        boolean granted = input.choice("granted", Answer.class) == Answer.YES;
        String reason = input.required("reason");
        LocalDate until = granted ? input.date("until") : null;
        tasks.decideExtension(request(task).id(), viewer, until, reason);
        return Map.of();
    }

    private Extension request(OpenTask task) {
        return tasks.extension(subjects.extensionId(task.id()));
    }
}
