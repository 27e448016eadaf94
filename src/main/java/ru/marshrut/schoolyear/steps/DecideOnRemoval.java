package ru.marshrut.schoolyear.steps;

import java.util.HashMap;
import java.util.Map;
import org.springframework.stereotype.Component;
import ru.marshrut.access.Viewer;
import ru.marshrut.schoolyear.YearKey;
import ru.marshrut.schoolyear.visits.VisitSchedules;
import ru.marshrut.work.FormInput;
import ru.marshrut.work.OpenTask;
import ru.marshrut.work.StepForm;

/** The municipal coordinator decides on a visit that is to be taken out. Fields: {@code agreed} (YES, NO), {@code comment}. */
@Component
class DecideOnRemoval implements StepForm {

    private final VisitSchedules schedules;

    DecideOnRemoval(VisitSchedules schedules) {
        this.schedules = schedules;
    }

    enum Answer { YES, NO }

    @Override
    public String form() {
        return "schoolyear/decide-on-removal";
    }

    @Override
    public Map<String, Object> show(OpenTask task, Viewer viewer) {
        Map<String, Object> model = new HashMap<>();
        model.put("visit", schedules.askedToRemove(yearId(task)).orElse(null));
        return model;
    }

    /** Nothing is left to decide where the visit was reported on meanwhile. */
    @Override
    public Map<String, Object> submit(OpenTask task, Viewer viewer, FormInput input) {
        long yearId = yearId(task);
        if (schedules.askedToRemove(yearId).isPresent()) {
            schedules.decideRemoval(yearId, viewer, input.choice("agreed", Answer.class) == Answer.YES, input.text("comment"));
        }
        return Map.of();
    }

    private static long yearId(OpenTask task) {
        return YearKey.yearOf(task.businessKey());
    }
}
