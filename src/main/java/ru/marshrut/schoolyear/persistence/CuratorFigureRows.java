package ru.marshrut.schoolyear.persistence;

import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import ru.marshrut.territory.Place;

/** What the figures of curators are counted from; each question is one statement, however many schools a place has. */
@Repository
public class CuratorFigureRows {

    /** Days of all facts are local days of the region; a fact belongs to whoever curated the school on its day. */
    private static final String FACTS = """
        with school_of as (
            select y.id as year_id, y.school_id, r.time_zone, coalesce(y.ended_on, 'infinity'::date) as ended_on
            from school_year y join school s on s.id = y.school_id join region r on r.id = y.region_id
            where y.year = :year and %s),
        curated as (
            select o.*, a.person_id, a.starts_on, coalesce(a.ends_on, 'infinity'::date) as ends_on from school_of o
            join appointment a on a.level = 'SCHOOL' and a.place_id = o.school_id and a.role = 'CURATOR'
            where a.starts_on <= make_date(:year, 12, 31) and (a.ends_on is null or a.ends_on >= make_date(:year, 1, 1))),
        decided as (
            select d.id, o.*, d.stage, d.subject, d.accepted, d.comment, (d.asked_at at time zone o.time_zone)::date as asked_on,
                (d.decided_at at time zone o.time_zone)::date as decided_on
            from school_of o join year_decision d on d.school_year_id = o.year_id
            where (d.decided_at at time zone o.time_zone)::date <= :on),
        visited as (
            select v.id, o.*, v.planned_on, v.day, case when v.held_on <= :on then v.held_on end as held_on
            from school_of o join visit v on v.school_year_id = o.year_id
            where v.state in ('PLANNED', 'HELD', 'NOT_HELD') and v.planned_on <= :on and v.planned_on <= o.ended_on),
        asked as (
            select m.id, o.*, m.number, (m.written_at at time zone o.time_zone)::date as asked_on, a.role as answered_by,
                (a.written_at at time zone o.time_zone)::date as answered_on
            from school_of o join conversation_message m on m.school_year_id = o.year_id and m.number is not null and m.needs_answer and m.role <> 'CURATOR'
            left join conversation_message a on a.id = m.answered_by and (a.written_at at time zone o.time_zone)::date <= :on
            where (m.written_at at time zone o.time_zone)::date <= :on and (a.id is null or a.role = 'CURATOR'))
        """;

    static final String COUNTS = """
        , counted as (
            select person_id, count(distinct school_id) as schools, 0 as commented, 0 as decisions, 0 as held, 0 as planned, 0 as unanswered
            from curated where starts_on <= :on group by person_id
            union all
            select c.person_id, 0, count(*) filter (where d.comment <> ''), count(*), 0, 0, 0 from decided d
            left join curated c on c.year_id = d.year_id and d.decided_on between c.starts_on and c.ends_on group by c.person_id
            union all
            select c.person_id, 0, 0, 0, count(v.held_on), count(*), 0 from visited v
            left join curated c on c.year_id = v.year_id and v.planned_on between c.starts_on and c.ends_on group by c.person_id
            union all
            select c.person_id, 0, 0, 0, 0, 0, count(*) from asked q
            left join curated c on c.year_id = q.year_id and :on between c.starts_on and c.ends_on
            where q.answered_on is null group by c.person_id)
        select n.person_id, p.full_name as name, sum(schools) as schools, sum(commented) as commented, sum(decisions) as decisions,
            sum(held) as held, sum(planned) as planned, sum(unanswered) as unanswered
        from counted n left join person p on p.id = n.person_id group by n.person_id, p.full_name order by p.full_name nulls last, n.person_id
        """;

    static final String SPANS = """
        , answered as (
            select year_id, asked_on, decided_on as answered_on from decided
            union all select year_id, asked_on, answered_on from asked where answered_on is not null)
        select c.person_id, n.asked_on, n.answered_on, count(*) as times from answered n
        left join curated c on c.year_id = n.year_id and n.answered_on between c.starts_on and c.ends_on
        group by c.person_id, n.asked_on, n.answered_on
        """;

    private final JdbcClient jdbc;

    CuratorFigureRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param personId null: nobody curated the school on that day */
    public record Counts(Long personId, String name, int schools, int commented, int decisions, int held, int planned, int unanswered) {}

    /** How many decisions and answers took so long. */
    public record Span(Long personId, LocalDate askedOn, LocalDate answeredOn, int times) {}

    public record DecisionRow(long yearId, long schoolId, String stage, String subject, boolean accepted, String comment, LocalDate askedOn,
                              LocalDate decidedOn) {}

    public record VisitRow(long yearId, long schoolId, LocalDate plannedOn, LocalDate day, LocalDate heldOn) {}

    public record AskedRow(long yearId, long schoolId, int number, LocalDate askedOn, LocalDate answeredOn) {}

    /** By name, those of nobody last. */
    public List<Counts> counts(Place place, int year, LocalDate on) {
        return query(COUNTS, place, year, on).query(Counts.class).list();
    }

    public List<Span> spans(Place place, int year, LocalDate on) {
        return query(SPANS, place, year, on).query(Span.class).list();
    }

    public int schools(Place place, int year, LocalDate on) {
        return query("select count(distinct school_id) from curated where starts_on <= :on", place, year, on).query(Integer.class).single();
    }

    public List<DecisionRow> decisions(long curatorId, Place place, int year, LocalDate on) {
        return query("""
            select d.* from decided d join curated c on c.year_id = d.year_id and d.decided_on between c.starts_on and c.ends_on
            where c.person_id = :curator order by d.decided_on, d.id
            """, place, year, on).param("curator", curatorId).query(DecisionRow.class).list();
    }

    public List<VisitRow> visits(long curatorId, Place place, int year, LocalDate on) {
        return query("""
            select v.* from visited v join curated c on c.year_id = v.year_id and v.planned_on between c.starts_on and c.ends_on
            where c.person_id = :curator order by v.planned_on, v.id
            """, place, year, on).param("curator", curatorId).query(VisitRow.class).list();
    }

    public List<AskedRow> asked(long curatorId, Place place, int year, LocalDate on) {
        return query("""
            select q.* from asked q join curated c on c.year_id = q.year_id and coalesce(q.answered_on, :on) between c.starts_on and c.ends_on
            where c.person_id = :curator order by q.asked_on, q.id
            """, place, year, on).param("curator", curatorId).query(AskedRow.class).list();
    }

    private JdbcClient.StatementSpec query(String question, Place place, int year, LocalDate on) {
        return jdbc.sql(sql(question, place)).param("year", year).param("on", on).param("place", place.id());
    }

    static String sql(String question, Place place) {
        return FACTS.formatted(switch (place.level()) {
            case FEDERATION -> "y.id > :place"; // that is 0
            case REGION -> "y.region_id = :place";
            case MUNICIPALITY -> "s.municipality_id = :place";
            case SCHOOL -> "y.school_id = :place";
        }) + question;
    }
}
