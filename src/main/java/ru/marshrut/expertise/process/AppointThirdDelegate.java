package ru.marshrut.expertise.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import ru.marshrut.expertise.Assignments;

@Component
class AppointThirdDelegate implements JavaDelegate {

    private final Assignments assignments;

    AppointThirdDelegate(Assignments assignments) {
        this.assignments = assignments;
    }

    @Override
    public void execute(DelegateExecution execution) {
        execution.setVariable(SchoolExpertiseModel.EXPERT_FOUND, assignments.appointThird(BusinessKey.of(execution)));
    }
}
