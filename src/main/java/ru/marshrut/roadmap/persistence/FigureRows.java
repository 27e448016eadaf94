package ru.marshrut.roadmap.persistence;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toMap;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import ru.marshrut.roadmap.OutcomeKind;
import ru.marshrut.roadmap.Outcomes.Member;
import ru.marshrut.roadmap.figures.Fact;
import ru.marshrut.roadmap.figures.Registered;

/** What figures are counted from; each question is one statement, however many measures and schools it is asked of. */
@Repository
public class FigureRows {

    private static final String KNOWN = " occurred_on <= :on and recorded_at <= :known ";

    private final JdbcClient jdbc;

    FigureRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Facts of a year about schools, people and municipalities, and those of the measures, in the order of their days.
     *
     * @param kinds of the stages that are counted
     */
    public List<Fact> facts(int year, Collection<OutcomeKind> kinds, Collection<Long> schools, Collection<Long> people,
                            Collection<Long> municipalities, Collection<Long> measures, LocalDate on, Instant knownAt) {
        return jdbc.sql(factsOf())
            .param("year", year).param("kinds", kinds.stream().map(OutcomeKind::name).toArray(String[]::new))
            .param("schools", longs(schools)).param("people", longs(people)).param("municipalities", longs(municipalities))
            .param("measures", longs(measures)).param("on", on).param("known", Columns.at(knownAt))
            .query((row, n) -> fact(row)).list();
    }

    static String factsOf() {
        return """
            select kind, member_type, member_id, school_id, measure_id, occurred_on, counts from (
                select * from outcome where school_id = any(:schools) and year = :year and kind = any(:kinds)
                union
                select * from outcome where member_type = 'PERSON' and member_id = any(:people) and year = :year and kind = any(:kinds)
                union
                select * from outcome where member_type = 'MUNICIPALITY' and member_id = any(:municipalities) and year = :year and kind = any(:kinds)
                union
                select * from outcome where measure_id = any(:measures)) told
            where""" + KNOWN + "order by occurred_on, recorded_at, id";
    }

    /** Who is expected at the measures' events. */
    public List<Registered> registered(Collection<Long> measures, Instant knownAt) {
        return jdbc.sql("""
                select measure_id, person_id, school_id, full_name from measure_participant
                where measure_id = any(:measures) and added_at <= :known and (removed_at is null or removed_at > :known)
                order by full_name, id""")
            .param("measures", longs(measures)).param("known", Columns.at(knownAt)).query(Registered.class).list();
    }

    /** Days of the entries in the measures' logs. */
    public Map<Long, List<LocalDate>> logged(Collection<Long> measures, LocalDate on, Instant knownAt) {
        record Row(long measureId, LocalDate occurredOn) {}
        return jdbc.sql("select measure_id, occurred_on from measure_log_entry where measure_id = any(:measures) and " + KNOWN
                + "and (removed_at is null or removed_at > :known) order by occurred_on")
            .param("measures", longs(measures)).param("on", on).param("known", Columns.at(knownAt))
            .query(Row.class).stream().collect(groupingBy(Row::measureId, mapping(Row::occurredOn, toList())));
    }

    /** Municipalities with a road map of the year whose order is not later than the day, and the day of that order. */
    public Map<Long, LocalDate> approvedMaps(Collection<Long> municipalities, int year, LocalDate on, Instant knownAt) {
        record Row(long placeId, LocalDate since) {}
        return jdbc.sql("""
                select m.place_id, min(v.order_date) as since from road_map m join road_map_version v on v.road_map_id = m.id
                where m.level = 'MUNICIPALITY' and m.place_id = any(:municipalities) and m.year = :year
                    and v.order_date <= :on and v.approved_at <= :known
                group by m.place_id""")
            .param("municipalities", longs(municipalities)).param("year", year).param("on", on).param("known", Columns.at(knownAt))
            .query(Row.class).stream().collect(toMap(Row::placeId, Row::since));
    }

    /** Names of schools with their municipalities. */
    public Map<Long, Named> schools(Collection<Long> ids) {
        return named("select s.id, s.name, m.name as place from school s join municipality m on m.id = s.municipality_id where s.id = any(:ids)", ids);
    }

    public Map<Long, Named> people(Collection<Long> ids) {
        return named("select id, full_name as name, '' as place from person where id = any(:ids)", ids);
    }

    public Map<Long, Named> municipalities(Collection<Long> ids) {
        return named("select m.id, m.name, r.name as place from municipality m join region r on r.id = m.region_id where m.id = any(:ids)", ids);
    }

    /** @param place where it lies, or empty */
    public record Named(long id, String name, String place) {}

    private Map<Long, Named> named(String sql, Collection<Long> ids) {
        return ids.isEmpty() ? Map.of()
            : jdbc.sql(sql).param("ids", longs(ids)).query(Named.class).stream().collect(toMap(Named::id, named -> named));
    }

    private static Fact fact(ResultSet row) throws SQLException {
        return new Fact(OutcomeKind.valueOf(row.getString("kind")), Member.Type.valueOf(row.getString("member_type")), row.getLong("member_id"),
            row.getObject("school_id", Long.class), row.getObject("measure_id", Long.class), row.getObject("occurred_on", LocalDate.class),
            row.getBoolean("counts"));
    }

    private static Long[] longs(Collection<Long> ids) {
        return ids.toArray(Long[]::new);
    }
}
