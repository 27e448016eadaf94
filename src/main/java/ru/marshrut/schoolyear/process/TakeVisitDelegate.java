package ru.marshrut.schoolyear.process;

import java.util.Date;
import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import ru.marshrut.schoolyear.YearKey;
import ru.marshrut.schoolyear.visits.VisitSchedules;

@Component
class TakeVisitDelegate implements JavaDelegate {

    private final VisitSchedules schedules;

    TakeVisitDelegate(VisitSchedules schedules) {
        this.schedules = schedules;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Optional<VisitSchedules.Next> next = schedules.take(YearKey.yearOf(execution.getProcessBusinessKey()));
        execution.setVariable(CuratorVisitsModel.MORE_VISITS, next.isPresent());
        next.ifPresent(visit -> execution.setVariable(CuratorVisitsModel.VISIT_OPENS, Date.from(visit.opens())));
    }
}
