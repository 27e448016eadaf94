package ru.marshrut.expertise.checks;

import static java.util.stream.Collectors.toMap;

import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import ru.marshrut.access.Viewer;
import ru.marshrut.audit.AuditTrail;
import ru.marshrut.audit.Subject;
import ru.marshrut.expertise.CheckSheet;
import ru.marshrut.expertise.Checks;
import ru.marshrut.expertise.Criterion;
import ru.marshrut.expertise.Expertise;
import ru.marshrut.expertise.ExpertiseAccess;
import ru.marshrut.expertise.Expertises;
import ru.marshrut.expertise.Part;
import ru.marshrut.expertise.Rubrics;
import ru.marshrut.expertise.SampledSchool;
import ru.marshrut.expertise.SchoolCheck;
import ru.marshrut.expertise.SchoolScore;
import ru.marshrut.expertise.Score;
import ru.marshrut.expertise.Suggestions;
import ru.marshrut.expertise.TypicalRemarks;
import ru.marshrut.expertise.persistence.CheckRows;
import ru.marshrut.expertise.persistence.ExpertiseRows;
import ru.marshrut.expertise.persistence.SampleRows;
import ru.marshrut.shared.NotYours;
import ru.marshrut.shared.Refusal;

/** Whoever changes a check locks its school first, so that of two experts who hand in at once both see the other's scores compared. */
@Service
@Transactional
class ExpertChecks implements Checks {

    /** Letters. */
    private static final int LONGEST_COMMENT = 2000;

    private final CheckRows rows;
    private final SampleRows schools;
    private final ExpertiseRows expertises;
    private final ExpertiseAccess access;
    private final Rubrics rubrics;
    private final Suggestions suggestions;
    private final TypicalRemarks catalogue;
    private final AuditTrail audit;
    private final Clock clock;

