package ru.marshrut.dashboard.web;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import ru.marshrut.access.AccessPolicy;
import ru.marshrut.access.Viewer;
import ru.marshrut.access.Viewers;
import ru.marshrut.dashboard.Progress;
import ru.marshrut.documents.Documents;
import ru.marshrut.documents.SchoolDocuments;
import ru.marshrut.expertise.SchoolResults;
import ru.marshrut.schoolyear.Conversations;
import ru.marshrut.schoolyear.SchoolYear;
import ru.marshrut.schoolyear.SchoolYears;
import ru.marshrut.schoolyear.Stage;
import ru.marshrut.schoolyear.StageStanding;
import ru.marshrut.schoolyear.StageStanding.State;
import ru.marshrut.schoolyear.YearKey;
import ru.marshrut.schoolyear.monitoring.MonitoringResults;
import ru.marshrut.schoolyear.visits.VisitSchedules;
import ru.marshrut.shared.NotYours;
import ru.marshrut.territory.Histories;
import ru.marshrut.territory.Person;
import ru.marshrut.territory.Role;
import ru.marshrut.territory.School;
import ru.marshrut.territory.Staff;
import ru.marshrut.territory.Territory;
import ru.marshrut.work.Answering;
import ru.marshrut.work.OpenTask;
import ru.marshrut.work.OpenTasks;
import ru.marshrut.work.Responsible;

/**
 * One page with all of a school's year: the stages as a path, what is open and whose turn it is, who is next and by when. For
 * its staff, its curator and whoever is appointed above; the partners of a circle have the circle's page.
 */
@Controller
class SchoolMap {

    private static final int MOST_TASKS = 50;
    private static final Set<Stage> MONITORING = EnumSet.of(Stage.MONITORING_1, Stage.MONITORING_2);

    private final SchoolYears years;
    private final YearPath path;
    private final Histories histories;
    private final OpenTasks tasks;
    private final Answering answering;
    private final Progress progress;
    private final VisitSchedules visits;
    private final MonitoringResults results;
    private final SchoolResults expertise;
    private final Conversations conversations;
    private final Documents documents;
    private final Territory territory;
    private final Staff staff;
    private final AccessPolicy policy;
    private final Viewers viewers;
    private final DashboardWords words;
    private final Clock clock;

    SchoolMap(SchoolYears years, YearPath path, Histories histories, OpenTasks tasks, Answering answering, Progress progress,
              VisitSchedules visits, MonitoringResults results, SchoolResults expertise, Conversations conversations, Documents documents, Territory territory, Staff staff, AccessPolicy policy, Viewers viewers, DashboardWords words, Clock clock) {
        this.years = years;
        this.path = path;
        this.histories = histories;
        this.tasks = tasks;
        this.answering = answering;
        this.progress = progress;
        this.visits = visits;
        this.results = results;
        this.expertise = expertise;
        this.conversations = conversations;
        this.documents = documents;
        this.territory = territory;
        this.staff = staff;
        this.policy = policy;
        this.viewers = viewers;
        this.words = words;
        this.clock = clock;
    }

    /** The latest year of the school, or the current one where it has none. */
    @GetMapping("/schools/{id:\\d+}")
    String latest(@PathVariable long id) {
        seen(id);
        int year = years.historyOf(id).stream().findFirst().map(SchoolYear::year)
            .orElseGet(() -> LocalDate.ofInstant(clock.instant(), Viewers.FEDERATION_ZONE).getYear());
        return "redirect:/schools/" + id + "/years/" + year;
    }

    @GetMapping("/schools/{id:\\d+}/years/{year:20\\d\\d}")
    String map(@PathVariable long id, @PathVariable int year, Model model) {
        Viewer viewer = viewers.current();
        School school = seen(id);
        ZoneId zone = territory.region(school.regionId()).zone();
        LocalDate today = LocalDate.ofInstant(clock.instant(), zone);
        List<SchoolYear> all = years.historyOf(id);
        Optional<SchoolYear> shown = all.stream().filter(one -> one.year() == year).findFirst();
        List<StageStanding> standings = shown.map(one -> years.standings(one.id())).orElse(List.of());
        boolean running = shown.map(SchoolYear::isRunning).orElse(false);
        model.addAttribute("school", school);
        model.addAttribute("region", territory.region(school.regionId()).name());
        model.addAttribute("municipality", territory.municipality(school.municipalityId()).name());
        model.addAttribute("year", year);
        model.addAttribute("schoolYear", shown.orElse(null));
        model.addAttribute("mergedInto", shown.map(SchoolYear::mergedInto).map(territory::school).map(School::name).orElse(null));
        model.addAttribute("stops", path.of(standings, today, running));
        model.addAttribute("turns", running ? turns(school, viewer, zone, today) : List.of());
        model.addAttribute("next", running ? next(standings, school, today) : null);
        model.addAttribute("people", people(school, today));
        model.addAttribute("documents", documents.of(SchoolDocuments.TYPE, SchoolDocuments.id(id, year)).stream()
            .map(file -> new FileLine(file.id(), words.or("schoolyear.concept.kind." + file.slot().kind(), ""), file.fileName(),
                DashboardWords.DAY.format(file.storedAt().atZone(zone)))).toList());
        model.addAttribute("unread", shown.map(one -> conversations.unread(viewer, List.of(one.id())).getOrDefault(one.id(), 0)).orElse(0));
        model.addAttribute("visits", shown.map(one -> visits.visits(List.of(one.id()))).orElse(List.of()));
        model.addAttribute("shares", standings.stream().filter(one -> MONITORING.contains(one.stage()) && one.openedOn() != null)
            .map(this::share).flatMap(Optional::stream).toList());
        model.addAttribute("expertise", expertise.of(id, year));
        model.addAttribute("round", progress.of(List.of(id), zone).stream().filter(one -> one.year() == year).findFirst().orElse(null));
        model.addAttribute("history", shown.map(one -> histories.about(YearKey.subjects(one.id()))).orElse(List.of()));
        model.addAttribute("years", all);
        model.addAttribute("zone", zone);
        return "dashboard/school-map";
    }

