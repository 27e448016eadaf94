package ru.marshrut.peerreview;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toSet;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import ru.marshrut.access.AccessPolicy;
import ru.marshrut.access.Viewer;
import ru.marshrut.audit.AuditTrail;
import ru.marshrut.peerreview.pairing.Pairing;
import ru.marshrut.peerreview.pairing.Replacements;
import ru.marshrut.peerreview.persistence.CircleRows;
import ru.marshrut.peerreview.process.PeerReviewModel;
import ru.marshrut.shared.NotYours;
import ru.marshrut.shared.Refusal;
import ru.marshrut.territory.Participants;
import ru.marshrut.territory.Participations;
import ru.marshrut.territory.Place;
import ru.marshrut.territory.Populations;
import ru.marshrut.territory.SchoolsLeft;
import ru.marshrut.territory.Territory;
import ru.marshrut.work.OpenTasks;

/** A circle ends before its work is done; the schools that remain find another partner or finish alone. */
@Service
@Transactional
public class Dissolution {

    private final CircleRows circles;
    private final Rounds rounds;
    private final PairingInputs inputs;
    private final CircleEngine engine;
    private final ReviewLetters letters;
    private final Meetings meetings;
    private final OpenTasks tasks;
    private final Territory territory;
    private final Populations populations;
    private final Participations participations;
    private final AccessPolicy policy;
    private final AuditTrail audit;

    Dissolution(CircleRows circles, Rounds rounds, PairingInputs inputs, CircleEngine engine, ReviewLetters letters, Meetings meetings,
                OpenTasks tasks, Territory territory, Populations populations, Participations participations, AccessPolicy policy,
                AuditTrail audit) {
        this.circles = circles;
        this.rounds = rounds;
        this.inputs = inputs;
        this.engine = engine;
        this.letters = letters;
        this.meetings = meetings;
        this.tasks = tasks;
        this.territory = territory;
        this.populations = populations;
        this.participations = participations;
        this.policy = policy;
        this.audit = audit;
    }

    /** Sides of a dissolved circle that still wait for another one. */
    public static List<Side> remaining(Circle circle) {
        return circle.active().stream().filter(side -> !side.placed()).toList();
    }

    /**
     * A school leaves the programme; its circle is dissolved, and its year ends with it where the region's list names it. It may also leave
     * while it waits for another partner.
     */
    public void withdraw(long circleId, long schoolId, Viewer viewer, String reason) {
        Circle circle = circles.lock(circleId);
        if (!policy.mayCoordinate(viewer, Place.school(circle.side(schoolId).schoolId()))) {
            throw new NotYours("circle", circleId);
        }
        if (reason.isBlank()) {
            throw Refusal.ofField("reason", "peerreview.withdrawal.reasonNeeded");
        }
        boolean waits = circle.status() == Circle.Status.DISSOLVED && remaining(circle).contains(circle.side(schoolId));
        if (circle.status() != Circle.Status.RUNNING && !waits || circle.side(schoolId).withdrawn()) {
            throw Refusal.of("peerreview.withdrawal.notRunning");
        }
        leave(circle, schoolId, reason);
        Round round = rounds.round(circle.roundId());
        LocalDate today = rounds.today(round);
        Participants told = populations.within(Place.school(schoolId), round.year(), today, rounds.now());
        if (!told.assumed() && !told.schools().isEmpty()) {
            participations.leave(List.of(schoolId), round.year(), today, reason);
        }
    }

    /** Schools that leave the programme leave their circles of that year with it, in the same transaction. */
    @EventListener
    public void on(SchoolsLeft left) {
        if (!left.programme().equals(Participations.PROGRAMME)) {
            return;
        }
        for (long school : new TreeSet<>(left.schoolIds())) {
            for (Circle known : circles.ofSchool(school)) {
                Circle circle = circles.lock(known.id());
                boolean goesOn = circle.status() == Circle.Status.RUNNING || circle.status() == Circle.Status.DISSOLVED && remaining(circle).contains(circle.side(school));
                if (goesOn && !circle.side(school).withdrawn() && rounds.round(circle.roundId()).year() == left.year()) {
                    leave(circle, school, left.reason());
                }
            }
        }
    }

    private void leave(Circle circle, long schoolId, String reason) {
        circles.withdraw(circle.id(), schoolId);
        audit.record("peerreview.schoolWithdrew", Exchange.subject(circle.id()), Map.of("school", territory.school(schoolId).name()), reason);
        if (circle.status() == Circle.Status.DISSOLVED) {
            settle(circle);
            rounds.circleEnded(circle.roundId());
        } else if (circle.sides().stream().noneMatch(Side::withdrawn)) { // else the circle is being dissolved already
            engine.schoolWithdrew(circle.processInstanceId());
        }
    }

