package ru.marshrut.roadmap.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import ru.marshrut.access.Viewer;
import ru.marshrut.access.Viewers;
import ru.marshrut.roadmap.RoadMaps;
import ru.marshrut.roadmap.process.MeasureModel;
import ru.marshrut.roadmap.report.ReportTexts;
import ru.marshrut.roadmap.running.MeasureLog;
import ru.marshrut.roadmap.running.MeasureRuns;
import ru.marshrut.shared.NotYours;
import ru.marshrut.shared.Refusal;
import ru.marshrut.work.FormInput;
import ru.marshrut.work.OpenTask;
import ru.marshrut.work.Tasks;

/** What is done with a measure beside its steps: entries of its log, and its end as not done. */
@Controller
class MeasureWorkPages {

    private static final Set<String> OWN = Set.of("_csrf", "embedded");

    private final MeasureLog log;
    private final MeasureRuns runs;
    private final RoadMaps roadMaps;
    private final Tasks tasks;
    private final Viewers viewers;
    private final MessageSource messages;

    MeasureWorkPages(MeasureLog log, MeasureRuns runs, RoadMaps roadMaps, Tasks tasks, Viewers viewers, MessageSource messages) {
        this.log = log;
        this.runs = runs;
        this.roadMaps = roadMaps;
        this.tasks = tasks;
        this.viewers = viewers;
        this.messages = messages;
    }

    /** The button stands in the form of the step: what was typed is kept where it is refused. */
    @PostMapping("/tasks/{taskId}/log")
    String add(@PathVariable String taskId, @RequestParam(defaultValue = "false") boolean embedded,
               @RequestParam MultiValueMap<String, String> typed, RedirectAttributes after) {
        Viewer viewer = viewers.current();
        OpenTask task = ofMeasure(taskId, viewer);
        FormInput input = new FormInput(typed);
        FormInput kept = FormInput.EMPTY;
        try {
            log.add(Long.parseLong(task.businessKey()), viewer, input.date("on"), input.requiredLink("link"), input.required("words"));
            after.addFlashAttribute("done", text("roadmap.log.added"));
        } catch (Refusal refusal) {
            kept = new FormInput(Map.of("on", List.of(input.get("on")), "link", List.of(input.get("link")),
                "words", List.of(input.get("words"))));
            after.addFlashAttribute("refused", messages.getMessage(refusal.code(), refusal.arguments(), ReportTexts.RUSSIAN));
        }
        if (tasks.mayDo(task, viewer)) {
            tasks.saveDraft(taskId, viewer, kept);
        }
        return page(taskId, embedded);
    }

    @PostMapping("/tasks/{taskId}/log/{entryId}/removal")
    String remove(@PathVariable String taskId, @PathVariable long entryId, @RequestParam(defaultValue = "false") boolean embedded,
                  RedirectAttributes after) {
        Viewer viewer = viewers.current();
        log.remove(Long.parseLong(ofMeasure(taskId, viewer).businessKey()), entryId, viewer);
        after.addFlashAttribute("done", text("roadmap.log.removed"));
        return page(taskId, embedded);
    }

    /** Shows the form anew with what the uploaded file names; what was typed and ticked is kept. */
    @PostMapping("/tasks/{taskId}/participants")
    String compare(@PathVariable String taskId, @RequestParam(defaultValue = "false") boolean embedded,
                   @RequestParam MultiValueMap<String, String> typed) {
        Map<String, List<String>> fields = new LinkedHashMap<>(typed);
        OWN.forEach(fields::remove);
        tasks.saveDraft(taskId, viewers.current(), new FormInput(fields));
        return page(taskId, embedded);
    }

    @PostMapping("/measures/{measureId}/not-done")
    String notDone(@PathVariable long measureId, @RequestParam(defaultValue = "") String reason, RedirectAttributes after) {
        try {
            runs.closeAsNotDone(measureId, viewers.current(), reason);
            after.addFlashAttribute("done", text("roadmap.close.done"));
        } catch (Refusal refusal) {
            after.addFlashAttribute("refused", messages.getMessage(refusal.code(), refusal.arguments(), ReportTexts.RUSSIAN));
        }
        return "redirect:/road-maps/" + roadMaps.measure(measureId).roadMapId() + "/measures/" + measureId;
    }

    /** Other processes count their aggregates from one as well: the number of a school's document is no measure's. */
    private OpenTask ofMeasure(String taskId, Viewer viewer) {
        OpenTask task = tasks.visible(taskId, viewer);
        if (!task.processKey().equals(MeasureModel.KEY)) {
            throw new NotYours("measure's task", taskId);
        }
        return task;
    }

    private static String page(String taskId, boolean embedded) {
        return "redirect:/tasks/" + taskId + (embedded ? "?embedded=true" : "");
    }

    private String text(String code) {
        return messages.getMessage(code, null, ReportTexts.RUSSIAN);
    }
}