    private School seen(long id) {
        School school = territory.school(id);
        if (!policy.maySee(viewers.current(), school.place())) {
            throw new NotYours("school", id);
        }
        return school;
    }

    private List<Turn> turns(School school, Viewer viewer, ZoneId zone, LocalDate today) {
        List<OpenTask> open = tasks.within(school.place(), MOST_TASKS);
        Map<Responsible, List<Person>> people = answering.ofAll(open.stream().map(OpenTask::responsible).collect(Collectors.toSet()), today);
        return open.stream().map(task -> {
            Responsible turn = task.responsible();
            return new Turn(words.line(task, null, zone, today), words.of("territory.role." + turn.role()), people.getOrDefault(turn, List.of()),
                turn.isTurnOf(viewer), task.due() == null ? null : task.due().source());
        }).toList();
    }

    /** Empty where the school has no programme to be judged by. */
    private Optional<ShareLine> share(StageStanding standing) {
        MonitoringResults.Result result = results.of(standing.schoolYearId(), standing.stage());
        return result.share().map(share -> new ShareLine(words.of("schoolyear.stage." + standing.stage()), share.proven(), share.planned(),
            share.percent().stripTrailingZeros().toPlainString().replace('.', ','), result.completed()));
    }

    /** The first stage of the plan whose work has not been asked for yet. */
    private NextStage next(List<StageStanding> standings, School school, LocalDate today) {
        return standings.stream().filter(standing -> standing.doneOn() == null && standing.openedOn() == null).findFirst().map(standing -> {
            Role role = turnOf(standing.stage());
            return new NextStage(words.of("schoolyear.stage." + standing.stage()), words.of("territory.role." + role),
                answering.of(new Responsible(role, school.place()), today).stream().map(Person::fullName).collect(Collectors.joining(", ")), day(standing.opensOn()),
                day(standing.lastDay()), standing.state(today) == State.OVERDUE);
        }).orElse(null);
    }

    /** Who begins a stage. */
    private static Role turnOf(Stage stage) {
        return switch (stage) {
            case SURVEY, PROFILE, ACTIVATION, CONCEPT_DOCUMENTS, MONITORING_1, PEER_REVIEW, MONITORING_2 -> Role.SCHOOL_COORDINATOR;
            case FIRST_VISIT, VERIFICATION, VISIT_SCHEDULE, POSITIVE_CHANGES -> Role.CURATOR;
        };
    }

    private List<Holder> people(School school, LocalDate today) {
        return List.of(Role.SCHOOL_COORDINATOR, Role.PRINCIPAL, Role.CURATOR).stream()
            .map(role -> new Holder(words.of("territory.role." + role), staff.holding(role, school.place(), today))).toList();
    }

    private static String day(LocalDate day) {
        return day == null ? null : DashboardWords.DAY.format(day);
    }

    /**
     * Somebody has to act.
     *
     * @param own    whether it is the viewer
     * @param source who gives the date, or null
     */
    record Turn(DashboardWords.TaskLine task, String role, List<Person> people, boolean own, String source) {}

    /** What comes after that; days are null where nobody has said them, {@code names} may be empty. */
    record NextStage(String stage, String role, String names, String opens, String due, boolean overdue) {}

    /** Measures of the programme done and proven, of those planned; {@code percent} is written out. */
    record ShareLine(String stage, long proven, int planned, String percent, boolean completed) {}

    record Holder(String role, List<Person> people) {}

    /** @param kind in words; empty where it has none */
    record FileLine(long id, String kind, String name, String day) {}
}
