package ru.marshrut.roadmap.persistence;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import ru.marshrut.roadmap.OutcomeKind;
import ru.marshrut.roadmap.SchoolOutcomes;

/** The latest fact of each member says whether it counts, as for the indicators. */
@Repository
class SchoolOutcomeRows implements SchoolOutcomes {

    private static final String LEFT = """
        select kind, school_id, min(occurred_on) as since, array_remove(array_agg(distinct measure_id), null) as measures
        from (
            select distinct on (kind, member_type, member_id, measure_id) kind, school_id, measure_id, occurred_on, counts from outcome
            where region_id = :region and year = :year and kind = any(:kinds) and school_id is not null
                and (member_type = 'SCHOOL' or measure_id is not null) and occurred_on <= :on and recorded_at <= :known
            order by kind, member_type, member_id, measure_id, occurred_on desc, recorded_at desc, id desc) told
        where counts group by kind, school_id order by kind, school_id""";

    private final JdbcClient jdbc;

    SchoolOutcomeRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<Left> inRegion(long regionId, int year, Collection<OutcomeKind> kinds, LocalDate on, Instant knownAt) {
        return jdbc.sql(LEFT).param("region", regionId).param("year", year)
            .param("kinds", kinds.stream().map(OutcomeKind::name).toArray(String[]::new))
            .param("on", on).param("known", Columns.at(knownAt)).query(SchoolOutcomeRows::left).list();
    }

    private static Left left(ResultSet row, int number) throws SQLException {
        return new Left(OutcomeKind.valueOf(row.getString("kind")), row.getLong("school_id"), row.getObject("since", LocalDate.class),
            List.of((Long[]) row.getArray("measures").getArray()));
    }
}
