package ru.marshrut.schoolyear.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import ru.marshrut.access.Viewer;
import ru.marshrut.access.Viewers;
import ru.marshrut.schoolyear.SchoolYear;
import ru.marshrut.schoolyear.Stage;
import ru.marshrut.schoolyear.YearAccess;
import ru.marshrut.schoolyear.YearEnds;
import ru.marshrut.schoolyear.YearStarts;
import ru.marshrut.schoolyear.persistence.YearRows;
import ru.marshrut.shared.NotYours;
import ru.marshrut.shared.Refusal;
import ru.marshrut.territory.Place;
import ru.marshrut.territory.School;
import ru.marshrut.territory.Territory;

/** The years of a region's or municipality's schools: where they stand, and how coordinators begin and end them. */
@Controller
@RequestMapping("/school-years")
class YearsPage {

    private static final Locale RUSSIAN = Locale.forLanguageTag("ru");
    private static final int PAGE = 50;

    private final YearRows rows;
    private final YearStarts starts;
    private final YearEnds ends;
    private final YearAccess access;
    private final YearPlaces places;
    private final Territory territory;
    private final Viewers viewers;
    private final MessageSource messages;
    private final Clock clock;

    YearsPage(YearRows rows, YearStarts starts, YearEnds ends, YearAccess access, YearPlaces places, Territory territory, Viewers viewers,
              MessageSource messages, Clock clock) {
        this.rows = rows;
        this.starts = starts;
        this.ends = ends;
        this.access = access;
        this.places = places;
        this.territory = territory;
        this.viewers = viewers;
        this.messages = messages;
        this.clock = clock;
    }

    /** @param page from 0 */
    @GetMapping
    String list(@RequestParam(defaultValue = "") String place, @RequestParam(required = false) Integer year,
                @RequestParam(defaultValue = "0") int page, Model model) {
        Viewer viewer = viewers.current();
        Place seen = places.seen(place, viewer);
        LocalDate today = LocalDate.ofInstant(clock.instant(), places.zone(seen));
        int shown = year == null ? today.getYear() : year;
        int count = rows.count(seen, shown);
        int at = Math.max(0, Math.min(page, (count - 1) / PAGE));
        List<SchoolYear> years = rows.page(seen, shown, at * PAGE, PAGE);
        frame(seen, shown, viewer, model);
        model.addAttribute("places", places.of(viewer, seen));
        model.addAttribute("region", places.seenRegion(seen, viewer));
        model.addAttribute("staffing", YearPlaces.staffing(seen));
        model.addAttribute("years", years);
        model.addAttribute("schools", territory.schools(years.stream().map(SchoolYear::schoolId).toList()));
        model.addAttribute("standings", rows.standings(years.stream().map(SchoolYear::id).toList()));
        model.addAttribute("stages", Stage.values());
        model.addAttribute("today", today);
        model.addAttribute("count", count);
        model.addAttribute("page", at);
        model.addAttribute("pages", (count + PAGE - 1) / PAGE);
        return "schoolyear/years";
    }

    /** Dry run: who would begin, who not and why. */
    @GetMapping("/start")
    String startPreview(@RequestParam String place, @RequestParam int year, Model model, RedirectAttributes after) {
        Viewer viewer = viewers.current();
        Place seen = coordinated(place, viewer);
        try {
            model.addAttribute("preview", starts.preview(viewer, seen, year));
        } catch (Refusal refusal) {
            after.addFlashAttribute("refused", words(refusal));
            return toList(place, year);
        }
        frame(seen, year, viewer, model);
        return "schoolyear/years-start";
    }

    @PostMapping("/start")
    String start(@RequestParam String place, @RequestParam int year, RedirectAttributes after) {
        Viewer viewer = viewers.current();
        Place seen = coordinated(place, viewer);
        told(after, () -> words("schoolyear.years.started", starts.start(viewer, seen, year)));
        return toList(place, year);
    }

    @GetMapping("/join")
    String joinForm(@RequestParam String place, @RequestParam int year, Model model) {
        Viewer viewer = viewers.current();
        Place seen = coordinated(place, viewer);
        List<School> schools = territory.schoolsWithin(seen);
        Map<Long, SchoolYear> known = rows.ofSchools(schools.stream().map(School::id).toList(), year);
        frame(seen, year, viewer, model);
        model.addAttribute("schools", schools.stream().filter(school -> !known.containsKey(school.id())).toList());
        return "schoolyear/years-join";
    }

    @PostMapping("/join")
    String join(@RequestParam String place, @RequestParam int year, @RequestParam long school, @RequestParam String order, RedirectAttributes after) {
        Viewer viewer = viewers.current();
        boolean joined = told(after, () -> {
            starts.joinLate(viewer, school, year, order);
            return words("schoolyear.years.joined", territory.school(school).name());
        });
        if (joined) {
            return toList(place, year);
        }
        after.addFlashAttribute("typedSchool", school);
        after.addFlashAttribute("typedOrder", order);
        return "redirect:/school-years/join?place=" + places.seen(place, viewer).key() + "&year=" + year;
    }

