package ru.marshrut.roadmap.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import ru.marshrut.access.SeenPlaces;
import ru.marshrut.access.Viewer;
import ru.marshrut.access.Viewers;
import ru.marshrut.audit.Subject;
import ru.marshrut.roadmap.Approvals;
import ru.marshrut.roadmap.Order;
import ru.marshrut.roadmap.RoadMap;
import ru.marshrut.roadmap.RoadMapAccess;
import ru.marshrut.roadmap.RoadMapDrafts;
import ru.marshrut.roadmap.RoadMapLine;
import ru.marshrut.roadmap.Version;
import ru.marshrut.shared.NotYours;
import ru.marshrut.shared.Refusal;
import ru.marshrut.territory.Histories;
import ru.marshrut.territory.Person;
import ru.marshrut.territory.Staff;

/** The road maps that the viewer sees, the page on which a new one is begun, and the versions of each. */
@Controller
@RequestMapping("/road-maps")
class RoadMapPages {

    private static final int SHOWN = 300;

    private final RoadMapAccess access;
    private final RoadMapDrafts drafts;
    private final Approvals approvals;
    private final Histories histories;
    private final Staff staff;
    private final SeenPlaces places;
    private final Viewers viewers;
    private final RoadMapWords words;
    private final Clock clock;

    RoadMapPages(RoadMapAccess access, RoadMapDrafts drafts, Approvals approvals, Histories histories, Staff staff, SeenPlaces places, Viewers viewers,
                 RoadMapWords words, Clock clock) {
        this.access = access;
        this.drafts = drafts;
        this.approvals = approvals;
        this.histories = histories;
        this.staff = staff;
        this.places = places;
        this.viewers = viewers;
        this.words = words;
        this.clock = clock;
    }

    /** @param q part of a title or of a place's name */
    @GetMapping
    String list(@RequestParam(required = false) Integer year, @RequestParam(defaultValue = "") String q, Model model) {
        Viewer viewer = viewers.current();
        int shownYear = year == null ? thisYear() : year;
        List<RoadMapLine> lines = access.visible(viewer, shownYear, q, SHOWN + 1);
        model.addAttribute("year", shownYear);
        model.addAttribute("q", q.strip());
        model.addAttribute("lines", lines.stream().limit(SHOWN).toList());
        model.addAttribute("more", lines.size() > SHOWN);
        model.addAttribute("mayCreate", !places.coordinated(viewer).isEmpty());
        return "roadmap/list";
    }

    @GetMapping("/new")
    String fill(@RequestParam(defaultValue = "") String place, Model model) {
        List<SeenPlaces.Choice> choices = choices();
        model.addAttribute("typed", new NewMap(place.isEmpty() ? choices.get(0).key() : place, String.valueOf(thisYear()), "", "", "", "", ""));
        model.addAttribute("choices", choices);
        return "roadmap/new";
    }

    /** What is typed for a new road map, as it was typed. */
    record NewMap(String place, String year, String title, String orderNumber, String orderDate, String effectiveFrom, String text) {

        NewMap {
            place = Objects.requireNonNullElse(place, "");
            year = Objects.requireNonNullElse(year, "");
        }
    }

    @PostMapping
    String create(NewMap typed, @RequestParam(required = false) MultipartFile file, Model model, HttpServletResponse response,
                  RedirectAttributes after) {
        Viewer viewer = viewers.current();
        try {
            Order order = new Order(typed.orderNumber(), RowForm.date("orderDate", typed.orderDate()),
                RowForm.date("effectiveFrom", typed.effectiveFrom()));
            long id = drafts.create(viewer, places.coordinated(viewer, typed.place()), year(typed.year()), typed.title(), order, HandedIn.of(file, typed.text()));
            after.addFlashAttribute("done", words.of("roadmap.web.created"));
            return "redirect:/road-maps/" + id + "/draft";
        } catch (Refusal refusal) {
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            model.addAttribute("refused", words.of(refusal));
            model.addAttribute("refusedField", refusal.field());
            model.addAttribute("typed", typed);
            model.addAttribute("choices", choices());
            return "roadmap/new";
        }
    }

    @GetMapping("/{id}/versions")
    String versions(@PathVariable long id, Model model) {
        Viewer viewer = viewers.current();
        RoadMap map = access.seen(id, viewer);
        boolean coordinates = access.coordinates(map, viewer);
        model.addAttribute("map", map);
        model.addAttribute("place", places.name(map.place()));
        List<Version> versions = approvals.versions(map);
        model.addAttribute("versions", versions);
        model.addAttribute("people", staff.people(versions.stream().map(Version::approvedBy).distinct().toList()).values().stream()
            .collect(Collectors.toMap(Person::id, Person::fullName)));
        model.addAttribute("coordinates", coordinates);
        model.addAttribute("preparing", drafts.isBeingPrepared(id));
        model.addAttribute("history", coordinates ? histories.about(Subject.of(RoadMapAccess.SUBJECT, id)) : List.of());
        return "roadmap/versions";
    }

    @PostMapping("/{id}/amendment")
    String amend(@PathVariable long id, RedirectAttributes after) {
        try {
            drafts.amend(viewers.current(), id);
        } catch (Refusal refusal) {
            after.addFlashAttribute("refused", words.of(refusal));
            return "redirect:/road-maps/" + id + "/versions";
        }
        return "redirect:/road-maps/" + id + "/draft";
    }

    private List<SeenPlaces.Choice> choices() {
        List<SeenPlaces.Choice> choices = places.coordinated(viewers.current());
        if (choices.isEmpty()) {
            throw new NotYours("road maps", "new");
        }
        return choices;
    }

    static int year(String typed) {
        if (!typed.strip().matches("\\d{4}")) {
            throw Refusal.ofField("year", "roadmap.draft.wrongYear", typed, "2020", "2099");
        }
        return Integer.parseInt(typed.strip());
    }

    private int thisYear() {
        return LocalDate.ofInstant(clock.instant(), Viewers.FEDERATION_ZONE).getYear();
    }
}
