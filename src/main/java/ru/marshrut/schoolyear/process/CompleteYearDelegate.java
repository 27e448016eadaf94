package ru.marshrut.schoolyear.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import ru.marshrut.schoolyear.YearEnds;
import ru.marshrut.schoolyear.YearKey;

@Component
class CompleteYearDelegate implements JavaDelegate {

    private final YearEnds ends;

    CompleteYearDelegate(YearEnds ends) {
        this.ends = ends;
    }

    @Override
    public void execute(DelegateExecution execution) {
        ends.complete(YearKey.yearOf(execution.getProcessBusinessKey()));
    }
}
