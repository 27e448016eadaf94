package ru.marshrut.peerreview;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import ru.marshrut.audit.AuditTrail;
import ru.marshrut.audit.Subject;
import ru.marshrut.peerreview.persistence.CircleRows;
import ru.marshrut.peerreview.persistence.MeetingRows;
import ru.marshrut.peerreview.persistence.RoundRows;
import ru.marshrut.peerreview.report.CircleMeeting;
import ru.marshrut.peerreview.report.CircleOutcome;
import ru.marshrut.peerreview.report.Contact;
import ru.marshrut.peerreview.report.RoundHead;
import ru.marshrut.peerreview.report.RoundReport;
import ru.marshrut.peerreview.report.RoundReportWriter;
import ru.marshrut.peerreview.report.ScheduleRow;
import ru.marshrut.peerreview.report.ScheduleWriter;
import ru.marshrut.peerreview.report.SchoolProgress;
import ru.marshrut.peerreview.report.SchoolProgress.Lateness;
import ru.marshrut.peerreview.report.SchoolProgress.Step;
import ru.marshrut.territory.Municipality;
import ru.marshrut.territory.Person;
import ru.marshrut.territory.Region;
import ru.marshrut.territory.Role;
import ru.marshrut.territory.School;
import ru.marshrut.territory.Staff;
import ru.marshrut.territory.Territory;

/** The schedule and the report of a round, as page rows and as files. A fixed number of statements for any number of schools. */
@Service
@Transactional(readOnly = true)
public class RoundReports {

    private final RoundRows rounds;
    private final CircleRows circles;
    private final MeetingRows meetings;
    private final Territory territory;
    private final Staff staff;
    private final AuditTrail audit;
    private final Circumstances circumstances;
    private final MessageSource messages;
    private final java.time.Clock clock;

    RoundReports(RoundRows rounds, CircleRows circles, MeetingRows meetings, Territory territory, Staff staff, AuditTrail audit,
                 Circumstances circumstances, MessageSource messages, java.time.Clock clock) {
        this.rounds = rounds;
        this.circles = circles;
        this.meetings = meetings;
        this.territory = territory;
        this.staff = staff;
        this.audit = audit;
        this.circumstances = circumstances;
        this.messages = messages;
        this.clock = clock;
    }

    /** Records that the report is complete; its figures are counted whenever it is opened. */
    @Transactional
    public void make(long roundId) {
        audit.record("peerreview.reportMade", Subject.of(Rounds.SUBJECT, roundId), Map.of("circles", circles.ofRound(roundId).size()));
    }

    /** Who meets when, whose forms are in, where the video is: one row per school of every standing circle, by circle. */
    public List<ScheduleRow> schedule(long roundId) {
        return scheduleByCircle(roundId).values().stream().flatMap(List::stream).toList();
    }

    /** The same by the circle's id: a row has only the circle's number within the round. */
    public Map<Long, List<ScheduleRow>> scheduleByCircle(long roundId) {
        Known known = known(rounds.round(roundId));
        Map<Long, List<ScheduleRow>> rows = new LinkedHashMap<>();
        standing(roundId).forEach(circle -> rows.put(circle.id(), circle.sides().stream().filter(side -> !side.withdrawn())
            .map(side -> row(circle, side, known)).toList()));
        return rows;
    }

    public void writeSchedule(long roundId, OutputStream out) throws IOException {
        new ScheduleWriter(messages).write(head(rounds.round(roundId)), schedule(roundId).iterator(), out);
    }

    public RoundReport report(long roundId) {
        Round round = rounds.round(roundId);
        Known known = known(round);
        return new RoundReport(head(round), circles.ofRound(roundId).stream().filter(circle -> circle.status() != Circle.Status.PROPOSED)
            .sorted(Comparator.comparingLong(Circle::id))
            .map(circle -> new CircleOutcome(known.number(circle), result(circle),
                String.join(" ", circumstances.of(circle, known.schools())), meeting(circle, known),
                circle.sides().stream().map(side -> progress(circle, side, known)).toList()))
            .toList());
    }

    public void writeReportXlsx(long roundId, OutputStream out) throws IOException {
        new RoundReportWriter(messages).writeXlsx(report(roundId), out);
    }

    public void writeReportDocx(long roundId, OutputStream out) throws IOException {
        new RoundReportWriter(messages).writeDocx(report(roundId), out);
    }

    private List<Circle> standing(long roundId) {
        return circles.ofRound(roundId).stream()
            .filter(circle -> circle.status() == Circle.Status.RUNNING || circle.status() == Circle.Status.COMPLETED)
            .sorted(Comparator.comparingLong(Circle::id)).toList();
    }

    private ScheduleRow row(Circle circle, Side side, Known known) {
        return new ScheduleRow(known.number(circle), progress(circle, side, known),
            List.of(known.school(circle.reviewedBy(side.schoolId()).schoolId()).name()),
            List.of(known.school(circle.reviewerOf(side.schoolId()).schoolId()).name()),
            messages.getMessage("peerreview.at." + at(circle, side, known), null, Locale.forLanguageTag("ru")), meeting(circle, known),
            contact(side, known));
    }

    /** How far a side has come. */
    private static String at(Circle circle, Side side, Known known) {
        Meeting meeting = known.meetings().get(circle.id());
        if (!side.active()) {
            return "excused";
        }
        if (side.checkedAt() != null) {
            return "done";
        }
        if (side.uploadedOn() != null) {
            return "check";
        }
        if (side.finalDocumentId() != null) {
            return "upload";
        }
        if (side.confirmedAt() == null) {
            return "confirm";
        }
        if (!side.delivered()) {
            return "deliver";
        }
        if (circle.openedAt() == null) {
            return "waitForPartner";
        }
        return side.formDoneAt() != null ? "formDone" : meeting == null ? "agreeMeeting" : meeting.heldAt() == null ? "meeting" : "form";
    }

