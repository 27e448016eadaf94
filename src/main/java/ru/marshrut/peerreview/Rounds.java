package ru.marshrut.peerreview;

import static java.util.stream.Collectors.joining;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import ru.marshrut.access.AccessPolicy;
import ru.marshrut.access.Viewer;
import ru.marshrut.audit.AuditTrail;
import ru.marshrut.audit.Subject;
import ru.marshrut.peerreview.pairing.CheckedCircles;
import ru.marshrut.peerreview.pairing.Pairing;
import ru.marshrut.peerreview.pairing.PairingResult;
import ru.marshrut.peerreview.pairing.Proposal;
import ru.marshrut.peerreview.pairing.Reason;
import ru.marshrut.peerreview.persistence.CircleRows;
import ru.marshrut.peerreview.persistence.RoundRows;
import ru.marshrut.peerreview.persistence.RoundRows.RuleKind;
import ru.marshrut.roadmap.OutcomeKind;
import ru.marshrut.roadmap.StageBegun;
import ru.marshrut.shared.NotYours;
import ru.marshrut.shared.Refusal;
import ru.marshrut.territory.Level;
import ru.marshrut.territory.Place;
import ru.marshrut.territory.School;
import ru.marshrut.territory.Territory;

/** Rounds: opening, pairing with its rules, approval, calendar, end. */
@Service
@Transactional
public class Rounds {

    public static final String SUBJECT = "round";

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd.MM.yyyy");
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("dd.MM.yyyy HH:mm");

    private final RoundRows rounds;
    private final CircleRows circles;
    private final PairingInputs inputs;
    private final CircleEngine engine;
    private final CircleDues dues;
    private final Territory territory;
    private final AccessPolicy policy;
    private final AuditTrail audit;
    private final ApplicationEventPublisher events;
    private final MessageSource messages;
    private final Clock clock;

    Rounds(RoundRows rounds, CircleRows circles, PairingInputs inputs, CircleEngine engine, CircleDues dues, Territory territory,
           AccessPolicy policy, AuditTrail audit, ApplicationEventPublisher events, MessageSource messages, Clock clock) {
        this.rounds = rounds;
        this.circles = circles;
        this.inputs = inputs;
        this.engine = engine;
        this.dues = dues;
        this.territory = territory;
        this.policy = policy;
        this.audit = audit;
        this.events = events;
        this.messages = messages;
        this.clock = clock;
    }

    /** Opens a round for schools of a region or a municipality; its pairing starts at once. @return the round's id */
    public long open(Viewer viewer, Place place, int year, String title, RoundCalendar calendar, Collection<Long> schoolIds) {
        if (!policy.mayCoordinate(viewer, place) || place.level() == Level.SCHOOL) {
            throw new NotYours("place", place);
        }
        List<Long> within = territory.schoolsWithin(place).stream().map(School::id).toList();
        List<Long> outside = schoolIds.stream().filter(id -> !within.contains(id)).toList();
        if (!outside.isEmpty()) {
            throw Refusal.of("peerreview.round.schoolsOutside", outside);
        }
        if (schoolIds.size() < 2) {
            throw Refusal.of("peerreview.round.tooFewSchools", schoolIds.size());
        }
        long regionId = place.level() == Level.REGION ? place.id() : territory.municipality(place.id()).regionId();
        long id = rounds.add(place, regionId, year, title, calendar, schoolIds);
        audit.record("peerreview.roundOpened", Subject.of(SUBJECT, id), Map.of("title", title, "schools", schoolIds.size()));
        rounds.setInstance(id, engine.startRound(id, regionId));
        return id;
    }

    @Transactional(readOnly = true)
    public Round round(long id) {
        return rounds.round(id);
    }

    @Transactional(readOnly = true)
    public List<Circle> circles(long roundId) {
        return circles.ofRound(roundId);
    }

    @Transactional(readOnly = true)
    public List<Long> schools(long roundId) {
        return rounds.schoolsOf(roundId);
    }

    @Transactional(readOnly = true)
    public List<RoundRows.Rule> rules(long roundId) {
        return rounds.rules(roundId);
    }

    /** Rounds that touch a place, whoever asks. */
    @Transactional(readOnly = true)
    public List<Round> touching(Place place) {
        return rounds.touching(place);
    }

    /** The round, if the viewer coordinates its place; throws {@link NotYours}. */
    @Transactional(readOnly = true)
    public Round coordinated(long id, Viewer viewer) {
        Round round = rounds.round(id);
        if (!policy.mayCoordinate(viewer, round.place())) {
            throw new NotYours(SUBJECT, id);
        }
        return round;
    }

    /** Proposes circles anew from the round's schools and rules. @return the proposal, or what collides */
    public PairingResult propose(long roundId) {
        Round round = inPairing(rounds.lock(roundId));
        PairingResult result = new Pairing(inputs.of(round, rounds.schoolsOf(roundId))).propose();
        circles.deleteProposed(roundId);
        if (result instanceof Proposal proposal) {
            proposal.circles().forEach(circle -> circles.add(roundId, Circle.Status.PROPOSED, circle.schoolIds()));
            audit.record("peerreview.pairsProposed", Subject.of(SUBJECT, roundId), Map.of("circles", proposal.circles().size()));
        } else {
            audit.record("peerreview.noValidPairing", Subject.of(SUBJECT, roundId), Map.of());
        }
        return result;
    }

