package ru.marshrut.expertise.result;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import ru.marshrut.access.Viewer;
import ru.marshrut.audit.AuditTrail;
import ru.marshrut.audit.Subject;
import ru.marshrut.expertise.CheckSheet;
import ru.marshrut.expertise.Criterion;
import ru.marshrut.expertise.Expertise;
import ru.marshrut.expertise.ExpertiseAccess;
import ru.marshrut.expertise.Expertises;
import ru.marshrut.expertise.Part;
import ru.marshrut.expertise.Results;
import ru.marshrut.expertise.Rubrics;
import ru.marshrut.expertise.Score;
import ru.marshrut.expertise.Suggestions;
import ru.marshrut.expertise.checks.SheetRules;
import ru.marshrut.expertise.persistence.ExpertiseRows;
import ru.marshrut.expertise.persistence.ResultRows;
import ru.marshrut.shared.Refusal;
import ru.marshrut.territory.Territory;

/** Scores the organisational part, releases the result and locks it. */
@Service
@Transactional
class Releases implements Results {

    private final ExpertiseRows expertises;
    private final Expertises course;
    private final ResultRows rows;
    private final ResultReading reading;
    private final ResultLetters letters;
    private final Rubrics rubrics;
    private final Suggestions suggestions;
    private final ExpertiseAccess access;
    private final Territory territory;
    private final AuditTrail audit;
    private final Clock clock;

    Releases(ExpertiseRows expertises, Expertises course, ResultRows rows, ResultReading reading, ResultLetters letters, Rubrics rubrics,
             Suggestions suggestions, ExpertiseAccess access, Territory territory, AuditTrail audit, Clock clock) {
        this.expertises = expertises;
        this.course = course;
        this.rows = rows;
        this.reading = reading;
        this.letters = letters;
        this.rubrics = rubrics;
        this.suggestions = suggestions;
        this.access = access;
        this.territory = territory;
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    @Transactional(readOnly = true)
    public List<Score> organisational(long expertiseId) {
        return rows.organisational(expertiseId);
    }

    @Override
    public void scoreOrganisation(long expertiseId, Viewer viewer, CheckSheet sheet) {
        Expertise expertise = unreleased(expertiseId, viewer);
        List<Criterion> criteria = rubrics.get(expertise.rubricId()).of(Part.ORGANISATIONAL);
        List<Score> scores = SheetRules.scores(criteria, sheet, suggestions.ofRegion(expertise));
        for (int at = 0; at < scores.size(); at++) {
            rows.putOrganisational(expertiseId, scores.get(at), viewer.personId(), clock.instant());
            record(expertiseId, criteria.get(at), scores.get(at));
        }
    }

    @Override
    public void approve(long expertiseId, Viewer viewer, String note) {
        unreleased(expertiseId, viewer);
        RegionalResult result = reading.ofRegion(expertiseId);
        if (result.organisational().size() < result.rubric().of(Part.ORGANISATIONAL).size()) {
            throw Refusal.of("expertise.result.organisationMissing");
        }
        if (result.settled().isEmpty()) {
            throw Refusal.of("expertise.result.nothingSettled");
        }
        audit.record("expertise.resultApproved", subject(expertiseId),
            Map.of("settled", result.settled().size(), "unsettled", result.unsettled().size()), note);
    }

    @Override
    public void release(long expertiseId) {
        Expertise expertise = expertises.lock(expertiseId);
        if (expertise.isReleased()) {
            return;
        }
        LocalDate today = LocalDate.ofInstant(clock.instant(), territory.region(expertise.regionId()).zone());
        LocalDate appealsUntil = today.plusDays(expertise.appealDays());
        rows.release(expertiseId, clock.instant(), appealsUntil);
        course.reached(expertiseId, Expertise.Status.RELEASED);
        RegionalResult result = reading.ofRegion(expertiseId);
        letters.send(result, today);
        audit.record("expertise.resultReleased", subject(expertiseId),
            Map.of("schools", result.settled().size(), "appealsUntil", appealsUntil.toString()));
    }

    @Override
    public void lock(long expertiseId) {
        Expertise expertise = expertises.lock(expertiseId);
        if (expertise.lockedAt() == null) {
            course.reached(expertiseId, Expertise.Status.LOCKED);
            rows.lock(expertiseId, clock.instant());
        }
    }

    private Expertise unreleased(long expertiseId, Viewer viewer) {
        Expertise expertise = access.coordinated(expertises.lock(expertiseId), viewer).changeable();
        if (expertise.isReleased()) {
            throw Refusal.of("expertise.result.released");
        }
        return expertise;
    }

    private void record(long expertiseId, Criterion criterion, Score score) {
        Map<String, Object> parameters = new HashMap<>(Map.of("criterion", criterion.title(), "points", score.points(), "maximum", criterion.maximum()));
        if (score.againstReason() == null) {
            audit.record("expertise.organisationScored", subject(expertiseId), parameters);
        } else {
            parameters.put("suggested", score.suggestion().points());
            audit.record("expertise.organisationScoredAgainst", subject(expertiseId), parameters, score.againstReason());
        }
    }

    private static Subject subject(long expertiseId) {
        return Subject.of(Expertises.SUBJECT, expertiseId);
    }
}
