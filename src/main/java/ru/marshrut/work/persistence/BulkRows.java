package ru.marshrut.work.persistence;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import ru.marshrut.work.bulk.BulkOrder;
import ru.marshrut.work.bulk.BulkRun;

/** Orders for many tasks and how far they are. */
@Repository
@Transactional
public class BulkRows {

    private static final int RECENT = 20;

    private final JdbcClient jdbc;
    private final ObjectMapper json;

    BulkRows(JdbcClient jdbc, ObjectMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    public long add(BulkOrder order, long by, Instant when, List<String> taskIds) {
        long id = jdbc.sql("insert into bulk_run (action, parameters, prepared_by, prepared_at) values (?, ?::jsonb, ?, ?) returning id")
            .params(order.action().name(), write(order), by, at(when)).query(Long.class).single();
        jdbc.sql("insert into bulk_item (run_id, place, task_id) select ?, place, task_id from unnest(?::text[]) with ordinality as given (task_id, place)")
            .params(id, taskIds.toArray(String[]::new)).update();
        return id;
    }

    public Optional<BulkRun> run(long id) {
        List<BulkRun.Item> items = jdbc.sql("select place, task_id, done, words from bulk_item where run_id = ? order by place").param(id)
            .query(BulkRun.Item.class).list();
        return jdbc.sql("select * from bulk_run where id = ?").param(id).query((row, n) -> run(row, items)).optional();
    }

    /** Confirmed orders of a person without their tasks, the latest first. */
    public List<BulkRun> recent(long personId) {
        return jdbc.sql("select * from bulk_run where prepared_by = ? and confirmed_at is not null order by id desc limit ?")
            .params(personId, RECENT).query((row, n) -> run(row, List.of())).list();
    }

    /** @return whether it was not confirmed before */
    public boolean confirm(long id, Instant when) {
        return jdbc.sql("update bulk_run set confirmed_at = ? where id = ? and confirmed_at is null").params(at(when), id).update() == 1;
    }

    /** Locks the task's line, so that of two who continue one does it. */
    public boolean isReached(long id, int place) {
        return jdbc.sql("select done is not null from bulk_item where run_id = ? and place = ? for update").params(id, place)
            .query(Boolean.class).single();
    }

    public void reached(long id, int place, boolean done, String words) {
        jdbc.sql("update bulk_item set done = ?, words = ? where run_id = ? and place = ? and done is null").params(done, words, id, place).update();
    }

    /** @return whether all was reached and it was not finished before */
    public boolean finish(long id, Instant when) {
        return jdbc.sql("""
                update bulk_run set finished_at = ? where id = ? and finished_at is null
                and not exists (select from bulk_item where run_id = bulk_run.id and done is null)""").params(at(when), id).update() == 1;
    }

    private BulkRun run(ResultSet row, List<BulkRun.Item> items) throws SQLException {
        return new BulkRun(row.getLong("id"), read(row.getString("parameters")), row.getLong("prepared_by"), instant(row, "prepared_at"),
            instant(row, "confirmed_at"), instant(row, "finished_at"), items);
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    private String write(BulkOrder order) {
        try {
            return json.writeValueAsString(order);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("bulk order " + order, e);
        }
    }

    private BulkOrder read(String order) {
        try {
            return json.readValue(order, BulkOrder.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("bulk order " + order, e);
        }
    }
}
