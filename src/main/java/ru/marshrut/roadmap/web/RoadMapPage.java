package ru.marshrut.roadmap.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.springframework.context.MessageSource;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import ru.marshrut.access.SeenPlaces;
import ru.marshrut.access.Viewer;
import ru.marshrut.access.Viewers;
import ru.marshrut.roadmap.Measure;
import ru.marshrut.roadmap.MonitoringReports;
import ru.marshrut.roadmap.RoadMap;
import ru.marshrut.roadmap.RoadMapAccess;
import ru.marshrut.roadmap.RoadMapDrafts;
import ru.marshrut.roadmap.collisions.Collisions;
import ru.marshrut.roadmap.figures.MapStanding;
import ru.marshrut.roadmap.figures.MapStanding.MeasureStanding;
import ru.marshrut.roadmap.figures.MapStandings;
import ru.marshrut.roadmap.report.ReportTexts;
import ru.marshrut.territory.Level;
import ru.marshrut.territory.Role;

/** A road map: its measures on a line of time, and where they stand on a day. */
@Controller
@RequestMapping("/road-maps/{id:\\d+}")
class RoadMapPage {

    /** What the list can be narrowed to: a state, or what is overdue. */
    enum Narrowed { WAITING, RUNNING, OVERDUE, DONE, NOT_DONE, REMOVED }

    private static final Set<Role> ROLES = EnumSet.of(Role.SCHOOL_COORDINATOR, Role.PRINCIPAL, Role.CURATOR, Role.MUNICIPAL_COORDINATOR,
        Role.REGIONAL_COORDINATOR);

    private final RoadMapAccess access;
    private final RoadMapDrafts drafts;
    private final MapStandings standings;
    private final MonitoringReports reports;
    private final Collisions collisions;
    private final SeenPlaces places;
    private final AskedDay.Reading days;
    private final Viewers viewers;
    private final MessageSource messages;

    RoadMapPage(RoadMapAccess access, RoadMapDrafts drafts, MapStandings standings, MonitoringReports reports,
                Collisions collisions, SeenPlaces places, AskedDay.Reading days, Viewers viewers, MessageSource messages) {
        this.access = access;
        this.drafts = drafts;
        this.standings = standings;
        this.reports = reports;
        this.collisions = collisions;
        this.places = places;
        this.days = days;
        this.viewers = viewers;
        this.messages = messages;
    }

    @GetMapping
    String show(@PathVariable long id, @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate on,
                @RequestParam(required = false) String known, @RequestParam(required = false) Role role,
                @RequestParam(required = false) Narrowed state, Model model) {
        Viewer viewer = viewers.current();
        RoadMap map = access.seen(id, viewer);
        boolean coordinates = access.coordinates(map, viewer);
        if (!map.isApproved()) {
            return "redirect:/road-maps/" + id + "/draft";
        }
        AskedDay day = days.of(map, on, known);
        MapStanding standing = standings.of(map, day.on(), day.knownAt());
        Timeline timeline = Timeline.of(map.year(), standing.measures());
        List<MeasureStanding> current = standing.measures().stream().filter(one -> one.state() != Measure.State.REMOVED).toList();
        model.addAttribute("map", map);
        model.addAttribute("place", places.name(map.place()));
        model.addAttribute("day", day);
        model.addAttribute("coordinates", coordinates);
        model.addAttribute("assumed", standing.assumed());
        model.addAttribute("timeline", timeline);
        model.addAttribute("lines", standing.measures().stream().filter(one -> matches(one, role, state))
            .map(one -> line(one, timeline, new ReportTexts(messages, map.zone()))).toList());
        model.addAttribute("totalCount", current.size());
        model.addAttribute("doneCount", count(current, Measure.State.DONE));
        model.addAttribute("overdueCount", current.stream().filter(MeasureStanding::overdue).count());
        model.addAttribute("notDoneCount", count(current, Measure.State.NOT_DONE));
        model.addAttribute("roles", ROLES);
        model.addAttribute("states", Narrowed.values());
        model.addAttribute("role", role);
        model.addAttribute("state", state);
        model.addAttribute("dates", reports.dates(id));
        model.addAttribute("frozen", reports.frozen(id));
        model.addAttribute("amending", coordinates && drafts.isBeingPrepared(id));
        model.addAttribute("collisions", coordinates && map.place().level() != Level.FEDERATION
            ? collisions.above(map.place(), map.year()).stream().filter(one -> one.sides().stream().anyMatch(side -> side.map().id() == id)).toList()
            : List.of());
        return "roadmap/road-map";
    }

    static boolean matches(MeasureStanding one, Role role, Narrowed state) {
        return (role == null || one.measure().content().roles().contains(role)) && (state == null ? one.state() != Measure.State.REMOVED
            : state == Narrowed.OVERDUE ? one.overdue() : one.state().name().equals(state.name()));
    }

    private static long count(List<MeasureStanding> measures, Measure.State state) {
        return measures.stream().filter(one -> one.state() == state).count();
    }

    static MapLine line(MeasureStanding one, Timeline timeline, ReportTexts texts) {
        List<FigureLine> figures = new ArrayList<>();
        for (int index = 0; index < one.figures().size(); index++) {
            figures.add(FigureLine.of(index, one.figures().get(index), texts, one.overdue()));
        }
        String detail = one.since() != null ? texts.day(one.since())
            : one.measure().extendedUntil() != null ? texts.of("note.extended", texts.day(one.measure().extendedUntil())) : "";
        return new MapLine(one, one.overdue() ? texts.of("overdue") : texts.state(one.state()), MapLine.tone(one), detail, timeline.bars(one), figures);
    }
}
