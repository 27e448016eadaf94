package ru.marshrut.expertise.steps;

import java.util.Map;
import org.springframework.stereotype.Component;
import ru.marshrut.access.Viewer;
import ru.marshrut.expertise.Part;
import ru.marshrut.expertise.Results;
import ru.marshrut.expertise.result.RegionalResult;
import ru.marshrut.expertise.result.ResultReading;
import ru.marshrut.shared.Refusal;
import ru.marshrut.work.FormInput;
import ru.marshrut.work.OpenTask;
import ru.marshrut.work.StepForm;

/** The coordinator sees both parts, which schools have no score, and what the others will read, and lets the result go out. */
@Component
class ReleaseResult implements StepForm {

    private final Results results;
    private final ResultReading reading;

    ReleaseResult(Results results, ResultReading reading) {
        this.results = results;
        this.reading = reading;
    }

    @Override
    public String form() {
        return "expertise/release-result";
    }

    @Override
    public Map<String, Object> show(OpenTask task, Viewer viewer) {
        RegionalResult result = reading.ofRegion(id(task));
        return Map.of("result", result, "contentPart", Part.CONTENT, "organisationPart", Part.ORGANISATIONAL);
    }

    @Override
    public Map<String, Object> submit(OpenTask task, Viewer viewer, FormInput input) {
        if (!input.isChecked("confirmed")) {
            throw Refusal.ofField("confirmed", "expertise.result.notConfirmed");
        }
        results.approve(id(task), viewer, input.text("note"));
        return Map.of();
    }

    private static long id(OpenTask task) {
        return Long.parseLong(task.businessKey());
    }
}
