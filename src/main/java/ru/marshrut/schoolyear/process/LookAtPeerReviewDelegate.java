package ru.marshrut.schoolyear.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import ru.marshrut.schoolyear.YearKey;
import ru.marshrut.schoolyear.YearTimes;

@Component
class LookAtPeerReviewDelegate implements JavaDelegate {

    private final YearTimes times;

    LookAtPeerReviewDelegate(YearTimes times) {
        this.times = times;
    }

    @Override
    public void execute(DelegateExecution execution) {
        execution.setVariable(SchoolYearModel.PEER_REVIEW_DONE, times.peerReviewDone(YearKey.yearOf(execution.getProcessBusinessKey())));
    }
}
