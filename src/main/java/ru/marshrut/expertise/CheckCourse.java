package ru.marshrut.expertise;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import ru.marshrut.audit.AuditTrail;
import ru.marshrut.audit.Subject;
import ru.marshrut.expertise.persistence.CheckCourseRows;
import ru.marshrut.expertise.persistence.SampleRows;
import ru.marshrut.shared.Refusal;

/** What happens to a school of a sample on its way through the checks. */
@Service
@Transactional
public class CheckCourse {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd.MM.yyyy");

    private final SampleRows samples;
    private final CheckCourseRows rows;
    private final ExpertiseDues dues;
    private final ExpertiseEngine engine;
    private final AuditTrail audit;

    CheckCourse(SampleRows samples, CheckCourseRows rows, ExpertiseDues dues, @Lazy ExpertiseEngine engine, AuditTrail audit) {
        this.samples = samples;
        this.rows = rows;
        this.dues = dues;
        this.engine = engine;
        this.audit = audit;
    }

    /**
     * The checks of a school begin, unless it was excluded meanwhile. Safe to call twice.
     *
     * @param processInstanceId that from now on hears of its exclusion
     * @return whether it is to be checked
     */
    public boolean begin(long sampledSchoolId, String processInstanceId) {
        SampledSchool school = samples.lock(sampledSchoolId);
        if (!school.isIn()) {
            return false;
        }
        rows.setInstance(sampledSchoolId, processInstanceId);
        return true;
    }

    /** A later day for a check; its open task moves along. */
    public void extend(SchoolCheck check, LocalDate until) {
        if (!until.isAfter(check.until())) {
            throw Refusal.ofField("until", "expertise.extension.notLater", DAY.format(until), DAY.format(check.until()));
        }
        SampledSchool school = samples.lock(check.sampledSchoolId());
        if (until.isBefore(dues.today(school))) {
            throw Refusal.ofField("until", "expertise.extension.past", DAY.format(until));
        }
        rows.setUntil(check.id(), until);
        engine.moved(check, until);
        audit.record("expertise.checkExtended", Subject.of(Expertises.SCHOOL_SUBJECT, school.id()), Map.of("check", check.id(), "until", until));
    }
}
