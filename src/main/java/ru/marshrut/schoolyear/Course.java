package ru.marshrut.schoolyear;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.context.MessageSource;
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
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd.MM.yyyy");

    private final YearRows rows;
    private final Outcomes outcomes;
    private final Territory territory;
    private final WorkingDays workingDays;
    private final AuditTrail audit;
    private final MessageSource messages;
    private final Clock clock;

    Course(YearRows rows, Outcomes outcomes, Territory territory, WorkingDays workingDays, AuditTrail audit, MessageSource messages, Clock clock) {
        this.rows = rows;
        this.outcomes = outcomes;
        this.territory = territory;
        this.workingDays = workingDays;
        this.audit = audit;
        this.messages = messages;
        this.clock = clock;
    }

    @Override
    public void open(long yearId, Stage stage) {
        rows.open(yearId, stage, today(yearId));
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
        rows.takeBack(yearId, stage);
        tell(year, stage, today(yearId), false);
        audit.record("schoolyear.stageReopened", subject(yearId), Map.of("stage", stage), reason);
    }

    @Override
    @Transactional(readOnly = true)
    public Due due(long yearId, Stage stage) {
        StageStanding standing = rows.standing(yearId, stage);
        if (standing.lastDay() == null) {
            return null;
        }
        String source = standing.extendedUntil() == null ? standing.dueSource() : words("schoolyear.due.extended", DAY.format(standing.extendedUntil()));
        return new Due(endOf(standing.lastDay(), yearId), source);
    }

    @Override
    @Transactional(readOnly = true)
    public Due answer(long yearId) {
        LocalDate day = today(yearId);
        for (int left = ANSWER_DAYS; left > 0; left--) {
            day = workingDays.nextOrSame(day.plusDays(1));
        }
        return new Due(endOf(day, yearId), words("schoolyear.due.answer", ANSWER_DAYS));
    }

    @Override
    public void extend(long yearId, Stage stage, LocalDate until) {
        rows.lock(yearId);
        rows.extend(yearId, stage, until);
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

    private java.time.Instant endOf(LocalDate day, long yearId) {
        return day.plusDays(1).atStartOfDay(zone(yearId)).toInstant();
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
