package ru.marshrut.peerreview.steps;

import java.util.Map;
import org.springframework.stereotype.Component;
import ru.marshrut.access.Viewer;
import ru.marshrut.peerreview.Rounds;
import ru.marshrut.work.FormInput;
import ru.marshrut.work.OpenTask;
import ru.marshrut.work.StepForm;

@Component
class SignRoundReport implements StepForm {

    private final Rounds rounds;

    SignRoundReport(Rounds rounds) {
        this.rounds = rounds;
    }

    @Override
    public String form() {
        return "peerreview/sign-round-report";
    }

    @Override
    public Map<String, Object> show(OpenTask task, Viewer viewer) {
        return Map.of("round", rounds.round(Long.parseLong(task.businessKey())));
    }

    @Override
    public Map<String, Object> submit(OpenTask task, Viewer viewer, FormInput input) {
        rounds.finish(Long.parseLong(task.businessKey()), viewer, input.text("remark"));
        return Map.of();
    }
}
