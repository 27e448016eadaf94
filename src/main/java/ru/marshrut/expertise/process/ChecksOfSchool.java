package ru.marshrut.expertise.process;

import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;
import ru.marshrut.expertise.Checks;
import ru.marshrut.expertise.SchoolCheck;

/** The checks for which the model repeats the experts' step. */
@Component("checksOfSchool")
public class ChecksOfSchool {

    private final Checks checks;

    ChecksOfSchool(Checks checks) {
        this.checks = checks;
    }

    public List<Long> open(DelegateExecution execution) {
        return checks.of(BusinessKey.of(execution)).stream().filter(check -> !check.settlesDispute() && !check.isDone()).map(SchoolCheck::id).toList();
    }
}
