package ru.marshrut.schoolyear.monitoring;

import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import ru.marshrut.access.Viewer;
import ru.marshrut.audit.AuditTrail;
import ru.marshrut.audit.Subject;
import ru.marshrut.roadmap.OutcomeKind;
import ru.marshrut.roadmap.Outcomes;
import ru.marshrut.roadmap.Outcomes.Member;
import ru.marshrut.roadmap.Outcomes.Outcome;
import ru.marshrut.schoolyear.SchoolYear;
import ru.marshrut.schoolyear.SchoolYears;
import ru.marshrut.schoolyear.Stage;
import ru.marshrut.schoolyear.StageCourse;
import ru.marshrut.schoolyear.YearAccess;
import ru.marshrut.schoolyear.persistence.PositiveChangeRows;
import ru.marshrut.schoolyear.persistence.YearRows;
import ru.marshrut.shared.NotYours;
import ru.marshrut.shared.Refusal;

/** «Позитивные изменения» per school with their source (seed 003, row 29): marked by the curator, corrected by coordinators with a reason. */
@Service
@Transactional
public class PositiveChanges {

    private final PositiveChangeRows rows;
    private final YearRows years;
    private final YearAccess access;
    private final StageCourse course;
    private final Outcomes outcomes;
    private final AuditTrail audit;
    private final Clock clock;

    PositiveChanges(PositiveChangeRows rows, YearRows years, YearAccess access, StageCourse course, Outcomes outcomes, AuditTrail audit, Clock clock) {
        this.rows = rows;
        this.years = years;
        this.access = access;
        this.course = course;
        this.outcomes = outcomes;
        this.audit = audit;
        this.clock = clock;
    }

    /** All marks of a year, the latest first: that one counts. */
    @Transactional(readOnly = true)
    public List<PositiveChange> of(long yearId) {
        return rows.of(yearId);
    }

    /** The curator's mark completes the stage. */
    public void mark(long yearId, Viewer curator, PositiveChange change) {
        years.lock(yearId);
        check(change);
        rows.add(yearId, change, curator.personId(), clock.instant());
        audit.record("schoolyear.changesMarked", subject(yearId), parameters(change));
        course.done(yearId, Stage.POSITIVE_CHANGES, course.today(yearId), change.mark() == ChangeMark.YES);
    }

    /** Coordinators correct a mark. Throws {@link NotYours}; a mark that nobody has made yet is the curator's. */
    public void correct(long yearId, Viewer coordinator, PositiveChange change) {
        SchoolYear year = years.lock(yearId);
        if (!access.coordinates(year, coordinator)) {
            throw new NotYours(SchoolYears.SUBJECT, yearId);
        }
        PositiveChange before = rows.of(yearId).stream().findFirst().orElseThrow(() -> Refusal.of("schoolyear.changes.notMarked"));
        check(change);
        if (change.reason() == null || change.reason().isBlank()) {
            throw Refusal.ofField("reason", "schoolyear.changes.noReason");
        }
        rows.add(yearId, change, coordinator.personId(), clock.instant());
        audit.record("schoolyear.changesCorrected", subject(yearId), parameters(change), change.reason());
        boolean counts = change.mark() == ChangeMark.YES;
        if (counts != (before.mark() == ChangeMark.YES)) {
            outcomes.record(List.of(new Outcome(OutcomeKind.POSITIVE_CHANGES, Member.school(year.schoolId(), year.regionId()), year.year(), null,
                course.today(yearId), counts)));
        }
    }

    private static void check(PositiveChange change) {
        if (change.sources().isEmpty()) {
            throw Refusal.ofField("source", "schoolyear.changes.noSource");
        }
        if (change.period().isBlank()) {
            throw Refusal.ofField("period", "schoolyear.changes.noPeriod");
        }
        if (change.words().isBlank()) {
            throw Refusal.ofField("words", "schoolyear.changes.noWords");
        }
    }

    private static Map<String, Object> parameters(PositiveChange change) {
        String sources = change.sources().stream().sorted().map(Enum::name).collect(Collectors.joining(" "));
        return new HashMap<>(Map.of("mark", change.mark(), "sources", sources, "period", change.period()));
    }

    private static Subject subject(long yearId) {
        return Subject.of(SchoolYears.SUBJECT, yearId);
    }
}
