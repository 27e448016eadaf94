package ru.marshrut.peerreview.process;

import java.time.LocalDate;
import java.util.Optional;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;
import ru.marshrut.peerreview.CircleSteps;
import ru.marshrut.territory.Place;
import ru.marshrut.work.OpenTask;
import ru.marshrut.work.ProcessOwner;
import ru.marshrut.work.TaskDescription;
import ru.marshrut.work.TaskOrigin;

@Component
class PeerReviewOwner implements ProcessOwner {

    private final CircleSteps steps;

    PeerReviewOwner(@Lazy CircleSteps steps) {
        this.steps = steps;
    }

    @Override
    public String processKey() {
        return PeerReviewModel.KEY;
    }

    @Override
    public TaskDescription describe(TaskOrigin origin) {
        return steps.describe(origin);
    }

    @Override
    public void lock(OpenTask task) {
        steps.lock(Long.parseLong(task.businessKey()));
    }

    @Override
    public boolean extendable(OpenTask task) {
        return PeerReviewModel.stageOf(task.step()).isPresent();
    }

    @Override
    public Optional<Place> grantedAt(OpenTask task, LocalDate until) {
        return Optional.of(steps.decidedAt(Long.parseLong(task.businessKey())));
    }

    @Override
    public void decideOn(OpenTask task, long extensionId) {
        steps.askForDecision(Long.parseLong(task.businessKey()), extensionId);
    }

    @Override
    public void extend(OpenTask task, LocalDate until) {
        steps.extend(Long.parseLong(task.businessKey()), PeerReviewModel.stageOf(task.step()).orElseThrow(), until);
    }
}
