package ru.marshrut.dashboard.web;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.util.UriComponentsBuilder;
import ru.marshrut.access.Viewer;
import ru.marshrut.access.Viewers;
import ru.marshrut.dashboard.Scope;
import ru.marshrut.access.SeenPlaces;
import ru.marshrut.dashboard.Station;
import ru.marshrut.dashboard.persistence.YearStandings;
import ru.marshrut.dashboard.persistence.YearStandings.Wanted;
import ru.marshrut.shared.NotYours;
import ru.marshrut.territory.Appointment;
import ru.marshrut.territory.Place;
import ru.marshrut.territory.Role;

/** Schools by name, the most at risk first: «Мои школы», and the list behind a number of the panel «Программа». */
@Controller
class SchoolLists {

    private static final String MINE = "/my-schools";
    private static final String BEHIND = "/programme/schools";
    private static final int PAGE = 50;
    private static final Set<Role> STAFF = EnumSet.of(Role.SCHOOL_COORDINATOR, Role.PRINCIPAL);

    private final YearStandings standings;
    private final SeenPlaces places;
    private final SchoolLines lines;
    private final SchoolsFile file;
    private final Viewers viewers;
    private final DashboardWords words;
    private final Clock clock;

    SchoolLists(YearStandings standings, SeenPlaces places, SchoolLines lines, SchoolsFile file, Viewers viewers, DashboardWords words, Clock clock) {
        this.standings = standings;
        this.places = places;
        this.lines = lines;
        this.file = file;
        this.viewers = viewers;
        this.words = words;
        this.clock = clock;
    }

    /** What the address asks for; everything may be left out. */
    record Asked(String place, Integer year, Station station, Boolean late, Integer page) {

        public boolean onlyLate() {
            return Boolean.TRUE.equals(late);
        }

        int at() {
            return page == null ? 1 : Math.min(Math.max(page, 1), 10_000);
        }
    }

    /** Whoever only works in one school is shown that school instead. */
    @GetMapping(MINE)
    String mine(Asked asked, Model model) {
        Viewer viewer = viewers.current();
        List<Appointment> counting = counting(viewer);
        if (counting.stream().allMatch(held -> STAFF.contains(held.role())) && counting.stream().map(Appointment::place).distinct().count() == 1) {
            return "redirect:/schools/" + counting.get(0).place().id() + "/years/" + year(asked);
        }
        model.addAttribute("title", words.of("dashboard.schools.mine"));
        return list(MINE, viewer, asked, model);
    }

    @GetMapping(BEHIND)
    String behind(Asked asked, Model model) {
        Viewer viewer = viewers.current();
        model.addAttribute("title", words.of("dashboard.schools.of", places.name(places.shown(viewer, asked.place()))));
        return list(BEHIND, viewer, asked, model);
    }

    @GetMapping(MINE + ".xlsx")
    void mineAsFile(Asked asked, HttpServletResponse response) throws IOException {
        write(MINE, asked, response);
    }

    @GetMapping(BEHIND + ".xlsx")
    void behindAsFile(Asked asked, HttpServletResponse response) throws IOException {
        write(BEHIND, asked, response);
    }

    private String list(String path, Viewer viewer, Asked asked, Model model) {
        Instant now = clock.instant();
        Wanted wanted = wanted(path, viewer, asked);
        YearStandings.Page found = standings.page(wanted, now, (asked.at() - 1) * PAGE, PAGE);
        UriComponentsBuilder self = UriComponentsBuilder.newInstance().queryParam("year", wanted.year());
        if (asked.place() != null && !asked.place().isEmpty()) {
            self.queryParam("place", asked.place());
        }
        if (wanted.station() != null) {
            self.queryParam("station", wanted.station());
        }
        if (wanted.late()) {
            self.queryParam("late", true);
        }
        String query = self.build().encode().toUriString();
        TreeSet<Integer> years = new TreeSet<>(standings.years());
        years.add(wanted.year());
        List<Place> own = places.own(viewer);
        model.addAttribute("path", path);
        model.addAttribute("asked", asked);
        model.addAttribute("year", wanted.year());
        model.addAttribute("years", years.descendingSet());
        model.addAttribute("places", own.isEmpty() ? List.of()
            : places.choices(viewer, asked.place() == null || asked.place().isEmpty() ? own.get(0) : places.shown(viewer, asked.place())));
        model.addAttribute("stations", Station.values());
        model.addAttribute("rows", lines.of(found.schools(), viewer));
        model.addAttribute("found", words.counted("dashboard.schools.found", found.total()));
        model.addAttribute("file", path + ".xlsx" + query);
        model.addAttribute("previous", asked.at() > 1 ? path + query + "&page=" + (asked.at() - 1) : null);
        model.addAttribute("next", asked.at() * PAGE < found.total() ? path + query + "&page=" + (asked.at() + 1) : null);
        return "dashboard/school-list";
    }

    private void write(String path, Asked asked, HttpServletResponse response) throws IOException {
        Viewer viewer = viewers.current();
        Wanted wanted = wanted(path, viewer, asked);
        response.setContentType(SchoolsFile.MEDIA_TYPE);
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, ContentDisposition.attachment()
            .filename(words.of("dashboard.schools.fileName", String.valueOf(wanted.year())), StandardCharsets.UTF_8).build().toString());
        file.write(lines.of(standings.page(wanted, clock.instant(), 0, Integer.MAX_VALUE).schools(), viewer), wanted.year(), response.getOutputStream());
    }

    private Wanted wanted(String path, Viewer viewer, Asked asked) {
        boolean own = path.equals(MINE) && (asked.place() == null || asked.place().isEmpty());
        List<Place> held = counting(viewer).stream().map(Appointment::place).distinct().toList();
        return new Wanted(own ? new Scope(held) : Scope.of(places.shown(viewer, asked.place())), year(asked), asked.station(), asked.onlyLate());
    }

    /** Appointments by which one looks after schools; an expert's is none. */
    private static List<Appointment> counting(Viewer viewer) {
        List<Appointment> counting = viewer.appointments().stream().filter(held -> held.role() != Role.EXPERT).toList();
        if (counting.isEmpty()) {
            throw new NotYours("schools", viewer.personId());
        }
        List<Appointment> lookedAfter = counting.stream().filter(held -> !STAFF.contains(held.role())).toList();
        return lookedAfter.isEmpty() ? counting : lookedAfter;
    }

    private int year(Asked asked) {
        return asked.year() == null ? LocalDate.ofInstant(clock.instant(), Viewers.FEDERATION_ZONE).getYear() : asked.year();
    }
}
