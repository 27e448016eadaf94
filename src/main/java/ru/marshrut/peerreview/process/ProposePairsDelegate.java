package ru.marshrut.peerreview.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import ru.marshrut.peerreview.Rounds;
import ru.marshrut.peerreview.pairing.Proposal;

@Component
class ProposePairsDelegate implements JavaDelegate {

    private final Rounds rounds;

    ProposePairsDelegate(Rounds rounds) {
        this.rounds = rounds;
    }

    @Override
    public void execute(DelegateExecution execution) {
        boolean found = rounds.propose(CircleSides.circleId(execution)) instanceof Proposal;
        execution.setVariable(PeerReviewRoundModel.PAIRING_FOUND, found);
    }
}
