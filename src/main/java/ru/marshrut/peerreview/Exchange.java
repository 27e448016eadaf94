package ru.marshrut.peerreview;

import static java.util.stream.Collectors.joining;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import ru.marshrut.audit.AuditTrail;
import ru.marshrut.audit.Subject;
import ru.marshrut.documents.Documents;
import ru.marshrut.documents.SchoolDocuments;
import ru.marshrut.peerreview.persistence.CircleRows;
import ru.marshrut.peerreview.persistence.MeetingRows;
import ru.marshrut.shared.Refusal;
import ru.marshrut.territory.Territory;

/** The partners get to know each other and exchange their documents. */
@Service
@Transactional
public class Exchange {

    private static final int OFFERED_SLOTS = 4;
    private static final LocalTime USUAL_HOUR = LocalTime.of(15, 0);

    private final CircleRows circles;
    private final Rounds rounds;
    private final MeetingRows meetings;
    private final Documents documents;
    private final Territory territory;
    private final AuditTrail audit;
    private final MessageSource messages;

    Exchange(CircleRows circles, Rounds rounds, MeetingRows meetings, Documents documents, Territory territory, AuditTrail audit,
             MessageSource messages) {
        this.circles = circles;
        this.rounds = rounds;
        this.meetings = meetings;
        this.documents = documents;
        this.territory = territory;
        this.audit = audit;
        this.messages = messages;
    }

    @Transactional(readOnly = true)
    public Circle circle(long id) {
        return circles.circle(id);
    }

    public void confirmPartner(long circleId, long schoolId, String contactName, String phone, String email) {
        circles.lock(circleId).side(schoolId);
        circles.confirm(circleId, schoolId, contactName, phone, email, rounds.now());
        audit.record("peerreview.partnerConfirmed", subject(circleId), school(schoolId));
    }

    /** Kinds of the package that the school has no document of. */
    @Transactional(readOnly = true)
    public List<String> missing(long schoolId, int year) {
        List<String> there = documents.of(SchoolDocuments.TYPE, SchoolDocuments.id(schoolId, year)).stream()
            .map(document -> document.slot().kind()).toList();
        return PackageKinds.ALL.stream().filter(kind -> !there.contains(kind)).toList();
    }

    /** Hands the package over; refused while a kind is missing. */
    public void deliver(long circleId, long schoolId) {
        Circle circle = circles.lock(circleId);
        Round round = rounds.round(circle.roundId());
        List<String> missing = missing(schoolId, round.year());
        if (!missing.isEmpty()) {
            throw Refusal.of("peerreview.package.missing", missing.stream().map(this::kind).collect(joining(", ")));
        }
        circles.deliver(circleId, schoolId, rounds.now());
        audit.record("peerreview.packageDelivered", subject(circleId), school(schoolId));
    }

    /** The partners see what has been delivered; times for the meeting are offered. Safe to run twice. @return whether the review can go on */
    public boolean open(long circleId) {
        Circle circle = circles.lock(circleId);
        Round round = rounds.round(circle.roundId());
        if (circle.openedAt() == null) {
            circles.open(circleId, rounds.now());
            audit.record("peerreview.packagesOpened", subject(circleId), Map.of());
            offerTimes(circle, round);
        }
        return !circle.reviewing().isEmpty();
    }

    /** Decides how a circle with a silent partner goes on. */
    public void decideOnSilent(long circleId, SilentDecision decision, LocalDate until, String reason) {
        Circle circle = circles.lock(circleId);
        List<Side> silent = circle.active().stream().filter(side -> !side.delivered()).toList();
        if (decision == SilentDecision.EXTEND) {
            if (!until.isAfter(rounds.today(rounds.round(circle.roundId())))) {
                throw Refusal.ofField("until", "peerreview.silent.untilInThePast");
            }
        } else {
            if (silent.size() == circle.active().size()) {
                throw Refusal.ofField("decision", "peerreview.silent.nobodyDelivered");
            }
            silent.forEach(side -> circles.excuse(circleId, side.schoolId()));
        }
        audit.record("peerreview.silent." + decision, subject(circleId),
            Map.of("schools", silent.stream().map(side -> territory.school(side.schoolId()).name()).collect(joining(", ")),
                "until", until == null ? "—" : until), reason);
    }

    /** Decides how a circle goes on whose forms are not finished in time. @param until null: with what there is */
    public void decideOnLateForms(long circleId, LocalDate until, String reason) {
        Circle circle = circles.lock(circleId);
        if (until != null && !until.isAfter(rounds.today(rounds.round(circle.roundId())))) {
            throw Refusal.ofField("until", "peerreview.silent.untilInThePast");
        }
        audit.record(until == null ? "peerreview.lateForms.FINISH" : "peerreview.lateForms.EXTEND", subject(circleId),
            Map.of("until", until == null ? "—" : until), reason);
    }

    private void offerTimes(Circle circle, Round round) {
        ZoneId zone = round.zone();
        LocalDate day = rounds.today(round).plusDays(2);
        if (day.isBefore(round.calendar().meetingsFrom())) {
            day = round.calendar().meetingsFrom();
        }
        for (int offered = 0; offered < OFFERED_SLOTS && round.calendar().allowsMeetingOn(day); day = day.plusDays(1)) {
            if (day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY) {
                meetings.offer(circle.id(), day.atTime(USUAL_HOUR).atZone(zone).toInstant(), null);
                offered++;
            }
        }
    }

    private String kind(String kind) {
        return messages.getMessage("peerreview.kind." + kind, null, Locale.forLanguageTag("ru"));
    }

    private Map<String, String> school(long schoolId) {
        return Map.of("school", territory.school(schoolId).name());
    }

    static Subject subject(long circleId) {
        return Subject.of("circle", circleId);
    }
}
