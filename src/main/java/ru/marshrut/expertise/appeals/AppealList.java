package ru.marshrut.expertise.appeals;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import ru.marshrut.expertise.Appeal;
import ru.marshrut.expertise.Checks;
import ru.marshrut.expertise.Expertise;
import ru.marshrut.expertise.Rubric;
import ru.marshrut.expertise.Rubrics;
import ru.marshrut.expertise.SampledSchool;
import ru.marshrut.expertise.SchoolCheck;
import ru.marshrut.expertise.persistence.AppealRows;

/** Appeals of many schools at once, for those who look after the whole expertise. */
@Service
@Transactional(readOnly = true)
public class AppealList {

    private final AppealRows rows;
    private final Checks checks;
    private final Rubrics rubrics;

    AppealList(AppealRows rows, Checks checks, Rubrics rubrics) {
        this.rows = rows;
        this.checks = checks;
        this.rubrics = rubrics;
    }

    /**
     * @param about    title of the criterion, or the remark as it was written
     * @param expertId of the check that it is about, or null where the check has none
     */
    public record Filed(Appeal appeal, long schoolId, String about, Long expertId) {}

    public List<Filed> of(Expertise expertise, Collection<SampledSchool> schools) {
        Map<Long, SampledSchool> sampled = schools.stream().collect(toMap(SampledSchool::id, identity()));
        List<Appeal> appeals = rows.of(sampled.keySet()).values().stream().flatMap(List::stream).toList();
        if (appeals.isEmpty()) {
            return List.of();
        }
        Rubric rubric = rubrics.get(expertise.rubricId());
        Map<Long, String> remarks = rows.remarks(appeals.stream().map(Appeal::remarkId).filter(Objects::nonNull).toList());
        Map<Long, Long> checkOf = rows.checksOf(appeals.stream().map(Appeal::id).toList());
        Map<Long, SchoolCheck> byId = checks.ofAll(sampled.keySet()).values().stream().flatMap(List::stream)
            .collect(toMap(SchoolCheck::id, identity()));
        return appeals.stream().map(appeal -> new Filed(appeal, sampled.get(appeal.sampledSchoolId()).schoolId(),
            appeal.isAboutScore() ? rubric.criterion(appeal.criterionId()).title() : remarks.get(appeal.remarkId()),
            byId.get(checkOf.get(appeal.id())).expertId())).toList();
    }
}
