package ru.marshrut.schoolyear.steps;

import java.util.Map;
import org.springframework.stereotype.Component;
import ru.marshrut.access.Viewer;
import ru.marshrut.schoolyear.monitoring.Monitoring;
import ru.marshrut.shared.Refusal;
import ru.marshrut.work.FormInput;
import ru.marshrut.work.OpenTask;

/** The school confirms that its documents lie in the federal system. */
@Component
class PlaceMonitoring extends MonitoringStep {

    private final Monitoring monitoring;

    PlaceMonitoring(MonitoringParts parts, Monitoring monitoring) {
        super("place-monitoring", parts);
        this.monitoring = monitoring;
    }

    @Override
    public Map<String, Object> submit(OpenTask task, Viewer viewer, FormInput input) {
        if (!input.isChecked("placed")) {
            throw Refusal.ofField("placed", "schoolyear.monitoring.confirmPlaced");
        }
        monitoring.place(year(task), stage(task), viewer, input.required("under"), input.date("on"));
        return Map.of();
    }
}
