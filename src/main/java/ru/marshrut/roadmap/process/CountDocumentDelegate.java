package ru.marshrut.roadmap.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import ru.marshrut.roadmap.running.SchoolWork;

@Component
class CountDocumentDelegate implements JavaDelegate {

    private final SchoolWork schoolWork;

    CountDocumentDelegate(SchoolWork schoolWork) {
        this.schoolWork = schoolWork;
    }

    @Override
    public void execute(DelegateExecution execution) {
        schoolWork.count(Aggregates.id(execution));
    }
}
