package ru.marshrut.peerreview.process;

import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;
import ru.marshrut.peerreview.RoundSteps;
import ru.marshrut.work.ProcessOwner;
import ru.marshrut.work.TaskDescription;
import ru.marshrut.work.TaskOrigin;

@Component
class PeerReviewRoundOwner implements ProcessOwner {

    private final RoundSteps steps;

    PeerReviewRoundOwner(@Lazy RoundSteps steps) {
        this.steps = steps;
    }

    @Override
    public String processKey() {
        return PeerReviewRoundModel.KEY;
    }

    @Override
    public TaskDescription describe(TaskOrigin origin) {
        return steps.describe(origin);
    }
}
