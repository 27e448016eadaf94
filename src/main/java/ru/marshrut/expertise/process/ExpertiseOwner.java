package ru.marshrut.expertise.process;

import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;
import ru.marshrut.expertise.Appeal;
import ru.marshrut.expertise.Appeals;
import ru.marshrut.expertise.Expertise;
import ru.marshrut.expertise.ExpertiseDues;
import ru.marshrut.expertise.ExpertiseSteps;
import ru.marshrut.expertise.Expertises;
import ru.marshrut.expertise.SampledSchool;
import ru.marshrut.expertise.Samples;
import ru.marshrut.work.Due;
import ru.marshrut.work.ProcessOwner;
import ru.marshrut.work.TaskDescription;
import ru.marshrut.work.TaskOrigin;

/** The steps of a whole expertise: the region's coordinator's, and the answers to appeals. */
@Component
class ExpertiseOwner implements ProcessOwner {

    private final Expertises expertises;
    private final ExpertiseSteps steps;
    private final ExpertiseDues dues;
    private final Appeals appeals;
    private final AppealTasks appealTasks;
    private final Samples samples;

    ExpertiseOwner(@Lazy Expertises expertises, @Lazy ExpertiseSteps steps, @Lazy ExpertiseDues dues, @Lazy Appeals appeals,
                   @Lazy AppealTasks appealTasks, @Lazy Samples samples) {
        this.expertises = expertises;
        this.appeals = appeals;
        this.appealTasks = appealTasks;
        this.samples = samples;
        this.steps = steps;
        this.dues = dues;
    }

    @Override
    public String processKey() {
        return ExpertiseModel.KEY;
    }

    @Override
    public TaskDescription describe(TaskOrigin origin) {
        Expertise expertise = expertises.get(Long.parseLong(origin.businessKey()));
        if (origin.step().equals(ExpertiseModel.ANSWER_APPEAL)) {
            return answerOfAppeal(origin, expertise);
        }
        return steps.ofCoordinator(origin, expertise, origin.step().equals(ExpertiseModel.SCORE_ORGANISATION)
            ? dues.organisation(expertise) : dues.answer(expertise.regionId()));
    }

    private TaskDescription answerOfAppeal(TaskOrigin origin, Expertise expertise) {
        Appeal appeal = appeals.get(appealTasks.appealOf(origin.taskId()));
        SampledSchool school = samples.get(appeal.sampledSchoolId());
        Due due = dues.answer(expertise.regionId());
        return appeals.expertOf(appeal.id()).map(expert -> steps.ofExpert(origin, expertise, school, expert, due))
            .orElseGet(() -> steps.ofCoordinator(origin, expertise, school, due));
    }

    /** Appeals are answered as often as there are some. */
    @Override
    public boolean comesUpAgain(String step) {
        return true;
    }
}
