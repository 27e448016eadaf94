package ru.marshrut.schoolyear.web;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import ru.marshrut.access.Viewer;
import ru.marshrut.access.Viewers;
import ru.marshrut.calendar.DayOffNotes;
import ru.marshrut.schoolyear.Conversations;
import ru.marshrut.schoolyear.SchoolYear;
import ru.marshrut.schoolyear.SchoolYears;
import ru.marshrut.schoolyear.process.CuratorVisitsModel;
import ru.marshrut.schoolyear.steps.ProposedVisits;
import ru.marshrut.schoolyear.visits.Visit;
import ru.marshrut.schoolyear.visits.VisitSchedules;
import ru.marshrut.shared.NotYours;
import ru.marshrut.shared.Refusal;
import ru.marshrut.territory.Appointment;
import ru.marshrut.territory.Place;
import ru.marshrut.territory.Role;
import ru.marshrut.territory.School;
import ru.marshrut.territory.Territory;
import ru.marshrut.work.FormInput;
import ru.marshrut.work.OpenTask;
import ru.marshrut.work.OwedTasks;
import ru.marshrut.work.Tasks;

/** The visits of all schools of a curator on one page, and one proposal for several schools at once. */
@Controller
@RequestMapping("/curators/me/visits")
class MyVisitsPage {

    private static final Locale RUSSIAN = Locale.forLanguageTag("ru");

    private final VisitSchedules schedules;
    private final SchoolYears years;
    private final Conversations conversations;
    private final ProposedVisits proposed;
    private final Territory territory;
    private final OwedTasks owed;
    private final Tasks tasks;
    private final DayOffNotes dayOffs;
    private final Viewers viewers;
    private final MessageSource messages;
    private final Clock clock;

    MyVisitsPage(VisitSchedules schedules, SchoolYears years, Conversations conversations, ProposedVisits proposed, Territory territory,
                 OwedTasks owed, Tasks tasks, DayOffNotes dayOffs, Viewers viewers, MessageSource messages,
                 Clock clock) {
        this.schedules = schedules;
        this.years = years;
        this.conversations = conversations;
        this.proposed = proposed;
        this.territory = territory;
        this.owed = owed;
        this.tasks = tasks;
        this.dayOffs = dayOffs;
        this.viewers = viewers;
        this.messages = messages;
        this.clock = clock;
    }

    /** @param task what the curator has to do there now, or null */
    record Line(School school, SchoolYear year, List<Visit> visits, OpenTask task, int unread) {

        boolean isToPropose() {
            return task != null && task.step().equals(CuratorVisitsModel.PROPOSE_VISITS);
        }
    }

    @GetMapping
    String show(Model model) {
        return page(FormInput.EMPTY, null, model);
    }

    /** Every school's proposal stands by itself: one that is refused keeps the others from nothing. */
    @PostMapping
    String propose(@RequestParam MultiValueMap<String, String> typed, Model model, RedirectAttributes after) {
        Viewer viewer = viewers.current();
        Map<String, List<String>> fields = new LinkedHashMap<>(typed);
        fields.remove("_csrf");
        FormInput input = new FormInput(fields);
        Set<String> chosen = Set.copyOf(input.all("school"));
        List<Line> asked = lines(viewer).stream().filter(Line::isToPropose).filter(line -> chosen.contains(String.valueOf(line.school().id()))).toList();
        List<String> refused = new ArrayList<>();
        if (asked.isEmpty()) {
            refused.add(text("schoolyear.visits.chooseSchool"));
        }
        for (Line line : asked) {
            try {
                tasks.complete(line.task().id(), viewer, input);
            } catch (Refusal refusal) {
                refused.add(line.school().name() + ": " + messages.getMessage(refusal.code(), refusal.arguments(), RUSSIAN));
            }
        }
        if (!refused.isEmpty()) {
            return page(input, String.join(" ", refused), model);
        }
        after.addFlashAttribute("done", messages.getMessage("schoolyear.visits.done.proposed", new Object[] {asked.size()}, RUSSIAN));
        return "redirect:/curators/me/visits";
    }

    private String page(FormInput input, String refused, Model model) {
        Viewer viewer = viewers.current();
        List<Line> lines = lines(viewer);
        model.addAttribute("viewer", viewer);
        model.addAttribute("lines", lines);
        model.addAttribute("toPropose", lines.stream().filter(Line::isToPropose).toList());
        model.addAttribute("reading", proposed);
        model.addAttribute("input", input);
        model.addAttribute("dayOffs", dayOffs);
        if (refused != null) {
            model.addAttribute("refused", refused);
        }
        return "schoolyear/my-visits";
    }

    /** The curator's schools whose year runs, by name; whoever curates nothing has no such page. */
    private List<Line> lines(Viewer viewer) {
        if (!viewer.holds(Role.CURATOR)) {
            throw new NotYours("curator", viewer.personId());
        }
        List<Long> schoolIds = viewer.appointments().stream().filter(one -> one.role() == Role.CURATOR).map(Appointment::place).map(Place::id).toList();
        Map<Long, School> schools = territory.schools(schoolIds);
        int thisYear = LocalDate.ofInstant(clock.instant(), Viewers.FEDERATION_ZONE).getYear();
        List<SchoolYear> running = years.ofSchools(schoolIds, thisYear).values().stream().filter(SchoolYear::isRunning).toList();
        List<Long> ids = running.stream().map(SchoolYear::id).toList();
        Map<Long, List<Visit>> visits = schedules.visits(ids).stream().collect(groupingBy(Visit::schoolYearId));
        Map<Long, Integer> unread = conversations.unread(viewer, ids);
        Map<String, OpenTask> turns = owed.ofAll(CuratorVisitsModel.KEY, ids.stream().map(String::valueOf).toList()).stream()
            .filter(task -> task.responsible().role() == Role.CURATOR).collect(toMap(OpenTask::businessKey, Function.identity(), (one, other) -> one));
        return running.stream().map(year -> new Line(schools.get(year.schoolId()), year, visits.getOrDefault(year.id(), List.of()),
                turns.get(String.valueOf(year.id())), unread.getOrDefault(year.id(), 0)))
            .sorted(Comparator.comparing(line -> line.school().name())).toList();
    }

    private String text(String code) {
        return messages.getMessage(code, null, RUSSIAN);
    }
}
