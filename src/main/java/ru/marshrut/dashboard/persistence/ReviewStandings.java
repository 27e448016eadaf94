package ru.marshrut.dashboard.persistence;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import ru.marshrut.dashboard.ReviewStep;
import ru.marshrut.dashboard.Scope;
import ru.marshrut.peerreview.Milestone;

/** Where the schools of a year stand in their latest round of peer review. */
@Repository
@Transactional(readOnly = true)
public class ReviewStandings {

    /** A school's standing circle goes before one that was dissolved. */
    private static final String STANDING = """
        with taking as (
            select distinct on (s.id) s.id as school_id, s.name as school, s.municipality_id, r.id as round_id, r.title as round
            from review_round r join round_school rs on rs.round_id = r.id join school s on s.id = rs.school_id
            where r.year = :year and <scope>
            order by s.id, r.id desc
        ), standing as (
            select t.*, side.circle_id, case
                    when side.circle_id is null then 'PAIRING' when side.stopped then 'STOPPED'
                    when side.confirmed_at is null then 'CONFIRMATION' when side.delivered_at is null then 'DOCUMENTS'
                    when side.form_done_at is null then 'FORM' when meeting.held_at is null then 'MEETING'
                    when side.uploaded_on is null then 'FINAL_FILE' when side.checked_at is null then 'CHECK' else 'FINISHED' end as step,
                exists (select from task_view o where o.school_id = t.school_id and o.process_key = :process and o.closed_at is null
                    and o.due_at < :now) as late
            from taking t
            left join lateral (
                select c.id as circle_id, cs.confirmed_at, cs.delivered_at, cs.form_done_at, cs.uploaded_on, cs.checked_at,
                    cs.excused or cs.withdrawn or c.status = 'DISSOLVED' as stopped
                from circle_side cs join review_circle c on c.id = cs.circle_id and c.round_id = t.round_id and c.status <> 'PROPOSED'
                where cs.school_id = t.school_id order by c.status = 'DISSOLVED', c.id desc limit 1) side on true
            left join meeting on meeting.circle_id = side.circle_id
        )
        """;

    private static final String COUNTS = STANDING + "select step, count(*) as schools, count(distinct circle_id) as circles, "
        + "count(*) filter (where late) as late from standing group by step";

    private static final String PAGE = STANDING + """
        select standing.*, m.name as municipality, count(*) over () as total,
            (select string_agg(partner.name, ', ' order by other.position) from circle_side other join school partner on partner.id = other.school_id
                where other.circle_id = standing.circle_id and other.school_id <> standing.school_id) as partners
        from standing join municipality m on m.id = standing.municipality_id
        where (cast(:step as text) is null or step = :step) and (late or not :late)
        order by school, school_id offset :offset limit :limit
        """;

    private final JdbcClient jdbc;

    ReviewStandings(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public record Count(ReviewStep step, int schools, int circles, int late) {}

    public List<Count> counts(Scope scope, int year, Instant now) {
        return jdbc.sql(counts(scope)).params(values(scope, year, now)).query(Count.class).list();
    }

    static String counts(Scope scope) {
        return Scopes.within(COUNTS, scope);
    }

    /**
     * A school in its round.
     *
     * @param circleId null until it has a partner
     * @param partners names, or null
     * @param late     whether it owes something that is overdue
     */
    public record Row(long schoolId, String school, String municipality, String round, Long circleId, String partners, ReviewStep step,
                      boolean late, int total) {}

    /** @param step only schools that stand there, or null for all */
    public List<Row> page(Scope scope, int year, ReviewStep step, boolean late, Instant now, int offset, int limit) {
        Map<String, Object> values = values(scope, year, now);
        values.put("step", step == null ? null : step.name());
        values.put("late", late);
        values.put("offset", offset);
        values.put("limit", limit);
        return jdbc.sql(Scopes.within(PAGE, scope)).params(values).query(Row.class).list();
    }

    static Map<String, Object> values(Scope scope, int year, Instant now) {
        Map<String, Object> values = new HashMap<>();
        values.put("year", year);
        values.put("process", Milestone.PROCESS);
        values.put("now", now.atOffset(ZoneOffset.UTC));
        Scopes.addIds(values, scope);
        return values;
    }
}
