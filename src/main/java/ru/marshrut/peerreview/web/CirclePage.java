package ru.marshrut.peerreview.web;

import java.time.Clock;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import ru.marshrut.access.AccessPolicy;
import ru.marshrut.access.Viewer;
import ru.marshrut.access.Viewers;
import ru.marshrut.audit.Subject;
import ru.marshrut.documents.SchoolDocuments;
import ru.marshrut.documents.StoredDocument;
import ru.marshrut.peerreview.Circle;
import ru.marshrut.peerreview.CircleAccess;
import ru.marshrut.peerreview.CircleViews.CircleView;
import ru.marshrut.peerreview.CircleViews.SideView;
import ru.marshrut.peerreview.CircleViews;
import ru.marshrut.peerreview.Dissolution;
import ru.marshrut.peerreview.Meetings;
import ru.marshrut.peerreview.OverallQuestion;
import ru.marshrut.peerreview.PackageKinds;
import ru.marshrut.peerreview.Recommendation;
import ru.marshrut.peerreview.Recommendations;
import ru.marshrut.peerreview.process.PeerReviewModel;
import ru.marshrut.shared.NotYours;
import ru.marshrut.shared.Refusal;
import ru.marshrut.territory.Histories;
import ru.marshrut.territory.Person;
import ru.marshrut.territory.Staff;
import ru.marshrut.territory.Territory;
import ru.marshrut.work.Tasks;

/** One circle: how far its schools are, what they delivered and wrote, and what its coordinators can do. */
@Controller
@RequestMapping("/circles/{id}")
class CirclePage {

    /**
     * A side with what this viewer may read and do.
     *
     * @param forms     versions of its form, the newest first; empty where the viewer may not read them
     * @param finalFile null where there is none or the viewer may not read it
     */
    record SideLine(SideView view, CircleState.SideState state, boolean readsPapers, boolean readsForms, List<Recommendation> forms,
                    StoredDocument finalFile, boolean mayWithdraw, boolean mayReopen) {}

    private final CircleAccess access;
    private final CircleViews views;
    private final CircleStates states;
    private final Recommendations recommendations;
    private final Meetings meetings;
    private final Dissolution dissolution;
    private final Tasks tasks;
    private final Histories histories;
    private final AccessPolicy policy;
    private final Territory territory;
    private final Staff staff;
    private final Viewers viewers;
    private final Changes changes;
    private final Clock clock;

    CirclePage(CircleAccess access, CircleViews views, CircleStates states, Recommendations recommendations, Meetings meetings,
               Dissolution dissolution, Tasks tasks, Histories histories, AccessPolicy policy, Territory territory, Staff staff,
               Viewers viewers, Changes changes, Clock clock) {
        this.access = access;
        this.views = views;
        this.states = states;
        this.recommendations = recommendations;
        this.meetings = meetings;
        this.dissolution = dissolution;
        this.tasks = tasks;
        this.histories = histories;
        this.policy = policy;
        this.territory = territory;
        this.staff = staff;
        this.viewers = viewers;
        this.changes = changes;
        this.clock = clock;
    }

    @GetMapping
    String show(@PathVariable long id, Model model) {
        Viewer viewer = viewers.current();
        Circle circle = access.circle(id, viewer);
        CircleView view = views.of(id, null);
        CircleState state = states.of(circle, viewer);
        Map<Long, CircleState.SideState> sides = state.sides().stream().collect(Collectors.toMap(side -> side.school().id(), side -> side));
        List<SideLine> lines = view.sides().stream().map(side -> line(view, side, sides.get(side.school().id()), state, viewer)).toList();
        Set<Long> authors = lines.stream().flatMap(line -> line.forms().stream()).map(Recommendation::authorId).collect(Collectors.toCollection(HashSet::new));
        model.addAttribute("view", view);
        model.addAttribute("state", state);
        model.addAttribute("zone", view.zone());
        model.addAttribute("lines", lines);
        model.addAttribute("schools", sides);
        model.addAttribute("authors", staff.people(authors).values().stream().collect(Collectors.toMap(Person::id, Person::fullName)));
        model.addAttribute("directions", territory.riskDirections());
        model.addAttribute("questions", OverallQuestion.values());
        model.addAttribute("extensions", tasks.extensionsOf(PeerReviewModel.KEY, String.valueOf(id)));
        model.addAttribute("mayMove", mayMove(circle, state, viewer));
        model.addAttribute("history", access.watches(circle, viewer)
            ? histories.about(Subject.of("circle", id), Subject.of(PeerReviewModel.KEY, id)) : List.of());
        changes.nothingTypedByDefault(model);
        return "peerreview/circle";
    }

