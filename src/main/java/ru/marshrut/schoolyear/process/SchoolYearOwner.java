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
import ru.marshrut.work.TaskDescription;
import ru.marshrut.work.TaskOrigin;

@Component
class SchoolYearOwner extends YearOwner {

    private final YearSteps steps;

    SchoolYearOwner(@Lazy YearSteps steps, @Lazy StageCourse course, @Lazy YearEngine engine, @Lazy Extensions extensions) {
        super(SchoolYearModel.KEY, Set.of(), course, engine, extensions);
        this.steps = steps;
    }

    @Override
    public TaskDescription describe(TaskOrigin origin) {
        long yearId = YearKey.yearOf(origin.businessKey());
        return origin.step().equals(SchoolYearModel.MARK_POSITIVE_CHANGES) ? steps.ofCurator(origin, yearId, Stage.POSITIVE_CHANGES)
            : steps.answerOfMunicipality(origin, yearId, Stage.POSITIVE_CHANGES);
    }

    @Override
    Optional<Stage> stageOf(String step, String businessKey) {
        return step.equals(SchoolYearModel.MARK_POSITIVE_CHANGES) ? Optional.of(Stage.POSITIVE_CHANGES) : Optional.empty();
    }
}
