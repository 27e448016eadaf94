package ru.marshrut.roadmap.web;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import ru.marshrut.access.SeenPlaces;
import ru.marshrut.access.Viewer;
import ru.marshrut.access.Viewers;
import ru.marshrut.roadmap.Approvals;
import ru.marshrut.roadmap.Differences;
import ru.marshrut.roadmap.Differences.Part;
import ru.marshrut.roadmap.Measure;
import ru.marshrut.roadmap.Preview;
import ru.marshrut.roadmap.RoadMap;
import ru.marshrut.roadmap.RoadMapAccess;
import ru.marshrut.roadmap.RoadMapDrafts;
import ru.marshrut.roadmap.RoadMaps;
import ru.marshrut.shared.Refusal;

/** The page that shows what an approval changes, and on which a draft is approved. */
@Controller
@RequestMapping("/road-maps/{id}/approval")
class ApprovalPage {

    private static final String REASON = "reason-";

    /** A changed measure: what it says now and what it will say. */
    record ChangedLine(Measure before, String key, String number, String title, List<PartLine> parts) {}

    record PartLine(Part part, String before, String after) {}

    private final Approvals approvals;
    private final RoadMapDrafts drafts;
    private final RoadMapAccess access;
    private final RoadMaps roadMaps;
    private final SeenPlaces places;
    private final Viewers viewers;
    private final RoadMapWords words;

    ApprovalPage(Approvals approvals, RoadMapDrafts drafts, RoadMapAccess access, RoadMaps roadMaps, SeenPlaces places, Viewers viewers, RoadMapWords words) {
        this.approvals = approvals;
        this.drafts = drafts;
        this.access = access;
        this.roadMaps = roadMaps;
        this.places = places;
        this.viewers = viewers;
        this.words = words;
    }

    @GetMapping
    String show(@PathVariable long id, Model model, RedirectAttributes on) {
        Viewer viewer = viewers.current();
        RoadMap map = access.coordinated(id, viewer);
        if (!drafts.isBeingPrepared(id)) {
            on.addFlashAttribute("refused", model.getAttribute("refused")); // somebody was faster: still told why
            return "redirect:/road-maps/" + id;
        }
        Preview preview = drafts.preview(viewer, id);
        Differences differences = approvals.differences(viewer, id);
        model.addAttribute("map", map);
        model.addAttribute("place", places.name(map.place()));
        model.addAttribute("draft", preview.draft());
        model.addAttribute("open", preview.openDecisions());
        model.addAttribute("count", preview.imported().size());
        model.addAttribute("overdue", approvals.overdueAtApproval(map, differences));
        model.addAttribute("differences", differences);
        model.addAttribute("changed", differences.changed().stream().map(this::line).toList());
        model.addAttribute("standing", map.isApproved()
            ? roadMaps.measures(id).stream().filter(measure -> measure.state() != Measure.State.REMOVED).toList() : List.of());
        model.addAttribute("controller", preview.draft().controllerId() == null ? null : drafts.controllers(map).stream()
            .filter(person -> person.id() == preview.draft().controllerId()).findFirst().orElse(null));
        if (!model.containsAttribute("typed")) {
            model.addAttribute("typed", new LinkedMultiValueMap<>());
        }
        return "roadmap/approval";
    }

    @PostMapping
    String approve(@PathVariable long id, @RequestParam int revision, @RequestParam MultiValueMap<String, String> typed, RedirectAttributes back) {
        try {
            int version = approvals.approve(viewers.current(), id, revision, reasons(typed));
            back.addFlashAttribute("done", words.of(version == 1 ? "roadmap.web.approved" : "roadmap.web.amended", version));
            return "redirect:/road-maps/" + id;
        } catch (Refusal refusal) {
            return refused(id, refusal, typed, back);
        }
    }

    /** @param measure id of the approved measure, 0 for a new one, nothing to leave it to the comparison */
    @PostMapping("/matching")
    String match(@PathVariable long id, @RequestParam int revision, @RequestParam String key, @RequestParam(required = false) Long measure,
                 @RequestParam MultiValueMap<String, String> typed, RedirectAttributes back) {
        try {
            approvals.match(viewers.current(), id, revision, key, measure);
            back.addFlashAttribute("done", words.of("roadmap.web.matched"));
            return "redirect:/road-maps/" + id + "/approval#differences";
        } catch (Refusal refusal) {
            return refused(id, refusal, typed, back);
        }
    }

    private String refused(long id, Refusal refusal, MultiValueMap<String, String> typed, RedirectAttributes back) {
        back.addFlashAttribute("refused", words.of(refusal));
        back.addFlashAttribute("refusedField", refusal.field());
        back.addFlashAttribute("typed", new LinkedMultiValueMap<>(typed));
        return "redirect:/road-maps/" + id + "/approval";
    }

    private ChangedLine line(Differences.Changed changed) {
        return new ChangedLine(changed.before(), changed.after().key(), changed.after().content().number(), changed.after().content().title(),
            changed.parts().stream().map(part -> new PartLine(part, words.part(changed.before().content(), part),
                words.part(changed.after().content(), part))).toList());
    }

    private static Map<Long, String> reasons(MultiValueMap<String, String> typed) {
        Map<Long, String> reasons = new HashMap<>();
        typed.forEach((name, values) -> {
            if (name.matches(REASON + "\\d{1,18}")) {
                reasons.put(Long.valueOf(name.substring(REASON.length())), Objects.requireNonNullElse(values.get(0), "").strip());
            }
        });
        return reasons;
    }
}
