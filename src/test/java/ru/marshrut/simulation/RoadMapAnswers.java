package ru.marshrut.simulation;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import ru.marshrut.roadmap.Measure;
import ru.marshrut.roadmap.OutcomeKind;
import ru.marshrut.roadmap.RoadMaps;
import ru.marshrut.roadmap.process.MeasureModel;
import ru.marshrut.roadmap.process.RoadMapModel;
import ru.marshrut.access.Viewer;
import ru.marshrut.work.FormInput;
import ru.marshrut.work.OpenTask;

/** Measures whose targets were missed, and the report at the end. */
class RoadMapAnswers implements Answers {

    private final RoadMaps roadMaps;

    RoadMapAnswers(RoadMaps roadMaps) {
        this.roadMaps = roadMaps;
    }

    @Override
    public boolean knows(OpenTask task) {
        return task.processKey().equals(MeasureModel.KEY) || task.processKey().equals(RoadMapModel.KEY);
    }

    @Override
    public FormInput filled(OpenTask task, Viewer viewer) {
        Map<String, List<String>> values = new LinkedHashMap<>();
        fields(task).forEach((name, value) -> values.put(name, List.of(value)));
        return new FormInput(values);
    }

    private Map<String, String> fields(OpenTask task) {
        return switch (task.step()) {
            case MeasureModel.DECIDE_ON_RESULT -> decided(roadMaps.measure(Long.parseLong(task.businessKey())));
            case RoadMapModel.SIGN_CLOSING_REPORT -> Map.of();
            default -> throw new IllegalStateException("nobody knows how to do " + task.step());
        };
    }

    /** Schools are given two more weeks for their concept documents; the dates of their years move with it. */
    private Map<String, String> decided(Measure measure) {
        return measure.content().outcome() == OutcomeKind.CONCEPT_DOCUMENTS_PLACED && measure.extendedUntil() == null
            ? Map.of("decision", "WAIT", "until", measure.lastDay().plusDays(14).toString(), "reason", "Не все школы успели")
            : Map.of("decision", "NOT_DONE", "reason", "Не все школы успели");
    }
}
