package ru.marshrut.schoolyear.steps;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import ru.marshrut.access.Viewer;
import ru.marshrut.calendar.DayOffNotes;
import ru.marshrut.schoolyear.YearKey;
import ru.marshrut.schoolyear.process.CuratorVisitsModel;
import ru.marshrut.schoolyear.visits.VisitSchedules;
import ru.marshrut.work.FormInput;
import ru.marshrut.work.OpenTask;
import ru.marshrut.work.StepForm;

/** The municipal coordinator agrees to the schedule or sends it back. Fields: {@code agreed} (YES, NO), {@code comment}. */
@Component
class AgreeOnVisits implements StepForm {

    private final VisitSchedules schedules;
    private final DayOffNotes dayOffs;

    AgreeOnVisits(VisitSchedules schedules, DayOffNotes dayOffs) {
        this.schedules = schedules;
        this.dayOffs = dayOffs;
    }

    enum Answer { YES, NO }

    @Override
    public String form() {
        return "schoolyear/agree-on-visits";
    }

    @Override
    public Map<String, Object> show(OpenTask task, Viewer viewer) {
        return Map.of("visits", schedules.visits(List.of(yearId(task))), "dayOffs", dayOffs);
    }

    @Override
    public Optional<FormInput> approval(OpenTask task, String comment) {
        return Optional.of(FormInput.of(Map.of("agreed", Answer.YES.name(), "comment", comment)));
    }

    @Override
    public Optional<FormInput> returning(OpenTask task, String comment) {
        return Optional.of(FormInput.of(Map.of("agreed", Answer.NO.name(), "comment", comment)));
    }

    @Override
    public Map<String, Object> submit(OpenTask task, Viewer viewer, FormInput input) {
        boolean agreed = input.choice("agreed", Answer.class) == Answer.YES;
        if (agreed) {
            schedules.agree(yearId(task), viewer, input.text("comment"));
        } else {
            schedules.sendBack(yearId(task), viewer, input.text("comment"));
        }
        return Map.of(CuratorVisitsModel.AGREED, agreed);
    }

    private static long yearId(OpenTask task) {
        return YearKey.yearOf(task.businessKey());
    }
}
