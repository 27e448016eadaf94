package ru.marshrut.expertise.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import ru.marshrut.expertise.Checks;

@Component
class SettleScoresDelegate implements JavaDelegate {

    private final Checks checks;

    SettleScoresDelegate(Checks checks) {
        this.checks = checks;
    }

    @Override
    public void execute(DelegateExecution execution) {
        checks.settle(BusinessKey.of(execution));
    }
}
