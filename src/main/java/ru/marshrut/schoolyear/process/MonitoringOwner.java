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
class MonitoringOwner extends YearOwner {

    private final YearSteps steps;

    MonitoringOwner(@Lazy YearSteps steps, @Lazy StageCourse course, @Lazy YearEngine engine, @Lazy Extensions extensions) {
        super(MonitoringModel.KEY, Set.of(MonitoringModel.REPORT), course, engine, extensions);
        this.steps = steps;
    }

    @Override
    public TaskDescription describe(TaskOrigin origin) {
        YearKey key = YearKey.of(origin.businessKey());
        Stage stage = Stage.monitoring(key.monitoring());
        return switch (origin.step()) {
            case MonitoringModel.CHECK -> steps.answerOfCurator(origin, key.yearId(), stage);
            case YearVariables.DECIDE_ON_EXTENSION -> steps.answerOfMunicipality(origin, key.yearId(), stage);
            default -> steps.ofSchool(origin, key.yearId(), stage);
        };
    }

    @Override
    Optional<Stage> stageOf(String step, String businessKey) {
        return step.equals(MonitoringModel.REPORT) || step.equals(MonitoringModel.PLACE)
            ? Optional.of(Stage.monitoring(YearKey.of(businessKey).monitoring())) : Optional.empty();
    }
}
