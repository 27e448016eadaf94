package ru.marshrut.roadmap.process;

import java.time.LocalDate;
import java.util.Optional;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;
import ru.marshrut.roadmap.running.MeasureRuns;
import ru.marshrut.roadmap.running.MeasureSteps;
import ru.marshrut.roadmap.running.SchoolWork;
import ru.marshrut.territory.Place;
import ru.marshrut.work.OpenTask;
import ru.marshrut.work.ProcessOwner;
import ru.marshrut.work.TaskDescription;
import ru.marshrut.work.TaskOrigin;

/** A school asks for more time, the coordinator gives it to the measure, that is to all of its schools. */
@Component
class SchoolMeasureOwner implements ProcessOwner {

    private final MeasureSteps steps;
    private final SchoolWork schoolWork;
    private final MeasureRuns runs;

    SchoolMeasureOwner(@Lazy MeasureSteps steps, @Lazy SchoolWork schoolWork, @Lazy MeasureRuns runs) {
        this.steps = steps;
        this.schoolWork = schoolWork;
        this.runs = runs;
    }

    @Override
    public String processKey() {
        return SchoolMeasureModel.KEY;
    }

    @Override
    public TaskDescription describe(TaskOrigin origin) {
        return steps.describeSchool(origin);
    }

    @Override
    public boolean extendable(OpenTask task) {
        return task.step().equals(SchoolMeasureModel.PLACE_DOCUMENT);
    }

    @Override
    public Optional<Place> grantedAt(OpenTask task, LocalDate until) {
        return Optional.of(steps.grantedAt(measureOf(task), until));
    }

    @Override
    public void decideOn(OpenTask task, long extensionId) {
        runs.askForDecision(measureOf(task), extensionId);
    }

    @Override
    public void extend(OpenTask task, LocalDate until) {
        runs.extend(measureOf(task), until);
    }

    private long measureOf(OpenTask task) {
        return schoolWork.get(Long.parseLong(task.businessKey())).measureId();
    }
}
