package ru.marshrut.expertise.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import ru.marshrut.expertise.Results;

@Component
class LockResultDelegate implements JavaDelegate {

    private final Results results;

    LockResultDelegate(Results results) {
        this.results = results;
    }

    @Override
    public void execute(DelegateExecution execution) {
        results.lock(BusinessKey.of(execution));
    }
}
