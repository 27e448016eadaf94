package ru.marshrut.schoolyear.profile;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import ru.marshrut.audit.AuditTrail;
import ru.marshrut.audit.Subject;
import ru.marshrut.schoolyear.SchoolYears;
import ru.marshrut.schoolyear.Stage;
import ru.marshrut.schoolyear.StageCourse;
import ru.marshrut.schoolyear.persistence.ProfileRows;
import ru.marshrut.schoolyear.profile.RiskProfile.Source;

/** How a profile comes in: from the school, or from a file of its territory. */
@Service
@Transactional
public class ProfileEntry {

    private final ProfileRows rows;
    private final StageCourse course;
    private final AuditTrail audit;
    private final Clock clock;

    ProfileEntry(ProfileRows rows, StageCourse course, AuditTrail audit, Clock clock) {
        this.rows = rows;
        this.course = course;
        this.audit = audit;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public RiskProfile of(long yearId) {
        return rows.profile(yearId);
    }

    /**
     * The survey is over: the profile is asked for, unless it is there already.
     *
     * @return whether it is
     */
    public boolean ask(long yearId) {
        rows.lock(List.of(yearId)); // a table of the territory may arrive just now
        boolean there = rows.profile(yearId).isThere();
        course.open(yearId, there ? Stage.FIRST_VISIT : Stage.PROFILE);
        return there;
    }

    /** The school has entered it; the visit is next. */
    public void enter(long yearId, Source source, Map<String, RiskLevel> levels, long personId) {
        receive(yearId, source, levels, personId);
        course.open(yearId, Stage.FIRST_VISIT);
    }

    /** @param levels of all directions */
    void receive(long yearId, Source source, Map<String, RiskLevel> levels, long personId) {
        rows.receive(yearId, source, course.today(yearId), levels, personId, clock.instant());
        course.done(yearId, Stage.PROFILE, course.today(yearId));
        audit.record("schoolyear.profileReceived", Subject.of(SchoolYears.SUBJECT, yearId), Map.of("source", source, "levels", inOneLine(levels)));
    }

    /** By code of direction, for the audit trail: {@code equipment=LOW,staff=HIGH}. */
    static String inOneLine(Map<String, RiskLevel> levels) {
        return new TreeMap<>(levels).entrySet().stream().map(level -> level.getKey() + "=" + level.getValue()).collect(Collectors.joining(","));
    }
}
