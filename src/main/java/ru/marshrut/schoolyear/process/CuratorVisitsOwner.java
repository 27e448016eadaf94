package ru.marshrut.schoolyear.process;

import java.util.Optional;
import java.util.Set;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;
import ru.marshrut.schoolyear.Extensions;
import ru.marshrut.schoolyear.Stage;
import ru.marshrut.schoolyear.StageCourse;
import ru.marshrut.schoolyear.YearEngine;
import ru.marshrut.schoolyear.YearKey;
import ru.marshrut.schoolyear.YearSteps;
import ru.marshrut.schoolyear.visits.VisitTasks;
import ru.marshrut.work.TaskDescription;
import ru.marshrut.work.TaskOrigin;

@Component
class CuratorVisitsOwner extends YearOwner {

    private final YearSteps steps;
    private final VisitTasks visits;

    CuratorVisitsOwner(@Lazy StageCourse course, @Lazy YearEngine engine, @Lazy Extensions extensions, @Lazy YearSteps steps, @Lazy VisitTasks visits) {
        super(CuratorVisitsModel.KEY, Set.of(CuratorVisitsModel.PROPOSE_VISITS), course, engine, extensions);
        this.steps = steps;
        this.visits = visits;
    }

    @Override
    public TaskDescription describe(TaskOrigin origin) {
        long yearId = YearKey.yearOf(origin.businessKey());
        return switch (origin.step()) {
            case CuratorVisitsModel.PROPOSE_VISITS -> steps.ofCurator(origin, yearId, Stage.VISIT_SCHEDULE);
            case CuratorVisitsModel.REPORT_VISIT -> visits.report(origin, yearId);
            default -> steps.answerOfMunicipality(origin, yearId, Stage.VISIT_SCHEDULE);
        };
    }

    /** A visit that cannot take place on its day is moved, not extended. */
    @Override
    Optional<Stage> stageOf(String step, String businessKey) {
        return step.equals(CuratorVisitsModel.PROPOSE_VISITS) ? Optional.of(Stage.VISIT_SCHEDULE) : Optional.empty();
    }
}
