package ru.marshrut.expertise;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import ru.marshrut.access.AccessPolicy;
import ru.marshrut.access.Viewer;
import ru.marshrut.audit.AuditTrail;
import ru.marshrut.audit.Subject;
import ru.marshrut.expertise.Expertise.SampleRule;
import ru.marshrut.expertise.Expertise.Status;
import ru.marshrut.expertise.persistence.ExpertiseRows;
import ru.marshrut.shared.NotYours;
import ru.marshrut.shared.Refusal;
import ru.marshrut.territory.Place;
import ru.marshrut.territory.Territory;

/** Opens expertises and writes how far they have come. */
@Service
@Transactional
class RegionExpertises implements Expertises {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd.MM.yyyy");
    private static final int WHOLE = 100;
    private static final int MOST_SCHOOLS = 500;
    private static final int MOST_APPEAL_DAYS = 60;
    /** Drawn seeds stay below it, so that one can read them out. */
    private static final int SEEDS = 1_000_000_000;

    private final ExpertiseRows rows;
    private final Rubrics rubrics;
    private final Bands bands;
    private final Samples samples;
    private final Assignments assignments;
    private final ExpertiseEngine engine;
    private final ExpertiseAccess access;
    private final ExpertiseDues dues;
    private final AccessPolicy policy;
    private final Territory territory;
    private final AuditTrail audit;
    private final Clock clock;
    private final SecureRandom chance = new SecureRandom();

    RegionExpertises(ExpertiseRows rows, Rubrics rubrics, Bands bands, @Lazy Samples samples, @Lazy Assignments assignments, @Lazy ExpertiseEngine engine,
                     ExpertiseAccess access, ExpertiseDues dues, AccessPolicy policy, Territory territory, AuditTrail audit, Clock clock) {
        this.rows = rows;
        this.rubrics = rubrics;
        this.bands = bands;
        this.samples = samples;
        this.assignments = assignments;
        this.engine = engine;
        this.access = access;
        this.dues = dues;
        this.policy = policy;
        this.territory = territory;
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    public long open(Viewer viewer, Terms terms) {
        if (!policy.mayCoordinate(viewer, Place.region(terms.regionId()))) {
            throw new NotYours("region", terms.regionId());
        }
        check(terms);
        rows.lockRegion(terms.regionId());
        if (rows.of(terms.regionId(), terms.year(), terms.stage()).isPresent()) {
            throw Refusal.ofField("stage", "expertise.open.there", String.valueOf(terms.stage()), String.valueOf(terms.year()));
        }
        long seed = terms.seed() == null ? chance.nextInt(SEEDS) : terms.seed();
        long id = rows.add(new ExpertiseRows.New(terms.regionId(), terms.year(), terms.stage(), rubric(terms), terms.sampleRule(), terms.sampleSize(),
            terms.byRisk(), seed, terms.expertsPerSchool(), terms.disputeStep(), terms.checkUntil(), terms.appealDays(), viewer.personId(),
            clock.instant()));
        record("expertise.opened", id, Map.of("stage", terms.stage(), "year", terms.year(), "seed", String.valueOf(seed)), null);
        rows.setInstance(id, engine.start(rows.get(id)), bands.current());
        return id;
    }

    /** Nobody types in a year or a number by which nothing could be checked. */
    private void check(Terms terms) {
        if (terms.stage() != 1 && terms.stage() != 2) {
            throw Refusal.ofField("stage", "expertise.open.stage", terms.stage());
        }
        if (rows.schoolYears(terms.regionId(), terms.year()) == 0) {
            throw Refusal.ofField("year", "expertise.open.noYears", territory.region(terms.regionId()).name(), String.valueOf(terms.year()));
        }
        within("sampleSize", terms.sampleSize(), 1, terms.sampleRule() == SampleRule.SHARE ? WHOLE : MOST_SCHOOLS);
        within("expertsPerSchool", terms.expertsPerSchool(), 1, 2);
        within("disputeStep", terms.disputeStep(), 0, WHOLE);
        within("appealDays", terms.appealDays(), 1, MOST_APPEAL_DAYS);
        LocalDate today = dues.today(terms.regionId());
        if (terms.checkUntil().isBefore(today) || terms.checkUntil().isAfter(today.plusYears(1))) {
            throw Refusal.ofField("checkUntil", "expertise.open.day", DAY.format(terms.checkUntil()), DAY.format(today), DAY.format(today.plusYears(1)));
        }
    }

    private static void within(String field, int value, int least, int most) {
        if (value < least || value > most) {
            throw Refusal.ofField(field, "expertise.open.number", value, least, most);
        }
    }

    private long rubric(Terms terms) {
        List<Rubric> published = rubrics.latest(terms.stage());
        if (published.isEmpty()) {
            throw Refusal.ofField("rubric", "expertise.open.noRubric", terms.stage());
        }
        return published.stream().map(Rubric::id).filter(id -> terms.rubricId() == null || id.equals(terms.rubricId())).findFirst()
            .orElseThrow(() -> Refusal.ofField("rubric", "expertise.open.oldRubric"));
    }

    @Override
    public void cancel(Viewer viewer, long id, String reason) {
        Expertise expertise = access.coordinated(rows.lock(id), viewer);
        if (expertise.isOver() || expertise.isReleased()) {
            throw Refusal.of("expertise.cancel.tooLate");
        }
        if (reason.isBlank()) {
            throw Refusal.ofField("reason", "expertise.cancel.reason");
        }
        rows.cancel(id, reason.strip());
        record("expertise.cancelled", id, Map.of(), reason.strip());
        engine.cancel(expertise);
    }

    @Override
    public void approveSample(Viewer viewer, long id) {
        access.coordinated(rows.lock(id), viewer);
        samples.requireApprovable(id);
        rows.setStatus(id, Status.ASSIGNING);
        record("expertise.sampleApproved", id, Map.of("schools", samples.of(id).size()), null);
    }

    @Override
    public void approveAssignments(Viewer viewer, long id) {
        access.coordinated(rows.lock(id), viewer);
        assignments.requireApprovable(id);
        rows.setStatus(id, Status.CHECKING);
        record("expertise.assignmentsApproved", id, Map.of("schools", samples.of(id).size()), null);
    }

    @Override
    @Transactional(readOnly = true)
    public Expertise get(long id) {
        return rows.get(id);
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<Expertise> of(long regionId, int year, int stage) {
        return rows.of(regionId, year, stage);
    }

    @Override
    @Transactional(readOnly = true)
    public List<Expertise> touching(Place place) {
        return rows.touching(place);
    }

    @Override
    public void reached(long id, Status status) {
        if (rows.lock(id).status() != status) {
            rows.setStatus(id, status);
            record("expertise.reached", id, Map.of("expertiseStatus", status), null);
        }
    }

    private void record(String type, long id, Map<String, ?> parameters, String reason) {
        audit.record(type, Subject.of(SUBJECT, id), parameters, reason);
    }
}
