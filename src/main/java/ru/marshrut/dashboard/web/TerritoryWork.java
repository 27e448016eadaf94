package ru.marshrut.dashboard.web;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.util.UriComponentsBuilder;
import ru.marshrut.access.AccessPolicy;
import ru.marshrut.access.Viewer;
import ru.marshrut.access.Viewers;
import ru.marshrut.dashboard.Progress;
import ru.marshrut.dashboard.SchoolProgress;
import ru.marshrut.dashboard.web.CoordinatedPlaces.Coordinated;
import ru.marshrut.dashboard.web.DashboardWords.TaskLine;
import ru.marshrut.dashboard.web.YearPath.Stop;
import ru.marshrut.notification.Reminders;
import ru.marshrut.peerreview.Milestone;
import ru.marshrut.schoolyear.SchoolYear;
import ru.marshrut.schoolyear.SchoolYears;
import ru.marshrut.schoolyear.StageStanding;
import ru.marshrut.shared.NotYours;
import ru.marshrut.shared.Refusal;
import ru.marshrut.territory.Level;
import ru.marshrut.territory.Person;
import ru.marshrut.territory.Place;
import ru.marshrut.territory.School;
import ru.marshrut.territory.Territory;
import ru.marshrut.work.Answering;
import ru.marshrut.work.OpenTask;
import ru.marshrut.work.OwedTasks;
import ru.marshrut.work.Responsible;

/** Who owes what in a territory, since when, and how to reach them; for those who coordinate it. */
@Controller
class TerritoryWork {

    private static final String ROOT = "/my-territory";
    private static final int PAGE = 50;

    private final Progress progress;
    private final SchoolYears years;
    private final YearPath path;
    private final OwedTasks tasks;
    private final Answering answering;
    private final Territory territory;
    private final CoordinatedPlaces places;
    private final Reminders reminders;
    private final AccessPolicy policy;
    private final Viewers viewers;
    private final DashboardWords words;
    private final Clock clock;

    TerritoryWork(Progress progress, SchoolYears years, YearPath path, OwedTasks tasks, Answering answering, Territory territory, CoordinatedPlaces places, Reminders reminders,
                  AccessPolicy policy, Viewers viewers, DashboardWords words, Clock clock) {
        this.progress = progress;
        this.years = years;
        this.path = path;
        this.tasks = tasks;
        this.answering = answering;
        this.territory = territory;
        this.places = places;
        this.reminders = reminders;
        this.policy = policy;
        this.viewers = viewers;
        this.words = words;
        this.clock = clock;
    }

    @GetMapping(ROOT)
    String choose(Model model) {
        Viewer viewer = viewers.current();
        List<Coordinated> own = places.of(viewer);
        if (own.isEmpty()) {
            throw new NotYours("territory", viewer.personId());
        }
        if (own.stream().anyMatch(place -> place.place().level() == Level.FEDERATION)) {
            own = territory.regions().stream().map(region -> places.coordinated(Place.region(region.id()))).toList();
        }
        if (own.size() == 1) {
            return "redirect:" + own.get(0).path();
        }
        model.addAttribute("places", own);
        return "dashboard/places";
    }

    /** School by step. */
    @GetMapping(ROOT + "/{level}/{id}")
    String bySchool(@PathVariable String level, @PathVariable long id, @RequestParam(required = false) Long municipality,
                    @RequestParam(defaultValue = "false") boolean overdue, @RequestParam(required = false) Long after, Model model) {
        Page page = page(level, id, municipality);
        List<SchoolProgress> schools = progress.within(page.shown(), overdue, after, PAGE + 1, page.zone());
        List<SchoolProgress> rows = schools.subList(0, Math.min(PAGE, schools.size()));
        Map<Responsible, List<Person>> people = people(rows.stream().flatMap(row -> row.open().stream()).toList(), page);
        fill(model, page, page.coordinated().path(), municipality, null, overdue,
            schools.size() > PAGE ? String.valueOf(rows.get(PAGE - 1).schoolId()) : null);
        Map<Long, List<Stop>> stops = stops(rows.stream().map(SchoolProgress::schoolId).toList(), page.today());
        model.addAttribute("rows", rows.stream().map(row -> new SchoolRow(row, stops.getOrDefault(row.schoolId(), List.of()), turns(row.open(), people, page)))
            .toList());
        model.addAttribute("milestones", Milestone.values());
        return "dashboard/schools";
    }

    /** What is owed, the most urgent first. */
    @GetMapping(ROOT + "/{level}/{id}/tasks")
    String byDate(@PathVariable String level, @PathVariable long id, @RequestParam(required = false) Long municipality,
                  @RequestParam(defaultValue = "") String step, @RequestParam(defaultValue = "false") boolean overdue,
                  @RequestParam(defaultValue = "") String after, Model model) {
        Page page = page(level, id, municipality);
        List<OpenTask> owed = tasks.owed(new OwedTasks.Owed(page.shown(), step.isEmpty() ? null : step, overdue ? clock.instant() : null),
            after, PAGE + 1);
        List<OpenTask> rows = owed.subList(0, Math.min(PAGE, owed.size()));
        Map<Responsible, List<Person>> people = people(rows, page);
        Map<Long, School> schools = territory.schools(rows.stream().map(OpenTask::schoolId).filter(Objects::nonNull).collect(toSet()));
        fill(model, page, page.coordinated().path() + "/tasks", municipality, step, overdue, owed.size() > PAGE ? rows.get(PAGE - 1).id() : null);
        model.addAttribute("steps", tasks.stepsWithin(page.shown()));
        model.addAttribute("rows", rows.stream().map(task -> turn(task, task.schoolId() == null ? null : schools.get(task.schoolId()).name(),
            people, page)).toList());
        return "dashboard/tasks";
    }

