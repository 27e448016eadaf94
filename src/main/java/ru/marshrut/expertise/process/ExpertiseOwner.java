package ru.marshrut.expertise.process;

import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;
import ru.marshrut.expertise.Expertise;
import ru.marshrut.expertise.ExpertiseDues;
import ru.marshrut.expertise.ExpertiseSteps;
import ru.marshrut.expertise.Expertises;
import ru.marshrut.work.ProcessOwner;
import ru.marshrut.work.TaskDescription;
import ru.marshrut.work.TaskOrigin;

/** The steps of a whole expertise: the region's coordinator's, and the answers to appeals. */
@Component
class ExpertiseOwner implements ProcessOwner {

    private final Expertises expertises;
    private final ExpertiseSteps steps;
    private final ExpertiseDues dues;

    ExpertiseOwner(@Lazy Expertises expertises, @Lazy ExpertiseSteps steps, @Lazy ExpertiseDues dues) {
        this.expertises = expertises;
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
        return steps.ofCoordinator(origin, expertise, origin.step().equals(ExpertiseModel.SCORE_ORGANISATION)
            ? dues.organisation(expertise) : dues.answer(expertise.regionId()));
    }

    /** Appeals are answered as often as there are some. */
    @Override
    public boolean comesUpAgain(String step) {
        return true;
    }
}
