package ru.marshrut.expertise.experts;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toSet;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import ru.marshrut.audit.AuditTrail;
import ru.marshrut.audit.Subject;
import ru.marshrut.expertise.Assignments;
import ru.marshrut.expertise.Expertise;
import ru.marshrut.expertise.Expertises;
import ru.marshrut.expertise.SampledSchool;
import ru.marshrut.expertise.SchoolCheck;
import ru.marshrut.expertise.persistence.AssignmentRows;
import ru.marshrut.expertise.persistence.AssignmentRows.Assigned;
import ru.marshrut.expertise.persistence.ExpertiseRows;
import ru.marshrut.expertise.persistence.SampleRows;
import ru.marshrut.shared.Refusal;
import ru.marshrut.territory.School;
import ru.marshrut.territory.Territory;

@Service
@Transactional
class BalancedAssignments implements Assignments {

    private static final int THIRD = 3;

    private final ExpertiseRows expertises;
    private final SampleRows samples;
    private final AssignmentRows rows;
    private final Pools pools;
    private final Territory territory;
    private final AuditTrail audit;

    BalancedAssignments(ExpertiseRows expertises, SampleRows samples, AssignmentRows rows, Pools pools, Territory territory, AuditTrail audit) {
        this.expertises = expertises;
        this.samples = samples;
        this.rows = rows;
        this.pools = pools;
        this.territory = territory;
        this.audit = audit;
    }

    @Override
    public void assign(long expertiseId) {
        Expertise expertise = expertises.lock(expertiseId);
        List<SampledSchool> schools = in(expertiseId);
        Map<Long, List<SchoolCheck>> checks = rows.of(expertiseId);
        Pool pool = pools.of(expertise, schools.stream().map(SampledSchool::schoolId).toList());
        List<Demand> demands = schools.stream().map(school -> {
            List<SchoolCheck> own = checks.getOrDefault(school.id(), List.of());
            return new Demand(school.id(), free(own, expertise).size(), ids(pool.allowed(school.schoolId(), own)));
        }).filter(demand -> demand.experts() > 0).toList();
        if (demands.isEmpty()) {
            return;
        }
        List<Assigned> assigned = new ArrayList<>();
        new BalancedLoad(demands, pool.loads()).assign().forEach((school, experts) -> {
            Iterator<Long> next = experts.iterator();
            free(checks.getOrDefault(school, List.of()), expertise)
                .forEach(number -> assigned.add(new Assigned(school, number, next.hasNext() ? next.next() : null)));
        });
        rows.assign(assigned, expertise.checkUntil());
        List<Assigned> given = assigned.stream().filter(check -> check.expertId() != null).toList();
        audit.record("expertise.expertsAssigned", Subject.of(Expertises.SUBJECT, expertiseId),
            Map.of("checks", given.size(), "missing", assigned.size() - given.size()));
        audit.recordAll("expertise.expertAssigned", given.stream().map(check -> fact(pool, check)).toList(), null);
    }

    /** The numbers of a school's checks that nobody has. */
    private static List<Integer> free(List<SchoolCheck> checks, Expertise expertise) {
        return IntStream.rangeClosed(1, expertise.expertsPerSchool()).boxed()
            .filter(number -> checks.stream().noneMatch(check -> check.number() == number && check.expertId() != null)).toList();
    }

    @Override
    public boolean appointThird(long sampledSchoolId) {
        Expertise expertise = expertises.lock(samples.get(sampledSchoolId).expertiseId());
        SampledSchool school = samples.lock(sampledSchoolId);
        List<SchoolCheck> checks = rows.of(expertise.id()).getOrDefault(sampledSchoolId, List.of());
        if (checks.stream().anyMatch(check -> check.settlesDispute() && check.expertId() != null)) {
            return true;
        }
        Pool pool = pools.of(expertise, List.of(school.schoolId()));
        Optional<Assigned> third = pool.allowed(school.schoolId(), checks).stream().findFirst()
            .map(expert -> new Assigned(sampledSchoolId, THIRD, expert.personId()));
        third.ifPresent(found -> {
            rows.assign(List.of(found), expertise.checkUntil());
            audit.recordAll("expertise.expertAssigned", List.of(fact(pool, found)), null);
        });
        return third.isPresent();
    }

    private static Set<Long> ids(List<Expert> experts) {
        return experts.stream().map(Expert::personId).collect(toSet());
    }

    private static AuditTrail.Fact fact(Pool pool, Assigned check) {
        return new AuditTrail.Fact(Subject.of(Expertises.SCHOOL_SUBJECT, check.sampledSchoolId()), Map.of("number", check.number(),
            "expert", check.expertId(), "name", pool.expert(check.expertId()).orElseThrow().fullName()));
    }

    @Override
    @Transactional(readOnly = true)
    public void requireApprovable(long expertiseId) {
        Expertise expertise = expertises.get(expertiseId);
        List<SampledSchool> schools = in(expertiseId);
        Map<Long, List<SchoolCheck>> checks = rows.of(expertiseId);
        Pool pool = pools.of(expertise, schools.stream().map(SampledSchool::schoolId).toList());
        refuseIfAny("expertise.assignment.incomplete", schools.stream()
            .filter(school -> !free(checks.getOrDefault(school.id(), List.of()), expertise).isEmpty()).toList());
        refuseIfAny("expertise.assignment.barred", schools.stream()
            .filter(school -> checks.getOrDefault(school.id(), List.of()).stream().anyMatch(check -> pool.mustBeReassigned(school.schoolId(), check)))
            .toList());
    }

    private void refuseIfAny(String code, List<SampledSchool> schools) {
        if (!schools.isEmpty()) {
            Map<Long, School> known = territory.schools(schools.stream().map(SampledSchool::schoolId).toList());
            throw Refusal.of(code, schools.stream().map(school -> known.get(school.schoolId()).name())
                .sorted().collect(joining(", ")));
        }
    }

    private List<SampledSchool> in(long expertiseId) {
        return samples.all(expertiseId).stream().filter(SampledSchool::isIn).toList();
    }
}
