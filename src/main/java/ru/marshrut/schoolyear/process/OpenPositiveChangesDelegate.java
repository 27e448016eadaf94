package ru.marshrut.schoolyear.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import ru.marshrut.schoolyear.Stage;
import ru.marshrut.schoolyear.StageCourse;
import ru.marshrut.schoolyear.YearKey;

@Component
class OpenPositiveChangesDelegate implements JavaDelegate {

    private final StageCourse course;

    OpenPositiveChangesDelegate(StageCourse course) {
        this.course = course;
    }

    @Override
    public void execute(DelegateExecution execution) {
        course.open(YearKey.yearOf(execution.getProcessBusinessKey()), Stage.POSITIVE_CHANGES);
    }
}