    private SchoolProgress progress(Circle circle, Side side, Known known) {
        School school = known.school(side.schoolId());
        RoundCalendar calendar = known.round().calendar();
        List<Lateness> late = new ArrayList<>();
        addLate(late, Step.CONFIRMATION, known.day(side.confirmedAt()), circle.until(Stage.NOTICE, calendar), side, known);
        addLate(late, Step.DOCUMENTS, known.day(side.deliveredAt()), circle.until(Stage.EXCHANGE, calendar), side, known);
        addLate(late, Step.FORM, known.day(side.formDoneAt()), circle.until(Stage.FINAL, calendar), side, known);
        addLate(late, Step.UPLOAD, side.uploadedOn(), circle.until(Stage.FINAL, calendar), side, known);
        return new SchoolProgress(school.name(), known.municipalities().get(school.municipalityId()), known.day(side.confirmedAt()),
            known.day(side.deliveredAt()), known.day(side.formDoneAt()), known.day(side.finalMadeAt()),
            side.uploadedOn(), side.uploadedUnder() == null ? null : known.risks().get(side.uploadedUnder()), known.day(side.checkedAt()),
            side.checkedAt() == null ? null : known.people().get(side.checkedBy()).fullName(), late);
    }

    private static void addLate(List<Lateness> late, Step step, LocalDate done, LocalDate until, Side side, Known known) {
        if (done == null && !side.active()) {
            return;
        }
        LocalDate counted = done == null ? known.today() : done;
        if (counted.isAfter(until)) {
            late.add(new Lateness(step, ChronoUnit.DAYS.between(until, counted), done == null));
        }
    }

    private static CircleMeeting meeting(Circle circle, Known known) {
        Meeting meeting = known.meetings().get(circle.id());
        if (meeting == null) {
            return null;
        }
        boolean held = meeting.heldAt() != null;
        return new CircleMeeting(held ? meeting.heldAt() : meeting.startsAt(), meeting.link(),
            held ? (int) meeting.participants().lines().filter(line -> !line.isBlank()).count() : null, meeting.videoLink());
    }

    private static Contact contact(Side side, Known known) {
        if (side.contactName() != null) {
            return new Contact(side.contactName(), side.contactPhone(), side.contactEmail());
        }
        return known.coordinators().getOrDefault(side.schoolId(), List.of()).stream().findFirst()
            .map(person -> new Contact(person.fullName(), person.phone(), person.email())).orElse(null);
    }

    private static CircleOutcome.Result result(Circle circle) {
        boolean oneSided = circle.active().size() < 2;
        return switch (circle.status()) {
            case COMPLETED -> oneSided ? CircleOutcome.Result.ONE_SIDED : CircleOutcome.Result.COMPLETED;
            case DISSOLVED -> circle.sides().stream().anyMatch(Side::placed) ? CircleOutcome.Result.REPLACED : CircleOutcome.Result.DISSOLVED;
            case RUNNING, PROPOSED -> CircleOutcome.Result.IN_PROGRESS;
        };
    }

    private RoundHead head(Round round) {
        Region region = territory.region(round.regionId());
        RoundCalendar c = round.calendar();
        boolean municipal = round.municipalityId() != null;
        String signer = staff.holding(municipal ? Role.MUNICIPAL_COORDINATOR : Role.REGIONAL_COORDINATOR, round.place(),
            LocalDate.ofInstant(clock.instant(), region.zone())).stream().findFirst().map(Person::fullName).orElse("");
        return new RoundHead(round.title(), round.year(), region.name(),
            municipal ? territory.municipality(round.municipalityId()).name() : null, region.zone(),
            new RoundHead.Calendar(c.notice(), c.exchange(), c.meeting(), c.finalFile()), clock.instant(), signer, municipal);
    }

    private Known known(Round round) {
        List<Circle> all = circles.ofRound(round.id());
        Set<Long> ids = new LinkedHashSet<>(rounds.schoolsOf(round.id()));
        all.forEach(circle -> circle.sides().forEach(side -> ids.add(side.schoolId())));
        ZoneId zone = round.zone();
        LocalDate today = LocalDate.ofInstant(clock.instant(), zone);
        Collection<Long> checkers = all.stream().flatMap(circle -> circle.sides().stream()).map(Side::checkedBy)
            .filter(java.util.Objects::nonNull).collect(Collectors.toSet());
        return new Known(round, all.stream().map(Circle::id).sorted().toList(), zone, today, territory.schools(ids),
            territory.municipalitiesOf(round.regionId()).stream().collect(Collectors.toMap(Municipality::id, Municipality::name)),
            territory.riskDirections(), meetings.ofRound(round.id()), staff.holding(Role.SCHOOL_COORDINATOR, ids, today), staff.people(checkers));
    }

    /** What the rows are made from, read once. */
    private record Known(Round round, List<Long> circleIds, ZoneId zone, LocalDate today, Map<Long, School> schools, Map<Long, String> municipalities,
                         Map<String, String> risks, Map<Long, Meeting> meetings, Map<Long, List<Person>> coordinators, Map<Long, Person> people) {

        /** Circles are numbered within their round, in the order in which they were made. */
        int number(Circle circle) {
            return circleIds.indexOf(circle.id()) + 1;
        }

        School school(long id) {
            return schools.get(id);
        }

        LocalDate day(Instant instant) {
            return instant == null ? null : LocalDate.ofInstant(instant, zone);
        }
    }
}
