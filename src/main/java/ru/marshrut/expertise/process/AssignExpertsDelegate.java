package ru.marshrut.expertise.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import ru.marshrut.expertise.Assignments;

@Component
class AssignExpertsDelegate implements JavaDelegate {

    private final Assignments assignments;

    AssignExpertsDelegate(Assignments assignments) {
        this.assignments = assignments;
    }

    @Override
    public void execute(DelegateExecution execution) {
        assignments.assign(BusinessKey.of(execution));
    }
}
