package ru.marshrut.schoolyear.process;

import java.util.Date;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import ru.marshrut.schoolyear.YearKey;
import ru.marshrut.schoolyear.YearTimes;

@Component
class TakeStageDatesDelegate implements JavaDelegate {

    private final YearTimes times;

    TakeStageDatesDelegate(YearTimes times) {
        this.times = times;
    }

    @Override
    public void execute(DelegateExecution execution) {
        YearTimes.Times of = times.of(YearKey.yearOf(execution.getProcessBusinessKey()));
        execution.setVariable(SchoolYearModel.FIRST_STAGE_OPENS, Date.from(of.firstStageOpens()));
        execution.setVariable(SchoolYearModel.SECOND_STAGE_OPENS, Date.from(of.secondStageOpens()));
        execution.setVariable(SchoolYearModel.YEAR_OVER, Date.from(of.yearOver()));
        execution.setVariable(SchoolYearModel.FIRST_STAGE, 1);
        execution.setVariable(SchoolYearModel.SECOND_STAGE, 2);
    }
}
