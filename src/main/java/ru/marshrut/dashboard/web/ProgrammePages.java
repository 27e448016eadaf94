package ru.marshrut.dashboard.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriComponentsBuilder;
import ru.marshrut.access.Viewer;
import ru.marshrut.access.Viewers;
import ru.marshrut.dashboard.ProgrammePanel;
import ru.marshrut.dashboard.ReviewStep;
import ru.marshrut.dashboard.Scope;
import ru.marshrut.access.SeenPlaces;
import ru.marshrut.dashboard.persistence.OverdueWork;
import ru.marshrut.dashboard.persistence.ReviewStandings;
import ru.marshrut.territory.Place;
import ru.marshrut.territory.Role;
import ru.marshrut.territory.Territory;

/** The panel «Программа» as a page of ours, for those who have no Cockpit too, and the lists behind its rounds and its overdue work. */
@Controller
@RequestMapping("/programme")
class ProgrammePages {

    private static final int PAGE = 50;

    private final ProgrammePanel panel;
    private final ReviewStandings reviews;
    private final OverdueWork overdue;
    private final SeenPlaces places;
    private final SchoolsFile file;
    private final Territory territory;
    private final Viewers viewers;
    private final DashboardWords words;
    private final Clock clock;

    ProgrammePages(ProgrammePanel panel, ReviewStandings reviews, OverdueWork overdue, SeenPlaces places, SchoolsFile file, Territory territory,
                   Viewers viewers, DashboardWords words, Clock clock) {
        this.panel = panel;
        this.reviews = reviews;
        this.overdue = overdue;
        this.places = places;
        this.file = file;
        this.territory = territory;
        this.viewers = viewers;
        this.words = words;
        this.clock = clock;
    }

    @GetMapping
    String panel(@RequestParam(required = false) String place, @RequestParam(required = false) Integer year, Model model) {
        model.addAttribute("panel", panel.of(viewers.current(), place, year));
        return "dashboard/programme";
    }

    @GetMapping("/circles")
    String circles(@RequestParam(required = false) String place, @RequestParam(required = false) Integer year,
                   @RequestParam(required = false) ReviewStep step, @RequestParam(defaultValue = "false") boolean late,
                   @RequestParam(defaultValue = "1") int page, Model model) {
        Place shown = places.shown(viewers.current(), place);
        int at = Math.min(Math.max(page, 1), 10_000);
        List<ReviewStandings.Row> rows = reviews.page(Scope.of(shown), year(year), step, late, clock.instant(), (at - 1) * PAGE, PAGE);
        Map<String, Object> query = query(shown, year);
        query.put("step", step);
        query.put("late", late ? true : null);
        head(model, shown, year, "circles", query, at, rows.isEmpty() ? 0 : rows.get(0).total());
        model.addAttribute("steps", ReviewStep.values());
        model.addAttribute("step", step);
        model.addAttribute("late", late);
        model.addAttribute("rows", rows);
        return "dashboard/circle-list";
    }

    @GetMapping("/circles.xlsx")
    void circlesAsFile(@RequestParam(required = false) String place, @RequestParam(required = false) Integer year,
                       @RequestParam(required = false) ReviewStep step, @RequestParam(defaultValue = "false") boolean late,
                       HttpServletResponse response) throws IOException {
        Place shown = places.shown(viewers.current(), place);
        attach(response, "dashboard.circles.fileName", year(year));
        file.writeCircles(reviews.page(Scope.of(shown), year(year), step, late, clock.instant(), 0, Integer.MAX_VALUE), year(year), response.getOutputStream());
    }

    /** Overdue work, whatever year it belongs to: a task knows its school and its date, not the programme's year. */
    @GetMapping("/tasks")
    String tasks(@RequestParam(required = false) String place, @RequestParam(required = false) Integer year,
                 @RequestParam(required = false) Role role, @RequestParam(defaultValue = "1") int page, Model model) {
        Place shown = places.shown(viewers.current(), place);
        int at = Math.min(Math.max(page, 1), 10_000);
        List<OverdueWork.Row> rows = overdue.page(shown, role, clock.instant(), (at - 1) * PAGE, PAGE);
        Map<String, Object> query = query(shown, year);
        query.put("role", role);
        head(model, shown, year, "tasks", query, at, rows.isEmpty() ? 0 : rows.get(0).total());
        model.addAttribute("roles", Role.values());
        model.addAttribute("role", role);
        Map<Long, ZoneId> zones = new HashMap<>();
        model.addAttribute("rows", rows.stream().map(task -> line(task, zones.computeIfAbsent(task.regionId(), id -> territory.region(id).zone()))).toList());
        return "dashboard/task-list";
    }

    @GetMapping("/tasks.xlsx")
    void tasksAsFile(@RequestParam(required = false) String place, @RequestParam(required = false) Integer year,
                     @RequestParam(required = false) Role role, HttpServletResponse response) throws IOException {
        Place shown = places.shown(viewers.current(), place);
        attach(response, "dashboard.tasks.fileName", year(year));
        file.writeTasks(overdue.page(shown, role, clock.instant(), 0, Integer.MAX_VALUE), year(year), response.getOutputStream());
    }

    private TaskRow line(OverdueWork.Row task, ZoneId zone) {
        LocalDate due = LocalDate.ofInstant(task.dueAt().minusMillis(1), zone);
        long days = java.time.temporal.ChronoUnit.DAYS.between(due, LocalDate.ofInstant(clock.instant(), zone));
        return new TaskRow(task, DashboardWords.DAY.format(due), words.counted("dashboard.late", days), words.of("territory.role." + task.responsible().role()));
    }

    /** @param late how long ago its last day was, in words */
    record TaskRow(OverdueWork.Row task, String due, String late, String role) {}

    private void head(Model model, Place place, Integer year, String list, Map<String, Object> query, int at, int total) {
        Viewer viewer = viewers.current();
        UriComponentsBuilder self = UriComponentsBuilder.newInstance();
        query.forEach((name, value) -> {
            if (value != null) {
                self.queryParam(name, value);
            }
        });
        String path = "/programme/" + list;
        String asked = self.build().encode().toUriString();
        model.addAttribute("title", words.of("dashboard." + list + ".of", places.name(place)));
        model.addAttribute("path", path);
        model.addAttribute("place", place.key());
        model.addAttribute("places", places.choices(viewer, place));
        model.addAttribute("year", year(year));
        model.addAttribute("found", words.counted("dashboard." + list + ".found", total));
        model.addAttribute("file", path + ".xlsx" + asked);
        model.addAttribute("previous", at > 1 ? path + asked + "&page=" + (at - 1) : null);
        model.addAttribute("next", at * PAGE < total ? path + asked + "&page=" + (at + 1) : null);
    }

    private Map<String, Object> query(Place place, Integer year) {
        Map<String, Object> query = new java.util.LinkedHashMap<>();
        query.put("place", place.key());
        query.put("year", year(year));
        return query;
    }

    private int year(Integer asked) {
        return asked == null ? LocalDate.ofInstant(clock.instant(), Viewers.FEDERATION_ZONE).getYear() : asked;
    }

    private void attach(HttpServletResponse response, String name, int year) {
        response.setContentType(SchoolsFile.MEDIA_TYPE);
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, ContentDisposition.attachment()
            .filename(words.of(name, String.valueOf(year)), StandardCharsets.UTF_8).build().toString());
    }
}
