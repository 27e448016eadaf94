package ru.marshrut.expertise.persistence;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import ru.marshrut.expertise.TypicalRemarks.TypicalRemark;

/** Rows of the catalogue of typical remarks. */
@Repository
@Transactional
public class RemarkRows {

    private static final String REMARK = "select id, text, source, retired_at from typical_remark ";

    private final JdbcClient jdbc;

    RemarkRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public List<TypicalRemark> offered() {
        return jdbc.sql(REMARK + "where retired_at is null order by id").query(TypicalRemark.class).list();
    }

    public List<TypicalRemark> all() {
        return jdbc.sql(REMARK + "order by id").query(TypicalRemark.class).list();
    }

    public Optional<TypicalRemark> find(long id) {
        return jdbc.sql(REMARK + "where id = ?").param(id).query(TypicalRemark.class).optional();
    }

    /** Whether or not it can be picked. */
    public boolean contains(String text) {
        return jdbc.sql("select exists (select from typical_remark where lower(text) = lower(?))").param(text).query(Boolean.class).single();
    }

    public void add(String text, String source) {
        jdbc.sql("insert into typical_remark (text, source) values (?, ?)").params(text, source).update();
    }

    /** @param at null: it can be picked again */
    public void setRetired(long id, Instant at) {
        jdbc.sql("update typical_remark set retired_at = ? where id = ?").params(at == null ? null : at.atOffset(ZoneOffset.UTC), id).update();
    }
}
