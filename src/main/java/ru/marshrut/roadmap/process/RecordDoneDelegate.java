package ru.marshrut.roadmap.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import ru.marshrut.roadmap.running.MeasureCourse;

@Component
class RecordDoneDelegate implements JavaDelegate {

    private final MeasureCourse course;

    RecordDoneDelegate(MeasureCourse course) {
        this.course = course;
    }

    @Override
    public void execute(DelegateExecution execution) {
        course.recordDone(Aggregates.id(execution));
    }
}
