package ru.marshrut.expertise.web;

import static java.util.stream.Collectors.toMap;
import static ru.marshrut.expertise.web.Answers.typed;

import java.util.Comparator;
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
import ru.marshrut.expertise.Assignments;
import ru.marshrut.expertise.Expertise;
import ru.marshrut.expertise.Expertise.Status;
import ru.marshrut.expertise.ExpertiseAccess;
import ru.marshrut.expertise.Expertises;
import ru.marshrut.expertise.experts.ExpertConflicts;
import ru.marshrut.expertise.experts.ExpertInvitations;
import ru.marshrut.expertise.experts.Reassignments;
import ru.marshrut.expertise.persistence.ConflictRows.Conflict;
import ru.marshrut.shared.Refusal;
import ru.marshrut.territory.Place;
import ru.marshrut.territory.School;
import ru.marshrut.territory.Staff;
import ru.marshrut.territory.Territory;

/** The experts of an expertise: their load, who checks what, who must not and why, conflicts and invitations. */
@Controller
@RequestMapping("/expertises/{id:\\d{1,18}}/experts")
class ExpertsPage {

    private final Expertises expertises;
    private final ExpertsViews views;
    private final Assignments assignments;
    private final Reassignments reassignments;
    private final ExpertConflicts conflicts;
    private final ExpertInvitations invitations;
    private final ExpertiseAccess access;
    private final Territory territory;
    private final Staff staff;
    private final Viewers viewers;
    private final Answers answers;

    ExpertsPage(Expertises expertises, ExpertsViews views, Assignments assignments, Reassignments reassignments, ExpertConflicts conflicts,
                ExpertInvitations invitations, ExpertiseAccess access, Territory territory, Staff staff, Viewers viewers, Answers answers) {
        this.expertises = expertises;
        this.views = views;
        this.assignments = assignments;
        this.reassignments = reassignments;
        this.conflicts = conflicts;
        this.invitations = invitations;
        this.access = access;
        this.territory = territory;
        this.staff = staff;
        this.viewers = viewers;
        this.answers = answers;
    }

    /** @param check that is to be given to somebody else */
    @GetMapping
    String show(@PathVariable long id, @RequestParam(required = false) Long check, Model model) {
        Viewer viewer = viewers.current();
        Expertise expertise = access.visible(expertises.get(id), viewer);
        boolean coordinates = access.coordinates(expertise, viewer);
        List<School> schools = territory.schoolsWithin(Place.region(expertise.regionId()));
        List<Conflict> declared = conflicts.ofRegion(expertise.regionId());
        model.addAttribute("expertise", expertise);
        model.addAttribute("coordinates", coordinates);
        model.addAttribute("assigns", coordinates && expertise.status() == Status.ASSIGNING);
        model.addAttribute("hands", coordinates && (expertise.status() == Status.ASSIGNING || expertise.status() == Status.CHECKING));
        model.addAttribute("invites", coordinates && !expertise.isOver() && !expertise.isReleased());
        model.addAttribute("view", views.of(expertise));
        model.addAttribute("handing", check == null || !coordinates ? null : views.handing(expertise, check).orElse(null));
        model.addAttribute("invited", invitations.of(id));
        model.addAttribute("conflicts", declared);
        model.addAttribute("schools", schools.stream().sorted(Comparator.comparing(School::name)).toList());
        model.addAttribute("schoolNames", schools.stream().collect(toMap(School::id, School::name)));
        model.addAttribute("people", staff.people(declared.stream().map(Conflict::personId).distinct().toList()));
        model.addAttribute("zone", territory.region(expertise.regionId()).zone());
        answers.nothingTypedByDefault(model);
        return "expertise/experts";
    }

    @PostMapping("/assignment")
    String assign(@PathVariable long id, RedirectAttributes back) {
        return change(id, "", "expertise.assignment.done.assigned", "assign", Map.of(), back, viewer -> {
            if (expertises.get(id).status() != Status.ASSIGNING) {
                throw Refusal.of("expertise.assignment.notNow");
            }
            assignments.assign(id);
        });
    }

    @PostMapping("/checks/{checkId:\\d{1,18}}")
    String reassign(@PathVariable long id, @PathVariable long checkId, @RequestParam(required = false) Long expert,
                    @RequestParam(defaultValue = "") String reason, RedirectAttributes back) {
        String answer = change(id, "", "expertise.assignment.done.reassigned", "handing", typed("expert", expert, "reason", reason), back,
            viewer -> reassignments.reassign(viewer, id, checkId, expert, reason));
        return back.getFlashAttributes().containsKey("refused") ? answer + "?check=" + checkId : answer;
    }

    @PostMapping("/invitations")
    String invite(@PathVariable long id, @RequestParam(defaultValue = "") String email, @RequestParam(defaultValue = "") String reason,
                  RedirectAttributes back) {
        return change(id, "#invitations", "expertise.invitation.done.invited", "invite", typed("email", email, "reason", reason), back,
            viewer -> invitations.invite(viewer, id, email, reason));
    }

    @PostMapping("/invitations/{personId:\\d{1,18}}/withdrawal")
    String withdrawInvitation(@PathVariable long id, @PathVariable long personId, @RequestParam(defaultValue = "") String reason, RedirectAttributes back) {
        return change(id, "#invitations", "expertise.invitation.done.withdrawn", "invitation-" + personId, typed("reason", reason), back,
            viewer -> invitations.withdraw(viewer, id, personId, reason));
    }

    @PostMapping("/conflicts")
    String recordConflict(@PathVariable long id, @RequestParam(required = false) Long expert, @RequestParam(required = false) Long school,
                          @RequestParam(defaultValue = "") String reason, RedirectAttributes back) {
        return change(id, "#conflicts", "expertise.conflict.done.declared", "conflict", typed("expert", expert, "school", school, "reason", reason), back,
            viewer -> conflicts.record(viewer, id, expert, school, reason));
    }

    @PostMapping("/conflicts/{conflictId:\\d{1,18}}/withdrawal")
    String withdrawConflict(@PathVariable long id, @PathVariable long conflictId, @RequestParam(defaultValue = "") String reason, RedirectAttributes back) {
        return change(id, "#conflicts", "expertise.conflict.done.withdrawn", "conflict-" + conflictId, typed("reason", reason), back,
            viewer -> conflicts.withdraw(viewer, conflictId, reason));
    }

    private interface Change {
        void by(Viewer viewer);
    }

    private String change(long id, String anchor, String done, String form, Map<String, String> typed, RedirectAttributes back, Change change) {
        Viewer viewer = viewers.current();
        access.coordinated(expertises.get(id), viewer);
        return answers.carryOut("/expertises/" + id + "/experts" + anchor, done, form, typed, back, () -> change.by(viewer));
    }
}
