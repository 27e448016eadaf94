package ru.marshrut.schoolyear.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import ru.marshrut.schoolyear.YearKey;
import ru.marshrut.schoolyear.profile.ProfilePapers;

@Component
class KeepProfileDelegate implements JavaDelegate {

    private final ProfilePapers papers;

    KeepProfileDelegate(ProfilePapers papers) {
        this.papers = papers;
    }

    @Override
    public void execute(DelegateExecution execution) {
        papers.keep(YearKey.yearOf(execution.getProcessBusinessKey()));
    }
}