    /** Dry run: what is missing in the years that would be closed. */
    @GetMapping("/closing")
    String closing(@RequestParam String place, @RequestParam int year, @RequestParam(defaultValue = "") List<Long> id, Model model,
                   RedirectAttributes after) {
        Viewer viewer = viewers.current();
        Place seen = coordinated(place, viewer);
        List<SchoolYear> years = rows.all(id).stream().filter(one -> access.coordinates(one, viewer)).toList();
        if (years.isEmpty()) {
            after.addFlashAttribute("refused", words("schoolyear.years.chooseSome"));
            return toList(place, year);
        }
        frame(seen, year, viewer, model);
        model.addAttribute("years", years);
        model.addAttribute("schools", territory.schools(years.stream().map(SchoolYear::schoolId).toList()));
        model.addAttribute("missing", years.stream().filter(SchoolYear::isRunning)
            .collect(Collectors.toMap(SchoolYear::id, one -> ends.missing(one.id()))));
        return "schoolyear/years-closing";
    }

    @PostMapping("/close")
    String close(@RequestParam String place, @RequestParam int year, @RequestParam List<Long> id, @RequestParam String reason, RedirectAttributes after) {
        Viewer viewer = viewers.current();
        boolean closed = told(after, () -> {
            ends.close(viewer, id, reason);
            return words("schoolyear.years.closed", id.size());
        });
        String ids = id.stream().map(String::valueOf).collect(Collectors.joining(","));
        return closed ? toList(place, year)
            : "redirect:/school-years/closing?place=" + places.seen(place, viewer).key() + "&year=" + year + "&id=" + ids;
    }

    /** How the year of one school ends before its time. */
    @GetMapping("/{id:\\d{1,18}}/end")
    String endForm(@PathVariable long id, Model model) {
        Viewer viewer = viewers.current();
        SchoolYear year = rows.all(List.of(id)).stream().filter(one -> access.coordinates(one, viewer)).findFirst()
            .orElseThrow(() -> new NotYours("school-year", id));
        School school = territory.school(year.schoolId());
        model.addAttribute("year", year);
        model.addAttribute("school", school);
        model.addAttribute("missing", ends.missing(id));
        model.addAttribute("others", territory.schoolsWithin(Place.region(year.regionId())).stream().filter(one -> one.id() != school.id()).toList());
        return "schoolyear/year-end";
    }

    @PostMapping("/{id:\\d{1,18}}/leave")
    String leave(@PathVariable long id, @RequestParam String reason, RedirectAttributes after) {
        return ended(id, reason, after, () -> ends.leave(viewers.current(), id, reason));
    }

    @PostMapping("/{id:\\d{1,18}}/merge")
    String merge(@PathVariable long id, @RequestParam(defaultValue = "0") long into, @RequestParam String reason, RedirectAttributes after) {
        after.addFlashAttribute("typedInto", into);
        return ended(id, reason, after, () -> ends.merge(viewers.current(), id, into, reason));
    }

    private String ended(long id, String reason, RedirectAttributes after, Runnable end) {
        boolean done = told(after, () -> {
            end.run();
            return words("schoolyear.years.ended");
        });
        if (!done) {
            after.addFlashAttribute("typedReason", reason);
        }
        return "redirect:/school-years/" + id + "/end";
    }

    private void frame(Place place, int year, Viewer viewer, Model model) {
        model.addAttribute("place", place.key());
        model.addAttribute("placeName", places.name(place));
        model.addAttribute("year", year);
        model.addAttribute("coordinates", places.coordinates(place, viewer));
    }

    private Place coordinated(String key, Viewer viewer) {
        Place place = places.seen(key, viewer);
        if (!places.coordinates(place, viewer)) {
            throw new NotYours("place", key);
        }
        return place;
    }

    /** @return whether it was done; the answer is shown on the next page either way */
    private boolean told(RedirectAttributes after, Supplier<String> deed) {
        try {
            after.addFlashAttribute("done", deed.get());
            return true;
        } catch (Refusal refusal) {
            after.addFlashAttribute("refused", words(refusal));
            return false;
        }
    }

    private String toList(String place, int year) {
        return "redirect:/school-years?place=" + places.seen(place, viewers.current()).key() + "&year=" + year;
    }

    private String words(Refusal refusal) {
        return words(refusal.code(), refusal.arguments());
    }

    private String words(String code, Object... arguments) {
        return messages.getMessage(code, arguments, RUSSIAN);
    }
}
