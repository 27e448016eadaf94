package ru.marshrut.expertise.experts;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import ru.marshrut.access.AccessPolicy;
import ru.marshrut.access.Viewer;
import ru.marshrut.audit.AuditTrail;
import ru.marshrut.audit.Subject;
import ru.marshrut.expertise.Expertise;
import ru.marshrut.expertise.ExpertiseAccess;
import ru.marshrut.expertise.persistence.ConflictRows;
import ru.marshrut.expertise.persistence.ConflictRows.Conflict;
import ru.marshrut.expertise.persistence.ExpertiseRows;
import ru.marshrut.shared.NotYours;
import ru.marshrut.shared.Refusal;
import ru.marshrut.territory.Place;
import ru.marshrut.territory.Role;
import ru.marshrut.territory.School;
import ru.marshrut.territory.Territory;

/** Schools that an expert never checks, since he or the coordinator says so. */
@Service
@Transactional
public class ExpertConflicts {

    /** Type of the audit's subject: the expert. */
    private static final String SUBJECT = "person";

    private final ConflictRows rows;
    private final ExpertiseRows expertises;
    private final Pools pools;
    private final ExpertiseAccess access;
    private final AccessPolicy policy;
    private final Territory territory;
    private final AuditTrail audit;
    private final Clock clock;

    ExpertConflicts(ConflictRows rows, ExpertiseRows expertises, Pools pools, ExpertiseAccess access, AccessPolicy policy, Territory territory,
                    AuditTrail audit, Clock clock) {
        this.rows = rows;
        this.expertises = expertises;
        this.pools = pools;
        this.access = access;
        this.policy = policy;
        this.territory = territory;
        this.audit = audit;
        this.clock = clock;
    }

    /** The expert's own; throws {@link NotYours} for who is no expert. */
    @Transactional(readOnly = true)
    public List<Conflict> own(Viewer viewer) {
        return rows.ofPerson(expert(viewer).personId());
    }

    @Transactional(readOnly = true)
    public List<Conflict> ofRegion(long regionId) {
        return rows.ofRegion(regionId);
    }

    /** The expert declares his own. */
    public void declare(Viewer viewer, Long schoolId, String reason) {
        add(expert(viewer).personId(), schoolId, reason, viewer);
    }

    /** The coordinator records one of an expert of the pool with a school of the region. */
    public void record(Viewer viewer, long expertiseId, Long expertId, Long schoolId, String reason) {
        Expertise expertise = access.coordinated(expertises.get(expertiseId), viewer);
        if (expertId == null || pools.of(expertise, List.of()).expert(expertId).isEmpty()) {
            throw Refusal.ofField("expert", "expertise.assignment.expertMissing");
        }
        if (schoolId != null && school(schoolId).regionId() != expertise.regionId()) {
            throw Refusal.ofField("school", "expertise.sample.schoolMissing");
        }
        add(expertId, schoolId, reason, viewer);
    }

    /** Takes one back: the expert his own, the coordinator what a coordinator recorded. */
    public void withdraw(Viewer viewer, long conflictId, String reason) {
        Conflict conflict = rows.lock(conflictId);
        School school = school(conflict.schoolId());
        if (conflict.isOwn() ? conflict.personId() != viewer.personId() : !policy.mayCoordinate(viewer, Place.region(school.regionId()))) {
            throw new NotYours("conflict", conflictId);
        }
        String words = required(reason);
        rows.withdraw(conflictId, words, clock.instant());
        audit.record("expertise.conflictWithdrawn", Subject.of(SUBJECT, conflict.personId()), Map.of("school", school.id(), "name", school.name()), words);
    }

    private void add(long personId, Long schoolId, String reason, Viewer viewer) {
        if (schoolId == null) {
            throw Refusal.ofField("school", "expertise.sample.schoolMissing");
        }
        School school = school(schoolId);
        String words = required(reason);
        if (!rows.add(personId, schoolId, words, viewer.personId(), clock.instant())) {
            throw Refusal.ofField("school", "expertise.conflict.known", school.name());
        }
        audit.record("expertise.conflictDeclared", Subject.of(SUBJECT, personId), Map.of("school", school.id(), "name", school.name()), words);
    }

    private School school(long id) {
        School school = territory.schools(List.of(id)).get(id);
        if (school == null) {
            throw Refusal.ofField("school", "expertise.sample.schoolMissing");
        }
        return school;
    }

    /** Who holds an appointment of his own; whoever stands in for an expert does not speak for him. */
    private static Viewer expert(Viewer viewer) {
        if (viewer.appointments().stream().noneMatch(held -> held.role() == Role.EXPERT && held.personId() == viewer.personId())) {
            throw new NotYours("conflicts", viewer.personId());
        }
        return viewer;
    }

    private static String required(String reason) {
        if (reason == null || reason.isBlank()) {
            throw Refusal.ofField("reason", "expertise.conflict.reasonNeeded");
        }
        return reason.strip();
    }
}
