package ru.marshrut.schoolyear.web;

import static java.util.stream.Collectors.toMap;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import ru.marshrut.access.Viewer;
import ru.marshrut.access.Viewers;
import ru.marshrut.calendar.DayOffNotes;
import ru.marshrut.documents.Documents;
import ru.marshrut.schoolyear.SchoolYear;
import ru.marshrut.schoolyear.SchoolYears;
import ru.marshrut.schoolyear.YearAccess;
import ru.marshrut.schoolyear.YearKey;
import ru.marshrut.schoolyear.process.CuratorVisitsModel;
import ru.marshrut.schoolyear.visits.PlannedVisit;
import ru.marshrut.schoolyear.visits.Schedule;
import ru.marshrut.schoolyear.visits.Visit;
import ru.marshrut.schoolyear.visits.VisitChange;
import ru.marshrut.schoolyear.visits.VisitFiles;
import ru.marshrut.schoolyear.visits.VisitSchedules;
import ru.marshrut.shared.NotYours;
import ru.marshrut.shared.Refusal;
import ru.marshrut.territory.Staff;
import ru.marshrut.territory.Territory;
import ru.marshrut.work.FormInput;
import ru.marshrut.work.OpenTask;
import ru.marshrut.work.OpenTasks;
import ru.marshrut.work.Tasks;

/** The schedule of a school's visits with their reports; its curator moves, adds and asks to take out. */
@Controller
@RequestMapping("/school-years/{id:\\d{1,18}}/visits")
class VisitsPage {

    private static final Locale RUSSIAN = Locale.forLanguageTag("ru");

    private final VisitSchedules schedules;
    private final SchoolYears years;
    private final YearAccess access;
    private final Territory territory;
    private final Staff staff;
    private final Documents documents;
    private final OpenTasks open;
    private final Tasks tasks;
    private final DayOffNotes dayOffs;
    private final Viewers viewers;
    private final MessageSource messages;

    VisitsPage(VisitSchedules schedules, SchoolYears years, YearAccess access, Territory territory, Staff staff, Documents documents,
               OpenTasks open, Tasks tasks, DayOffNotes dayOffs, Viewers viewers, MessageSource messages) {
        this.schedules = schedules;
        this.years = years;
        this.access = access;
        this.territory = territory;
        this.staff = staff;
        this.documents = documents;
        this.open = open;
        this.tasks = tasks;
        this.dayOffs = dayOffs;
        this.viewers = viewers;
        this.messages = messages;
    }

    @GetMapping
    String show(@PathVariable long id, Model model) {
        Viewer viewer = viewers.current();
        SchoolYear year = access.visible(years.get(id), viewer);
        List<Visit> visits = schedules.visits(List.of(id));
        List<VisitChange> changes = schedules.changes(id);
        Schedule schedule = schedules.of(id).orElse(null);
        ZoneId zone = territory.region(year.regionId()).zone();
        model.addAttribute("year", year);
        model.addAttribute("school", territory.school(year.schoolId()));
        model.addAttribute("schedule", schedule);
        model.addAttribute("visits", visits);
        model.addAttribute("files", visits.stream().filter(visit -> visit.state() == Visit.State.HELD)
            .collect(toMap(Visit::id, visit -> documents.in(VisitFiles.report(visit.id())))));
        model.addAttribute("changes", changes);
        model.addAttribute("people", staff.people(changes.stream().map(VisitChange::personId).distinct().toList()));
        model.addAttribute("mayChange", access.curates(year, viewer) && schedules.canBeChanged(id));
        model.addAttribute("turns", open.of(CuratorVisitsModel.KEY, new YearKey(id, 0).toString()));
        model.addAttribute("mine", (Function<OpenTask, Boolean>) task -> tasks.mayDo(task, viewer));
        model.addAttribute("dayOffs", dayOffs);
        model.addAttribute("zone", zone);
        return "schoolyear/visits";
    }

    @PostMapping
    String add(@PathVariable long id, @RequestParam(defaultValue = "") String day, @RequestParam(defaultValue = "") String purpose,
               RedirectAttributes back) {
        return change(id, "schoolyear.visits.done.added", "add", Map.of("typedDay", day, "typedPurpose", purpose), back,
            viewer -> schedules.add(id, viewer, new PlannedVisit(day("day", day), purpose.strip())));
    }

    @PostMapping("/{visitId:\\d{1,18}}/move")
    String move(@PathVariable long id, @PathVariable long visitId, @RequestParam(defaultValue = "") String day,
                @RequestParam(defaultValue = "") String reason, RedirectAttributes back) {
        return change(id, "schoolyear.visits.done.moved", "move-" + visitId, Map.of("typedDay", day, "typedReason", reason), back, viewer -> {
            requireOf(id, visitId);
            schedules.move(visitId, viewer, day("day", day), reason.strip());
        });
    }

    @PostMapping("/{visitId:\\d{1,18}}/removal")
    String askRemoval(@PathVariable long id, @PathVariable long visitId, @RequestParam(defaultValue = "") String reason, RedirectAttributes back) {
        return change(id, "schoolyear.visits.done.asked", "removal-" + visitId, Map.of("typedReason", reason), back, viewer -> {
            requireOf(id, visitId);
            schedules.askRemoval(visitId, viewer, reason.strip());
        });
    }

    private interface Change {
        void by(Viewer viewer);
    }

    /** @param form which form was sent, so that what was typed stands in it again */
    private String change(long id, String done, String form, Map<String, String> typed, RedirectAttributes back, Change change) {
        Viewer viewer = viewers.current();
        access.visible(years.get(id), viewer);
        try {
            change.by(viewer);
            back.addFlashAttribute("done", messages.getMessage(done, null, RUSSIAN));
        } catch (Refusal refusal) {
            back.addFlashAttribute("refused", messages.getMessage(refusal.code(), refusal.arguments(), RUSSIAN));
            back.addFlashAttribute("form", form);
            typed.forEach(back::addFlashAttribute);
        }
        return "redirect:/school-years/" + id + "/visits";
    }

    private void requireOf(long id, long visitId) {
        if (schedules.visits(List.of(id)).stream().noneMatch(visit -> visit.id() == visitId)) {
            throw new NotYours("visit", visitId);
        }
    }

    private static LocalDate day(String field, String typed) {
        return new FormInput(Map.of(field, List.of(typed))).date(field);
    }
}
