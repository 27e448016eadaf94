package ru.marshrut.expertise.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import ru.marshrut.expertise.Expertise;
import ru.marshrut.expertise.Expertises;

@Component
class GatherResultDelegate implements JavaDelegate {

    private final Expertises expertises;

    GatherResultDelegate(Expertises expertises) {
        this.expertises = expertises;
    }

    @Override
    public void execute(DelegateExecution execution) {
        expertises.reached(BusinessKey.of(execution), Expertise.Status.RELEASING);
    }
}
