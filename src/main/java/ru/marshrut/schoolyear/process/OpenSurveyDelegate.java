package ru.marshrut.schoolyear.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import ru.marshrut.schoolyear.YearKey;
import ru.marshrut.schoolyear.profile.Surveys;

@Component
class OpenSurveyDelegate implements JavaDelegate {

    private final Surveys surveys;

    OpenSurveyDelegate(Surveys surveys) {
        this.surveys = surveys;
    }

    @Override
    public void execute(DelegateExecution execution) {
        surveys.open(YearKey.yearOf(execution.getProcessBusinessKey()));
    }
}
