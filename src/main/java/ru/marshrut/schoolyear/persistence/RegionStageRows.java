package ru.marshrut.schoolyear.persistence;

import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import ru.marshrut.schoolyear.RegionStages;
import ru.marshrut.schoolyear.Stage;

@Repository
class RegionStageRows implements RegionStages {

    /** A year that is completed or closed has ended too, but its school took part to the end. */
    private static final String SCHOOLS = """
        select y.id as year_id, y.school_id, s.name, m.name as municipality, coalesce(t.extended_until, t.due_on) as last_day,
            case when l.has_left then y.ended_on end as left_on, l.has_left and y.status = 'MERGED' as merged
        from school_year y join school s on s.id = y.school_id join municipality m on m.id = s.municipality_id
        join school_stage t on t.school_year_id = y.id and t.stage = :stage
        cross join lateral (select y.status in ('LEFT', 'MERGED') and y.ended_on <= :on as has_left) l
        where y.region_id = :region and y.year = :year and y.started_on <= :on order by m.name, m.id, s.name, s.id""";

    private final JdbcClient jdbc;

    RegionStageRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<SchoolInStage> of(long regionId, int year, Stage stage, LocalDate on) {
        return jdbc.sql(SCHOOLS).param("region", regionId).param("year", year).param("stage", stage.name()).param("on", on)
            .query(SchoolInStage.class).list();
    }
}
