package ru.marshrut.peerreview.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import ru.marshrut.access.SeenPlaces;
import ru.marshrut.access.SeenPlaces.Choice;
import ru.marshrut.access.Viewer;
import ru.marshrut.access.Viewers;
import ru.marshrut.peerreview.RoundCalendar;
import ru.marshrut.peerreview.Rounds;
import ru.marshrut.shared.NotYours;
import ru.marshrut.shared.Refusal;
import ru.marshrut.territory.Level;
import ru.marshrut.territory.Place;
import ru.marshrut.territory.Territory;

/** The page on which a coordinator opens a round: for which place, with which dates and schools. */
@Controller
class OpeningPage {

    private static final int EARLIEST_YEAR = 2020;
    private static final int LATEST_YEAR = 2099;

    private final Rounds rounds;
    private final SchoolNames names;
    private final Territory territory;
    private final SeenPlaces places;
    private final Viewers viewers;
    private final Changes changes;
    private final Clock clock;

    OpeningPage(Rounds rounds, SchoolNames names, Territory territory, SeenPlaces places, Viewers viewers, Changes changes, Clock clock) {
        this.rounds = rounds;
        this.names = names;
        this.territory = territory;
        this.places = places;
        this.viewers = viewers;
        this.changes = changes;
        this.clock = clock;
    }

    /** @param place key of the place, or nothing for the viewer's first one */
    @GetMapping("/rounds/new")
    String fill(@RequestParam(defaultValue = "") String place, @RequestParam(required = false) Integer year, Model model) {
        List<Choice> choices = choices(viewers.current());
        Choice chosen = chosen(choices, place.isEmpty() ? choices.get(0).key() : place);
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
        List<Choice> choices = choices(viewer);
        Choice chosen = chosen(choices, place);
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
    private String page(List<Choice> choices, Choice chosen, int year, String title, CalendarForm calendar, Set<Long> ticked, Model model) {
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

    /** Rounds are held in a region or a municipality. */
    private List<Choice> choices(Viewer viewer) {
        List<Choice> choices = places.coordinated(viewer).stream().filter(choice -> choice.place().level() != Level.FEDERATION).toList();
        if (choices.isEmpty()) {
            throw new NotYours("rounds of person", viewer.personId());
        }
        return choices;
    }

    private static Choice chosen(List<Choice> choices, String key) {
        return choices.stream().filter(choice -> choice.key().equals(key)).findFirst().orElseThrow(() -> new NotYours("place", key));
    }

    private long regionOf(Place place) {
        return place.level() == Level.REGION ? place.id() : territory.municipality(place.id()).regionId();
    }
}
