package ru.marshrut.expertise.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import ru.marshrut.expertise.CheckCourse;
import ru.marshrut.expertise.Samples;

@Component
class OpenSchoolDelegate implements JavaDelegate {

    private final CheckCourse course;
    private final Samples samples;

    OpenSchoolDelegate(CheckCourse course, Samples samples) {
        this.course = course;
        this.samples = samples;
    }

    @Override
    public void execute(DelegateExecution execution) {
        long sampledSchoolId = BusinessKey.of(execution);
        execution.setVariable(SchoolExpertiseModel.SCHOOL_ID, samples.get(sampledSchoolId).schoolId());
        execution.setVariable(SchoolExpertiseModel.IN_SAMPLE, course.begin(sampledSchoolId, execution.getProcessInstanceId()));
    }
}
