package ru.marshrut.schoolyear.steps;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import ru.marshrut.access.Viewer;
import ru.marshrut.documents.SlotRules;
import ru.marshrut.schoolyear.Stage;
import ru.marshrut.schoolyear.YearKey;
import ru.marshrut.schoolyear.monitoring.Line;
import ru.marshrut.schoolyear.monitoring.MonitoringFiles;
import ru.marshrut.work.OpenTask;
import ru.marshrut.work.StepForm;

/** A step of a monitoring stage: its page shows the items with what was said of them, and the share so far. */
abstract class MonitoringStep implements StepForm {

    private final String form;
    private final MonitoringParts parts;

    MonitoringStep(String form, MonitoringParts parts) {
        this.form = "schoolyear/" + form;
        this.parts = parts;
    }

    @Override
    public final String form() {
        return form;
    }

    @Override
    public final Map<String, Object> show(OpenTask task, Viewer viewer) {
        List<Line> lines = lines(task);
        Map<String, Object> model = new HashMap<>();
        model.put("lines", lines);
        model.put("names", parts.territory().riskDirections());
        model.put("year", parts.years().get(year(task)));
        model.put("standing", parts.years().standing(year(task), stage(task)));
        model.put("result", parts.lines().of(year(task), stage(task)));
        model.put("files", parts.documents().of(MonitoringFiles.EVIDENCE, MonitoringFiles.evidenceId(year(task), stage(task))).stream()
            .collect(groupingBy(document -> document.slot().kind())));
        model.put("rules", SlotRules.PUBLISHED);
        model.put("evidenceUrl", "/documents/" + MonitoringFiles.EVIDENCE + "/" + MonitoringFiles.evidenceId(year(task), stage(task)) + "/");
        model.put("people", people(lines));
        return model;
    }

    private Map<Long, String> people(List<Line> lines) {
        List<Long> ids = lines.stream().map(Line::report).filter(Objects::nonNull)
            .flatMap(report -> Stream.of(report.sentBy(), report.decidedBy())).filter(Objects::nonNull).distinct().toList();
        return parts.staff().people(ids).values().stream().collect(toMap(person -> person.id(), person -> person.fullName()));
    }

    static long year(OpenTask task) {
        return YearKey.yearOf(task.businessKey());
    }

    static Stage stage(OpenTask task) {
        return Stage.monitoring(YearKey.of(task.businessKey()).monitoring());
    }

    final List<Line> lines(OpenTask task) {
        return parts.lines().all(year(task), stage(task));
    }
}
