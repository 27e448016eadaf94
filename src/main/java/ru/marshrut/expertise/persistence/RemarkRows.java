package ru.marshrut.expertise.persistence;

import java.util.List;
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
}
