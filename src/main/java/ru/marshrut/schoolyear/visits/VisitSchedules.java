package ru.marshrut.schoolyear.visits;

import static java.util.stream.Collectors.joining;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import ru.marshrut.access.Viewer;
import ru.marshrut.audit.AuditTrail;
import ru.marshrut.audit.Subject;
import ru.marshrut.schoolyear.SchoolYear;
import ru.marshrut.schoolyear.SchoolYears;
import ru.marshrut.schoolyear.Stage;
import ru.marshrut.schoolyear.StageCourse;
import ru.marshrut.schoolyear.YearAccess;
import ru.marshrut.schoolyear.persistence.VisitRows;
import ru.marshrut.schoolyear.persistence.YearRows;
import ru.marshrut.shared.NotYours;
import ru.marshrut.shared.Refusal;
import ru.marshrut.territory.Territory;

/**
 * The year's visits of a curator (seed 002, row 2; seed 003, row 13). Only what makes the schedule shorter is agreed upon again:
 * the curator moves and adds visits on his own, and asks the municipality before he takes one out.
 */
@Service
@Transactional
public class VisitSchedules {

    /** The task for a visit opens so many days before it. */
    static final int DAYS_BEFORE = 3;
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd.MM.yyyy");

    private final VisitRows rows;
    private final YearRows years;
    private final StageCourse course;
    private final YearAccess access;
    private final VisitsEngine engine;
    private final VisitLetters letters;
    private final Territory territory;
    private final AuditTrail audit;
    private final Clock clock;

    VisitSchedules(VisitRows rows, YearRows years, StageCourse course, YearAccess access, VisitsEngine engine, VisitLetters letters,
                   Territory territory, AuditTrail audit, Clock clock) {
        this.rows = rows;
        this.years = years;
        this.course = course;
        this.access = access;
        this.engine = engine;
        this.letters = letters;
        this.territory = territory;
        this.audit = audit;
        this.clock = clock;
    }

    /** The visit that comes next. @param opens when its task opens */
    public record Next(Visit visit, Instant opens) {}

    @Transactional(readOnly = true)
    public Optional<Schedule> of(long yearId) {
        return rows.schedule(yearId);
    }

    /** By day; without those that were taken out. */
    @Transactional(readOnly = true)
    public List<Visit> visits(Collection<Long> yearIds) {
        return rows.visits(yearIds).stream().filter(visit -> visit.state() != Visit.State.REMOVED).toList();
    }

    @Transactional(readOnly = true)
    public List<VisitChange> changes(long yearId) {
        return rows.changes(yearId);
    }

    @Transactional(readOnly = true)
    public Visit visit(long visitId) {
        return rows.visit(visitId);
    }

    /** The visit that is waited for or reported on. */
    @Transactional(readOnly = true)
    public Visit taken(long yearId) {
        return rows.visit(rows.schedule(yearId).orElseThrow().takenVisit());
    }

    /** Whether the schedule is agreed and a visit of it is still to come. */
    @Transactional(readOnly = true)
    public boolean canBeChanged(long yearId) {
        return rows.schedule(yearId).filter(Schedule::isAgreed).isPresent() && engine.runs(yearId);
    }

    /** The end of the day on which a visit is to take place. */
    @Transactional(readOnly = true)
    public Instant endOf(Visit visit) {
        return startOf(visit.schoolYearId(), visit.day().plusDays(1));
    }

    public void open(long yearId) {
        course.open(yearId, Stage.VISIT_SCHEDULE);
    }

    /** Throws {@link Refusal} where there is no visit, or where a day cannot be meant. */
    public void propose(long yearId, List<PlannedVisit> visits) {
        SchoolYear year = years.lock(yearId);
        if (visits.isEmpty()) {
            throw Refusal.ofField("day", "schoolyear.visits.none");
        }
        visits.forEach(visit -> requireDay(year, visit.day(), "day"));
        List<PlannedVisit> byDay = visits.stream().sorted(Comparator.comparing(PlannedVisit::day)).toList();
        for (int i = 1; i < byDay.size(); i++) {
            if (byDay.get(i).day().equals(byDay.get(i - 1).day())) {
                throw Refusal.ofField("day", "schoolyear.visits.sameDay", DAY.format(byDay.get(i).day()));
            }
        }
        rows.propose(yearId, byDay);
        audit.record("schoolyear.visitsProposed", subject(yearId), Map.of("count", byDay.size(), "days", days(byDay)));
    }