    /** Why there is no valid pairing, or the best one; nothing is stored. */
    @Transactional(readOnly = true)
    public PairingResult outlook(long roundId) {
        return new Pairing(inputs.of(rounds.round(roundId), rounds.schoolsOf(roundId))).propose();
    }

    /** The proposed circles with reasons in words, costs, and the rules that they break. */
    @Transactional(readOnly = true)
    public CheckedCircles check(long roundId) {
        return pairing(rounds.round(roundId)).check(proposed(roundId));
    }

    /** Circles as the coordinator has moved the schools; whether they keep the rules is shown by {@link #check}. */
    public void arrange(long roundId, Viewer viewer, List<List<Long>> arrangement) {
        inPairing(coordinated(roundId, viewer));
        rounds.lock(roundId);
        List<Long> placed = arrangement.stream().flatMap(List::stream).sorted().toList();
        if (!placed.equals(rounds.schoolsOf(roundId))) {
            throw Refusal.of("peerreview.round.everySchoolOnce");
        }
        circles.deleteProposed(roundId);
        arrangement.forEach(schools -> circles.add(roundId, Circle.Status.PROPOSED, schools));
        audit.record("peerreview.pairsMoved", Subject.of(SUBJECT, roundId), Map.of());
    }

    /** Moves a school to the circle of another one. @param hostId null: to a circle of its own */
    public void move(long roundId, Viewer viewer, long schoolId, Long hostId) {
        Round round = inPairing(coordinated(roundId, viewer));
        List<Long> schools = rounds.schoolsOf(round.id());
        if (!schools.contains(schoolId) || hostId != null && (hostId == schoolId || !schools.contains(hostId))) {
            throw Refusal.ofField("school", "peerreview.rule.twoSchoolsOfTheRound");
        }
        arrange(roundId, viewer, new Arrangement(proposed(roundId)).placing(schools).move(schoolId, hostId).circles());
    }

    /** Two schools take each other's places. */
    public void swap(long roundId, Viewer viewer, long schoolId, long otherId) {
        Round round = inPairing(coordinated(roundId, viewer));
        List<Long> schools = rounds.schoolsOf(round.id());
        if (schoolId == otherId || !schools.contains(schoolId) || !schools.contains(otherId)) {
            throw Refusal.ofField("school", "peerreview.rule.twoSchoolsOfTheRound");
        }
        arrange(roundId, viewer, new Arrangement(proposed(roundId)).placing(schools).swap(schoolId, otherId).circles());
    }

    public void setRule(long roundId, Viewer viewer, RuleKind kind, long schoolId, long otherId, String reason) {
        inPairing(coordinated(roundId, viewer));
        List<Long> schools = rounds.schoolsOf(roundId);
        if (schoolId == otherId || !schools.contains(schoolId) || !schools.contains(otherId)) {
            throw Refusal.ofField("other", "peerreview.rule.twoSchoolsOfTheRound");
        }
        if (reason.isBlank()) {
            throw Refusal.ofField("reason", "peerreview.rule.reasonNeeded");
        }
        rounds.setRule(roundId, kind, schoolId, otherId, reason, viewer.personId());
        audit.record("peerreview.rule." + kind, Subject.of(SUBJECT, roundId), names(schoolId, otherId), reason);
    }

    public void removeRule(long roundId, Viewer viewer, RuleKind kind, long schoolId, long otherId) {
        inPairing(coordinated(roundId, viewer));
        rounds.removeRule(roundId, kind, schoolId, otherId);
        audit.record("peerreview.ruleRemoved", Subject.of(SUBJECT, roundId), names(schoolId, otherId));
    }

    public void addSchool(long roundId, Viewer viewer, long schoolId) {
        Round round = inPairing(coordinated(roundId, viewer));
        if (territory.schoolsWithin(round.place()).stream().noneMatch(school -> school.id() == schoolId)) {
            throw Refusal.of("peerreview.round.schoolsOutside", schoolId);
        }
        rounds.addSchool(roundId, schoolId);
        audit.record("peerreview.schoolAdded", Subject.of(SUBJECT, roundId), Map.of("school", territory.school(schoolId).name()));
    }

    public void removeSchool(long roundId, Viewer viewer, long schoolId) {
        inPairing(coordinated(roundId, viewer));
        rounds.lock(roundId);
        rounds.removeSchool(roundId, schoolId);
        List<List<Long>> remaining = new Arrangement(proposed(roundId)).within(rounds.schoolsOf(roundId)).circles();
        circles.deleteProposed(roundId);
        remaining.forEach(schools -> circles.add(roundId, Circle.Status.PROPOSED, schools));
        audit.record("peerreview.schoolRemoved", Subject.of(SUBJECT, roundId), Map.of("school", territory.school(schoolId).name()));
    }

