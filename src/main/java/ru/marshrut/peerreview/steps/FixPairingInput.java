package ru.marshrut.peerreview.steps;

import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import ru.marshrut.access.Viewer;
import ru.marshrut.peerreview.Rounds;
import ru.marshrut.peerreview.pairing.Infeasible;
import ru.marshrut.work.FormInput;
import ru.marshrut.work.OpenTask;
import ru.marshrut.work.StepForm;

@Component
class FixPairingInput implements StepForm {

    private final Rounds rounds;

    FixPairingInput(Rounds rounds) {
        this.rounds = rounds;
    }

    @Override
    public String form() {
        return "peerreview/fix-pairing-input";
    }

    @Override
    public Map<String, Object> show(OpenTask task, Viewer viewer) {
        long id = Long.parseLong(task.businessKey());
        return Map.of("round", rounds.round(id), "collisions", rounds.outlook(id) instanceof Infeasible infeasible
            ? infeasible.collisions().stream().map(collision -> new Collided(rounds.inWords(collision.statement()),
                collision.rules().stream().map(rounds::inWords).toList())).toList()
            : List.of());
    }

    @Override
    public Map<String, Object> submit(OpenTask task, Viewer viewer, FormInput input) {
        return Map.of();
    }

    /** What collides, and the rules that it collides with. */
    record Collided(String statement, List<String> rules) {}
}
