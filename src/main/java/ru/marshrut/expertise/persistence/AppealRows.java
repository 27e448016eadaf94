package ru.marshrut.expertise.persistence;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toMap;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import ru.marshrut.expertise.Appeal;

/** Rows of appeals. */
@Repository
@Transactional
public class AppealRows {

    private static final String APPEAL = """
        select id, expertise_school_id as sampled_school_id, remark_id, criterion_id, words, filed_by, filed_at, points_before, changed,
            points_after, remark_after, answer, decided_by, decided_at from appeal\s""";

    private final JdbcClient jdbc;

    AppealRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @return the new appeal's id */
    public long add(long sampledSchoolId, Long remarkId, Long criterionId, String words, Integer pointsBefore, long by, Instant at) {
        return jdbc.sql("""
                insert into appeal (expertise_school_id, remark_id, criterion_id, words, points_before, filed_by, filed_at)
                values (?, ?, ?, ?, ?, ?, ?) returning id""")
            .params(sampledSchoolId, remarkId, criterionId, words, pointsBefore, by, at.atOffset(ZoneOffset.UTC)).query(Long.class).single();
    }

    public Appeal get(long id) {
        return jdbc.sql(APPEAL + "where id = ?").param(id).query(Appeal.class).optional()
            .orElseThrow(() -> new NoSuchElementException("appeal " + id));
    }

    /** By school of the sample, the oldest first. */
    public Map<Long, List<Appeal>> of(Collection<Long> sampledSchoolIds) {
        return sampledSchoolIds.isEmpty() ? Map.of() : jdbc.sql(APPEAL + "where expertise_school_id in (:schools) order by id")
            .param("schools", sampledSchoolIds).query(Appeal.class).list().stream()
            .collect(groupingBy(Appeal::sampledSchoolId, LinkedHashMap::new, toList()));
    }

    /**
     * The checks that remarks and scores come from, by appeal: the remark's own; the third's where he scored the criterion, else
     * the first.
     */
    public Map<Long, Long> checksOf(Collection<Long> appealIds) {
        return appealIds.isEmpty() ? Map.of() : jdbc.sql("""
                select a.id, coalesce(r.check_id, third.id, first.id) as check_id from appeal a
                left join check_remark r on r.id = a.remark_id
                left join school_check first on first.expertise_school_id = a.expertise_school_id and first.number = 1
                left join school_check third on third.expertise_school_id = a.expertise_school_id and third.number = 3
                    and exists (select from check_score s where s.check_id = third.id and s.criterion_id = a.criterion_id)
                where a.id in (:appeals)""")
            .param("appeals", appealIds).query((row, n) -> Map.entry(row.getLong("id"), row.getLong("check_id"))).list().stream()
            .collect(toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** Remarks as the experts wrote them, by id. */
    public Map<Long, String> remarks(Collection<Long> remarkIds) {
        return remarkIds.isEmpty() ? Map.of() : jdbc.sql("select id, text from check_remark where id in (:remarks)").param("remarks", remarkIds)
            .query((row, n) -> Map.entry(row.getLong("id"), row.getString("text"))).list().stream()
            .collect(toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    public boolean anyOpen(long expertiseId) {
        return jdbc.sql("""
                select exists (select from appeal a join expertise_school s on s.id = a.expertise_school_id
                where s.expertise_id = ? and a.decided_at is null)""").param(expertiseId).query(Boolean.class).single();
    }

    public void decide(long id, boolean changed, Integer pointsAfter, String remarkAfter, String answer, long by, Instant at) {
        jdbc.sql("""
                update appeal set changed = ?, points_after = ?, remark_after = ?, answer = ?, decided_by = ?, decided_at = ? where id = ?""")
            .params(changed, pointsAfter, remarkAfter, answer, by, at.atOffset(ZoneOffset.UTC), id).update();
    }

    /** What the school had before stays in the appeal. */
    public void changeScore(long sampledSchoolId, long criterionId, int points) {
        jdbc.sql("update school_score set points = ?, origin = 'APPEAL' where expertise_school_id = ? and criterion_id = ?")
            .params(points, sampledSchoolId, criterionId).update();
    }
}
