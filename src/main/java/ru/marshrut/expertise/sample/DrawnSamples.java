package ru.marshrut.expertise.sample;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import ru.marshrut.audit.AuditTrail;
import ru.marshrut.audit.Subject;
import ru.marshrut.expertise.Expertise;
import ru.marshrut.expertise.Expertises;
import ru.marshrut.expertise.SampledSchool;
import ru.marshrut.expertise.Samples;
import ru.marshrut.expertise.persistence.ExpertiseRows;
import ru.marshrut.expertise.persistence.SampleRows;
import ru.marshrut.shared.Refusal;

@Service
@Transactional
class DrawnSamples implements Samples {

    private final ExpertiseRows expertises;
    private final SampleRows rows;
    private final Population population;
    private final AuditTrail audit;
    private final Clock clock;

    DrawnSamples(ExpertiseRows expertises, SampleRows rows, Population population, AuditTrail audit, Clock clock) {
        this.expertises = expertises;
        this.rows = rows;
        this.population = population;
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    public void draw(long expertiseId) {
        Expertise expertise = expertises.lock(expertiseId);
        if (!rows.drawings(expertiseId).isEmpty()) {
            return;
        }
        List<Candidate> candidates = population.of(expertise);
        Set<Long> drawn = Draw.of(expertise).among(candidates);
        rows.draw(expertiseId, candidates, drawn);
        rows.recordDrawing(expertiseId, expertise.seed(), null, null, clock.instant());
        audit.record("expertise.sampleDrawn", Subject.of(Expertises.SUBJECT, expertiseId),
            Map.of("drawn", drawn.size(), "candidates", candidates.size(), "seed", expertise.seed()));
    }

    @Override
    @Transactional(readOnly = true)
    public SampledSchool get(long sampledSchoolId) {
        return rows.get(sampledSchoolId);
    }

    @Override
    @Transactional(readOnly = true)
    public List<SampledSchool> of(long expertiseId) {
        return rows.all(expertiseId).stream().filter(SampledSchool::isIn).toList();
    }

    @Override
    @Transactional(readOnly = true)
    public List<SampledSchool> all(long expertiseId) {
        return rows.all(expertiseId);
    }

    @Override
    @Transactional(readOnly = true)
    public void requireApprovable(long expertiseId) {
        if (of(expertiseId).isEmpty()) {
            throw Refusal.of("expertise.sample.empty");
        }
    }
}