    /** Approves the proposed circles if they keep every hard rule; the refusal says which they break. */
    public void approve(long roundId, Viewer viewer) {
        coordinated(roundId, viewer);
        Round round = inPairing(rounds.lock(roundId));
        CheckedCircles checked = pairing(round).check(proposed(roundId));
        if (!checked.canBeApproved()) {
            throw Refusal.of("peerreview.round.rulesBroken",
                checked.violations().stream().map(violation -> inWords(violation.rule())).collect(joining("; ")));
        }
        rounds.approve(roundId, viewer.personId(), clock.instant());
        audit.record("peerreview.pairsApproved", Subject.of(SUBJECT, roundId), Map.of("circles", checked.circles().size()));
    }

    /** Starts every approved circle that has not started yet; safe to run twice. */
    public void startCircles(long roundId) {
        Round round = rounds.lock(roundId);
        circles.ofRound(roundId).stream().filter(circle -> circle.status() == Circle.Status.PROPOSED)
            .sorted(java.util.Comparator.comparingLong(Circle::id)).forEach(circle -> start(round, circle));
    }

    void start(Round round, Circle circle) {
        circles.start(circle.id(), engine.startCircle(circle.id(), round.regionId(), dues.due(circle, round, Stage.EXCHANGE).at(),
            dues.due(circle, round, Stage.FINAL).at()));
        audit.record("peerreview.circleStarted", Subject.of("circle", circle.id()), Map.of());
        events.publishEvent(new StageBegun(OutcomeKind.PEER_REVIEW_DONE, round.year(), circle.sides().stream().map(Side::schoolId).toList()));
    }

    /** Changes the calendar; due dates and timers of running circles follow in the same transaction. */
    public void changeCalendar(long roundId, Viewer viewer, RoundCalendar calendar, String reason) {
        coordinated(roundId, viewer);
        Round before = rounds.lock(roundId);
        if (before.status() == Round.Status.FINISHED) {
            throw Refusal.of("peerreview.round.finished");
        }
        if (reason.isBlank()) {
            throw Refusal.ofField("reason", "peerreview.calendar.reasonNeeded");
        }
        rounds.setCalendar(roundId, calendar);
        audit.record("peerreview.calendarChanged", Subject.of(SUBJECT, roundId),
            Map.of("from", inWords(before.calendar()), "to", inWords(calendar)), reason);
        Round round = rounds.round(roundId);
        circles.ofRound(roundId).stream().filter(circle -> circle.status() == Circle.Status.RUNNING).forEach(circle -> dues.follow(circle, round));
    }

    /** Tells the round's process when its last circle has ended. */
    void circleEnded(long roundId) {
        Round round = rounds.lock(roundId);
        List<Circle> all = circles.ofRound(roundId);
        boolean waiting = all.stream().anyMatch(circle -> circle.status() == Circle.Status.RUNNING || circle.status() == Circle.Status.PROPOSED)
            || all.stream().filter(circle -> circle.status() == Circle.Status.DISSOLVED).anyMatch(circle -> !Dissolution.remaining(circle).isEmpty());
        if (!waiting) {
            engine.allCirclesFinished(round.processInstanceId());
        }
    }

    public void finish(long roundId, Viewer viewer, String remark) {
        coordinated(roundId, viewer);
        rounds.finish(roundId, clock.instant());
        audit.record("peerreview.reportSigned", Subject.of(SUBJECT, roundId), Map.of(), remark);
    }

    public String inWords(Reason reason) {
        return messages.getMessage(reason.code(), reason.args().toArray(), java.util.Locale.forLanguageTag("ru"));
    }

    /** Day and time in the region of the round. */
    String inWords(Instant at, long roundId) {
        return MINUTE.format(at.atZone(rounds.round(roundId).zone()));
    }

    private String inWords(RoundCalendar calendar) {
        return messages.getMessage("peerreview.calendar.inWords", java.util.stream.Stream.of(calendar.notice(), calendar.exchange(),
            calendar.meetingsFrom(), calendar.meetingsTo(), calendar.meeting(), calendar.finalFile()).map(DAY::format).toArray(),
            java.util.Locale.forLanguageTag("ru"));
    }

    LocalDate today(Round round) {
        return LocalDate.ofInstant(clock.instant(), round.zone());
    }

    Instant now() {
        return clock.instant();
    }

    private Pairing pairing(Round round) {
        return new Pairing(inputs.of(round, rounds.schoolsOf(round.id())));
    }

    private List<List<Long>> proposed(long roundId) {
        return circles.ofRound(roundId).stream().filter(circle -> circle.status() == Circle.Status.PROPOSED)
            .map(circle -> circle.sides().stream().map(Side::schoolId).toList()).toList();
    }

    private Map<String, String> names(long schoolId, long otherId) {
        return Map.of("school", territory.school(schoolId).name(), "other", territory.school(otherId).name());
    }

    private static Round inPairing(Round round) {
        if (round.status() != Round.Status.PAIRING) {
            throw Refusal.of("peerreview.round.alreadyApproved");
        }
        return round;
    }
}