    /** Ends the circle. Safe to run twice. @return whether schools remain that need a partner */
    public boolean dissolve(long circleId) {
        Circle circle = circles.lock(circleId);
        if (circle.status() == Circle.Status.RUNNING) {
            circles.close(circleId, Circle.Status.DISSOLVED, rounds.now(), null);
            audit.record("peerreview.circleDissolved", Exchange.subject(circleId), Map.of());
            meetings.of(circleId).filter(meeting -> meeting.heldAt() == null).ifPresent(meeting -> letters.cancel(circle, meeting));
            letters.dissolved(circle);
            rounds.circleEnded(circle.roundId());
        }
        return !remaining(circle).isEmpty();
    }

    /** Where a school that remains can go, the cheapest first. */
    @Transactional(readOnly = true)
    public Replacements places(long circleId, long schoolId) {
        Circle circle = circles.circle(circleId);
        Round round = rounds.round(circle.roundId());
        List<Circle> all = circles.ofRound(round.id());
        List<List<Long>> joinable = all.stream().filter(this::joinable)
            .map(other -> other.sides().stream().map(Side::schoolId).toList()).toList();
        Set<Long> orphans = orphans(all);
        Set<Long> looked = joinable.stream().flatMap(List::stream).collect(toSet());
        looked.addAll(orphans);
        looked.add(schoolId);
        return new Pairing(inputs.of(round, looked)).replacementsFor(schoolId, joinable, orphans);
    }

    /**
     * Puts a school that remains into a new circle with these partners: another school without a partner, or a pair
     * that has not opened its packages yet and becomes a circle of three.
     */
    public void place(long circleId, long schoolId, Set<Long> partners, String reason) {
        Circle circle = circles.lock(circleId);
        Round round = rounds.round(circle.roundId());
        boolean offered = places(circleId, schoolId).ranked().stream().map(place -> Set.copyOf(place.circle().schoolIds()))
            .anyMatch(schools -> schools.contains(schoolId) && schools.containsAll(partners) && schools.size() == partners.size() + 1);
        if (!offered) {
            throw Refusal.ofField("partners", "peerreview.placement.notPossible");
        }
        List<Circle> all = circles.ofRound(round.id());
        all.stream().filter(other -> joinable(other) && partners.stream().anyMatch(other::has)).forEach(other -> takeOver(circleId, other));
        for (Circle other : all) {
            remaining(other).stream().filter(side -> other.status() == Circle.Status.DISSOLVED && partners.contains(side.schoolId()))
                .forEach(side -> circles.place(other.id(), side.schoolId()));
        }
        circles.place(circleId, schoolId);
        List<Long> schools = new ArrayList<>(partners.stream().sorted().toList());
        schools.add(schoolId);
        long fresh = circles.add(round.id(), Circle.Status.PROPOSED, schools);
        audit.record("peerreview.schoolPlaced", Exchange.subject(fresh), Map.of("schools",
            schools.stream().map(id -> territory.school(id).name()).collect(joining(", "))), reason);
        rounds.start(round, circles.circle(fresh));
        settle(all, circleId);
    }

    /** A school that remains goes no further in this round. */
    public void finishAlone(long circleId, long schoolId, String reason) {
        Circle circle = circles.lock(circleId);
        circles.place(circleId, schoolId);
        audit.record("peerreview.schoolWithoutPartner", Exchange.subject(circleId), Map.of("school", territory.school(schoolId).name()), reason);
        rounds.circleEnded(circle.roundId());
    }

    @Transactional(readOnly = true)
    public List<Side> remainingOf(long circleId) {
        return remaining(circles.circle(circleId));
    }

    /** The tasks of other dissolved circles, whose schools have found a place by this decision, are done too. */
    private void settle(List<Circle> all, long decidedCircleId) {
        all.stream().filter(other -> other.status() == Circle.Status.DISSOLVED && other.id() != decidedCircleId).forEach(this::settle);
    }

    private void settle(Circle dissolved) {
        if (remaining(circles.circle(dissolved.id())).isEmpty()) {
            tasks.of(PeerReviewModel.KEY, String.valueOf(dissolved.id())).forEach(task -> engine.complete(task.id(), Map.of()));
        }
    }

    private void takeOver(long intoBy, Circle other) {
        engine.endCircle(other.processInstanceId(), "circle " + other.id() + " is widened by the school of circle " + intoBy);
        other.sides().forEach(side -> circles.place(other.id(), side.schoolId()));
        circles.close(other.id(), Circle.Status.DISSOLVED, rounds.now(), null);
        audit.record("peerreview.circleWidened", Exchange.subject(other.id()), Map.of());
    }

    private boolean joinable(Circle other) {
        return other.status() == Circle.Status.RUNNING && other.openedAt() == null && other.active().size() == 2;
    }

    private static Set<Long> orphans(List<Circle> all) {
        return all.stream().filter(circle -> circle.status() == Circle.Status.DISSOLVED)
            .flatMap(circle -> remaining(circle).stream()).map(Side::schoolId).collect(toSet());
    }
}
