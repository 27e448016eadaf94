package ru.marshrut.schoolyear;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import ru.marshrut.audit.AuditTrail;
import ru.marshrut.audit.Subject;
import ru.marshrut.calendar.WorkingDays;
import ru.marshrut.roadmap.Outcomes;
import ru.marshrut.roadmap.Outcomes.Member;
import ru.marshrut.roadmap.Outcomes.Outcome;
import ru.marshrut.schoolyear.persistence.YearRows;
import ru.marshrut.territory.Territory;
import ru.marshrut.work.Due;

@Service
@Transactional
class Course implements StageCourse {

    /** Working days. */
    private static final int ANSWER_DAYS = 5;

    private final YearRows rows;
    private final Outcomes outcomes;
    private final Territory territory;
    private final WorkingDays workingDays;
    private final StageDues dues;
    private final YearEngine engine;
    private final AuditTrail audit;
    private final MessageSource messages;
    private final Clock clock;

    Course(YearRows rows, Outcomes outcomes, Territory territory, WorkingDays workingDays, StageDues dues, @Lazy YearEngine engine,
           AuditTrail audit, MessageSource messages, Clock clock) {
        this.rows = rows;
        this.outcomes = outcomes;
        this.territory = territory;
        this.workingDays = workingDays;
        this.dues = dues;
        this.engine = engine;
        this.audit = audit;
        this.messages = messages;
        this.clock = clock;
    }

    @Override
    public void lock(long yearId) {
        rows.lock(yearId);
    }

    @Override
    public void open(long yearId, Stage stage) {
        LocalDate today = today(yearId);
        if (rows.open(yearId, stage, today)) {
            audit.record("schoolyear.stageOpened", subject(yearId), Map.of("stage", stage, "on", today));
        }
    }

    @Override
    public void done(long yearId, Stage stage, LocalDate on) {
        done(yearId, stage, on, true);
    }

    @Override
    public void done(long yearId, Stage stage, LocalDate on, boolean counts) {
        SchoolYear year = rows.lock(yearId);
        StageStanding standing = rows.standing(yearId, stage);
        if (standing.doneOn() != null) {
            return;
        }
        boolean late = standing.lastDay() != null && on.isAfter(standing.lastDay());
        rows.done(yearId, stage, on, late, clock.instant());
        if (counts) {
            tell(year, stage, on, true);
        }
        audit.record("schoolyear.stageDone", subject(yearId), Map.of("stage", stage, "on", on, "late", late));
    }

    @Override
    public void takeBack(long yearId, Stage stage, String reason) {
        SchoolYear year = rows.lock(yearId);
        if (rows.standing(yearId, stage).doneOn() == null) {
            return;
        }
        LocalDate today = today(yearId);
        rows.takeBack(yearId, stage);
        tell(year, stage, today, false);
        audit.record("schoolyear.stageReopened", subject(yearId), Map.of("stage", stage, "on", today), reason);
    }

    @Override
    @Transactional(readOnly = true)
    public Due due(long yearId, Stage stage) {
        return dues.of(rows.standing(yearId, stage), rows.get(yearId).regionId());
    }

    @Override
    @Transactional(readOnly = true)
    public Due answer(long yearId) {
        LocalDate day = today(yearId);
        for (int left = ANSWER_DAYS; left > 0; left--) {
            day = workingDays.nextOrSame(day.plusDays(1));
        }
        return dues.endOf(day, rows.get(yearId).regionId(), words("schoolyear.due.answer", ANSWER_DAYS));
    }

    @Override
    public void extend(long yearId, Stage stage, LocalDate until) {
        SchoolYear year = rows.lock(yearId);
        rows.extend(yearId, stage, until);
        engine.follow(List.of(year));
        audit.record("schoolyear.stageExtended", subject(yearId), Map.of("stage", stage, "until", until));
    }

    @Override
    @Transactional(readOnly = true)
    public LocalDate today(long yearId) {
        return LocalDate.ofInstant(clock.instant(), zone(yearId));
    }

    private void tell(SchoolYear year, Stage stage, LocalDate on, boolean counts) {
        stage.outcome().ifPresent(kind -> outcomes.record(List.of(
            new Outcome(kind, Member.school(year.schoolId(), year.regionId()), year.year(), null, on, counts))));
    }

    private ZoneId zone(long yearId) {
        return territory.region(rows.get(yearId).regionId()).zone();
    }

    private String words(String code, Object... arguments) {
        return messages.getMessage(code, arguments, Locale.forLanguageTag("ru"));
    }

    private static Subject subject(long yearId) {
        return Subject.of(SchoolYears.SUBJECT, yearId);
    }
}
