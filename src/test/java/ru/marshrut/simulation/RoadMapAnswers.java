package ru.marshrut.simulation;

import java.util.Map;
import org.springframework.stereotype.Component;
import ru.marshrut.roadmap.process.MeasureModel;
import ru.marshrut.roadmap.process.RoadMapModel;
import ru.marshrut.work.OpenTask;

/** Measures whose targets were missed, and the report at the end. */
@Component
class RoadMapAnswers implements Answers {

    @Override
    public boolean knows(OpenTask task) {
        return task.processKey().equals(MeasureModel.KEY) || task.processKey().equals(RoadMapModel.KEY);
    }

    @Override
    public Map<String, String> fields(OpenTask task, int time) {
        return switch (task.step()) {
            case MeasureModel.DECIDE_ON_RESULT -> Map.of("decision", "NOT_DONE", "reason", "Не все школы успели");
            case RoadMapModel.SIGN_CLOSING_REPORT -> Map.of();
            default -> throw new IllegalStateException("nobody knows how to do " + task.step());
        };
    }
}
