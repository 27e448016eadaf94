package ru.marshrut.expertise.sample;

import static java.util.stream.Collectors.toSet;

import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import ru.marshrut.access.Viewer;
import ru.marshrut.audit.AuditTrail;
import ru.marshrut.audit.Subject;
import ru.marshrut.expertise.Assignments;
import ru.marshrut.expertise.Expertise;
import ru.marshrut.expertise.Expertise.Status;
import ru.marshrut.expertise.ExpertiseAccess;
import ru.marshrut.expertise.ExpertiseEngine;
import ru.marshrut.expertise.Expertises;
import ru.marshrut.expertise.SampledSchool;
import ru.marshrut.expertise.persistence.AssignmentRows;
import ru.marshrut.expertise.persistence.ExpertiseRows;
import ru.marshrut.expertise.persistence.SampleRows;
import ru.marshrut.shared.NotYours;
import ru.marshrut.shared.Refusal;
import ru.marshrut.territory.Participations;
import ru.marshrut.territory.School;
import ru.marshrut.territory.SchoolsLeft;
import ru.marshrut.territory.Territory;

/** What the coordinator changes in a sample, each time with a reason; schools that leave are taken out by themselves. */
@Service
@Transactional
public class SampleChanges {

    private final ExpertiseRows expertises;
    private final SampleRows rows;
    private final AssignmentRows checks;
    private final Population population;
    private final Assignments assignments;
    private final ExpertiseEngine engine;
    private final ExpertiseAccess access;
    private final Territory territory;
    private final AuditTrail audit;
    private final Clock clock;

    SampleChanges(ExpertiseRows expertises, SampleRows rows, AssignmentRows checks, Population population, Assignments assignments,
                  ExpertiseEngine engine, ExpertiseAccess access, Territory territory, AuditTrail audit, Clock clock) {
        this.expertises = expertises;
        this.rows = rows;
        this.checks = checks;
        this.population = population;
        this.assignments = assignments;
        this.engine = engine;
        this.access = access;
        this.territory = territory;
        this.audit = audit;
        this.clock = clock;
    }

    /** What drawing again would change, of what is not decided by hand. */
    public record Outlook(Set<Long> comes, Set<Long> goes, int candidates, int drawn) {}

    /** Draws again without writing anything down; only while the sample is not approved. */
    @Transactional(readOnly = true)
    public Outlook outlook(Viewer viewer, long expertiseId, long seed) {
        Expertise expertise = sampling(access.coordinated(expertises.get(expertiseId), viewer));
        List<Candidate> candidates = population.of(expertise);
        Set<Long> drawn = new Draw(seed, expertise.sampleRule(), expertise.sampleSize()).among(candidates);
        List<SampledSchool> known = rows.all(expertiseId);
        Set<Long> comes = new HashSet<>(drawn);
        comes.removeAll(known.stream().map(SampledSchool::schoolId).collect(toSet()));
        Set<Long> goes = known.stream().filter(school -> school.isIn() && school.origin() == SampledSchool.Origin.DRAWN)
            .map(SampledSchool::schoolId).filter(id -> !drawn.contains(id)).collect(toSet());
        return new Outlook(comes, goes, candidates.size(), drawn.size());
    }

    /** Draws again from today's schools with another seed; what was decided by hand stays. */
    public void drawAgain(Viewer viewer, long expertiseId, long seed, String reason) {
        Expertise expertise = sampling(access.coordinated(expertises.lock(expertiseId), viewer));
        if (seed == expertise.seed()) {
            throw Refusal.ofField("seed", "expertise.sample.sameSeed", String.valueOf(seed));
        }
        String words = required(reason);
        List<Candidate> candidates = population.of(expertise);
        Set<Long> drawn = new Draw(seed, expertise.sampleRule(), expertise.sampleSize()).among(candidates);
        rows.draw(expertiseId, candidates, drawn);
        rows.recordDrawing(expertiseId, seed, words, viewer.personId(), clock.instant());
        audit.record("expertise.sampleDrawnAgain", Subject.of(Expertises.SUBJECT, expertiseId),
            Map.of("drawn", drawn.size(), "candidates", candidates.size(), "before", expertise.seed(), "seed", seed), words);
    }

