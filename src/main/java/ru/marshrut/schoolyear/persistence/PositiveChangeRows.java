package ru.marshrut.schoolyear.persistence;

import static java.util.stream.Collectors.toUnmodifiableSet;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import ru.marshrut.schoolyear.monitoring.ChangeMark;
import ru.marshrut.schoolyear.monitoring.ChangeSource;
import ru.marshrut.schoolyear.monitoring.PositiveChange;

/** Marks of positive changes; they are added, never altered. */
@Repository
public class PositiveChangeRows {

    private final JdbcClient jdbc;

    PositiveChangeRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The latest first. */
    public List<PositiveChange> of(long yearId) {
        return jdbc.sql("select * from positive_change where school_year_id = ? order by id desc").param(yearId).query(PositiveChangeRows::change).list();
    }

    public void add(long yearId, PositiveChange change, long personId, Instant when) {
        jdbc.sql("""
                insert into positive_change (school_year_id, mark, sources, period, words, reason, person_id, recorded_at)
                values (?, ?, ?, ?, ?, ?, ?, ?)""")
            .params(yearId, change.mark().name(), change.sources().stream().sorted().map(Enum::name).toArray(String[]::new), change.period(),
                change.words(), change.reason(), personId, when.atOffset(ZoneOffset.UTC))
            .update();
    }

    private static PositiveChange change(ResultSet row, int number) throws SQLException {
        return new PositiveChange(ChangeMark.valueOf(row.getString("mark")),
            Arrays.stream((String[]) row.getArray("sources").getArray()).map(ChangeSource::valueOf).collect(toUnmodifiableSet()),
            row.getString("period"), row.getString("words"), row.getString("reason"), row.getLong("person_id"),
            row.getObject("recorded_at", OffsetDateTime.class).toInstant());
    }
}
