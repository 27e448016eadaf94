package ru.marshrut.notification.persistence;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import ru.marshrut.notification.reminders.Memory;
import ru.marshrut.notification.reminders.Rung;
import ru.marshrut.notification.reminders.Told;

@Repository
@Transactional
class JdbcMemory implements Memory {

    private final JdbcClient jdbc;

    JdbcMemory(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    @Transactional(readOnly = true)
    public Set<Told> toldAbout(Collection<String> taskIds) {
        return jdbc.sql("select * from reminded where task_id = any(?)").param(taskIds.toArray(String[]::new))
            .query((row, n) -> new Told(row.getString("task_id"), row.getLong("recipient_id"), Rung.valueOf(row.getString("rung")),
                row.getObject("due_on", LocalDate.class)))
            .stream().collect(toSet());
    }

    @Override
    public void keep(Collection<Told> told) {
        jdbc.sql("""
                insert into reminded (task_id, recipient_id, rung, due_on)
                select * from unnest(?::text[], ?::bigint[], ?::text[], ?::date[]) on conflict do nothing""")
            .params(told.stream().map(Told::taskId).toArray(String[]::new),
                told.stream().map(Told::recipientId).toArray(Long[]::new),
                told.stream().map(each -> each.rung().name()).toArray(String[]::new),
                told.stream().map(each -> each.dueOn().toString()).toArray(String[]::new))
            .update();
    }

    @Override
    @Transactional(readOnly = true)
    public Map<Long, Round> lastRounds() {
        record Row(long regionId, Round round) {}
        return jdbc.sql("select distinct on (region_id) * from reminder_run order by region_id, day desc")
            .query((row, n) -> new Row(row.getLong("region_id"),
                new Round(row.getObject("day", LocalDate.class), row.getObject("ran_at", OffsetDateTime.class).toInstant())))
            .stream().collect(toMap(Row::regionId, Row::round));
    }

    @Override
    public boolean begin(long regionId, LocalDate day, Instant now) {
        return jdbc.sql("insert into reminder_run (region_id, day, ran_at) values (?, ?, ?) on conflict do nothing")
            .params(regionId, day, OffsetDateTime.ofInstant(now, ZoneOffset.UTC)).update() == 1;
    }
}
