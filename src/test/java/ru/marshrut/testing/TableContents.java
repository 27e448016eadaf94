package ru.marshrut.testing;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What tables hold, in a form that tells whether anything was changed. */
public final class TableContents {

    /** What is to be sent; how far it is sent, changes beside a test. */
    private static final Map<String, String> LASTING = Map.of("letter", "select id, recipient_id, template, occasion, subject, text from letter");

    private TableContents() {}

    /** A digest of each table's rows. */
    public static Map<String, String> of(JdbcClient jdbc, List<String> tables) {
        return tables.stream().collect(Collectors.toMap(Function.identity(), table ->
            jdbc.sql("select coalesce(md5(string_agg(t::text, '|' order by t::text)), '') from ("
                + LASTING.getOrDefault(table, "select * from " + table) + ") t").query(String.class).single()));
    }
}