    public void agree(long yearId, Viewer viewer, String comment) {
        years.lock(yearId);
        LocalDate today = course.today(yearId);
        rows.agree(yearId, viewer.personId(), comment, today);
        List<Visit> agreed = rows.visits(List.of(yearId)).stream().filter(Visit::isPlanned).toList();
        agreed.forEach(visit -> audit.record("schoolyear.visitAgreed", subject(yearId), Map.of("visit", visit.id(), "day", visit.day())));
        audit.record("schoolyear.visitsAgreed", subject(yearId), Map.of("count", agreed.size(), "on", today), orNull(comment));
        course.done(yearId, Stage.VISIT_SCHEDULE, today);
        letters.agreed(years.get(yearId), agreed);
    }

    public void sendBack(long yearId, Viewer viewer, String comment) {
        years.lock(yearId);
        if (comment.isBlank()) {
            throw Refusal.ofField("comment", "schoolyear.visits.commentNeeded");
        }
        rows.sendBack(yearId, viewer.personId(), comment);
        audit.record("schoolyear.visitsReturned", subject(yearId), Map.of(), comment);
    }

    /** Takes the earliest visit that has not taken place; empty where none is left. Safe to call twice. */
    public Optional<Next> take(long yearId) {
        years.lock(yearId);
        Optional<Visit> next = rows.visits(List.of(yearId)).stream().filter(Visit::isPlanned).findFirst();
        rows.take(yearId, next.map(Visit::id).orElse(null));
        return next.map(visit -> new Next(visit, startOf(yearId, visit.day().minusDays(DAYS_BEFORE))));
    }

    /** The report on the visit that was taken. */
    public void held(long yearId, LocalDate on, String lookedAt, String agreements) {
        SchoolYear year = years.lock(yearId);
        Visit visit = taken(yearId);
        if (on.isAfter(course.today(yearId)) || on.getYear() != year.year()) {
            throw Refusal.ofField("heldOn", "schoolyear.visits.heldOn", DAY.format(on), String.valueOf(year.year()));
        }
        rows.held(visit.id(), on, lookedAt, agreements);
        audit.record("schoolyear.visitHeld", subject(yearId), Map.of("visit", visit.id(), "planned", visit.plannedOn(), "on", on));
    }

    /** @param newDay when it is to take place instead, or null: not at all */
    public void notHeld(long yearId, Viewer viewer, String reason, LocalDate newDay) {
        SchoolYear year = years.lock(yearId);
        Visit visit = taken(yearId);
        if (newDay == null) {
            rows.notHeld(visit.id());
            audit.record("schoolyear.visitNotHeld", subject(yearId), Map.of("visit", visit.id(), "day", visit.day()), reason);
        } else {
            requireDay(year, newDay, "newDay");
            rows.move(visit.id(), newDay);
            audit.record("schoolyear.visitPostponed", subject(yearId), Map.of("visit", visit.id(), "day", visit.day(), "until", newDay), reason);
        }
        rows.tell(visit.id(), VisitChange.Kind.NOT_HELD, visit.day(), newDay, reason, viewer.personId(), clock.instant());
    }

    /** The curator gives a visit another day; its task or timer moves along. */
    public void move(long visitId, Viewer viewer, LocalDate day, String reason) {
        Visit visit = changeable(visitId, viewer);
        requireDay(years.get(visit.schoolYearId()), day, "day");
        requireReason(reason);
        if (day.equals(visit.day())) {
            throw Refusal.ofField("day", "schoolyear.visits.notMoved", DAY.format(day));
        }
        rows.move(visitId, day);
        rows.tell(visitId, VisitChange.Kind.MOVED, visit.day(), day, reason, viewer.personId(), clock.instant());
        audit.record("schoolyear.visitMoved", subject(visit.schoolYearId()), Map.of("visit", visitId, "day", visit.day(), "until", day), reason);
        engine.visitsChanged(visit.schoolYearId(), touchesTaken(visit));
    }

