package ru.marshrut.schoolyear.process;

import java.util.Optional;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;
import ru.marshrut.schoolyear.Stage;
import ru.marshrut.schoolyear.StageCourse;
import ru.marshrut.schoolyear.YearEngine;
import ru.marshrut.schoolyear.YearKey;
import ru.marshrut.schoolyear.YearSteps;
import ru.marshrut.work.TaskDescription;
import ru.marshrut.work.TaskOrigin;
import ru.marshrut.work.Tasks;

@Component
class RiskProfileOwner extends YearOwner {

    private final YearSteps steps;
    private final Tasks tasks;

    RiskProfileOwner(@Lazy YearSteps steps, @Lazy Tasks tasks, @Lazy StageCourse course, @Lazy YearEngine engine) {
        super(RiskProfileModel.KEY, course, engine);
        this.steps = steps;
        this.tasks = tasks;
    }

    @Override
    public TaskDescription describe(TaskOrigin origin) {
        long yearId = YearKey.yearOf(origin.businessKey());
        return switch (origin.step()) {
            case RiskProfileModel.CONDUCT_SURVEY -> steps.ofSchool(origin, yearId, Stage.SURVEY);
            case RiskProfileModel.ENTER_PROFILE -> steps.ofSchool(origin, yearId, Stage.PROFILE);
            case RiskProfileModel.MAKE_FIRST_VISIT -> steps.ofCurator(origin, yearId, Stage.FIRST_VISIT);
            case RiskProfileModel.VERIFY_PROFILE -> steps.ofCurator(origin, yearId, Stage.VERIFICATION);
            case RiskProfileModel.DECIDE_ON_DISPUTES -> steps.answerOfMunicipality(origin, yearId, Stage.VERIFICATION);
            case RiskProfileModel.ACTIVATE_DIRECTIONS -> steps.ofSchool(origin, yearId, Stage.ACTIVATION);
            case RiskProfileModel.CONFIRM_ACTIVATION -> steps.answerOfCurator(origin, yearId, Stage.ACTIVATION);
            case RiskProfileModel.DECIDE_ON_EXTENSION -> steps.answerOfMunicipality(origin, yearId, askedFor(origin.businessKey()));
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

    /** The stage of the request that came last; the decision on it opens right after. */
    private Stage askedFor(String businessKey) {
        return tasks.extensionsOf(RiskProfileModel.KEY, businessKey).stream().filter(request -> request.granted() == null)
            .reduce((earlier, later) -> later).flatMap(request -> stageOf(request.step(), businessKey)).orElseThrow();
    }
}
