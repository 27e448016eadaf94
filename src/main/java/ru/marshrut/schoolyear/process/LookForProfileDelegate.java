package ru.marshrut.schoolyear.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import ru.marshrut.schoolyear.YearKey;
import ru.marshrut.schoolyear.profile.ProfileEntry;

@Component
class LookForProfileDelegate implements JavaDelegate {

    private final ProfileEntry entry;

    LookForProfileDelegate(ProfileEntry entry) {
        this.entry = entry;
    }

    @Override
    public void execute(DelegateExecution execution) {
        execution.setVariable(RiskProfileModel.PROFILE_THERE, entry.ask(YearKey.yearOf(execution.getProcessBusinessKey())));
    }
}
