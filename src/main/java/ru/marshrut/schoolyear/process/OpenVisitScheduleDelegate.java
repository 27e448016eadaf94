package ru.marshrut.schoolyear.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import ru.marshrut.schoolyear.YearKey;
import ru.marshrut.schoolyear.visits.VisitSchedules;

@Component
class OpenVisitScheduleDelegate implements JavaDelegate {

    private final VisitSchedules schedules;

    OpenVisitScheduleDelegate(VisitSchedules schedules) {
        this.schedules = schedules;
    }

    @Override
    public void execute(DelegateExecution execution) {
        schedules.open(YearKey.yearOf(execution.getProcessBusinessKey()));
    }
}
