package ru.marshrut.peerreview.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import ru.marshrut.peerreview.ReviewLetters;

@Component
class NotifyPartnersDelegate implements JavaDelegate {

    private final ReviewLetters letters;

    NotifyPartnersDelegate(ReviewLetters letters) {
        this.letters = letters;
    }

    @Override
    public void execute(DelegateExecution execution) {
        letters.partnerNotice(CircleSides.circleId(execution));
    }
}
