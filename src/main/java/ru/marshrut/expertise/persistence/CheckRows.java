package ru.marshrut.expertise.persistence;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import ru.marshrut.expertise.Checks.CheckRemark;
import ru.marshrut.expertise.SchoolCheck;
import ru.marshrut.expertise.SchoolScore;
import ru.marshrut.expertise.Score;

/** Rows of checks: whose they are, what was given, what counts in the end. */
@Repository
@Transactional
public class CheckRows {

    private static final String CHECK = """
        select c.id, c.expertise_school_id as sampled_school_id, c.number, c.expert_id, c.until, c.done_at, c.return_comment
        from school_check c\s""";
    /** Of the expert who has the check now; rows that say nothing of whose they are, are his. */
    private static final String STILL_HIS = "coalesce(c.scored_for, c.expert_id) is not distinct from c.expert_id";

    private final JdbcClient jdbc;
    private final FactsColumn facts;

    CheckRows(JdbcClient jdbc, FactsColumn facts) {
        this.jdbc = jdbc;
        this.facts = facts;
    }

    public SchoolCheck get(long id) {
        return jdbc.sql(CHECK + "where c.id = ?").param(id).query(SchoolCheck.class).optional()
            .orElseThrow(() -> new NoSuchElementException("check " + id));
    }

    /** By school of the sample, in the order of their numbers. */
    public Map<Long, List<SchoolCheck>> of(Collection<Long> sampledSchoolIds) {
        return jdbc.sql(CHECK + "where c.expertise_school_id = any(?) order by c.expertise_school_id, c.number").param(ids(sampledSchoolIds))
            .query(SchoolCheck.class).list().stream().collect(groupingBy(SchoolCheck::sampledSchoolId));
    }

    /** A check with what it is about. */
    public record Given(long id, long sampledSchoolId, LocalDate until, Instant doneAt, String returnComment, long schoolId, long expertiseId,
                        long regionId, int year, int stage, long rubricId) {

        public boolean isDone() {
            return doneAt != null;
        }
    }

    /** What experts were given to check, open ones first, then the latest; not before the assignment is approved. */
    public List<Given> given(Collection<Long> personIds) {
        return jdbc.sql("""
                select c.id, s.id as sampled_school_id, c.until, c.done_at, c.return_comment, s.school_id, e.id as expertise_id, e.region_id, e.year,
                    e.stage, e.rubric_id
                from school_check c join expertise_school s on s.id = c.expertise_school_id join expertise e on e.id = s.expertise_id
                where c.expert_id = any(?) and s.excluded_at is null and e.status in ('CHECKING', 'RELEASING', 'RELEASED', 'LOCKED')
                order by c.done_at is not null, e.year desc, e.stage desc, c.until, c.id""")
            .param(ids(personIds)).query(Given.class).list();
    }

    /** Schools of samples for which these experts read the papers of a school's year: while they check, and until nothing can be appealed any more. */
    public List<Long> readFor(Collection<Long> personIds, long schoolId, int year) {
        return jdbc.sql("""
                select distinct s.id
                from school_check c join expertise_school s on s.id = c.expertise_school_id join expertise e on e.id = s.expertise_id
                where c.expert_id = any(?) and s.school_id = ? and e.year = ? and s.excluded_at is null
                    and e.status in ('CHECKING', 'RELEASING', 'RELEASED')""")
            .params(ids(personIds), schoolId, year).query(Long.class).list();
    }

    public Map<Long, List<Score>> scores(Collection<Long> checkIds) {
        return jdbc.sql("""
                select s.check_id, s.criterion_id, s.points, s.comment, s.suggested, s.facts, s.against_reason
                from check_score s join school_check c on c.id = s.check_id join criterion k on k.id = s.criterion_id
                where s.check_id = any(?) and\s""" + STILL_HIS + " order by s.check_id, k.position")
            .param(ids(checkIds)).query((row, number) -> Map.entry(row.getLong("check_id"), facts.score(row, number))).list().stream()
            .collect(groupingBy(Map.Entry::getKey, mapping(Map.Entry::getValue, toList())));
    }

