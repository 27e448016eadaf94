package ru.marshrut.expertise.process;

import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;
import ru.marshrut.expertise.SampledSchool;
import ru.marshrut.expertise.Samples;

/** The schools for which the model calls the check. */
@Component("sampleOfExpertise")
public class SampleOfExpertise {

    private final Samples samples;

    SampleOfExpertise(Samples samples) {
        this.samples = samples;
    }

    public List<Long> schools(DelegateExecution execution) {
        return samples.of(BusinessKey.of(execution)).stream().map(SampledSchool::id).toList();
    }
}
