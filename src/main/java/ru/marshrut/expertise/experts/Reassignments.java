package ru.marshrut.expertise.experts;

import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import ru.marshrut.access.Viewer;
import ru.marshrut.audit.AuditTrail;
import ru.marshrut.audit.Subject;
import ru.marshrut.expertise.Expertise;
import ru.marshrut.expertise.Expertise.Status;
import ru.marshrut.expertise.ExpertiseAccess;
import ru.marshrut.expertise.ExpertiseEngine;
import ru.marshrut.expertise.Expertises;
import ru.marshrut.expertise.SampledSchool;
import ru.marshrut.expertise.SchoolCheck;
import ru.marshrut.expertise.persistence.AssignmentRows;
import ru.marshrut.expertise.persistence.AssignmentRows.Assigned;
import ru.marshrut.expertise.persistence.ExpertiseRows;
import ru.marshrut.expertise.persistence.SampleRows;
import ru.marshrut.shared.NotYours;
import ru.marshrut.shared.Refusal;
import ru.marshrut.territory.Staff;

/** The coordinator gives a check to an expert by name. */
@Service
@Transactional
public class Reassignments {

    private final ExpertiseRows expertises;
    private final SampleRows samples;
    private final AssignmentRows rows;
    private final Pools pools;
    private final ExpertiseAccess access;
    private final ExpertiseEngine engine;
    private final Staff staff;
    private final AuditTrail audit;

    Reassignments(ExpertiseRows expertises, SampleRows samples, AssignmentRows rows, Pools pools, ExpertiseAccess access, ExpertiseEngine engine,
                  Staff staff, AuditTrail audit) {
        this.expertises = expertises;
        this.samples = samples;
        this.rows = rows;
        this.pools = pools;
        this.access = access;
        this.engine = engine;
        this.staff = staff;
        this.audit = audit;
    }

    /** Gives an open or returned check to another expert, who begins it anew. */
    public void reassign(Viewer viewer, long expertiseId, long checkId, Long expertId, String reason) {
        Expertise expertise = access.coordinated(expertises.lock(expertiseId), viewer);
        SchoolCheck check = rows.lock(checkId);
        SampledSchool school = samples.lock(check.sampledSchoolId());
        if (school.expertiseId() != expertiseId) {
            throw new NotYours("check", checkId);
        }
        if (check.isDone() || !school.isIn() || expertise.status() != Status.ASSIGNING && expertise.status() != Status.CHECKING) {
            throw Refusal.of("expertise.assignment.over");
        }
        Expert expert = allowed(expertise, school, expertId);
        if (reason == null || reason.isBlank()) {
            throw Refusal.ofField("reason", "expertise.assignment.reasonNeeded");
        }
        String before = check.expertId() == null ? "" : staff.person(check.expertId()).fullName();
        rows.reassign(checkId, expert.personId());
        audit.record("expertise.checkReassigned", Subject.of(Expertises.SCHOOL_SUBJECT, school.id()),
            Map.of("number", check.number(), "expert", expert.personId(), "name", expert.fullName(), "before", before), reason.strip());
        if (expertise.status() == Status.CHECKING) {
            engine.reassigned(rows.lock(checkId));
        }
    }

    /** Appoints the third expert of a school by hand, where none was found. */
    public void appointThird(Viewer viewer, long sampledSchoolId, Long expertId) {
        Expertise expertise = access.coordinated(expertises.lock(samples.get(sampledSchoolId).expertiseId()), viewer);
        SampledSchool school = samples.lock(sampledSchoolId);
        Expert expert = allowed(expertise, school, expertId);
        rows.assign(List.of(new Assigned(sampledSchoolId, 3, expert.personId())), expertise.checkUntil());
        audit.record("expertise.expertAssigned", Subject.of(Expertises.SCHOOL_SUBJECT, sampledSchoolId),
            Map.of("number", 3, "expert", expert.personId(), "name", expert.fullName()));
    }

    /** Who may be given another check of a school, the least loaded first. */
    @Transactional(readOnly = true)
    public List<Expert> candidates(long sampledSchoolId) {
        SampledSchool school = samples.get(sampledSchoolId);
        Expertise expertise = expertises.get(school.expertiseId());
        Pool pool = pools.of(expertise, List.of(school.schoolId()));
        return pool.allowed(school.schoolId(), rows.of(expertise.id()).getOrDefault(sampledSchoolId, List.of()));
    }

    private Expert allowed(Expertise expertise, SampledSchool school, Long expertId) {
        if (expertId == null) {
            throw Refusal.ofField("expert", "expertise.assignment.expertMissing");
        }
        return candidates(school.id()).stream().filter(expert -> expert.personId() == expertId).findFirst()
            .orElseThrow(() -> Refusal.ofField("expert", "expertise.assignment.notAllowed"));
    }
}
