package ru.marshrut.roadmap.process;

import java.util.Date;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import ru.marshrut.roadmap.running.MeasureCourse;

@Component
class TakeWindowDelegate implements JavaDelegate {

    private final MeasureCourse course;

    TakeWindowDelegate(MeasureCourse course) {
        this.course = course;
    }

    @Override
    public void execute(DelegateExecution execution) {
        MeasureCourse.Taken taken = course.takeWindow(Aggregates.id(execution));
        execution.setVariable(MeasureModel.BEGUN, taken.begun());
        execution.setVariable(MeasureModel.WINDOW_START, Date.from(taken.start()));
        execution.setVariable(MeasureModel.MORE_WINDOWS, taken.moreWindows());
    }
}
