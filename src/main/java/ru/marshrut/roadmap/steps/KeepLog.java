package ru.marshrut.roadmap.steps;

import java.util.Map;
import org.springframework.stereotype.Component;
import ru.marshrut.access.Viewer;
import ru.marshrut.roadmap.RoadMaps;
import ru.marshrut.roadmap.running.MeasureLog;
import ru.marshrut.work.FormInput;
import ru.marshrut.work.OpenTask;

/** The log of publications: entries are added and removed on its page, sending the form closes it. */
@Component
class KeepLog extends MeasureStep {

    private final MeasureLog log;

    KeepLog(RoadMaps roadMaps, MeasureLog log) {
        super("keep-log", roadMaps);
        this.log = log;
    }

    @Override
    public Map<String, Object> show(OpenTask task, Viewer viewer) {
        Map<String, Object> model = super.show(task, viewer);
        model.put("entries", log.entries(measureId(task)));
        return model;
    }

    @Override
    public Map<String, Object> submit(OpenTask task, Viewer viewer, FormInput input) {
        log.close(measureId(task));
        return Map.of();
    }
}
