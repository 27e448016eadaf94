package ru.marshrut.peerreview.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import ru.marshrut.access.AccessPolicy;
import ru.marshrut.access.Viewer;
import ru.marshrut.access.Viewers;
import ru.marshrut.peerreview.RoundCalendar;
import ru.marshrut.peerreview.Rounds;
import ru.marshrut.shared.NotYours;
import ru.marshrut.shared.Refusal;
import ru.marshrut.territory.Appointment;
import ru.marshrut.territory.Level;
import ru.marshrut.territory.Place;
import ru.marshrut.territory.Territory;

/** The page on which a coordinator opens a round: for which place, with which dates and schools. */
@Controller
class OpeningPage {

    private static final int EARLIEST_YEAR = 2020;
    private static final int LATEST_YEAR = 2099;

    /** A place that the viewer may open a round for; {@code key} is {@code <level>-<id>}. */
    record PlaceChoice(String key, String name, Place place) {}

    private final Rounds rounds;
    private final SchoolNames names;
    private final Territory territory;
    private final AccessPolicy policy;
    private final Viewers viewers;
    private final Changes changes;
    private final Clock clock;

    OpeningPage(Rounds rounds, SchoolNames names, Territory territory, AccessPolicy policy, Viewers viewers, Changes changes, Clock clock) {
        this.rounds = rounds;
        this.names = names;
        this.territory = territory;
        this.policy = policy;
        this.viewers = viewers;
        this.changes = changes;
        this.clock = clock;
    }

    /** @param place key of the place, or nothing for the viewer's first one */
    @GetMapping("/rounds/new")
    String fill(@RequestParam(defaultValue = "") String place, @RequestParam(required = false) Integer year, Model model) {
        List<PlaceChoice> choices = choices(viewers.current());
        PlaceChoice chosen = chosen(choices, place.isEmpty() ? choices.get(0).key() : place);
        int given = year == null || year < EARLIEST_YEAR || year > LATEST_YEAR
            ? LocalDate.ofInstant(clock.instant(), territory.region(regionOf(chosen.place())).zone()).getYear() : year;
        return page(choices, chosen, given, changes.text("peerreview.web.defaultTitle", String.valueOf(given)),
            CalendarForm.of(RoundCalendar.publishedFor(given)), null, model);
    }

    @PostMapping("/rounds")
    String open(@RequestParam String place, @RequestParam int year, @RequestParam(defaultValue = "") String title,
                @ModelAttribute CalendarForm calendar, @RequestParam(defaultValue = "") Set<Long> schools, Model model,
                RedirectAttributes after, HttpServletResponse response) {
        Viewer viewer = viewers.current();
        List<PlaceChoice> choices = choices(viewer);
        PlaceChoice chosen = chosen(choices, place);
        try {
            long id = rounds.open(viewer, chosen.place(), checkedYear(year), checkedTitle(title), calendar.calendar(), schools);
            after.addFlashAttribute("done", changes.text("peerreview.web.opened"));
            return "redirect:/rounds/" + id + "/pairs";
        } catch (Refusal refusal) {
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            model.addAttribute("refused", changes.text(refusal));
            model.addAttribute("refusedField", refusal.field());
            return page(choices, chosen, year, title, calendar, schools, model);
        }
    }

    static int checkedYear(int year) {
        if (year < EARLIEST_YEAR || year > LATEST_YEAR) {
            throw Refusal.ofField("year", "peerreview.web.wrongYear", String.valueOf(year));
        }
        return year;
    }

    static String checkedTitle(String title) {
        if (title == null || title.isBlank()) {
            throw Refusal.ofField("title", "peerreview.web.titleMissing");
        }
        return title.strip();
    }

    /** @param ticked ids of the chosen schools, or null: all */
    private String page(List<PlaceChoice> choices, PlaceChoice chosen, int year, String title, CalendarForm calendar, Set<Long> ticked, Model model) {
        Map<Long, SchoolName> schools = names.within(regionOf(chosen.place()), chosen.place());
        model.addAttribute("choices", choices);
        model.addAttribute("chosen", chosen);
        model.addAttribute("year", year);
        model.addAttribute("roundTitle", title);
        model.addAttribute("calendar", calendar);
        model.addAttribute("schools", schools.values());
        model.addAttribute("ticked", ticked == null ? schools.keySet() : ticked);
        return "peerreview/opening";
    }

    private List<PlaceChoice> choices(Viewer viewer) {
        Map<Place, PlaceChoice> choices = new LinkedHashMap<>();
        viewer.appointments().stream().map(Appointment::place).distinct().filter(place -> policy.mayCoordinate(viewer, place))
            .flatMap(this::atAndBelow)
            .forEach(place -> choices.put(place, new PlaceChoice(place.level() + "-" + place.id(), names.place(place), place)));
        if (choices.isEmpty()) {
            throw new NotYours("rounds of person", viewer.personId());
        }
        return new ArrayList<>(choices.values());
    }

    private Stream<Place> atAndBelow(Place place) {
        return switch (place.level()) {
            case FEDERATION -> territory.regions().stream().map(region -> Place.region(region.id()));
            case REGION -> Stream.concat(Stream.of(place),
                territory.municipalitiesOf(place.id()).stream().map(municipality -> Place.municipality(municipality.id())));
            case MUNICIPALITY -> Stream.of(place);
            case SCHOOL -> Stream.empty();
        };
    }

    private static PlaceChoice chosen(List<PlaceChoice> choices, String key) {
        return choices.stream().filter(choice -> choice.key().equals(key)).findFirst().orElseThrow(() -> new NotYours("place", key));
    }

    private long regionOf(Place place) {
        return place.level() == Level.REGION ? place.id() : territory.municipality(place.id()).regionId();
    }
}
