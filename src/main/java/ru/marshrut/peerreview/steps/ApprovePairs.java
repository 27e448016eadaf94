package ru.marshrut.peerreview.steps;

import java.util.Map;
import org.springframework.stereotype.Component;
import ru.marshrut.access.Viewer;
import ru.marshrut.peerreview.Rounds;
import ru.marshrut.peerreview.process.PeerReviewRoundModel;
import ru.marshrut.work.FormInput;
import ru.marshrut.work.OpenTask;
import ru.marshrut.work.StepForm;

@Component
class ApprovePairs implements StepForm {

    private final Rounds rounds;

    ApprovePairs(Rounds rounds) {
        this.rounds = rounds;
    }

    @Override
    public String form() {
        return "peerreview/approve-pairs";
    }

    @Override
    public Map<String, Object> show(OpenTask task, Viewer viewer) {
        long id = Long.parseLong(task.businessKey());
        var checked = rounds.check(id);
        return Map.of("round", rounds.round(id), "circles", checked.circles().size(),
            "violations", checked.violations().stream().map(violation -> rounds.inWords(violation.rule())).toList());
    }

    @Override
    public Map<String, Object> submit(OpenTask task, Viewer viewer, FormInput input) {
        boolean approved = input.choice("approved", Answer.class) == Answer.YES;
        if (approved) {
            rounds.approve(Long.parseLong(task.businessKey()), viewer);
        }
        return Map.of(PeerReviewRoundModel.PAIRS_APPROVED, approved);
    }
}
