package ru.marshrut.dashboard.persistence;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import ru.marshrut.territory.Level;
import ru.marshrut.territory.Place;
import ru.marshrut.territory.Role;
import ru.marshrut.work.Responsible;

/** Overdue tasks of a territory, read from the table of tasks as people see them. */
@Repository
@Transactional(readOnly = true)
public class OverdueWork {

    private static final String OVERDUE = "from task_view t left join school s on s.id = t.school_id where t.closed_at is null and t.due_at < :now and ";

    private final JdbcClient jdbc;

    OverdueWork(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public record Count(Role role, int tasks) {}

    /** By role, the one that owes most first. */
    public List<Count> counts(Place place, Instant now) {
        return jdbc.sql(counts(place)).params(values(place, now)).query(Count.class).list();
    }

    static String counts(Place place) {
        return "select t.role, count(*) as tasks " + OVERDUE + within(place) + " group by t.role order by count(*) desc, t.role";
    }

    /**
     * An overdue task.
     *
     * @param school   name, or null
     * @param total    of all pages
     */
    public record Row(String id, String title, String context, long regionId, Long schoolId, String school, Responsible responsible,
                      Instant dueAt, int total) {}

    /** @param role only what waits for this role, or null for all */
    public List<Row> page(Place place, Role role, Instant now, int offset, int limit) {
        Map<String, Object> values = values(place, now);
        values.put("role", role == null ? null : role.name());
        values.put("offset", offset);
        values.put("limit", limit);
        return jdbc.sql("select t.*, s.name as school, count(*) over () as total " + OVERDUE + within(place)
            + " and (cast(:role as text) is null or t.role = :role) order by t.due_at, t.id offset :offset limit :limit")
            .params(values).query(OverdueWork::row).list();
    }

    /** What is only for one person is listed at its own place and above. */
    private static String within(Place place) {
        return switch (place.level()) {
            case FEDERATION -> ":place = 0";
            case REGION -> "t.region_id = :place and (t.only_for is null or t.level <> 'FEDERATION')";
            case MUNICIPALITY -> "(s.municipality_id = :place and (t.only_for is null or t.level = 'SCHOOL') or t.level = 'MUNICIPALITY' and t.place_id = :place)";
            case SCHOOL -> "t.school_id = :place and (t.only_for is null or t.level = 'SCHOOL')";
        };
    }

    private static Map<String, Object> values(Place place, Instant now) {
        Map<String, Object> values = new HashMap<>();
        values.put("place", place.id());
        values.put("now", now.atOffset(ZoneOffset.UTC));
        return values;
    }

    private static Row row(ResultSet row, int number) throws SQLException {
        return new Row(row.getString("id"), row.getString("title"), row.getString("context"), row.getLong("region_id"),
            row.getObject("school_id", Long.class), row.getString("school"),
            new Responsible(Role.valueOf(row.getString("role")), new Place(Level.valueOf(row.getString("level")), row.getLong("place_id"))),
            row.getObject("due_at", OffsetDateTime.class).toInstant(), row.getInt("total"));
    }
}
