package ru.marshrut.expertise.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import ru.marshrut.expertise.Samples;

@Component
class DrawSampleDelegate implements JavaDelegate {

    private final Samples samples;

    DrawSampleDelegate(Samples samples) {
        this.samples = samples;
    }

    @Override
    public void execute(DelegateExecution execution) {
        samples.draw(BusinessKey.of(execution));
    }
}
