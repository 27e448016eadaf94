package ru.marshrut.peerreview.web;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import ru.marshrut.access.Viewer;
import ru.marshrut.peerreview.Round;
import ru.marshrut.peerreview.Rounds;
import ru.marshrut.peerreview.process.PeerReviewRoundModel;
import ru.marshrut.shared.Refusal;
import ru.marshrut.work.FormInput;
import ru.marshrut.work.OpenTask;
import ru.marshrut.work.OpenTasks;
import ru.marshrut.work.Tasks;

/** The coordinator's turn in the pairing of a round: his open step is done from the page of the pairs. */
@Component
class PairingDecisions {

    private final Rounds rounds;
    private final OpenTasks open;
    private final Tasks tasks;

    PairingDecisions(Rounds rounds, OpenTasks open, Tasks tasks) {
        this.rounds = rounds;
        this.open = open;
        this.tasks = tasks;
    }

    PairsView.State state(long roundId) {
        return waiting(roundId).map(task -> task.step().equals(PeerReviewRoundModel.APPROVE_PAIRS)
            ? PairsView.State.TO_APPROVE : PairsView.State.TO_FIX).orElse(PairsView.State.PROPOSING);
    }

    /** Whether the step is the viewer's own; a coordinator from above sees it, but it is not his turn. */
    boolean mayDecide(long roundId, Viewer viewer) {
        return waiting(roundId).map(task -> tasks.mayDo(task, viewer)).orElse(false);
    }

    void approve(long roundId, Viewer viewer) {
        OpenTask task = turn(roundId, viewer);
        if (!task.step().equals(PeerReviewRoundModel.APPROVE_PAIRS)) {
            throw Refusal.of("peerreview.web.nothingToApprove");
        }
        complete(task, viewer, Map.of("approved", List.of("YES")));
    }

    void proposeAnew(long roundId, Viewer viewer) {
        OpenTask task = turn(roundId, viewer);
        complete(task, viewer, task.step().equals(PeerReviewRoundModel.APPROVE_PAIRS) ? Map.of("approved", List.of("NO")) : Map.of());
    }

    private OpenTask turn(long roundId, Viewer viewer) {
        Round round = rounds.coordinated(roundId, viewer);
        if (round.status() != Round.Status.PAIRING) {
            throw Refusal.of("peerreview.round.alreadyApproved");
        }
        OpenTask task = waiting(roundId).orElseThrow(() -> Refusal.of("peerreview.web.proposing"));
        if (!tasks.mayDo(task, viewer)) {
            throw Refusal.of("peerreview.web.othersTurn");
        }
        return task;
    }

    private void complete(OpenTask task, Viewer viewer, Map<String, List<String>> answers) {
        Attempts.take(() -> tasks.complete(task.id(), viewer, new FormInput(answers)), () -> open.byId(task.id()).isPresent());
    }

    private Optional<OpenTask> waiting(long roundId) {
        return open.of(PeerReviewRoundModel.KEY, String.valueOf(roundId)).stream()
            .filter(task -> task.step().equals(PeerReviewRoundModel.APPROVE_PAIRS) || task.step().equals(PeerReviewRoundModel.FIX_INPUT))
            .findFirst();
    }
}
