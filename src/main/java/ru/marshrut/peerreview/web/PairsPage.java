package ru.marshrut.peerreview.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
import ru.marshrut.peerreview.Round;
import ru.marshrut.peerreview.Rounds;
import ru.marshrut.peerreview.persistence.RoundRows.RuleKind;
import ru.marshrut.shared.Refusal;

/** The page on which the coordinator looks at the proposed pairs, changes and approves them. */
@Controller
@RequestMapping("/rounds/{id}/pairs")
class PairsPage {

    record RuleLine(RuleKind kind, SchoolName school, SchoolName other, String reason) {}

    private final Rounds rounds;
    private final PairsViews views;
    private final PairingDecisions decisions;
    private final SchoolNames names;
    private final Viewers viewers;
    private final Changes changes;

    PairsPage(Rounds rounds, PairsViews views, PairingDecisions decisions, SchoolNames names, Viewers viewers, Changes changes) {
        this.rounds = rounds;
        this.views = views;
        this.decisions = decisions;
        this.names = names;
        this.viewers = viewers;
        this.changes = changes;
    }

    /**
     * @param q    part of a school's name: only its circle is shown
     * @param move a school that is chosen in the form for moving
     */
    @GetMapping
    String show(@PathVariable long id, @RequestParam(defaultValue = "") String q, @RequestParam(required = false) Long move, Model model,
                HttpServletResponse response) {
        Viewer viewer = viewers.current();
        Round round = rounds.coordinated(id, viewer);
        if (round.status() != Round.Status.PAIRING) {
            return "redirect:/rounds/" + id;
        }
        PairsView view = views.of(round);
        if (view.state() == PairsView.State.PROPOSING) {
            response.setHeader("Refresh", "3"); // seconds; proposing takes one or two
        }
        Map<Long, SchoolName> all = names.within(round.regionId(), round.place());
        Map<Long, SchoolName> schools = names.of(round.regionId(), rounds.schools(id));
        model.addAttribute("round", round);
        model.addAttribute("place", names.place(round.place()));
        model.addAttribute("view", view);
        model.addAttribute("q", q.strip());
        model.addAttribute("shown", view.found(q));
        model.addAttribute("mayDecide", decisions.mayDecide(id, viewer));
        model.addAttribute("schools", schools.values());
        model.addAttribute("others", all.values().stream().filter(school -> !schools.containsKey(school.id())).toList());
        model.addAttribute("rules", rules(id, schools));
        model.addAttribute("move", move);
        changes.nothingTypedByDefault(model);
        return "peerreview/pairs";
    }

    @PostMapping("/rules")
    String setRule(@PathVariable long id, @RequestParam RuleKind kind, @RequestParam(required = false) Long school,
                   @RequestParam(required = false) Long other, @RequestParam(defaultValue = "") String reason,
                   @RequestParam(defaultValue = "rule") String form, RedirectAttributes back) {
        Map<String, String> typed = typed("reason", reason, "school", school, "other", other, "kind", kind);
        return change(id, school, "peerreview.web.ruleSet." + kind, form, typed, back,
            viewer -> rounds.setRule(id, viewer, kind, chosen(school), chosen(other), reason.strip()));
    }

    @PostMapping("/rules/remove")
    String removeRule(@PathVariable long id, @RequestParam RuleKind kind, @RequestParam long school, @RequestParam long other,
                      RedirectAttributes back) {
        return change(id, null, "peerreview.web.ruleRemoved", "", Map.of(), back, viewer -> rounds.removeRule(id, viewer, kind, school, other));
    }

    /** @param host a school of the circle to go to; without it the school gets a circle of its own */
    @PostMapping("/move")
    String move(@PathVariable long id, @RequestParam(required = false) Long school, @RequestParam(required = false) Long host,
                RedirectAttributes back) {
        return change(id, school, "peerreview.web.moved", "move", typed("school", school, "host", host), back,
            viewer -> rounds.move(id, viewer, chosen(school), host));
    }

    @PostMapping("/swap")
    String swap(@PathVariable long id, @RequestParam(required = false) Long school, @RequestParam(required = false) Long other,
                RedirectAttributes back) {
        return change(id, school, "peerreview.web.swapped", "swap", typed("school", school, "other", other), back,
            viewer -> rounds.swap(id, viewer, chosen(school), chosen(other)));
    }

    @PostMapping("/schools")
    String addSchool(@PathVariable long id, @RequestParam(required = false) Long school, RedirectAttributes back) {
        return change(id, school, "peerreview.web.schoolAdded", "add", typed("school", school), back,
            viewer -> rounds.addSchool(id, viewer, chosen(school)));
    }

    @PostMapping("/schools/remove")
    String removeSchool(@PathVariable long id, @RequestParam(required = false) Long school, RedirectAttributes back) {
        return change(id, null, "peerreview.web.schoolRemoved", "remove", typed("school", school), back,
            viewer -> rounds.removeSchool(id, viewer, chosen(school)));
    }

    @PostMapping("/proposal")
    String proposeAnew(@PathVariable long id, RedirectAttributes back) {
        return change(id, null, "peerreview.web.proposedAnew", "", Map.of(), back, viewer -> decisions.proposeAnew(id, viewer));
    }

    @PostMapping("/approval")
    String approve(@PathVariable long id, RedirectAttributes back) {
        String answer = change(id, null, "peerreview.web.approved", "", Map.of(), back, viewer -> decisions.approve(id, viewer));
        return rounds.round(id).status() == Round.Status.PAIRING ? answer : "redirect:/rounds/" + id;
    }

    private String change(long id, Long school, String done, String form, Map<String, String> typed, RedirectAttributes back,
                          java.util.function.Consumer<Viewer> change) {
        Viewer viewer = viewers.current();
        rounds.coordinated(id, viewer);
        String page = "/rounds/" + id + "/pairs" + (school == null ? "" : "#school-" + school);
        return changes.carryOut(page, done, form, typed, back, () -> change.accept(viewer));
    }

    private List<RuleLine> rules(long id, Map<Long, SchoolName> schools) {
        return rounds.rules(id).stream()
            .map(rule -> new RuleLine(rule.kind(), schools.get(rule.schoolId()), schools.get(rule.otherSchoolId()), rule.reason())).toList();
    }

    private static long chosen(Long school) {
        if (school == null) {
            throw Refusal.ofField("school", "peerreview.web.chooseSchool");
        }
        return school;
    }

    private static Map<String, String> typed(Object... namesAndValues) {
        Map<String, String> typed = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            typed.put((String) namesAndValues[i], namesAndValues[i + 1] == null ? "" : namesAndValues[i + 1].toString());
        }
        return typed;
    }
}
