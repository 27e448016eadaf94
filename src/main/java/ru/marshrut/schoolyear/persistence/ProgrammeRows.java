package ru.marshrut.schoolyear.persistence;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import ru.marshrut.roadmap.reading.RawTable;
import ru.marshrut.schoolyear.programme.ProgrammeColumn;
import ru.marshrut.schoolyear.programme.ProgrammeMeasure;
import ru.marshrut.schoolyear.programme.ProgrammeRow;
import ru.marshrut.schoolyear.programme.ProgrammeSpan;
import ru.marshrut.schoolyear.programme.ProgrammeText;
import ru.marshrut.schoolyear.programme.ProgrammeVersion;
import ru.marshrut.schoolyear.programme.Programmes;

/** Programmes: what is being prepared, what was handed in, and a file that waits to be taken. */
@Repository
@Transactional
public class ProgrammeRows implements Programmes {

    private static final String TEXT = "direction, direction_words, task, measure, indicator, date_words, starts_on, due_on, concrete, responsible, evidence";

    private final JdbcClient jdbc;
    private final ObjectMapper json;

    ProgrammeRows(JdbcClient jdbc, ObjectMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** A file that was read. @param columns by table; only where they were chosen by hand */
    public record Import(String fileName, List<RawTable> tables, Map<Integer, List<ProgrammeColumn>> columns) {}

    public List<ProgrammeRow> rows(long yearId) {
        return jdbc.sql("select id, " + TEXT + " from programme_row where school_year_id = ? order by position, id").param(yearId)
            .query((row, number) -> new ProgrammeRow(row.getLong("id"), text(row), span(row))).list();
    }

    /** Puts a row below all others. @return its id */
    public long add(long yearId, ProgrammeText text, ProgrammeSpan span) {
        return jdbc.sql("insert into programme_row (school_year_id, position, " + TEXT + """
                ) select ?, coalesce(max(position), 0) + 1, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ? from programme_row where school_year_id = ? returning id""")
            .param(yearId).params(values(text, span)).param(yearId).query(Long.class).single();
    }

    /** @return whether the row is still there */
    public boolean change(long yearId, long id, ProgrammeText text, ProgrammeSpan span) {
        return jdbc.sql("update programme_row set (" + TEXT + ") = (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) where id = ? and school_year_id = ?")
            .params(values(text, span)).param(id).param(yearId).update() == 1;
    }

    public void remove(long yearId, Collection<Long> ids) {
        jdbc.sql("delete from programme_row where school_year_id = ? and id = any(?)").params(yearId, ids.toArray(Long[]::new)).update();
    }

    /** Gives the rows of a year this order. */
    public void order(long yearId, List<Long> ids) {
        jdbc.sql("""
                update programme_row set position = ordered.position
                from unnest(?) with ordinality as ordered (id, position) where programme_row.id = ordered.id and school_year_id = ?""")
            .params(ids.toArray(Long[]::new), yearId).update();
    }

    public List<ProgrammeVersion> versions(long yearId) {
        return jdbc.sql("select id, number, sent_at, sent_by, remarks, document_id from programme_version where school_year_id = ? order by number desc")
            .param(yearId)
            .query((row, number) -> new ProgrammeVersion(row.getLong("id"), row.getInt("number"),
                row.getObject("sent_at", OffsetDateTime.class).toInstant(), row.getLong("sent_by"), row.getInt("remarks"), row.getLong("document_id")))
            .list();
    }

    /** Freezes the rows as they are. */
    public void freeze(long yearId, int number, Instant when, long personId, int remarks, long documentId) {
        long version = jdbc.sql("""
                insert into programme_version (school_year_id, number, sent_at, sent_by, remarks, document_id) values (?, ?, ?, ?, ?, ?)
                returning id""")
            .params(yearId, number, when.atOffset(ZoneOffset.UTC), personId, remarks, documentId).query(Long.class).single();
        jdbc.sql("insert into programme_measure (version_id, measure_id, position, " + TEXT + ") select ?, id, position, " + TEXT
                + " from programme_row where school_year_id = ?")
            .params(version, yearId).update();
    }

    @Override
    @Transactional(readOnly = true)
    public List<ProgrammeMeasure> measuresOf(long yearId) {
        return measuresOf(List.of(yearId)).getOrDefault(yearId, List.of());
    }

    @Override
    @Transactional(readOnly = true)
    public Map<Long, List<ProgrammeMeasure>> measuresOf(Collection<Long> yearIds) {
        record Row(long yearId, ProgrammeMeasure measure) {}
        return jdbc.sql("""
                select version.school_year_id, one.* from programme_version version join programme_measure one on one.version_id = version.id
                where version.school_year_id = any(?) and version.number = (
                    select max(number) from programme_version later where later.school_year_id = version.school_year_id)
                order by one.position, one.measure_id""")
            .param(yearIds.toArray(Long[]::new))
            .query((row, number) -> new Row(row.getLong("school_year_id"), measure(row))).list().stream()
            .collect(groupingBy(Row::yearId, LinkedHashMap::new, mapping(Row::measure, toList())));
    }

    public Optional<Import> waiting(long yearId) {
        return jdbc.sql("select file_name, tables, columns from programme_import where school_year_id = ?").param(yearId)
            .query((row, number) -> new Import(row.getString("file_name"), read(row.getString("tables"), new TypeReference<>() {}),
                read(row.getString("columns"), new TypeReference<>() {}))).optional();
    }

    public void wait(long yearId, Import read) {
        jdbc.sql("""
                insert into programme_import (school_year_id, file_name, tables, columns) values (?, ?, ?::jsonb, ?::jsonb)
                on conflict (school_year_id) do update set file_name = excluded.file_name, tables = excluded.tables, columns = excluded.columns""")
            .params(yearId, read.fileName(), write(read.tables()), write(read.columns())).update();
    }

    public void drop(long yearId) {
        jdbc.sql("delete from programme_import where school_year_id = ?").param(yearId).update();
    }

    private static List<Object> values(ProgrammeText text, ProgrammeSpan span) {
        return java.util.Arrays.asList(text.direction(), text.directionWords(), text.task(), text.measure(), text.indicator(), text.dateWords(),
            span.from(), span.due(), span.concrete(), text.responsible(), text.evidence());
    }

    private static ProgrammeText text(ResultSet row) throws SQLException {
        return new ProgrammeText(row.getString("direction"), row.getString("direction_words"), row.getString("task"), row.getString("measure"),
            row.getString("indicator"), row.getString("date_words"), row.getString("responsible"), row.getString("evidence"));
    }

    private static ProgrammeSpan span(ResultSet row) throws SQLException {
        LocalDate from = row.getObject("starts_on", LocalDate.class);
        LocalDate due = row.getObject("due_on", LocalDate.class);
        return new ProgrammeSpan(from, due, row.getBoolean("concrete"), from != null || due != null);
    }

    private static ProgrammeMeasure measure(ResultSet row) throws SQLException {
        ProgrammeText text = text(row);
        ProgrammeSpan span = span(row);
        return new ProgrammeMeasure(row.getLong("measure_id"), text.direction(), text.task(), text.measure(), text.indicator(), text.dateWords(),
            span.from(), span.due(), span.concrete(), text.responsible(), text.evidence());
    }

    private String write(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("cannot be stored: " + value.getClass(), e);
        }
    }

    private <T> T read(String value, TypeReference<T> type) {
        try {
            return json.readValue(value, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("not what was stored: " + type.getType(), e);
        }
    }
}
