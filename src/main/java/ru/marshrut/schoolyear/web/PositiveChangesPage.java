package ru.marshrut.schoolyear.web;

import static java.util.stream.Collectors.toMap;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import ru.marshrut.access.Viewer;
import ru.marshrut.access.Viewers;
import ru.marshrut.documents.Documents;
import ru.marshrut.documents.SlotRules;
import ru.marshrut.schoolyear.SchoolYear;
import ru.marshrut.schoolyear.SchoolYears;
import ru.marshrut.schoolyear.Stage;
import ru.marshrut.schoolyear.YearAccess;
import ru.marshrut.schoolyear.monitoring.ChangeSource;
import ru.marshrut.schoolyear.monitoring.MonitoringFiles;
import ru.marshrut.schoolyear.monitoring.PositiveChange;
import ru.marshrut.schoolyear.monitoring.PositiveChanges;
import ru.marshrut.schoolyear.steps.ChangeFields;
import ru.marshrut.shared.Refusal;
import ru.marshrut.territory.Staff;
import ru.marshrut.territory.Territory;
import ru.marshrut.work.FormInput;

/** «Позитивные изменения» of a school: the mark with its source, earlier ones, and its correction by coordinators. */
@Controller
@RequestMapping("/school-years/{id:\\d{1,18}}/positive-changes")
class PositiveChangesPage {

    private static final Locale RUSSIAN = Locale.forLanguageTag("ru");

    private final SchoolYears years;
    private final YearAccess access;
    private final PositiveChanges changes;
    private final Documents documents;
    private final Territory territory;
    private final Staff staff;
    private final Viewers viewers;
    private final MessageSource messages;

    PositiveChangesPage(SchoolYears years, YearAccess access, PositiveChanges changes, Documents documents, Territory territory, Staff staff,
                        Viewers viewers, MessageSource messages) {
        this.years = years;
        this.access = access;
        this.changes = changes;
        this.documents = documents;
        this.territory = territory;
        this.staff = staff;
        this.viewers = viewers;
        this.messages = messages;
    }

    @GetMapping
    String show(@PathVariable long id, Model model) {
        Viewer viewer = viewers.current();
        SchoolYear year = access.visible(years.get(id), viewer);
        List<PositiveChange> marks = changes.of(id);
        boolean corrects = access.coordinates(year, viewer) && !marks.isEmpty();
        model.addAttribute("year", year);
        model.addAttribute("school", territory.school(year.schoolId()));
        model.addAttribute("zone", territory.region(year.regionId()).zone());
        model.addAttribute("standing", years.standing(id, Stage.POSITIVE_CHANGES));
        model.addAttribute("marks", marks);
        model.addAttribute("people", staff.people(marks.stream().map(PositiveChange::personId).distinct().toList()).values().stream()
            .collect(toMap(person -> person.id(), person -> person.fullName())));
        model.addAttribute("corrects", corrects);
        model.addAttribute("sources", ChangeSource.values());
        model.addAttribute("files", documents.in(MonitoringFiles.changes(id)));
        model.addAttribute("slotUrl", "/documents/" + MonitoringFiles.CHANGES + "/" + id + "/" + MonitoringFiles.changes(id).kind());
        model.addAttribute("rules", corrects ? SlotRules.PUBLISHED : null);
        if (!model.containsAttribute("input")) {
            model.addAttribute("input", marks.isEmpty() ? FormInput.EMPTY : filled(marks.get(0)));
        }
        return "schoolyear/positive-changes";
    }

    @PostMapping
    String correct(@PathVariable long id, @RequestParam MultiValueMap<String, String> typed, RedirectAttributes back) {
        Viewer viewer = viewers.current();
        access.visible(years.get(id), viewer);
        FormInput input = new FormInput(new HashMap<>(typed));
        try {
            changes.correct(id, viewer, ChangeFields.read(input, input.text("reason")));
            back.addFlashAttribute("done", messages.getMessage("schoolyear.changes.corrected", null, RUSSIAN));
        } catch (Refusal refusal) {
            String words = messages.getMessage(refusal.code(), refusal.arguments(), RUSSIAN);
            back.addFlashAttribute("refused", words);
            back.addFlashAttribute("errorField", refusal.field());
            back.addFlashAttribute("error", words);
            back.addFlashAttribute("input", input);
        }
        return "redirect:/school-years/" + id + "/positive-changes";
    }

    private static FormInput filled(PositiveChange change) {
        return new FormInput(Map.of("mark", List.of(change.mark().name()), "source", change.sources().stream().map(Enum::name).toList(),
            "period", List.of(change.period()), "words", List.of(change.words())));
    }
}
