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
import ru.marshrut.territory.Appointment;
import ru.marshrut.territory.Level;
import ru.marshrut.territory.Role;
import ru.marshrut.territory.School;
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
    private final Territory territory;
    private final CoordinatedPlaces places;
    private final Incidents incidents;
    private final Viewers viewers;
    private final DashboardWords words;
    private final Clock clock;

    HomePage(OpenTasks tasks, OwedTasks owed, Progress progress, Territory territory, CoordinatedPlaces places, Incidents incidents, Viewers viewers,
             DashboardWords words, Clock clock) {
        this.tasks = tasks;
        this.owed = owed;
        this.progress = progress;
        this.territory = territory;
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
        model.addAttribute("milestones", Milestone.values());
        model.addAttribute("places", coordinated);
        model.addAttribute("unreached", unreached);
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

    /** The schools that the viewer works for; those that are in a round say how far they are. */
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
        return own.stream().sorted(Comparator.comparing(School::name))
            .map(school -> new SchoolCard(school.name(), words.of("territory.role." + roles.get(school.id())), inRound.get(school.id()), zone)).toList();
    }

    private PlaceCard card(CoordinatedPlaces.Coordinated place) {
        return new PlaceCard(place, owed.totals(place.place(), clock.instant()));
    }

    /** @param progress null while the school is in no round */
    record SchoolCard(String name, String role, SchoolProgress progress, ZoneId zone) {}

    record PlaceCard(CoordinatedPlaces.Coordinated place, OwedTasks.Totals totals) {}
}
