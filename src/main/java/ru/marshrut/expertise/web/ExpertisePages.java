package ru.marshrut.expertise.web;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NoSuchElementException;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import ru.marshrut.access.Viewer;
import ru.marshrut.access.Viewers;
import ru.marshrut.audit.Subject;
import ru.marshrut.expertise.Expertise;
import ru.marshrut.expertise.Expertise.Status;
import ru.marshrut.expertise.ExpertiseAccess;
import ru.marshrut.expertise.Expertises;
import ru.marshrut.shared.NotYours;
import ru.marshrut.shared.Refusal;
import ru.marshrut.territory.Histories;
import ru.marshrut.territory.Place;
import ru.marshrut.territory.Territory;

/** The expertises of the viewer's places, and each with how far it is and whose turn it is. */
@Controller
class ExpertisePages {

    private static final List<Status> WAY = List.of(Status.SAMPLING, Status.ASSIGNING, Status.CHECKING, Status.RELEASING, Status.RELEASED, Status.LOCKED);

    /** One of the steps that every expertise takes; {@code state} is a class of the page. */
    record Stop(Status status, String state) {}

    record Line(Expertise expertise, String region) {}

    private final Expertises expertises;
    private final ExpertiseAccess access;
    private final Standings standings;
    private final CoordinatedRegions regions;
    private final Territory territory;
    private final Histories histories;
    private final Viewers viewers;
    private final MessageSource messages;

    ExpertisePages(Expertises expertises, ExpertiseAccess access, Standings standings, CoordinatedRegions regions, Territory territory,
                   Histories histories, Viewers viewers, MessageSource messages) {
        this.expertises = expertises;
        this.access = access;
        this.standings = standings;
        this.regions = regions;
        this.territory = territory;
        this.histories = histories;
        this.viewers = viewers;
        this.messages = messages;
    }

    /** @param place key of a region, or empty for all that the viewer sees */
    @GetMapping("/expertises")
    String list(@RequestParam(defaultValue = "") String place, @RequestParam(required = false) Integer year, Model model) {
        Viewer viewer = viewers.current();
        Map<Long, String> seen = regions.seen(viewer);
        Collection<Long> asked = place.isEmpty() ? seen.keySet() : List.of(regions.seenByKey(viewer, place));
        Map<Long, Expertise> found = new LinkedHashMap<>();
        asked.forEach(region -> expertises.touching(Place.region(region)).stream().filter(one -> access.maySee(one, viewer))
            .filter(one -> year == null || one.year() == year).forEach(one -> found.put(one.id(), one)));
        model.addAttribute("lines", found.values().stream().map(one -> new Line(one, seen.get(one.regionId()))).toList());
        model.addAttribute("mayOpen", !regions.coordinated(viewer).isEmpty());
        return "expertise/list";
    }

    @GetMapping("/expertises/{id:\\d{1,18}}")
    String show(@PathVariable long id, Model model) {
        Viewer viewer = viewers.current();
        Expertise expertise = seen(id, viewer);
        boolean coordinates = access.coordinates(expertise, viewer);
        model.addAttribute("expertise", expertise);
        model.addAttribute("region", territory.region(expertise.regionId()));
        model.addAttribute("way", way(expertise));
        model.addAttribute("standing", standings.of(expertise, viewer));
        model.addAttribute("coordinates", coordinates);
        model.addAttribute("mayCancel", coordinates && !expertise.isOver() && !expertise.isReleased());
        model.addAttribute("history", histories.about(Subject.of(Expertises.SUBJECT, id)));
        return "expertise/expertise";
    }

    @PostMapping("/expertises/{id:\\d{1,18}}/cancel")
    String cancel(@PathVariable long id, @RequestParam(defaultValue = "") String reason, RedirectAttributes back) {
        Viewer viewer = viewers.current();
        seen(id, viewer);
        try {
            expertises.cancel(viewer, id, reason);
            back.addFlashAttribute("done", text("expertise.web.cancelled"));
        } catch (Refusal refusal) {
            back.addFlashAttribute("refused", text(refusal.code(), refusal.arguments()));
            back.addFlashAttribute("typedReason", reason);
        }
        return "redirect:/expertises/" + id;
    }

    private Expertise seen(long id, Viewer viewer) {
        try {
            return access.visible(expertises.get(id), viewer);
        } catch (NoSuchElementException unknown) {
            throw new NotYours(Expertises.SUBJECT, id); // whether it exists is nobody's business
        }
    }

    private static List<Stop> way(Expertise expertise) {
        int at = WAY.indexOf(expertise.status());
        return WAY.stream().map(status -> new Stop(status, WAY.indexOf(status) < at || status == Status.LOCKED && at == WAY.indexOf(status) ? "done"
            : WAY.indexOf(status) == at ? "now" : "ahead")).toList();
    }

    private String text(String code, Object... arguments) {
        return messages.getMessage(code, arguments, Locale.forLanguageTag("ru"));
    }
}
