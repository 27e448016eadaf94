package ru.marshrut.roadmap.process;

import java.time.LocalDate;
import java.util.Optional;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;
import ru.marshrut.roadmap.running.MeasureRuns;
import ru.marshrut.roadmap.running.MeasureSteps;
import ru.marshrut.territory.Place;
import ru.marshrut.work.OpenTask;
import ru.marshrut.work.ProcessOwner;
import ru.marshrut.work.TaskDescription;
import ru.marshrut.work.TaskOrigin;

@Component
class MeasureOwner implements ProcessOwner {

    private final MeasureSteps steps;
    private final MeasureRuns runs;

    MeasureOwner(@Lazy MeasureSteps steps, @Lazy MeasureRuns runs) {
        this.steps = steps;
        this.runs = runs;
    }

    @Override
    public String processKey() {
        return MeasureModel.KEY;
    }

    @Override
    public TaskDescription describe(TaskOrigin origin) {
        return steps.describe(origin);
    }

    @Override
    public void lock(OpenTask task) {
        runs.lock(Long.parseLong(task.businessKey()));
    }

    /** By the windows of the plan, or because the coordinator waits on: nothing is sent back. */
    @Override
    public boolean comesUpAgain(String step) {
        return true;
    }

    /** Also where a target was missed: a day beyond that of a higher road map is given above. */
    @Override
    public boolean extendable(OpenTask task) {
        return !task.step().equals(MeasureModel.DECIDE_ON_EXTENSION);
    }

    @Override
    public Optional<Place> grantedAt(OpenTask task, LocalDate until) {
        return Optional.of(steps.grantedAt(Long.parseLong(task.businessKey()), until));
    }

    @Override
    public void decideOn(OpenTask task, long extensionId) {
        runs.askForDecision(Long.parseLong(task.businessKey()), extensionId);
    }

    @Override
    public void extend(OpenTask task, LocalDate until) {
        runs.extend(Long.parseLong(task.businessKey()), until);
    }
}
