package ru.marshrut.roadmap.persistence;

import static ru.marshrut.roadmap.persistence.Columns.at;
import static ru.marshrut.roadmap.persistence.Columns.date;
import static ru.marshrut.roadmap.persistence.Columns.instant;
import static ru.marshrut.roadmap.persistence.Columns.list;
import static ru.marshrut.roadmap.persistence.Columns.names;

import com.fasterxml.jackson.core.type.TypeReference;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import ru.marshrut.roadmap.Choices;
import ru.marshrut.roadmap.Draft;
import ru.marshrut.roadmap.Order;
import ru.marshrut.roadmap.reading.Column;
import ru.marshrut.roadmap.reading.Correction;
import ru.marshrut.roadmap.reading.RawTable;
import ru.marshrut.roadmap.reading.ReadRow;
import ru.marshrut.territory.Role;

/** What is being prepared for approval, and what was corrected by hand. */
@Repository
public class DraftRows {

    private static final TypeReference<List<RawTable>> TABLES = new TypeReference<>() {};
    private static final TypeReference<Map<Integer, List<Column>>> COLUMNS = new TypeReference<>() {};
    private static final TypeReference<Map<String, String>> REASONS = new TypeReference<>() {};
    private static final TypeReference<Map<String, Long>> MATCHING = new TypeReference<>() {};
    private static final TypeReference<Correction.Value> VALUE = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final Json json;

    DraftRows(JdbcClient jdbc, Json json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    public Optional<Draft> draft(long roadMapId) {
        return jdbc.sql("select * from road_map_draft where road_map_id = ?").param(roadMapId).query((row, number) -> draft(row)).optional();
    }

    public void add(Draft draft) {
        jdbc.sql("""
                insert into road_map_draft (road_map_id, order_number, order_date, effective_from, controller_id, source_name, source_id, tables,
                    chosen, columns, roles, left_out, matching, control_words, revision, changed_at, changed_by)
                values (?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?, ?::jsonb, ?, ?::jsonb, ?::jsonb, ?, ?, ?, ?)""")
            .params(draft.roadMapId(), draft.order().number(), draft.order().date(), draft.order().effectiveFrom(), draft.controllerId(),
                draft.source().fileName(), draft.source().documentId(), json.write(draft.tables()), chosen(draft), json.write(draft.choices().columns()), names(draft.choices().roles()),
                json.write(draft.choices().leftOut()), json.write(draft.choices().matching()), draft.controlWords(), draft.revision(), at(draft.changedAt()),
                draft.changedBy())
            .update();
    }

    /**
     * Stores what was decided; the tables stay.
     *
     * @return false where somebody else has changed the draft since the revision that it holds
     */
    public boolean change(Draft draft, Instant when, long by) {
        return jdbc.sql("""
                update road_map_draft set order_number = ?, order_date = ?, effective_from = ?, controller_id = ?, chosen = ?, columns = ?::jsonb, roles = ?,
                    left_out = ?::jsonb, matching = ?::jsonb, revision = revision + 1, changed_at = ?, changed_by = ?
                where road_map_id = ? and revision = ?""")
            .params(draft.order().number(), draft.order().date(), draft.order().effectiveFrom(), draft.controllerId(), chosen(draft), json.write(draft.choices().columns()),
                names(draft.choices().roles()), json.write(draft.choices().leftOut()), json.write(draft.choices().matching()), at(when), by, draft.roadMapId(), draft.revision())
            .update() == 1;
    }

    /** Stores another source with its tables; {@code false} as above. What was decided about whole tables begins anew. */
    public boolean replaceSource(Draft draft, Instant when, long by) {
        return jdbc.sql("""
                update road_map_draft set source_name = ?, source_id = ?, tables = ?::jsonb, control_words = ?, chosen = ?, columns = ?::jsonb,
                    revision = revision + 1, changed_at = ?, changed_by = ?
                where road_map_id = ? and revision = ?""")
            .params(draft.source().fileName(), draft.source().documentId(), json.write(draft.tables()), draft.controlWords(), chosen(draft),
                json.write(draft.choices().columns()), at(when), by, draft.roadMapId(), draft.revision())
            .update() == 1;
    }

    /** @return false where somebody else has changed the draft since that revision */
    public boolean delete(long roadMapId, int revision) {
        return jdbc.sql("delete from road_map_draft where road_map_id = ? and revision = ?").params(roadMapId, revision).update() == 1;
    }

    public List<Correction> corrections(long roadMapId) {
        return jdbc.sql("select row_key, field, words, value from road_map_correction where road_map_id = ? order by row_key, field, words")
            .param(roadMapId)
            .query((row, number) -> new Correction(row.getString("row_key"), ReadRow.Field.valueOf(row.getString("field")), row.getString("words"),
                json.read(row.getString("value"), VALUE)))
            .list();
    }

    public void correct(long roadMapId, Correction correction) {
        jdbc.sql("""
                insert into road_map_correction (road_map_id, row_key, field, words, value) values (?, ?, ?, ?, ?::jsonb)
                on conflict (road_map_id, row_key, field, md5(words)) do update set value = excluded.value""")
            .params(roadMapId, correction.rowKey(), correction.field().name(), correction.words(), json.write(correction.value())).update();
    }

    /** @return whether there was one */
    public boolean withdraw(long roadMapId, String rowKey, ReadRow.Field field) {
        return jdbc.sql("delete from road_map_correction where road_map_id = ? and row_key = ? and field = ?")
            .params(roadMapId, rowKey, field.name()).update() > 0;
    }

    /** Begins an amendment with what the approved version was read from. */
    public void addFromVersion(long roadMapId, Instant when, long by) {
        jdbc.sql("""
                insert into road_map_draft (road_map_id, order_number, controller_id, source_name, source_id, tables, chosen, columns, roles,
                    left_out, changed_at, changed_by)
                select m.id, '', m.controller_id, v.source_name, v.source_id, v.tables, v.chosen, v.columns, v.roles, v.left_out, ?, ?
                from road_map m join road_map_version v on v.road_map_id = m.id where m.id = ? order by v.number desc limit 1""")
            .params(at(when), by, roadMapId).update();
    }

    private static Integer[] chosen(Draft draft) {
        return draft.choices().tables() == null ? null : draft.choices().tables().toArray(Integer[]::new);
    }

    private Draft draft(ResultSet row) throws SQLException {
        return new Draft(row.getLong("road_map_id"), new Order(row.getString("order_number"), date(row, "order_date"), date(row, "effective_from")),
            row.getObject("controller_id", Long.class), new Draft.Source(row.getString("source_name"), row.getObject("source_id", Long.class)),
            json.read(row.getString("tables"), TABLES), row.getString("control_words"), choices(row), row.getInt("revision"),
            instant(row, "changed_at"), row.getLong("changed_by"));
    }

    private Choices choices(ResultSet row) throws SQLException {
        Array tables = row.getArray("chosen");
        return new Choices(tables == null ? null : new LinkedHashSet<>(Arrays.asList((Integer[]) tables.getArray())),
            json.read(row.getString("columns"), COLUMNS), row.getArray("roles") == null ? null : Set.copyOf(list(Role.class, row, "roles")),
            json.read(row.getString("left_out"), REASONS), json.read(row.getString("matching"), MATCHING));
    }
}