    /** Adds a school of the region that takes part; after the assignments' approval the process takes none any more. */
    public void add(Viewer viewer, long expertiseId, long schoolId, String reason) {
        Expertise expertise = access.coordinated(expertises.lock(expertiseId), viewer);
        if (expertise.status() != Status.SAMPLING && expertise.status() != Status.ASSIGNING) {
            throw Refusal.of("expertise.sample.addedTooLate");
        }
        Candidate candidate = population.of(expertise).stream().filter(one -> one.schoolId() == schoolId).findFirst()
            .orElseThrow(() -> Refusal.ofField("school", "expertise.sample.takesNoPart", String.valueOf(expertise.year())));
        if (rows.of(expertiseId, schoolId).filter(SampledSchool::isIn).isPresent()) {
            throw Refusal.ofField("school", "expertise.sample.isIn", school(schoolId).name());
        }
        String words = required(reason);
        long id = rows.add(expertiseId, candidate, words, viewer.personId(), clock.instant());
        record("expertise.schoolAdded", expertiseId, id, schoolId, words);
        if (expertise.status() == Status.ASSIGNING) {
            assignments.assign(expertiseId);
        }
    }

    /** Takes a school out; where it is checked already, its check ends at once. */
    public void exclude(Viewer viewer, long expertiseId, long sampledSchoolId, String reason) {
        Expertise expertise = access.coordinated(expertises.lock(expertiseId), viewer);
        SampledSchool school = rows.lock(sampledSchoolId);
        if (school.expertiseId() != expertiseId) {
            throw new NotYours(Expertises.SCHOOL_SUBJECT, sampledSchoolId);
        }
        String name = school(school.schoolId()).name();
        if (!school.isIn()) {
            throw Refusal.of("expertise.sample.isOut", name);
        }
        if (school.settledAt() != null || !isChangeable(expertise)) {
            throw Refusal.of("expertise.sample.excludedTooLate", name);
        }
        exclude(expertise, school, required(reason), viewer.personId());
    }

    /** A school that has left is not checked any more; one whose score is settled keeps it. */
    @EventListener
    public void on(SchoolsLeft left) {
        if (!left.programme().equals(Participations.PROGRAMME)) {
            return;
        }
        for (SampledSchool found : rows.unsettled(left.schoolIds(), left.year())) {
            Expertise expertise = expertises.lock(found.expertiseId());
            SampledSchool school = rows.lock(found.id());
            if (school.isIn() && school.settledAt() == null && isChangeable(expertise)) {
                exclude(expertise, school, left.reason(), null);
            }
        }
    }

    private void exclude(Expertise expertise, SampledSchool school, String reason, Long personId) {
        rows.exclude(school.id(), reason, personId, clock.instant());
        record("expertise.schoolExcluded", expertise.id(), school.id(), school.schoolId(), reason);
        if (expertise.status() == Status.CHECKING) {
            engine.excluded(rows.get(school.id()));
        } else {
            checks.withdraw(school.id());
        }
    }

    private void record(String type, long expertiseId, long sampledSchoolId, long schoolId, String reason) {
        Map<String, Object> parameters = Map.of("school", schoolId, "name", school(schoolId).name());
        audit.record(type, Subject.of(Expertises.SUBJECT, expertiseId), parameters, reason);
        audit.record(type, Subject.of(Expertises.SCHOOL_SUBJECT, sampledSchoolId), parameters, reason);
    }

    private School school(long id) {
        return territory.school(id);
    }

    private static boolean isChangeable(Expertise expertise) {
        return Set.of(Status.SAMPLING, Status.ASSIGNING, Status.CHECKING).contains(expertise.status());
    }

    private static Expertise sampling(Expertise expertise) {
        if (expertise.status() != Status.SAMPLING) {
            throw Refusal.of("expertise.sample.approved");
        }
        return expertise;
    }

    private static String required(String reason) {
        if (reason == null || reason.isBlank()) {
            throw Refusal.ofField("reason", "expertise.sample.reasonNeeded");
        }
        return reason.strip();
    }
}
