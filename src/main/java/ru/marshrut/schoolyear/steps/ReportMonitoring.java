package ru.marshrut.schoolyear.steps;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import ru.marshrut.access.Viewer;
import ru.marshrut.schoolyear.monitoring.Answer;
import ru.marshrut.schoolyear.monitoring.Claim;
import ru.marshrut.schoolyear.monitoring.Line;
import ru.marshrut.schoolyear.monitoring.Monitoring;
import ru.marshrut.schoolyear.monitoring.Report;
import ru.marshrut.work.FormInput;
import ru.marshrut.work.OpenTask;

/** The school reports on its directions and on the measures of its programme. */
@Component
class ReportMonitoring extends MonitoringStep {

    private final Monitoring monitoring;

    ReportMonitoring(MonitoringParts parts, Monitoring monitoring) {
        super("report-monitoring", parts);
        this.monitoring = monitoring;
    }

    /** What was sent before; a measure whose day lies after that of the stage is proposed as not due yet. */
    @Override
    public FormInput initial(OpenTask task, Viewer viewer) {
        Map<String, List<String>> fields = new HashMap<>();
        for (Line line : lines(task)) {
            String key = line.item().key();
            Report before = line.report();
            if (before != null && line.isOwed()) {
                fields.put("claim_" + key, List.of(before.claim().name()));
                fields.put("on_" + key, before.doneOn() == null ? List.of() : List.of(before.doneOn().toString()));
                fields.put("words_" + key, List.of(before.words()));
                fields.put("link_" + key, List.of(before.link()));
            } else if (line.isOwed() && line.mayBeLater()) {
                fields.put("claim_" + key, List.of(Claim.NOT_DUE.name()));
            }
        }
        return new FormInput(fields);
    }

    @Override
    public Map<String, Object> submit(OpenTask task, Viewer viewer, FormInput input) {
        Map<String, Answer> answers = new HashMap<>();
        lines(task).stream().filter(Line::isOwed).forEach(line -> answers.put(line.item().key(), answer(line, input)));
        monitoring.send(year(task), stage(task), viewer, answers);
        return Map.of();
    }

    private static Answer answer(Line line, FormInput input) {
        String key = line.item().key();
        Claim claim = !line.item().isMeasure() ? Claim.REPORTED
            : input.isChecked("claim_" + key) ? input.choice("claim_" + key, Claim.class) : null;
        LocalDate on = input.text("on_" + key).isEmpty() ? null : input.date("on_" + key);
        return new Answer(claim, on, input.text("words_" + key), input.link("link_" + key), input.isChecked("unproven_" + key));
    }
}
