package ru.marshrut.roadmap.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import ru.marshrut.roadmap.running.MeasureCourse;

@Component
class JudgeMeasureDelegate implements JavaDelegate {

    private final MeasureCourse course;

    JudgeMeasureDelegate(MeasureCourse course) {
        this.course = course;
    }

    @Override
    public void execute(DelegateExecution execution) {
        execution.setVariable(MeasureModel.REACHED, course.judge(Aggregates.id(execution)));
    }
}
