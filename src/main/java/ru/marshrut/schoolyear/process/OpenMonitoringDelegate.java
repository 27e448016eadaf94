package ru.marshrut.schoolyear.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import ru.marshrut.schoolyear.Stage;
import ru.marshrut.schoolyear.StageCourse;
import ru.marshrut.schoolyear.YearKey;

@Component
class OpenMonitoringDelegate implements JavaDelegate {

    private final StageCourse course;

    OpenMonitoringDelegate(StageCourse course) {
        this.course = course;
    }

    @Override
    public void execute(DelegateExecution execution) {
        YearKey key = YearKey.of(execution.getProcessBusinessKey());
        course.open(key.yearId(), Stage.monitoring(key.monitoring()));
    }
}
