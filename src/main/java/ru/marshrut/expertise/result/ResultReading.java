package ru.marshrut.expertise.result;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import ru.marshrut.expertise.Bands;
import ru.marshrut.expertise.Checks;
import ru.marshrut.expertise.Criterion;
import ru.marshrut.expertise.Criterion.Level;
import ru.marshrut.expertise.Expertise;
import ru.marshrut.expertise.Part;
import ru.marshrut.expertise.Rubric;
import ru.marshrut.expertise.Rubrics;
import ru.marshrut.expertise.SchoolResults;
import ru.marshrut.expertise.SchoolScore;
import ru.marshrut.expertise.Score;
import ru.marshrut.expertise.persistence.ExpertiseRows;
import ru.marshrut.expertise.persistence.ResultRows;
import ru.marshrut.expertise.persistence.ResultRows.CommentRow;
import ru.marshrut.expertise.persistence.ResultRows.RemarkRow;
import ru.marshrut.expertise.persistence.ResultRows.SchoolRow;
import ru.marshrut.expertise.result.SchoolResult.Line;

/** Reads results, of the region and of its schools, in a fixed number of statements. Access is the caller's business. */
@Service
@Transactional(readOnly = true)
public class ResultReading implements SchoolResults {

    /** Number of the check that settles a dispute. */
    private static final int THIRD = 3;

    private final ExpertiseRows expertises;
    private final ResultRows rows;
    private final Rubrics rubrics;
    private final Checks checks;
    private final Bands bands;

    ResultReading(ExpertiseRows expertises, ResultRows rows, Rubrics rubrics, Checks checks, Bands bands) {
        this.expertises = expertises;
        this.rows = rows;
        this.rubrics = rubrics;
        this.checks = checks;
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

    private List<SchoolResult> inWords(Expertise expertise, Rubric rubric, List<SchoolPoints> schools) {
        List<Long> settled = schools.stream().filter(school -> school.total() != null).map(SchoolPoints::sampledSchoolId).toList();
        Map<Long, List<CommentRow>> comments = rows.comments(settled).stream().collect(Collectors.groupingBy(CommentRow::sampledSchoolId));
        Map<Long, List<RemarkRow>> remarks = rows.remarks(settled).stream().collect(Collectors.groupingBy(RemarkRow::sampledSchoolId));
        return schools.stream().map(school -> inWords(expertise, rubric, school, comments.getOrDefault(school.sampledSchoolId(), List.of()),
            remarks.getOrDefault(school.sampledSchoolId(), List.of()))).toList();
    }

    /** Where a third expert has settled a criterion, only his words belong to its points. */
    private static SchoolResult inWords(Expertise expertise, Rubric rubric, SchoolPoints school, List<CommentRow> comments, List<RemarkRow> remarks) {
        List<Line> lines = rubric.of(Part.CONTENT).stream().map(criterion -> {
            boolean third = comments.stream().anyMatch(row -> row.number() == THIRD && row.criterionId() == criterion.id());
            SchoolScore score = school.scores().get(criterion.id());
            return new Line(criterion, score == null ? null : score.points(), score == null ? null : words(criterion, score.points()),
                score != null && score.origin() == SchoolScore.Origin.APPEAL,
                texts(comments.stream().filter(row -> row.criterionId() == criterion.id() && counts(row.number(), third)).map(CommentRow::comment).toList()),
                texts(remarks.stream().filter(row -> row.criterionId() != null && row.criterionId() == criterion.id() && counts(row.number(), third))
                    .map(RemarkRow::text).toList()));
        }).toList();
        return new SchoolResult(expertise, rubric, school, lines,
            texts(remarks.stream().filter(row -> row.criterionId() == null).map(RemarkRow::text).toList()));
    }

    private static boolean counts(int number, boolean settledByThird) {
        return !settledByThird || number == THIRD;
    }

    /** What two experts say in the same words is said once. */
    private static List<String> texts(Collection<String> texts) {
        return texts.stream().map(String::strip).filter(text -> !text.isEmpty()).distinct().toList();
    }

    private static String words(Criterion criterion, int points) {
        return criterion.levels().stream().filter(level -> level.points() == points).findFirst().map(Level::words).orElse(null);
    }
}
