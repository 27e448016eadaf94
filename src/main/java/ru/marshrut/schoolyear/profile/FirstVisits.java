package ru.marshrut.schoolyear.profile;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import ru.marshrut.audit.AuditTrail;
import ru.marshrut.audit.Subject;
import ru.marshrut.schoolyear.SchoolYears;
import ru.marshrut.schoolyear.Stage;
import ru.marshrut.schoolyear.StageCourse;
import ru.marshrut.schoolyear.persistence.ProfileRows;

/** The curator's first visit (seed 003 row 14). */
@Service
@Transactional
public class FirstVisits {

    private final ProfileRows rows;
    private final SchoolYears years;
    private final StageCourse course;
    private final AuditTrail audit;
    private final Clock clock;

    FirstVisits(ProfileRows rows, SchoolYears years, StageCourse course, AuditTrail audit, Clock clock) {
        this.rows = rows;
        this.years = years;
        this.course = course;
        this.audit = audit;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public Optional<FirstVisit> of(long yearId) {
        return rows.firstVisit(yearId);
    }

    public void report(long yearId, FirstVisit visit) {
        LocalDate on = ReportedDay.checked("on", visit.visitedOn(), years.get(yearId).year(), course.today(yearId));
        rows.putFirstVisit(yearId, visit, clock.instant());
        course.done(yearId, Stage.FIRST_VISIT, on);
        course.open(yearId, Stage.VERIFICATION);
        audit.record("schoolyear.firstVisitHeld", Subject.of(SchoolYears.SUBJECT, yearId), Map.of("on", on));
    }
}
