package ru.marshrut.work.web;

import static java.util.stream.Collectors.toMap;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import ru.marshrut.access.Viewer;
import ru.marshrut.access.Viewers;
import ru.marshrut.calendar.DayOffNotes;
import ru.marshrut.shared.NotYours;
import ru.marshrut.shared.Refusal;
import ru.marshrut.territory.Staff;
import ru.marshrut.territory.Territory;
import ru.marshrut.work.FormInput;
import ru.marshrut.work.OpenTask;
import ru.marshrut.work.ProcessOwner;
import ru.marshrut.work.StepForm;
import ru.marshrut.work.Tasks;

/** A task's page: what to do, by when, with whom, and the form. The same page stands alone and inside of the task list. */
@Controller
class TaskPages {

    private static final Locale RUSSIAN = Locale.forLanguageTag("ru");
    private static final Set<String> OWN = Set.of("_csrf", "embedded");

    private final Tasks tasks;
    private final Viewers viewers;
    private final Map<String, StepForm> forms;
    private final Map<String, ProcessOwner> owners;
    private final Territory territory;
    private final Staff staff;
    private final MessageSource messages;
    private final DayOffNotes dayOffs;
    private final Clock clock;

    TaskPages(Tasks tasks, Viewers viewers, List<StepForm> forms, List<ProcessOwner> owners, Territory territory, Staff staff,
              MessageSource messages, DayOffNotes dayOffs, Clock clock) {
        this.tasks = tasks;
        this.viewers = viewers;
        this.forms = forms.stream().collect(toMap(StepForm::form, form -> form));
        this.owners = owners.stream().collect(toMap(ProcessOwner::processKey, owner -> owner));
        this.territory = territory;
        this.staff = staff;
        this.messages = messages;
        this.dayOffs = dayOffs;
        this.clock = clock;
    }

    @GetMapping("/tasks/{id}")
    String open(@PathVariable String id, @RequestParam(defaultValue = "false") boolean embedded, Model model) {
        Viewer viewer = viewers.current();
        Optional<OpenTask> task = tasks.ifVisible(id, viewer);
        if (task.isEmpty()) {
            model.addAttribute("closed", tasks.closed(id, viewer));
            model.addAttribute("embedded", embedded);
            return "work/closed";
        }
        FormInput draft = tasks.draft(id, viewer);
        boolean drafted = !draft.values().isEmpty();
        return page(task.get(), viewer, embedded, drafted ? draft : forms.get(task.get().form()).initial(task.get(), viewer), null, model);
    }

    @PostMapping("/tasks/{id}")
    String submit(@PathVariable String id, @RequestParam(defaultValue = "false") boolean embedded,
                  @RequestParam MultiValueMap<String, String> typed, Model model, RedirectAttributes after, HttpServletResponse response) {
        Viewer viewer = viewers.current();
        FormInput input = input(typed);
        try {
            tasks.complete(id, viewer, input);
            after.addFlashAttribute("done", messages.getMessage("work.task.done", null, RUSSIAN));
        } catch (Refusal refusal) {
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            return page(tasks.visible(id, viewer), viewer, embedded, input, refusal, model);
        } catch (NotYours gone) {
            tasks.closed(id, viewer); // somebody was faster; anybody else's task stays unknown
            after.addFlashAttribute("notice", messages.getMessage("work.task.alreadyDone", null, RUSSIAN));
        }
        return "redirect:/tasks/" + id + (embedded ? "?embedded=true" : "");
    }

    @PostMapping("/tasks/{id}/draft")
    ResponseEntity<Void> draft(@PathVariable String id, @RequestParam MultiValueMap<String, String> typed) {
        tasks.saveDraft(id, viewers.current(), input(typed));
        return ResponseEntity.noContent().build();
    }

    @PostMapping("/tasks/{id}/extension")
    String extension(@PathVariable String id, @RequestParam(defaultValue = "false") boolean embedded,
                     @RequestParam(defaultValue = "") String until, @RequestParam(defaultValue = "") String reason,
                     RedirectAttributes after) {
        try {
            if (reason.isBlank()) {
                throw Refusal.ofField("reason", "work.extension.reasonNeeded");
            }
            tasks.requestExtension(id, viewers.current(), new FormInput(Map.of("until", List.of(until))).date("until"), reason.strip());
            after.addFlashAttribute("done", messages.getMessage("work.extension.asked", null, RUSSIAN));
        } catch (Refusal refusal) {
            after.addFlashAttribute("refused", text(refusal));
            after.addFlashAttribute("extensionUntil", until);
            after.addFlashAttribute("extensionReason", reason);
        }
        return "redirect:/tasks/" + id + (embedded ? "?embedded=true" : "");
    }

    private String page(OpenTask task, Viewer viewer, boolean embedded, FormInput input, Refusal refusal, Model model) {
        StepForm form = forms.get(task.form());
        model.addAllAttributes(form.show(task, viewer));
        model.addAttribute("task", task);
        model.addAttribute("formTemplate", "forms/" + task.form());
        model.addAttribute("input", input);
        model.addAttribute("embedded", embedded);
        model.addAttribute("mayDo", tasks.mayDo(task, viewer));
        model.addAttribute("onBehalfOf", tasks.onBehalfOf(task, viewer).map(person -> staff.person(person).fullName()).orElse(null));
        ZoneId zone = territory.region(task.regionId()).zone();
        boolean overdue = task.overdueAt(clock.instant());
        model.addAttribute("zone", zone);
        model.addAttribute("overdue", overdue);
        model.addAttribute("dayOff", task.due() == null || overdue ? null : dayOffs.on(task.due().day(zone)).orElse(null));
        model.addAttribute("extendable", task.due() != null && owners.get(task.processKey()).extendable(task));
        model.addAttribute("extensions", tasks.extensionsOf(task.processKey(), task.businessKey()).stream()
            .filter(extension -> task.onlyFor() == null ? extension.step().equals(task.step()) : extension.taskId().equals(task.id())).toList());
        if (refusal != null) {
            model.addAttribute("refused", text(refusal));
            model.addAttribute("errorField", refusal.field());
            model.addAttribute("error", text(refusal));
        }
        return "work/task";
    }

    private String text(Refusal refusal) {
        return messages.getMessage(refusal.code(), refusal.arguments(), RUSSIAN);
    }

    private static FormInput input(MultiValueMap<String, String> typed) {
        Map<String, List<String>> fields = new LinkedHashMap<>(typed);
        OWN.forEach(fields::remove);
        return new FormInput(fields);
    }
}
