package ru.marshrut.dashboard.web;

import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import ru.marshrut.access.Viewer;
import ru.marshrut.access.Viewers;
import ru.marshrut.dashboard.Progress;
import ru.marshrut.dashboard.SchoolProgress;
import ru.marshrut.dashboard.web.DashboardWords.TaskLine;
import ru.marshrut.notification.Incidents;
import ru.marshrut.notification.MailIncident;
import ru.marshrut.peerreview.Milestone;
import ru.marshrut.schoolyear.SchoolYear;
import ru.marshrut.schoolyear.SchoolYears;
import ru.marshrut.schoolyear.StageStanding;
import ru.marshrut.territory.Appointment;
import ru.marshrut.territory.Level;
import ru.marshrut.territory.Role;
import ru.marshrut.territory.School;
import ru.marshrut.territory.Staff;
import ru.marshrut.territory.Territory;
import ru.marshrut.work.OpenTask;
import ru.marshrut.work.OpenTasks;
import ru.marshrut.work.OwedTasks;

/** What waits for the one who has signed in, and where his schools and territories are. */
@Controller
class HomePage {

    private static final Set<Role> OF_A_SCHOOL = EnumSet.of(Role.SCHOOL_COORDINATOR, Role.PRINCIPAL, Role.CURATOR);

    private final OpenTasks tasks;
    private final OwedTasks owed;
    private final Progress progress;
    private final SchoolYears years;
    private final YearPath path;
    private final Territory territory;
    private final Staff staff;
    private final CoordinatedPlaces places;
    private final Incidents incidents;
    private final Viewers viewers;
    private final DashboardWords words;
    private final Clock clock;

    HomePage(OpenTasks tasks, OwedTasks owed, Progress progress, SchoolYears years, YearPath path, Territory territory, Staff staff, CoordinatedPlaces places,
             Incidents incidents, Viewers viewers, DashboardWords words, Clock clock) {
        this.tasks = tasks;
        this.owed = owed;
        this.progress = progress;
        this.years = years;
        this.path = path;
        this.territory = territory;
        this.staff = staff;
        this.places = places;
        this.incidents = incidents;
        this.viewers = viewers;
        this.words = words;
        this.clock = clock;
    }

    enum Urgency { OVERDUE, THIS_WEEK, LATER }

    @GetMapping("/")
    String home(Model model) {
        Viewer viewer = viewers.current();
        List<OpenTask> waiting = tasks.waitingFor(viewer.personId());
        Map<Urgency, List<TaskLine>> groups = groups(waiting);
        List<PlaceCard> coordinated = places.of(viewer).stream().map(this::card).toList();
        List<MailIncident> unreached = coordinated.isEmpty() ? List.of() : incidents.openFor(viewer);
        model.addAttribute("name", viewer.fullName());
        model.addAttribute("count", words.counted("dashboard.count", waiting.size()));
        model.addAttribute("groups", groups);
        model.addAttribute("schools", schools(viewer));
        model.addAttribute("year", LocalDate.ofInstant(clock.instant(), Viewers.FEDERATION_ZONE).getYear());
        model.addAttribute("milestones", Milestone.values());
        model.addAttribute("places", coordinated);
        model.addAttribute("unreached", unreached);
        model.addAttribute("looks", viewer.appointments().stream().anyMatch(held -> held.role() != Role.EXPERT && held.place().level() != Level.SCHOOL));
        model.addAttribute("curates", viewer.holds(Role.CURATOR));
        model.addAttribute("mayApply", coordinated.isEmpty() && staff.person(viewer.personId()).regionId() != null);
        return "dashboard/home";
    }

    private Map<Urgency, List<TaskLine>> groups(List<OpenTask> waiting) {
        Map<Long, School> schools = territory.schools(waiting.stream().map(OpenTask::schoolId).filter(Objects::nonNull).collect(Collectors.toSet()));
        Map<Long, ZoneId> zones = new HashMap<>();
        Map<Urgency, List<TaskLine>> groups = new EnumMap<>(Urgency.class);
        for (OpenTask task : waiting) {
            ZoneId zone = zones.computeIfAbsent(task.regionId(), id -> territory.region(id).zone());
            LocalDate today = LocalDate.ofInstant(clock.instant(), zone);
            String school = task.schoolId() == null ? null : schools.get(task.schoolId()).name();
            groups.computeIfAbsent(urgency(task, zone, today), urgency -> new ArrayList<>()).add(words.line(task, school, zone, today));
        }
        return groups;
    }

    private static Urgency urgency(OpenTask task, ZoneId zone, LocalDate today) {
        if (task.due() == null) {
            return Urgency.LATER;
        }
        LocalDate day = task.due().day(zone);
        return day.isBefore(today) ? Urgency.OVERDUE
            : day.isAfter(today.with(TemporalAdjusters.nextOrSame(DayOfWeek.SUNDAY))) ? Urgency.LATER : Urgency.THIS_WEEK;
    }

    /** The schools that the viewer works for, with the year of each; those that are in a round say how far they are. */
    private List<SchoolCard> schools(Viewer viewer) {
        Map<Long, Role> roles = viewer.appointments().stream()
            .filter(held -> OF_A_SCHOOL.contains(held.role()) && held.place().level() == Level.SCHOOL)
            .collect(Collectors.toMap(held -> held.place().id(), Appointment::role, (one, other) -> one));
        Collection<School> own = territory.schools(roles.keySet()).values();
        if (own.isEmpty()) {
            return List.of();
        }
        ZoneId zone = territory.region(own.iterator().next().regionId()).zone();
        Map<Long, SchoolProgress> inRound = progress.of(roles.keySet(), zone).stream()
            .collect(Collectors.toMap(SchoolProgress::schoolId, school -> school));
        LocalDate today = LocalDate.ofInstant(clock.instant(), zone);
        Map<Long, SchoolYear> running = years.ofSchools(roles.keySet(), today.getYear());
        Map<Long, List<StageStanding>> standings = years.standings(running.values().stream().map(SchoolYear::id).toList());
        return own.stream().sorted(Comparator.comparing(School::name)).map(school -> {
            SchoolYear year = running.get(school.id());
            List<StageStanding> stages = year == null ? List.of() : standings.get(year.id());
            return new SchoolCard(school.id(), school.name(), words.of("territory.role." + roles.get(school.id())),
                stages.isEmpty() ? null : path.station(year, stages, today), path.of(stages, today, year != null && year.isRunning()),
                inRound.get(school.id()), zone);
        }).toList();
    }

    private PlaceCard card(CoordinatedPlaces.Coordinated place) {
        return new PlaceCard(place, place.place().key(), owed.totals(place.place(), clock.instant()));
    }

    /**
     * @param station  where its year stands, in words, or null where it has none
     * @param stops    of its year; none where it has none
     * @param progress null while the school is in no round
     */
    record SchoolCard(long id, String name, String role, String station, List<YearPath.Stop> stops, SchoolProgress progress, ZoneId zone) {}

    /** @param key of the place in addresses */
    record PlaceCard(CoordinatedPlaces.Coordinated place, String key, OwedTasks.Totals totals) {}
}
