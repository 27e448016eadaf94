package ru.marshrut.schoolyear.steps;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import ru.marshrut.access.Viewer;
import ru.marshrut.schoolyear.YearKey;
import ru.marshrut.schoolyear.visits.Schedule;
import ru.marshrut.schoolyear.visits.Visit;
import ru.marshrut.schoolyear.visits.VisitSchedules;
import ru.marshrut.work.FormInput;
import ru.marshrut.work.OpenTask;
import ru.marshrut.work.StepForm;

/** The curator proposes the year's visits. Fields: {@code day}, {@code purpose} (a value for every visit), {@code daysOffMeant}. */
@Component
class ProposeVisits implements StepForm {

    private final VisitSchedules schedules;
    private final ProposedVisits proposed;

    ProposeVisits(VisitSchedules schedules, ProposedVisits proposed) {
        this.schedules = schedules;
        this.proposed = proposed;
    }

    @Override
    public String form() {
        return "schoolyear/propose-visits";
    }

    @Override
    public Map<String, Object> show(OpenTask task, Viewer viewer) {
        Map<String, Object> model = new HashMap<>();
        model.put("reading", proposed);
        model.put("returned", schedules.of(yearId(task)).filter(schedule -> schedule.state() == Schedule.State.RETURNED)
            .map(Schedule::comment).orElse(null));
        return model;
    }

    /** What was proposed before, so that only what was remarked has to be changed. */
    @Override
    public FormInput initial(OpenTask task, Viewer viewer) {
        List<Visit> before = schedules.visits(List.of(yearId(task)));
        return new FormInput(Map.of("day", before.stream().map(visit -> visit.day().toString()).toList(),
            "purpose", before.stream().map(Visit::purpose).toList()));
    }

    @Override
    public Map<String, Object> submit(OpenTask task, Viewer viewer, FormInput input) {
        schedules.propose(yearId(task), proposed.read(input));
        return Map.of();
    }

    private static long yearId(OpenTask task) {
        return YearKey.yearOf(task.businessKey());
    }
}