    /** @return the visit's id */
    public long add(long yearId, Viewer viewer, PlannedVisit planned) {
        SchoolYear year = years.lock(yearId);
        requireCurator(year, viewer);
        if (!canBeChanged(yearId)) {
            throw Refusal.of("schoolyear.visits.closed");
        }
        requireDay(year, planned.day(), "day");
        if (planned.purpose().isBlank()) {
            throw Refusal.ofField("purpose", "schoolyear.visits.purposeNeeded");
        }
        if (planned.purpose().length() > PlannedVisit.LONGEST_PURPOSE) {
            throw Refusal.ofField("purpose", "schoolyear.visits.longPurpose", PlannedVisit.LONGEST_PURPOSE);
        }
        long id = rows.add(yearId, planned);
        rows.tell(id, VisitChange.Kind.ADDED, planned.day(), planned.day(), planned.purpose(), viewer.personId(), clock.instant());
        audit.record("schoolyear.visitAdded", subject(yearId), Map.of("visit", id, "day", planned.day()));
        engine.visitsChanged(yearId, false);
        return id;
    }

    /** The curator asks the municipality to take a visit out. */
    public void askRemoval(long visitId, Viewer viewer, String reason) {
        Visit visit = changeable(visitId, viewer);
        requireReason(reason);
        if (visit.removalAsked() != null) {
            throw Refusal.of("schoolyear.visits.alreadyAsked");
        }
        rows.askRemoval(visitId, reason);
        audit.record("schoolyear.visitRemovalAsked", subject(visit.schoolYearId()), Map.of("visit", visitId, "day", visit.day()), reason);
        engine.removalRequested(visit.schoolYearId());
    }

    /** The visit that is asked to be taken out; the earliest where there are several, each of which has a task of its own. */
    @Transactional(readOnly = true)
    public Optional<Visit> askedToRemove(long yearId) {
        return rows.visits(List.of(yearId)).stream().filter(visit -> visit.removalAsked() != null).findFirst();
    }

    /** A visit that has been reported on meanwhile needs no decision any more. */
    public void decideRemoval(long yearId, Viewer viewer, boolean agreed, String comment) {
        years.lock(yearId);
        Visit visit = askedToRemove(yearId).orElseThrow();
        if (!agreed) {
            if (comment.isBlank()) {
                throw Refusal.ofField("comment", "schoolyear.visits.commentNeeded");
            }
            rows.askRemoval(visit.id(), null);
            audit.record("schoolyear.visitRemovalRefused", subject(yearId), Map.of("visit", visit.id(), "day", visit.day()), comment);
            return;
        }
        rows.remove(visit.id());
        rows.tell(visit.id(), VisitChange.Kind.REMOVED, visit.day(), null, visit.removalAsked(), viewer.personId(), clock.instant());
        audit.record("schoolyear.visitRemoved", subject(yearId), Map.of("visit", visit.id(), "day", visit.day()), orNull(comment));
        engine.visitsChanged(yearId, touchesTaken(visit));
    }

    private boolean touchesTaken(Visit visit) {
        return rows.schedule(visit.schoolYearId()).filter(schedule -> Long.valueOf(visit.id()).equals(schedule.takenVisit())).isPresent();
    }

    private Visit changeable(long visitId, Viewer viewer) {
        long yearId = rows.visit(visitId).schoolYearId();
        requireCurator(years.lock(yearId), viewer);
        Visit visit = rows.visit(visitId);
        if (!visit.isPlanned() || !engine.runs(yearId)) {
            throw Refusal.of("schoolyear.visits.notPlanned", DAY.format(visit.day()));
        }
        return visit;
    }

    private void requireCurator(SchoolYear year, Viewer viewer) {
        if (!access.curates(year, viewer)) {
            throw new NotYours(SchoolYears.SUBJECT, year.id());
        }
    }

    private void requireDay(SchoolYear year, LocalDate day, String field) {
        LocalDate today = course.today(year.id());
        if (day.getYear() != year.year()) {
            throw Refusal.ofField(field, "schoolyear.visits.otherYear", DAY.format(day), String.valueOf(year.year()));
        }
        if (day.isBefore(today)) {
            throw Refusal.ofField(field, "schoolyear.visits.past", DAY.format(day), DAY.format(today));
        }
    }

    private static void requireReason(String reason) {
        if (reason.isBlank()) {
            throw Refusal.ofField("reason", "schoolyear.visits.reasonNeeded");
        }
    }

    private Instant startOf(long yearId, LocalDate day) {
        ZoneId zone = territory.region(years.get(yearId).regionId()).zone();
        return day.atStartOfDay(zone).toInstant();
    }

    private static String days(List<PlannedVisit> visits) {
        return visits.stream().map(visit -> DAY.format(visit.day())).collect(joining(", "));
    }

    private static String orNull(String text) {
        return text.isBlank() ? null : text;
    }

    private static Subject subject(long yearId) {
        return Subject.of(SchoolYears.SUBJECT, yearId);
    }
}
