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
class RiskProfileOwner extends YearOwner {

    private final YearSteps steps;

    RiskProfileOwner(@Lazy YearSteps steps, @Lazy StageCourse course, @Lazy YearEngine engine, @Lazy Extensions extensions) {
        super(RiskProfileModel.KEY, Set.of(RiskProfileModel.ACTIVATE_DIRECTIONS), course, engine, extensions);
        this.steps = steps;
    }

    @Override
    public TaskDescription describe(TaskOrigin origin) {
        long yearId = YearKey.yearOf(origin.businessKey());
        return switch (origin.step()) {
            case RiskProfileModel.CONDUCT_SURVEY -> steps.ofSchool(origin, yearId, Stage.SURVEY);
            case RiskProfileModel.ENTER_PROFILE -> steps.ofSchool(origin, yearId, Stage.PROFILE);
            case RiskProfileModel.MAKE_FIRST_VISIT -> steps.ofCurator(origin, yearId, Stage.FIRST_VISIT);
            case RiskProfileModel.VERIFY_PROFILE -> steps.ofCurator(origin, yearId, Stage.VERIFICATION);
            case RiskProfileModel.DECIDE_ON_DISPUTES, RiskProfileModel.DECIDE_ON_EXTENSION -> steps.answerOfMunicipality(origin, yearId, Stage.VERIFICATION);
            case RiskProfileModel.ACTIVATE_DIRECTIONS -> steps.ofSchool(origin, yearId, Stage.ACTIVATION);
            case RiskProfileModel.CONFIRM_ACTIVATION -> steps.answerOfCurator(origin, yearId, Stage.ACTIVATION);
            default -> throw new IllegalArgumentException(origin.step());
        };
    }

    @Override
    Optional<Stage> stageOf(String step, String businessKey) {
        return Optional.ofNullable(switch (step) {
            case RiskProfileModel.CONDUCT_SURVEY -> Stage.SURVEY;
            case RiskProfileModel.ENTER_PROFILE -> Stage.PROFILE;
            case RiskProfileModel.MAKE_FIRST_VISIT -> Stage.FIRST_VISIT;
            case RiskProfileModel.VERIFY_PROFILE -> Stage.VERIFICATION;
            case RiskProfileModel.ACTIVATE_DIRECTIONS -> Stage.ACTIVATION;
            default -> null;
        });
    }
}
