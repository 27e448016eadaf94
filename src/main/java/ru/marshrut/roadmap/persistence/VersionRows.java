package ru.marshrut.roadmap.persistence;

import static ru.marshrut.roadmap.persistence.Columns.at;
import static ru.marshrut.roadmap.persistence.Columns.date;
import static ru.marshrut.roadmap.persistence.Columns.instant;
import static ru.marshrut.roadmap.persistence.Columns.name;
import static ru.marshrut.roadmap.persistence.Columns.names;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import ru.marshrut.calendar.Window;
import ru.marshrut.roadmap.Draft;
import ru.marshrut.roadmap.Indicator;
import ru.marshrut.roadmap.MeasureContent;
import ru.marshrut.roadmap.Order;
import ru.marshrut.roadmap.Version;

/** Approved versions and what each says of its measures; only added, never changed. */
@Repository
public class VersionRows {

    /** A row of a version; {@code position} from 1. */
    public record Entry(long measureId, int position, String rowKey, MeasureContent content) {}

    private static final int BATCH = 2_000;

    private final JdbcClient jdbc;
    private final JdbcOperations batches;
    private final Json json;

    VersionRows(JdbcClient jdbc, JdbcOperations batches, Json json) {
        this.jdbc = jdbc;
        this.batches = batches;
        this.json = json;
    }

    /** The latest first. */
    public List<Version> versions(long roadMapId) {
        return jdbc.sql("""
                select id, number, order_number, order_date, effective_from, source_id, approved_at, approved_by
                from road_map_version where road_map_id = ? order by number desc""")
            .param(roadMapId)
            .query((row, n) -> new Version(row.getLong("id"), roadMapId, row.getInt("number"),
                new Order(row.getString("order_number"), date(row, "order_date"), date(row, "effective_from")),
                row.getObject("source_id", Long.class), instant(row, "approved_at"), row.getLong("approved_by")))
            .list();
    }

    /** Row keys of the measures in the approved version, by measure. */
    public Map<Long, String> rowKeys(long roadMapId) {
        Map<Long, String> keys = new HashMap<>();
        jdbc.sql("""
                select measure_id, row_key from measure_content where version_id =
                    (select id from road_map_version where road_map_id = ? order by number desc limit 1)""")
            .param(roadMapId).query(row -> {
                keys.put(row.getLong("measure_id"), row.getString("row_key"));
            });
        return keys;
    }

    /** Measures that no process has seen yet. @return their ids */
    public List<Long> addMeasures(long roadMapId, int count) {
        return jdbc.sql("insert into measure (road_map_id, state) select ?, 'WAITING' from generate_series(1, ?) returning id")
            .params(roadMapId, count).query(Long.class).list();
    }

    /**
     * A road map's next version.
     *
     * @param tables that it was read from
     * @return its number
     */
    public int add(Draft draft, Set<Integer> tables, Instant when, long by, List<Entry> entries) {
        Version added = jdbc.sql("""
                insert into road_map_version (road_map_id, number, order_number, order_date, effective_from, source_name, source_id, tables, chosen,
                    columns, roles, left_out, approved_at, approved_by)
                select ?, coalesce(max(number), 0) + 1, ?, ?, ?, ?, ?, ?::jsonb, ?, ?::jsonb, ?, ?::jsonb, ?, ?
                from road_map_version where road_map_id = ? returning id, number""")
            .params(draft.roadMapId(), draft.order().number(), draft.order().date(), draft.order().holdsFrom(), draft.source().fileName(),
                draft.source().documentId(), json.write(draft.tables()), tables.toArray(Integer[]::new), json.write(draft.choices().columns()),
                names(draft.choices().roles()), json.write(draft.choices().leftOut()), at(when), by, draft.roadMapId())
            .query((row, n) -> new Version(row.getLong("id"), draft.roadMapId(), row.getInt("number"), draft.order(), null, when, by)).single();
        addContents(added.id(), entries);
        return added.number();
    }

    /** Removed measures keep the day on which they ended where they had ended before. */
    public void remove(Collection<Long> measures, LocalDate on, String reason) {
        jdbc.sql("update measure set state = 'REMOVED', ended_on = coalesce(ended_on, ?), end_reason = ? where id = any(?)")
            .params(on, reason, measures.toArray(Long[]::new)).update();
    }

    /** Measures that were found not done and that an amendment gave more time. */
    public void reopen(Collection<Long> measures) {
        jdbc.sql("""
                update measure set state = 'WAITING', ended_on = null, end_reason = null, extended_until = null, process_instance_id = null
                where id = any(?)""")
            .param(measures.toArray(Long[]::new)).update();
    }

    private void addContents(long versionId, List<Entry> entries) {
        batches.batchUpdate("""
            insert into measure_content (version_id, measure_id, position, row_key, number, title, date_words, responsible_words, roles,
                expected_result, evidence, outcome, recurrence, recurrence_count, recurrence_by_day)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""", entries, BATCH, (statement, entry) -> {
                MeasureContent content = entry.content();
                Object[] values = {versionId, entry.measureId(), entry.position(), entry.rowKey(), content.number(), content.title(),
                    content.dateWords(), content.responsibleWords(), names(content.roles()), content.expectedResult(), content.evidence().name(),
                    name(content.outcome()), content.recurrence() == null ? null : content.recurrence().kind().name(),
                    content.recurrence() == null ? null : content.recurrence().count(),
                    content.recurrence() == null ? null : content.recurrence().byDay()};
                set(statement, values);
            });
        Map<Long, Long> contents = new HashMap<>();
        jdbc.sql("select id, measure_id from measure_content where version_id = ?").param(versionId)
            .query(row -> {
                contents.put(row.getLong("measure_id"), row.getLong("id"));
            });
        addWindows(entries, contents);
        addIndicators(entries, contents);
    }

    private void addWindows(List<Entry> entries, Map<Long, Long> contents) {
        List<Object[]> rows = new ArrayList<>();
        for (Entry entry : entries) {
            int position = 0;
            for (Window window : entry.content().windows()) {
                rows.add(new Object[] {contents.get(entry.measureId()), ++position, window.start(), window.due(), window.precision().name()});
            }
        }
        batches.batchUpdate("insert into measure_window (content_id, position, starts_on, due_on, precision) values (?, ?, ?, ?, ?)",
            rows, BATCH, VersionRows::set);
    }

    private void addIndicators(List<Entry> entries, Map<Long, Long> contents) {
        List<Object[]> rows = new ArrayList<>();
        for (Entry entry : entries) {
            int position = 0;
            for (Indicator indicator : entry.content().indicators()) {
                rows.add(new Object[] {contents.get(entry.measureId()), ++position, indicator.kind().name(), names(indicator.populations()),
                    indicator.target(), name(indicator.per()), name(indicator.outcome()), indicator.asOf(), indicator.words()});
            }
        }
        batches.batchUpdate("""
            insert into measure_indicator (content_id, position, kind, populations, target, per, outcome, as_of, words)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?)""", rows, BATCH, VersionRows::set);
    }

    private static void set(PreparedStatement statement, Object[] values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            if (values[i] instanceof String[] names) {
                statement.setArray(i + 1, statement.getConnection().createArrayOf("text", names));
            } else {
                statement.setObject(i + 1, values[i]);
            }
        }
    }
}