    /** @param back the page to return to */
    @PostMapping(ROOT + "/reminders")
    String remind(@RequestParam String task, @RequestParam(defaultValue = ROOT) String back, RedirectAttributes after) {
        try {
            after.addFlashAttribute("done", words.counted("dashboard.reminded", reminders.nudge(task, viewers.current().personId(), null)));
        } catch (Refusal refusal) {
            after.addFlashAttribute("refused", words.of(refusal.code(), refusal.arguments()));
        }
        return "redirect:" + (back.startsWith(ROOT + "/") ? back : ROOT);
    }

    private Page page(String level, long id, Long municipality) {
        Place place = switch (level) {
            case "municipalities" -> Place.municipality(id);
            case "regions" -> Place.region(id);
            default -> throw new NotYours("territory", level);
        };
        Place shown = municipality == null ? place : Place.municipality(municipality);
        Viewer viewer = viewers.current();
        boolean part = municipality == null || place.level() == Level.REGION && territory.municipality(municipality).regionId() == id;
        if (!part || !policy.mayCoordinate(viewer, place)) {
            throw new NotYours("territory", id);
        }
        Coordinated coordinated = places.coordinated(place);
        ZoneId zone = coordinated.region().zone();
        return new Page(coordinated, shown, viewer, zone, LocalDate.ofInstant(clock.instant(), zone));
    }

    private void fill(Model model, Page page, String path, Long municipality, String step, boolean overdue, String next) {
        UriComponentsBuilder self = UriComponentsBuilder.fromPath(path);
        if (municipality != null) {
            self.queryParam("municipality", municipality);
        }
        if (step != null && !step.isEmpty()) {
            self.queryParam("step", step);
        }
        if (overdue) {
            self.queryParam("overdue", true);
        }
        String here = self.encode().build().toUriString();
        model.addAttribute("place", page.coordinated());
        model.addAttribute("placeKey", page.shown().key());
        model.addAttribute("totals", tasks.totals(page.shown(), clock.instant()));
        model.addAttribute("municipalities", page.coordinated().place().level() == Level.REGION
            ? territory.municipalitiesOf(page.coordinated().region().id()) : List.of());
        model.addAttribute("municipality", municipality);
        model.addAttribute("step", step);
        model.addAttribute("overdue", overdue);
        model.addAttribute("zone", page.zone());
        model.addAttribute("path", path);
        model.addAttribute("here", here);
        model.addAttribute("next", next == null ? null : self.queryParam("after", next).encode().build().toUriString());
    }

    /** By school, of the years that are today's. */
    private Map<Long, List<Stop>> stops(List<Long> schools, LocalDate today) {
        Collection<SchoolYear> current = years.ofSchools(schools, today.getYear()).values();
        Map<Long, List<StageStanding>> standings = years.standings(current.stream().map(SchoolYear::id).toList());
        return current.stream().collect(toMap(SchoolYear::schoolId, year -> path.of(standings.get(year.id()), today, year.isRunning())));
    }

    private Map<Responsible, List<Person>> people(Collection<OpenTask> open, Page page) {
        return answering.ofAll(open.stream().map(OpenTask::responsible).collect(toSet()), page.today());
    }

    /** One for each who has to act, with the most urgent of what he owes. */
    private List<Turn> turns(List<OpenTask> open, Map<Responsible, List<Person>> people, Page page) {
        List<Turn> turns = new ArrayList<>();
        open.stream().collect(groupingBy(OpenTask::responsible, LinkedHashMap::new, toList()))
            .values().forEach(owed -> turns.add(turn(owed.get(0), null, people, page)));
        return turns;
    }

    private Turn turn(OpenTask task, String school, Map<Responsible, List<Person>> people, Page page) {
        Responsible responsible = task.responsible();
        boolean own = responsible.isTurnOf(page.viewer());
        List<Person> answering = people.getOrDefault(responsible, List.of());
        boolean below = responsible.place().level().compareTo(page.coordinated().place().level()) >= 0;
        return new Turn(words.line(task, school, page.zone(), page.today()), words.of("territory.role." + responsible.role()), answering,
            Milestone.of(task.step()).isEmpty(), own,
            below && !own && !answering.isEmpty());
    }

    /** @param shown the place, or the part of it that was chosen */
    private record Page(Coordinated coordinated, Place shown, Viewer viewer, ZoneId zone, LocalDate today) {}

    /** @param stops of the school's current year; none where it has none */
    record SchoolRow(SchoolProgress school, List<Stop> stops, List<Turn> turns) {}

    /**
     * Somebody has to act.
     *
     * @param decision   a decision about the whole circle, which no milestone stands for
     * @param own        it is the viewer's own turn
     * @param remindable whether the viewer can remind them
     */
    record Turn(TaskLine task, String role, List<Person> people, boolean decision, boolean own, boolean remindable) {}
}
