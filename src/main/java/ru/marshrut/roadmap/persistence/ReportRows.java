package ru.marshrut.roadmap.persistence;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import ru.marshrut.roadmap.MonitoringReports.Frozen;

/** Frozen reports; their content is added once and never changed. */
@Repository
public class ReportRows {

    private final JdbcClient jdbc;

    ReportRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @return whether it was not frozen before */
    public boolean add(long roadMapId, LocalDate on, String content, Instant now) {
        return jdbc.sql("""
                insert into road_map_report (road_map_id, judged_on, content, frozen_at) values (?, ?, ?::jsonb, ?)
                on conflict (road_map_id, judged_on) do nothing""")
            .params(roadMapId, on, content, Columns.at(now)).update() > 0;
    }

    public Optional<String> content(long roadMapId, LocalDate on) {
        return jdbc.sql("select content from road_map_report where road_map_id = ? and judged_on = ?").params(roadMapId, on)
            .query(String.class).optional();
    }

    /** The latest day first. */
    public List<Frozen> of(long roadMapId) {
        return jdbc.sql("select judged_on, frozen_at, signed_by, signed_at from road_map_report where road_map_id = ? order by judged_on desc")
            .param(roadMapId).query(ReportRows::frozen).list();
    }

    /** @return whether there is such a report that was not signed before */
    public boolean sign(long roadMapId, LocalDate on, long personId, Instant now) {
        return jdbc.sql("update road_map_report set signed_by = ?, signed_at = ? where road_map_id = ? and judged_on = ? and signed_by is null")
            .params(personId, Columns.at(now), roadMapId, on).update() > 0;
    }

    private static Frozen frozen(ResultSet row, int number) throws SQLException {
        return new Frozen(Columns.date(row, "judged_on"), Columns.instant(row, "frozen_at"),
            row.getObject("signed_by", Long.class), Columns.instant(row, "signed_at"));
    }
}
