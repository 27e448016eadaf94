package ru.marshrut.peerreview.process;

import java.util.Date;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import ru.marshrut.peerreview.Meetings;

@Component
class InviteToMeetingDelegate implements JavaDelegate {

    private final Meetings meetings;

    InviteToMeetingDelegate(Meetings meetings) {
        this.meetings = meetings;
    }

    @Override
    public void execute(DelegateExecution execution) {
        execution.setVariable(PeerReviewModel.MEETING_START, Date.from(meetings.invite(CircleSides.circleId(execution))));
    }
}
