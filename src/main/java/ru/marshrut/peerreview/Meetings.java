package ru.marshrut.peerreview;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import ru.marshrut.access.Viewer;
import ru.marshrut.audit.AuditTrail;
import ru.marshrut.peerreview.persistence.CircleRows;
import ru.marshrut.peerreview.persistence.MeetingRows;
import ru.marshrut.shared.NotYours;
import ru.marshrut.shared.Refusal;
import ru.marshrut.territory.Place;
import ru.marshrut.territory.Role;
import ru.marshrut.territory.Territory;

/** The meeting of a circle: from the choice of a time to its minutes. */
@Service
@Transactional
public class Meetings {

    private final MeetingRows meetings;
    private final CircleRows circles;
    private final Rounds rounds;
    private final CircleEngine engine;
    private final ReviewLetters letters;
    private final Territory territory;
    private final AuditTrail audit;

    Meetings(MeetingRows meetings, CircleRows circles, Rounds rounds, CircleEngine engine, ReviewLetters letters, Territory territory,
             AuditTrail audit) {
        this.meetings = meetings;
        this.circles = circles;
        this.rounds = rounds;
        this.engine = engine;
        this.letters = letters;
        this.territory = territory;
        this.audit = audit;
    }

    @Transactional(readOnly = true)
    public Optional<Meeting> of(long circleId) {
        return meetings.meeting(circleId);
    }

    @Transactional(readOnly = true)
    public List<Slot> slots(long circleId) {
        return meetings.slots(circleId).stream().filter(slot -> slot.startsAt().isAfter(rounds.now())).toList();
    }

    /**
     * The times at which a side can come.
     *
     * @param offered times that the side adds itself
     * @param link    where to meet, may be empty
     */
    public void choose(long circleId, long schoolId, Collection<Instant> chosen, Collection<Instant> offered, String link) {
        circles.lock(circleId).side(schoolId);
        for (Instant start : offered) {
            if (!start.isAfter(rounds.now())) {
                throw Refusal.ofField("offer", "peerreview.slot.past");
            }
            meetings.offer(circleId, start, schoolId);
        }
        Set<Instant> all = new java.util.TreeSet<>(chosen);
        all.addAll(offered);
        List<Instant> known = slots(circleId).stream().map(Slot::startsAt).toList();
        if (all.isEmpty() || !known.containsAll(all)) {
            throw Refusal.ofField("slot", "peerreview.slot.chooseOne");
        }
        meetings.choose(circleId, schoolId, all);
        if (!link.isEmpty()) {
            meetings.meeting(circleId).ifPresentOrElse(meeting -> meetings.link(circleId, link),
                () -> meetings.settle(circleId, all.iterator().next(), link));
        }
        audit.record("peerreview.slotsChosen", Exchange.subject(circleId), Map.of("school", territory.school(schoolId).name()));
    }

    /** Settles the earliest time at which every reviewing side can come. */
    public Settled settle(long circleId) {
        Circle circle = circles.lock(circleId);
        Set<Long> sides = circle.reviewing().stream().map(Side::schoolId).collect(java.util.stream.Collectors.toSet());
        Optional<Slot> common = slots(circleId).stream().filter(slot -> slot.chosenBy().containsAll(sides)).findFirst();
        common.ifPresent(slot -> {
            meetings.settle(circleId, slot.startsAt(), "");
            audit.record("peerreview.meetingSettled", Exchange.subject(circleId), Map.of("start", rounds.inWords(slot.startsAt(), circle.roundId())));
        });
        Round round = rounds.round(circle.roundId());
        return new Settled(common.isPresent(), common
            .map(slot -> round.calendar().allowsMeetingOn(LocalDate.ofInstant(slot.startsAt(), round.zone()))).orElse(false));
    }

    /** The coordinator's answer to a meeting outside of the window; a refused time is taken off the table. */
    public void consent(long circleId, Viewer viewer, boolean given, String reason) {
        Meeting meeting = existing(circleId);
        if (given) {
            meetings.consent(circleId, viewer.personId(), reason);
        } else {
            meetings.withdraw(circleId, meeting.startsAt());
        }
        audit.record(given ? "peerreview.dateConsented" : "peerreview.dateRefused", Exchange.subject(circleId),
            Map.of("start", rounds.inWords(meeting.startsAt(), circles.circle(circleId).roundId())), reason);
    }

    /** Invites both sides. @return when the meeting starts */
    public Instant invite(long circleId) {
        Meeting meeting = existing(circleId);
        letters.invite(circles.circle(circleId));
        return meeting.startsAt();
    }

    /** Opens the choice of a time again; the invitation is changed when the new time is settled. */
    public void move(long circleId, Viewer viewer, String reason) {
        Circle circle = circles.lock(circleId);
        if (circle.active().stream().noneMatch(side -> viewer.answersFor(Role.SCHOOL_COORDINATOR, Place.school(side.schoolId())))) {
            throw new NotYours("circle", circleId);
        }
        if (reason.isBlank()) {
            throw Refusal.ofField("reason", "peerreview.meeting.reasonNeeded");
        }
        Meeting meeting = existing(circleId);
        if (meeting.heldAt() != null || !meeting.startsAt().isAfter(rounds.now())) {
            throw Refusal.of("peerreview.meeting.alreadyHeld");
        }
        meetings.withdraw(circleId, meeting.startsAt());
        audit.record("peerreview.meetingMoved", Exchange.subject(circleId), Map.of("start", rounds.inWords(meeting.startsAt(), circle.roundId())), reason);
        engine.meetingMoved(circle.processInstanceId());
    }

    public void record(long circleId, Instant held, String participants, String minutes, String videoLink) {
        if (held.isAfter(rounds.now())) {
            throw Refusal.ofField("held", "peerreview.meeting.future");
        }
        Circle circle = circles.lock(circleId);
        meetings.record(circleId, held, participants, minutes, videoLink, rounds.now());
        audit.record("peerreview.meetingRecorded", Exchange.subject(circleId), Map.of("held", rounds.inWords(held, circle.roundId())));
    }

    private Meeting existing(long circleId) {
        return meetings.meeting(circleId).orElseThrow(() -> new NoSuchElementException("meeting of circle " + circleId));
    }

    /** Whether a common time was found, and whether it lies in the window. */
    public record Settled(boolean commonTime, boolean inWindow) {}
}
