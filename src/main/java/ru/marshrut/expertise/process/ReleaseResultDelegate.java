package ru.marshrut.expertise.process;

import java.util.Date;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import ru.marshrut.expertise.ExpertiseDues;
import ru.marshrut.expertise.Results;

@Component
class ReleaseResultDelegate implements JavaDelegate {

    private final Results results;
    private final ExpertiseDues dues;

    ReleaseResultDelegate(Results results, ExpertiseDues dues) {
        this.results = results;
        this.dues = dues;
    }

    @Override
    public void execute(DelegateExecution execution) {
        long expertiseId = BusinessKey.of(execution);
        results.release(expertiseId);
        execution.setVariable(ExpertiseModel.APPEALS_OVER, Date.from(dues.appealsOver(expertiseId)));
    }
}
