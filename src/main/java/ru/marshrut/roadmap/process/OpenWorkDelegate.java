package ru.marshrut.roadmap.process;

import java.util.Date;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import ru.marshrut.roadmap.running.MeasureCourse;

@Component
class OpenWorkDelegate implements JavaDelegate {

    private final MeasureCourse course;

    OpenWorkDelegate(MeasureCourse course) {
        this.course = course;
    }

    @Override
    public void execute(DelegateExecution execution) {
        MeasureCourse.Opened opened = course.open(Aggregates.id(execution));
        execution.setVariable(MeasureModel.WORK, opened.work().name());
        execution.setVariable(MeasureModel.WINDOW_END, Date.from(opened.end()));
    }
}
