package ru.marshrut.peerreview.process;

import static java.util.stream.Collectors.joining;

import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * Fills a database with open tasks: all rows of one real instance with four open tasks are copied with new ids, set by
 * set. In the copies the last six digits of an id differ, which are the same for all ids that one engine gives.
 */
final class ManyOpenTasks {

    private static final int SCHOOLS = 5_400;
    private static final Set<String> IDS = Set.of("id_", "parent_id_", "proc_inst_id_", "process_instance_id_", "root_proc_inst_id_",
        "super_exec_", "execution_id_", "task_id_", "act_inst_id_", "parent_act_inst_id_", "var_scope_", "business_key_");
    private static final Map<String, String> OF_INSTANCE = Map.of(
        "act_ru_job", "process_instance_id_ = ?",
        "act_ru_identitylink", "task_id_ in (select id_ from act_ru_task where proc_inst_id_ = ?)");
    private static final List<String> TABLES = List.of("act_ru_execution", "act_ru_task", "act_ru_variable", "act_ru_identitylink",
        "act_ru_job", "act_ru_event_subscr", "act_hi_procinst", "act_hi_actinst", "act_hi_taskinst");

    private final JdbcClient jdbc;

    private ManyOpenTasks(DataSource database) {
        this.jdbc = JdbcClient.create(database);
    }

    /** @param ours whether the database also holds our table of tasks */
    static void fill(DataSource database, String instance, int tasks, boolean ours) {
        try (var connection = database.getConnection()) {
            ManyOpenTasks many = new ManyOpenTasks(new SingleConnectionDataSource(connection, true));
            many.jdbc.sql("set session_replication_role = replica").update(); // the copies are consistent as the original is
            TABLES.forEach(table -> many.copy(table, instance, tasks / 4));
            if (ours) {
                many.copyTaskViews(instance, tasks / 4);
            }
            many.jdbc.sql("reset session_replication_role").update();
            many.jdbc.sql("analyze").update();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private void copy(String table, String instance, int times) {
        List<String> columns = jdbc.sql("select column_name from information_schema.columns where table_name = ? and table_schema = 'public'")
            .param(table).query(String.class).list();
        String values = columns.stream().map(column -> IDS.contains(column) ? another(column) : column).collect(joining(", "));
        jdbc.sql("insert into " + table + " (" + String.join(", ", columns) + ") select " + values + " from " + table
            + ", generate_series(1, " + times + ") n where " + OF_INSTANCE.getOrDefault(table, "proc_inst_id_ = ?")).param(instance).update();
    }

    /** Spread over as many schools as take part in a year. */
    private void copyTaskViews(String instance, int times) {
        long region = jdbc.sql("insert into region (code, name, time_zone) values ('BN', 'Большой край', 'Europe/Moscow') returning id")
            .query(Long.class).single();
        long municipality = jdbc.sql("insert into municipality (region_id, name) values (?, 'Большой район') returning id").param(region)
            .query(Long.class).single();
        jdbc.sql("""
                insert into school (region_id, municipality_id, code, name, settlement)
                select ?, ?, 'big' || n, 'Школа большого района № ' || n, 'CITY' from generate_series(1, ?) n""")
            .params(region, municipality, SCHOOLS).update();
        long first = jdbc.sql("select min(id) from school where municipality_id = ?").param(municipality).query(Long.class).single();
        String school = first + " + n % " + SCHOOLS;
        jdbc.sql("""
                insert into task_view (id, process_key, step, form, business_key, title, context, region_id, school_id, role, level, place_id,
                    wanted_role, wanted_level, wanted_place, opened_at, due_at, due_source)
                select %s, process_key, step, form, %s, title, context, %d, %s, role, level, %s, wanted_role, wanted_level, %s, opened_at, due_at, due_source
                from task_view v, generate_series(1, %d) n where v.id in (select id_ from act_ru_task where proc_inst_id_ = ?)"""
                .formatted(another("v.id"), another("business_key_"), region, school, school, school, times))
            .param(instance).update();
    }

    private static String another(String column) {
        return column.equals("business_key_") ? "(1000000000 + n)::text"
            : "left(%1$s, length(%1$s) - 6) || 'z' || lpad(to_hex(n), 5, '0')".formatted(column);
    }
}
