package ru.marshrut.schoolyear.process;

import org.camunda.bpm.engine.RuntimeService;
import org.springframework.stereotype.Component;
import ru.marshrut.schoolyear.YearKey;
import ru.marshrut.schoolyear.profile.ProfileEngine;

@Component
class CamundaProfiles implements ProfileEngine {

    private final RuntimeService runtime;

    CamundaProfiles(RuntimeService runtime) {
        this.runtime = runtime;
    }

    @Override
    public void profileReceived(long yearId) {
        runtime.createMessageCorrelation(RiskProfileModel.PROFILE_RECEIVED).processInstanceBusinessKey(new YearKey(yearId, 0).toString()).correlate();
    }
}
