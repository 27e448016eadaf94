package ru.marshrut.expertise.checks;

import static java.util.stream.Collectors.toMap;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import ru.marshrut.expertise.Checks.CheckRemark;
import ru.marshrut.expertise.Criterion;
import ru.marshrut.expertise.Expertise;
import ru.marshrut.expertise.Part;
import ru.marshrut.expertise.Rubric;
import ru.marshrut.expertise.Rubrics;
import ru.marshrut.expertise.SampledSchool;
import ru.marshrut.expertise.SchoolCheck;
import ru.marshrut.expertise.SchoolScore;
import ru.marshrut.expertise.Score;
import ru.marshrut.expertise.persistence.CheckRows;
import ru.marshrut.expertise.persistence.ExpertiseRows;
import ru.marshrut.expertise.persistence.SampleRows;
import ru.marshrut.territory.Person;
import ru.marshrut.territory.Staff;

/** Puts the checks of a school beside each other. Access is the caller's business: no expert of the school may see it. */
@Service
@Transactional(readOnly = true)
public class CheckTables {

    private final CheckRows rows;
    private final SampleRows schools;
    private final ExpertiseRows expertises;
    private final Rubrics rubrics;
    private final Staff staff;

    CheckTables(CheckRows rows, SampleRows schools, ExpertiseRows expertises, Rubrics rubrics, Staff staff) {
        this.rows = rows;
        this.schools = schools;
        this.expertises = expertises;
        this.rubrics = rubrics;
        this.staff = staff;
    }

    public CheckTable of(long sampledSchoolId) {
        SampledSchool school = schools.get(sampledSchoolId);
        Expertise expertise = expertises.get(school.expertiseId());
        Rubric rubric = rubrics.get(expertise.rubricId());
        List<SchoolCheck> checks = rows.of(List.of(sampledSchoolId)).getOrDefault(sampledSchoolId, List.of());
        List<Long> ids = checks.stream().map(SchoolCheck::id).toList();
        Map<Long, List<Score>> scores = rows.scores(ids);
        Comparison comparison = Comparison.of(checks, scores, expertise.disputeStep());
        boolean done = !checks.isEmpty() && checks.stream().allMatch(SchoolCheck::isDone) && !comparison.isDisputed();
        Map<Long, SchoolScore> decided = (school.settledAt() != null ? rows.settled(List.of(sampledSchoolId)).getOrDefault(sampledSchoolId, List.of())
            : done ? comparison.settled(sampledSchoolId, rubric.of(Part.CONTENT).stream().map(Criterion::id).toList()) : List.<SchoolScore>of())
            .stream().collect(toMap(SchoolScore::criterionId, score -> score));
        return new CheckTable(rubric, columns(checks, rows.remarks(ids)),
            rubric.of(Part.CONTENT).stream().map(criterion -> new CheckTable.Row(criterion, scoresOf(criterion.id(), checks, scores),
                comparison.isInDispute(criterion.id()), decided.get(criterion.id()))).toList(), school.settledAt() != null);
    }

    private List<CheckTable.Column> columns(List<SchoolCheck> checks, Map<Long, List<CheckRemark>> remarks) {
        Map<Long, Person> experts = staff.people(checks.stream().map(SchoolCheck::expertId).filter(Objects::nonNull).toList());
        return checks.stream().map(check -> new CheckTable.Column(check, check.expertId() == null ? null : experts.get(check.expertId()).fullName(),
            remarks.getOrDefault(check.id(), List.of()))).toList();
    }

    private static List<Score> scoresOf(long criterionId, List<SchoolCheck> checks, Map<Long, List<Score>> scores) {
        List<Score> cells = new ArrayList<>();
        for (SchoolCheck check : checks) {
            cells.add(scores.getOrDefault(check.id(), List.of()).stream().filter(score -> score.criterionId() == criterionId).findFirst().orElse(null));
        }
        return cells;
    }
}