    @PostMapping("/meeting/move")
    String moveMeeting(@PathVariable long id, @RequestParam(defaultValue = "") String reason, RedirectAttributes back) {
        Viewer viewer = viewers.current();
        return change(id, viewer, "peerreview.web.meetingMoved", "move", reason, back, () -> meetings.move(id, viewer, reason.strip()));
    }

    @PostMapping("/sides/{school}/withdraw")
    String withdraw(@PathVariable long id, @PathVariable long school, @RequestParam(defaultValue = "") String reason, RedirectAttributes back) {
        Viewer viewer = viewers.current();
        requireSide(id, school, viewer);
        return change(id, viewer, "peerreview.web.schoolWithdrew", "withdraw-" + school, reason, back,
            () -> dissolution.withdraw(id, school, viewer, reason.strip()));
    }

    @PostMapping("/sides/{school}/reopen")
    String reopen(@PathVariable long id, @PathVariable long school, @RequestParam(defaultValue = "") String reason, RedirectAttributes back) {
        Viewer viewer = viewers.current();
        requireSide(id, school, viewer);
        return change(id, viewer, "peerreview.web.formReopened", "reopen-" + school, reason, back,
            () -> recommendations.reopen(id, school, viewer, reason.strip()));
    }

    private SideLine line(CircleView view, SideView side, CircleState.SideState reached, CircleState state, Viewer viewer) {
        Circle circle = view.circle();
        long school = side.school().id();
        boolean readsForms = access.readsForm(circle, school, viewer);
        List<Recommendation> forms = readsForms ? recommendations.versions(circle.id(), school) : List.of();
        boolean running = circle.status() == Circle.Status.RUNNING;
        boolean reworking = state.openSteps().stream().anyMatch(step -> step.step().equals(PeerReviewModel.REWORK_FORM) && step.school() == school);
        return new SideLine(side, reached,
            policy.mayRead(viewer, SchoolDocuments.TYPE, SchoolDocuments.id(school, view.round().year())), readsForms, forms,
            policy.mayRead(viewer, PackageKinds.CIRCLE_SIDE, circle.id() + "-" + school) ? views.finalFile(circle.id(), school) : null,
            running && side.side().active() && access.coordinates(school, viewer),
            running && !reworking && !forms.isEmpty() && forms.get(0).finished() && access.sendsBack(school, viewer));
    }

    /** While the time is being chosen anew there is nothing to move. */
    private boolean mayMove(Circle circle, CircleState state, Viewer viewer) {
        return circle.status() == Circle.Status.RUNNING && state.meeting() != null && state.meeting().heldAt() == null
            && state.meeting().startsAt().isAfter(clock.instant())
            && state.openSteps().stream().noneMatch(step -> step.step().equals(PeerReviewModel.CHOOSE_SLOTS)
                || step.step().equals(PeerReviewModel.CONSENT_TO_DATE))
            && circle.active().stream().anyMatch(side -> access.worksIn(side.schoolId(), viewer));
    }

    private String change(long id, Viewer viewer, String done, String form, String reason, RedirectAttributes back, Runnable change) {
        access.circle(id, viewer);
        Map<String, String> typed = new LinkedHashMap<>();
        typed.put("reason", reason);
        return changes.carryOut("/circles/" + id, done, form, typed, back, () -> {
            try {
                Attempts.take(change, () -> true);
            } catch (Refusal refusal) {
                throw refusal.code().equals("peerreview.web.tryAgain") ? Refusal.of("peerreview.web.circle.notNow") : refusal;
            }
        });
    }

    private void requireSide(long id, long school, Viewer viewer) {
        if (!access.circle(id, viewer).has(school)) {
            throw new NotYours("circle", id);
        }
    }
}
