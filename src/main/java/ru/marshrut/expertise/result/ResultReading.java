package ru.marshrut.expertise.result;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import ru.marshrut.expertise.Appeal;
import ru.marshrut.expertise.Bands;
import ru.marshrut.expertise.Checks;
import ru.marshrut.expertise.Checks.CheckRemark;
import ru.marshrut.expertise.Criterion;
import ru.marshrut.expertise.Criterion.Level;
import ru.marshrut.expertise.Expertise;
import ru.marshrut.expertise.Part;
import ru.marshrut.expertise.Rubric;
import ru.marshrut.expertise.Rubrics;
import ru.marshrut.expertise.SchoolCheck;
import ru.marshrut.expertise.SchoolResults;
import ru.marshrut.expertise.SchoolScore;
import ru.marshrut.expertise.Score;
import ru.marshrut.expertise.persistence.AppealRows;
import ru.marshrut.expertise.persistence.ExpertiseRows;
import ru.marshrut.expertise.persistence.ResultRows;
import ru.marshrut.expertise.persistence.ResultRows.SchoolRow;
import ru.marshrut.expertise.result.SchoolResult.Line;

/** Reads results, of the region and of its schools, in a fixed number of statements. Access is the caller's business. */
@Service
@Transactional(readOnly = true)
public class ResultReading implements SchoolResults {

    private final ExpertiseRows expertises;
    private final ResultRows rows;
    private final Rubrics rubrics;
    private final Checks checks;
    private final AppealRows appeals;
    private final Bands bands;

    ResultReading(ExpertiseRows expertises, ResultRows rows, Rubrics rubrics, Checks checks, AppealRows appeals, Bands bands) {
        this.expertises = expertises;
        this.rows = rows;
        this.rubrics = rubrics;
        this.checks = checks;
        this.appeals = appeals;
        this.bands = bands;
    }

    /** Both parts as they stand now. */
    public RegionalResult ofRegion(long expertiseId) {
        Expertise expertise = expertises.get(expertiseId);
        List<Score> organisational = rows.organisational(expertiseId);
        return new RegionalResult(expertise, rubrics.get(expertise.rubricId()), points(expertise, rows.schools(expertiseId)), organisational,
            organisational.isEmpty() ? null : bands.total(expertise.decisions(), organisational.stream().map(Score::points).toList()));
    }

    /** Of a school that is or was in the sample. */
    public Optional<SchoolResult> ofSchool(long expertiseId, long schoolId) {
        Expertise expertise = expertises.get(expertiseId);
        return rows.school(expertiseId, schoolId)
            .map(row -> inWords(expertise, rubrics.get(expertise.rubricId()), points(expertise, List.of(row))).get(0));
    }

    /** Of all schools whose score is settled. */
    public List<SchoolResult> ofSchools(RegionalResult result) {
        return inWords(result.expertise(), result.rubric(), result.settled());
    }

    @Override
    public List<Released> of(long schoolId, int year) {
        return rows.released(schoolId, year).stream().map(row -> {
            SchoolResult result = ofSchool(row.expertiseId(), schoolId).orElseThrow();
            Rubric rubric = result.rubric();
            return new Released(row.expertiseId(), result.expertise().stage(), result.school().total(), rubric.itemised(Part.CONTENT),
                rubric.isIncomplete(Part.CONTENT) ? rubric.declared(Part.CONTENT).orElseThrow() : null, path(schoolId, row.expertiseId()));
        }).toList();
    }

    /** Page of a school's result. */
    public static String path(long schoolId, long expertiseId) {
        return "/schools/" + schoolId + "/expertise/" + expertiseId;
    }

    private List<SchoolPoints> points(Expertise expertise, List<SchoolRow> schools) {
        Map<Long, List<SchoolScore>> scores = checks.scoresOf(schools.stream().filter(row -> row.settledAt() != null).map(SchoolRow::id).toList());
        return schools.stream().map(row -> {
            List<SchoolScore> own = scores.getOrDefault(row.id(), List.of());
            return new SchoolPoints(row.id(), row.schoolId(), row.schoolYearId(), row.name(), row.municipalityId(), row.municipality(),
                row.excludedReason(), own.stream().collect(Collectors.toMap(SchoolScore::criterionId, score -> score)),
                own.isEmpty() ? null : bands.total(expertise.decisions(), own.stream().map(SchoolScore::points).toList()));
        }).toList();
    }

