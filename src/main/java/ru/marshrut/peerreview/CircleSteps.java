package ru.marshrut.peerreview;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toSet;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import ru.marshrut.peerreview.persistence.CircleRows;
import ru.marshrut.peerreview.persistence.MeetingRows;
import ru.marshrut.peerreview.process.PeerReviewModel;
import ru.marshrut.territory.Place;
import ru.marshrut.territory.Role;
import ru.marshrut.territory.School;
import ru.marshrut.territory.Staff;
import ru.marshrut.territory.Territory;
import ru.marshrut.work.Due;
import ru.marshrut.work.Responsible;
import ru.marshrut.work.TaskDescription;
import ru.marshrut.work.TaskOrigin;

/** What the steps of a circle are about, whose turn they are, and until when; extensions of their dates. */
@Service
@Transactional
public class CircleSteps {

    private static final int DECISION_DAYS = 3;
    private static final Set<String> COORDINATORS = Set.of(PeerReviewModel.DECIDE_ON_SILENT_PARTNER, PeerReviewModel.CONSENT_TO_DATE,
        PeerReviewModel.DECIDE_ON_LATE_FORMS, PeerReviewModel.DECIDE_ON_EXTENSION, PeerReviewModel.PLACE_REMAINING);

    private final CircleRows circles;
    private final MeetingRows meetings;
    private final Rounds rounds;
    private final CircleDues dues;
    private final CircleEngine engine;
    private final Territory territory;
    private final Staff staff;
    private final MessageSource messages;

    CircleSteps(CircleRows circles, MeetingRows meetings, Rounds rounds, CircleDues dues, CircleEngine engine, Territory territory,
                Staff staff, MessageSource messages) {
        this.circles = circles;
        this.meetings = meetings;
        this.rounds = rounds;
        this.dues = dues;
        this.engine = engine;
        this.territory = territory;
        this.staff = staff;
        this.messages = messages;
    }

    @Transactional(readOnly = true)
    public TaskDescription describe(TaskOrigin origin) {
        Circle circle = circles.circle(Long.parseLong(origin.businessKey()));
        Round round = rounds.round(circle.roundId());
        Map<Long, School> schools = territory.schools(circle.sides().stream().map(Side::schoolId).toList());
        String title = messages.getMessage("peerreview.step." + origin.step(), null, Locale.forLanguageTag("ru"));
        if (COORDINATORS.contains(origin.step())) {
            return new TaskDescription(title, names(circle.sides(), schools), round.regionId(), null,
                coordinator(schools.values(), round), decisionDue(origin.step(), circle, round));
        }
        long schoolId = origin.schoolId() == null ? circle.active().get(0).schoolId() : origin.schoolId();
        String context = messages.getMessage("peerreview.context.partner",
            new Object[] {names(circle.partnersOf(schoolId), schools)}, Locale.forLanguageTag("ru"));
        if (origin.step().equals(PeerReviewModel.CHECK_UPLOAD)) {
            return new TaskDescription(title, schools.get(schoolId).name(), round.regionId(), schoolId, checker(schools.get(schoolId), round),
                dues.decision(circle, round, Stage.FINAL, DECISION_DAYS));
        }
        return new TaskDescription(title, context, round.regionId(), schoolId,
            new Responsible(Role.SCHOOL_COORDINATOR, Place.school(schoolId)), schoolDue(origin.step(), circle, round));
    }

    public void askForDecision(long circleId, long extensionId) {
        engine.extensionRequested(circles.circle(circleId).processInstanceId(), extensionId);
    }

    /** Nobody else changes the circle until the transaction ends. */
    public void lock(long circleId) {
        circles.lock(circleId);
    }

    /** A later last day for a stage of this circle; its tasks and timers move along. */
    public void extend(long circleId, Stage stage, LocalDate until) {
        circles.lock(circleId);
        circles.extend(circleId, stage, until);
        Circle circle = circles.circle(circleId);
        dues.follow(circle, rounds.round(circle.roundId()));
    }

    /** Whose coordinator decides on dates of the circle. */
    @Transactional(readOnly = true)
    public Place decidedAt(long circleId) {
        Circle circle = circles.circle(circleId);
        return coordinator(territory.schools(circle.sides().stream().map(Side::schoolId).toList()).values(), rounds.round(circle.roundId())).place();
    }

    /** Who decides for a circle: the municipality where all its schools lie in one, else the region. */
    @Transactional(readOnly = true)
    public Responsible coordinator(Collection<School> schools, Round round) {
        Set<Long> municipalities = schools.stream().map(School::municipalityId).collect(toSet());
        return municipalities.size() == 1
            ? new Responsible(Role.MUNICIPAL_COORDINATOR, Place.municipality(municipalities.iterator().next()))
            : new Responsible(Role.REGIONAL_COORDINATOR, Place.region(round.regionId()));
    }

    /** The school's curator, or the municipal coordinator where it has none. */
    private Responsible checker(School school, Round round) {
        return staff.holding(Role.CURATOR, school.place(), rounds.today(round)).isEmpty()
            ? new Responsible(Role.MUNICIPAL_COORDINATOR, Place.municipality(school.municipalityId()))
            : new Responsible(Role.CURATOR, school.place());
    }

    private Due schoolDue(String step, Circle circle, Round round) {
        Due due = dues.due(circle, round, PeerReviewModel.stageOf(step).orElseThrow());
        if (!step.equals(PeerReviewModel.RECORD_MEETING)) {
            return due;
        }
        Due afterMeeting = meetings.meeting(circle.id())
            .map(meeting -> dues.decisionUntil(LocalDate.ofInstant(meeting.startsAt(), round.zone()).plusDays(1), round)).orElse(due);
        return afterMeeting.at().isAfter(due.at()) ? afterMeeting : due;
    }

    private Due decisionDue(String step, Circle circle, Round round) {
        return switch (step) {
            case PeerReviewModel.DECIDE_ON_SILENT_PARTNER -> dues.decision(circle, round, Stage.EXCHANGE, DECISION_DAYS);
            case PeerReviewModel.DECIDE_ON_LATE_FORMS -> dues.decision(circle, round, Stage.FINAL, DECISION_DAYS);
            default -> dues.decisionUntil(rounds.today(round).plusDays(DECISION_DAYS), round);
        };
    }

    private static String names(List<Side> sides, Map<Long, School> schools) {
        return sides.stream().map(side -> schools.get(side.schoolId()).name()).collect(joining(", "));
    }
}
