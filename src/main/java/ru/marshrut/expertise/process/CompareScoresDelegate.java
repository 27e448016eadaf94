package ru.marshrut.expertise.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import ru.marshrut.expertise.Checks;

@Component
class CompareScoresDelegate implements JavaDelegate {

    private final Checks checks;

    CompareScoresDelegate(Checks checks) {
        this.checks = checks;
    }

    @Override
    public void execute(DelegateExecution execution) {
        execution.setVariable(SchoolExpertiseModel.DISPUTED, checks.isDisputed(BusinessKey.of(execution)));
    }
}
