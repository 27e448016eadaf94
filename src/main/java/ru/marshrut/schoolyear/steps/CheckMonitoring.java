package ru.marshrut.schoolyear.steps;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import ru.marshrut.access.Viewer;
import ru.marshrut.schoolyear.monitoring.Decision;
import ru.marshrut.schoolyear.monitoring.Line;
import ru.marshrut.schoolyear.monitoring.Monitoring;
import ru.marshrut.schoolyear.process.MonitoringModel;
import ru.marshrut.work.FormInput;
import ru.marshrut.work.OpenTask;

/** The curator confirms or returns each report. A comment for all is meant for those confirmed that have none of their own. */
@Component
class CheckMonitoring extends MonitoringStep {

    private final Monitoring monitoring;

    CheckMonitoring(MonitoringParts parts, Monitoring monitoring) {
        super("check-monitoring", parts);
        this.monitoring = monitoring;
    }

    /** What has evidence is proposed for confirmation; the comment is always the curator's own. */
    @Override
    public FormInput initial(OpenTask task, Viewer viewer) {
        Map<String, List<String>> fields = new HashMap<>();
        lines(task).stream().filter(line -> line.isWaiting() && line.report().hasEvidence())
            .forEach(line -> fields.put("decision_" + line.item().key(), List.of(Verdict.YES.name())));
        return new FormInput(fields);
    }

    @Override
    public Optional<FormInput> approval(OpenTask task, String comment) {
        return Optional.of(forAll(task, Verdict.YES, comment));
    }

    @Override
    public Optional<FormInput> returning(OpenTask task, String comment) {
        return Optional.of(forAll(task, Verdict.NO, comment));
    }

    private FormInput forAll(OpenTask task, Verdict verdict, String comment) {
        Map<String, String> fields = new HashMap<>();
        lines(task).stream().filter(Line::isWaiting).map(line -> line.item().key()).forEach(key -> {
            fields.put("decision_" + key, verdict.name());
            fields.put("comment_" + key, comment);
        });
        return FormInput.of(fields);
    }

    @Override
    public Map<String, Object> submit(OpenTask task, Viewer viewer, FormInput input) {
        Map<String, Decision> decisions = new HashMap<>();
        lines(task).stream().filter(Line::isWaiting).map(line -> line.item().key()).filter(key -> input.isChecked("decision_" + key))
            .forEach(key -> decisions.put(key, decision(key, input)));
        return Map.of(MonitoringModel.ALL_CONFIRMED, monitoring.decide(year(task), stage(task), viewer, task, decisions));
    }

    private static Decision decision(String key, FormInput input) {
        boolean confirmed = input.choice("decision_" + key, Verdict.class) == Verdict.YES;
        String own = input.text("comment_" + key);
        return new Decision(confirmed, own.isEmpty() && confirmed ? input.text("commentForAll") : own);
    }

    private enum Verdict { YES, NO }
}