    /** Of all checks of the schools whose score is settled, in the order of the checks. */
    public List<SchoolRemark> remarks(RegionalResult result) {
        return remarks(checksOf(result.settled()));
    }

    private List<SchoolRemark> remarks(List<SchoolCheck> given) {
        Map<Long, List<CheckRemark>> remarks = checks.remarksOfChecks(given.stream().map(SchoolCheck::id).toList());
        Map<Long, Appeal> changed = appeals.of(given.stream().map(SchoolCheck::sampledSchoolId).distinct().toList()).values().stream()
            .flatMap(List::stream).filter(appeal -> appeal.remarkId() != null && Boolean.TRUE.equals(appeal.changed()))
            .collect(Collectors.toMap(Appeal::remarkId, appeal -> appeal, (first, last) -> last));
        return given.stream().flatMap(check -> remarks.getOrDefault(check.id(), List.of()).stream().flatMap(remark -> {
            Appeal appeal = changed.get(remark.id());
            if (appeal == null) {
                return Stream.of(new SchoolRemark(check.sampledSchoolId(), check.number(), remark.criterionId(), remark.typicalId(), remark.text()));
            }
            return appeal.remarkAfter() == null ? Stream.empty()
                : Stream.of(new SchoolRemark(check.sampledSchoolId(), check.number(), remark.criterionId(), null, appeal.remarkAfter()));
        })).toList();
    }

    private List<SchoolCheck> checksOf(List<SchoolPoints> schools) {
        return checks.ofAll(schools.stream().filter(school -> school.total() != null).map(SchoolPoints::sampledSchoolId).toList()).values().stream()
            .flatMap(List::stream).toList();
    }

    private List<SchoolResult> inWords(Expertise expertise, Rubric rubric, List<SchoolPoints> schools) {
        List<SchoolCheck> given = checksOf(schools);
        Map<Long, List<SchoolCheck>> bySchool = given.stream().collect(Collectors.groupingBy(SchoolCheck::sampledSchoolId));
        Map<Long, List<Score>> scores = checks.scoresOfChecks(given.stream().map(SchoolCheck::id).toList());
        Map<Long, List<SchoolRemark>> remarks = remarks(given).stream().collect(Collectors.groupingBy(SchoolRemark::sampledSchoolId));
        return schools.stream().map(school -> {
            List<SchoolRemark> own = remarks.getOrDefault(school.sampledSchoolId(), List.of());
            return new SchoolResult(expertise, rubric, school, rubric.of(Part.CONTENT).stream()
                .map(criterion -> line(criterion, school, bySchool.getOrDefault(school.sampledSchoolId(), List.of()), scores, own)).toList(),
                texts(own.stream().filter(remark -> remark.criterionId() == null).map(SchoolRemark::text)));
        }).toList();
    }

    /** Where a third expert has settled the criterion, only his words belong to its points. */
    private static Line line(Criterion criterion, SchoolPoints school, List<SchoolCheck> given, Map<Long, List<Score>> scores, List<SchoolRemark> remarks) {
        Set<Integer> counting = given.stream().filter(check -> score(scores, check, criterion).isPresent()).filter(SchoolCheck::settlesDispute)
            .findFirst().map(third -> Set.of(third.number())).orElseGet(() -> given.stream().map(SchoolCheck::number).collect(Collectors.toSet()));
        SchoolScore settled = school.scores().get(criterion.id());
        return new Line(criterion, school.points(criterion), settled == null ? null : words(criterion, settled.points()),
            settled != null && settled.origin() == SchoolScore.Origin.APPEAL,
            texts(given.stream().filter(check -> counting.contains(check.number())).flatMap(check -> score(scores, check, criterion).stream())
                .map(Score::comment)),
            texts(remarks.stream().filter(remark -> remark.isOf(criterion.id()) && counting.contains(remark.check())).map(SchoolRemark::text)));
    }

    private static Optional<Score> score(Map<Long, List<Score>> scores, SchoolCheck check, Criterion criterion) {
        return scores.getOrDefault(check.id(), List.of()).stream().filter(score -> score.criterionId() == criterion.id()).findFirst();
    }

    /** What two experts say in the same words is said once. */
    private static List<String> texts(Stream<String> texts) {
        return texts.map(String::strip).filter(text -> !text.isEmpty()).distinct().toList();
    }

    private static String words(Criterion criterion, int points) {
        return criterion.levels().stream().filter(level -> level.points() == points).findFirst().map(Level::words).orElse(null);
    }
}