    ExpertChecks(CheckRows rows, SampleRows schools, ExpertiseRows expertises, ExpertiseAccess access, Rubrics rubrics, Suggestions suggestions,
                 TypicalRemarks catalogue, AuditTrail audit, Clock clock) {
        this.rows = rows;
        this.schools = schools;
        this.expertises = expertises;
        this.access = access;
        this.rubrics = rubrics;
        this.suggestions = suggestions;
        this.catalogue = catalogue;
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    @Transactional(readOnly = true)
    public SchoolCheck get(long checkId) {
        return rows.get(checkId);
    }

    @Override
    @Transactional(readOnly = true)
    public List<SchoolCheck> of(long sampledSchoolId) {
        return rows.of(List.of(sampledSchoolId)).getOrDefault(sampledSchoolId, List.of());
    }

    @Override
    @Transactional(readOnly = true)
    public Map<Long, List<SchoolCheck>> ofAll(Collection<Long> sampledSchoolIds) {
        return rows.of(sampledSchoolIds);
    }

    @Override
    @Transactional(readOnly = true)
    public List<Criterion> criteriaOf(long checkId) {
        SchoolCheck check = rows.get(checkId);
        return criteria(check, expertiseOf(check.sampledSchoolId()));
    }

    @Override
    @Transactional(readOnly = true)
    public List<Score> scores(long checkId) {
        return rows.scores(List.of(checkId)).getOrDefault(checkId, List.of());
    }

    @Override
    @Transactional(readOnly = true)
    public Map<Long, List<Score>> scoresOfChecks(Collection<Long> checkIds) {
        return rows.scores(checkIds);
    }

    @Override
    @Transactional(readOnly = true)
    public List<CheckRemark> remarks(long checkId) {
        return rows.remarks(List.of(checkId)).getOrDefault(checkId, List.of());
    }

    @Override
    @Transactional(readOnly = true)
    public Map<Long, List<CheckRemark>> remarksOfChecks(Collection<Long> checkIds) {
        return rows.remarks(checkIds);
    }

    @Override
    public void submit(long checkId, Viewer viewer, CheckSheet sheet) {
        SampledSchool school = schools.lock(rows.get(checkId).sampledSchoolId());
        SchoolCheck check = rows.get(checkId);
        if (!access.checks(check, viewer)) {
            throw new NotYours("school-check", checkId);
        }
        Expertise expertise = expertises.get(school.expertiseId());
        requireChecking(expertise, school);
        if (check.isDone()) {
            throw Refusal.of("expertise.checks.alreadyDone");
        }
        List<Criterion> criteria = criteria(check, expertise);
        List<Score> scores = SheetRules.scores(criteria, sheet, suggestions.ofSchool(expertise, school));
        List<CheckRemark> remarks = SheetRules.remarks(checkId, criteria, sheet, pickable(checkId));
        Map<Long, Integer> before = points(check);
        rows.handIn(check, scores, remarks, clock.instant());
        criteria.forEach(criterion -> record(check, criterion,
            scores.stream().filter(score -> score.criterionId() == criterion.id()).findFirst().orElseThrow(), before.get(criterion.id())));
        remarks.forEach(remark -> audit.record("expertise.remarkMade", subject(school.id()), Map.of("number", check.number(), "words", remark.text())));
        audit.record("expertise.checkHandedIn", subject(school.id()), Map.of("check", checkId, "number", check.number(), "again", !before.isEmpty()));
        askTheThirdAgain(school.id());
    }

    private void record(SchoolCheck check, Criterion criterion, Score score, Integer before) {
        Map<String, Object> parameters = new HashMap<>(Map.of("check", check.id(), "number", check.number(), "criterion", criterion.title(),
            "points", score.points(), "maximum", criterion.maximum()));
        if (before != null) {
            parameters.put("before", before);
        }
        audit.record(before == null ? "expertise.criterionScored" : "expertise.criterionScoredAgain", subject(check.sampledSchoolId()), parameters, score.comment());
        if (score.againstReason() != null) {
            audit.record("expertise.decidedAgainstSuggestion", subject(check.sampledSchoolId()), Map.of("number", check.number(), "criterion", criterion.title(),
                "suggested", score.suggestion().points(), "points", score.points()), score.againstReason());
        }
    }

    /** A check that is done again can bring a dispute that the third has not seen. */
    private void askTheThirdAgain(long sampledSchoolId) {
        of(sampledSchoolId).stream().filter(check -> check.settlesDispute() && check.isDone()).findFirst()
            .filter(third -> isDisputed(sampledSchoolId)).ifPresent(third -> {
                rows.reopen(third.id());
                audit.record("expertise.thirdAskedAgain", subject(sampledSchoolId), Map.of("check", third.id()));
            });
    }

    @Override
    public void sendBack(long checkId, Viewer viewer, String comment) {
        SampledSchool school = schools.lock(rows.get(checkId).sampledSchoolId());
        requireComparing(school, viewer);
        SchoolCheck check = rows.get(checkId);
        if (!check.isDone() || school.settledAt() != null) {
            throw Refusal.of("expertise.checks.notToReturn");
        }
        if (comment.isBlank()) {
            throw Refusal.ofField("comment", "expertise.checks.noReturnComment");
        }
        if (comment.length() > LONGEST_COMMENT) {
            throw Refusal.ofField("comment", "expertise.checks.longComment", LONGEST_COMMENT);
        }
        rows.sendBack(checkId, comment.strip(), clock.instant());
        audit.record("expertise.checkSentBack", subject(school.id()), Map.of("check", checkId, "number", check.number()), comment.strip());
    }

    @Override
    public void accept(long sampledSchoolId, Viewer viewer, String comment) {
        SampledSchool school = schools.lock(sampledSchoolId);
        requireComparing(school, viewer);
        if (of(sampledSchoolId).stream().anyMatch(check -> !check.isDone()) || isDisputed(sampledSchoolId)) {
            throw Refusal.of("expertise.checks.notToAccept");
        }
        audit.record("expertise.checksAccepted", subject(sampledSchoolId), Map.of(), comment.isBlank() ? null : comment.strip());
    }

    @Override
    @Transactional(readOnly = true)
    public boolean isDisputed(long sampledSchoolId) {
        return comparison(sampledSchoolId, expertiseOf(sampledSchoolId)).isDisputed();
    }

    @Override
    public void settle(long sampledSchoolId) {
        SampledSchool school = schools.lock(sampledSchoolId);
        if (school.settledAt() != null) {
            return;
        }
        Expertise expertise = expertises.get(school.expertiseId());
        List<Long> criteria = rubrics.get(expertise.rubricId()).of(Part.CONTENT).stream().map(Criterion::id).toList();
        List<SchoolScore> scores = comparison(sampledSchoolId, expertise).settled(sampledSchoolId, criteria);
        rows.settle(sampledSchoolId, scores, clock.instant());
        audit.record("expertise.schoolSettled", subject(sampledSchoolId), Map.of("points", scores.stream().mapToInt(SchoolScore::points).sum(),
            "maximum", rubrics.get(expertise.rubricId()).itemised(Part.CONTENT)));
    }

    @Override
    @Transactional(readOnly = true)
    public Map<Long, List<SchoolScore>> scoresOf(Collection<Long> sampledSchoolIds) {
        return rows.settled(sampledSchoolIds);
    }

    private List<Criterion> criteria(SchoolCheck check, Expertise expertise) {
        List<Criterion> all = rubrics.get(expertise.rubricId()).of(Part.CONTENT);
        if (!check.settlesDispute()) {
            return all;
        }
        Comparison comparison = comparison(check.sampledSchoolId(), expertise);
        return all.stream().filter(criterion -> comparison.isInDispute(criterion.id())).toList();
    }

    private Comparison comparison(long sampledSchoolId, Expertise expertise) {
        List<SchoolCheck> checks = of(sampledSchoolId);
        return Comparison.of(checks, rows.scores(checks.stream().map(SchoolCheck::id).toList()), expertise.disputeStep());
    }

    private Map<Long, Integer> points(SchoolCheck check) {
        return scores(check.id()).stream().collect(toMap(Score::criterionId, Score::points));
    }

    /** What is offered, and what the check has had before, although it is offered no more. */
    private Map<Long, String> pickable(long checkId) {
        Map<Long, String> pickable = new LinkedHashMap<>();
        catalogue.offered().forEach(remark -> pickable.put(remark.id(), remark.text()));
        List<Long> had = remarks(checkId).stream().filter(remark -> remark.typicalId() != null).map(CheckRemark::typicalId).toList();
        if (!had.isEmpty()) {
            catalogue.all().stream().filter(remark -> had.contains(remark.id()))
                .forEach(remark -> pickable.putIfAbsent(remark.id(), remark.text()));
        }
        return pickable;
    }

    private Expertise expertiseOf(long sampledSchoolId) {
        return expertises.get(schools.get(sampledSchoolId).expertiseId());
    }

    /** An expert of the school is none who decides on its checks, also where he stands in for the coordinator. */
    private void requireComparing(SampledSchool school, Viewer viewer) {
        Expertise expertise = access.coordinated(expertises.get(school.expertiseId()), viewer);
        if (!access.compares(expertise, of(school.id()), viewer)) {
            throw new NotYours(Expertises.SCHOOL_SUBJECT, school.id());
        }
        requireChecking(expertise, school);
    }

    private static void requireChecking(Expertise expertise, SampledSchool school) {
        if (!school.isIn() || expertise.status() != Expertise.Status.CHECKING) {
            throw Refusal.of("expertise.checks.closed");
        }
    }

    private static Subject subject(long sampledSchoolId) {
        return Subject.of(Expertises.SCHOOL_SUBJECT, sampledSchoolId);
    }
}