    public Map<Long, List<CheckRemark>> remarks(Collection<Long> checkIds) {
        return jdbc.sql("""
                select r.id, r.check_id, r.criterion_id, r.typical_id, r.text from check_remark r join school_check c on c.id = r.check_id
                where r.check_id = any(?) and\s""" + STILL_HIS + " order by r.id")
            .param(ids(checkIds)).query(CheckRemark.class).list().stream().collect(groupingBy(CheckRemark::checkId));
    }

    /** The check is done; what was given before is replaced. */
    public void handIn(SchoolCheck check, List<Score> scores, List<CheckRemark> remarks, Instant when) {
        jdbc.sql("delete from check_score where check_id = ?").param(check.id()).update();
        jdbc.sql("delete from check_remark where check_id = ?").param(check.id()).update();
        jdbc.sql("""
                insert into check_score (check_id, criterion_id, points, comment, suggested, facts, against_reason)
                select ?, criterion, points, comment, suggested, facts::jsonb, reason
                from unnest(?::bigint[], ?::int[], ?::text[], ?::int[], ?::text[], ?::text[])
                    as given (criterion, points, comment, suggested, facts, reason)""")
            .params(check.id(), column(scores, Score::criterionId, Long[]::new), column(scores, Score::points, Integer[]::new),
                column(scores, Score::comment, String[]::new),
                column(scores, score -> score.suggestion() == null ? null : score.suggestion().points(), Integer[]::new),
                column(scores, score -> facts.write(score.suggestion()), String[]::new),
                column(scores, Score::againstReason, String[]::new)).update();
        jdbc.sql("""
                insert into check_remark (check_id, criterion_id, typical_id, text)
                select ?, criterion, typical, words from unnest(?::bigint[], ?::bigint[], ?::text[]) with ordinality
                    as given (criterion, typical, words, position) order by position""")
            .params(check.id(), column(remarks, CheckRemark::criterionId, Long[]::new), column(remarks, CheckRemark::typicalId, Long[]::new),
                column(remarks, CheckRemark::text, String[]::new)).update();
        jdbc.sql("update school_check set done_at = ?, scored_for = expert_id, returned_at = null, return_comment = null where id = ?")
            .params(when.atOffset(ZoneOffset.UTC), check.id()).update();
    }

    public void sendBack(long id, String comment, Instant when) {
        jdbc.sql("update school_check set done_at = null, returned_at = ?, return_comment = ? where id = ?")
            .params(when.atOffset(ZoneOffset.UTC), comment, id).update();
    }

    /** It is to be done once more, without having been sent back. */
    public void reopen(long id) {
        jdbc.sql("update school_check set done_at = null where id = ?").param(id).update();
    }

    public void settle(long sampledSchoolId, List<SchoolScore> scores, Instant when) {
        jdbc.sql("""
                insert into school_score (expertise_school_id, criterion_id, points, origin)
                select ?, criterion, points, origin from unnest(?::bigint[], ?::int[], ?::text[]) as settled (criterion, points, origin)""")
            .params(sampledSchoolId, column(scores, SchoolScore::criterionId, Long[]::new), column(scores, SchoolScore::points, Integer[]::new),
                column(scores, score -> score.origin().name(), String[]::new)).update();
        jdbc.sql("update expertise_school set settled_at = ? where id = ?").params(when.atOffset(ZoneOffset.UTC), sampledSchoolId).update();
    }

    public Map<Long, List<SchoolScore>> settled(Collection<Long> sampledSchoolIds) {
        Map<Long, List<SchoolScore>> scores = new LinkedHashMap<>();
        jdbc.sql("""
                select s.expertise_school_id as sampled_school_id, s.criterion_id, s.points, s.origin
                from school_score s join criterion k on k.id = s.criterion_id where s.expertise_school_id = any(?)
                order by s.expertise_school_id, k.position""")
            .param(ids(sampledSchoolIds)).query(SchoolScore.class).list()
            .forEach(score -> scores.computeIfAbsent(score.sampledSchoolId(), school -> new ArrayList<>()).add(score));
        return scores;
    }

    private static Long[] ids(Collection<Long> ids) {
        return ids.toArray(Long[]::new);
    }

    private static <T, V> V[] column(List<T> rows, java.util.function.Function<T, V> value, java.util.function.IntFunction<V[]> array) {
        return rows.stream().map(value).toArray(array);
    }
}
