package ru.marshrut.schoolyear.persistence;

import java.time.Instant;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import ru.marshrut.schoolyear.Stage;

/** Decisions of curators. */
@Repository
public class DecisionRows {

    private final JdbcClient jdbc;

    DecisionRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public void add(long yearId, Stage stage, String subject, boolean accepted, String comment, long personId, Instant askedAt, Instant decidedAt) {
        jdbc.sql("""
                insert into year_decision (school_year_id, stage, subject, accepted, comment, person_id, asked_at, decided_at)
                values (?, ?, ?, ?, ?, ?, ?, ?)""")
            .params(yearId, stage.name(), subject, accepted, comment, personId, askedAt.atOffset(ZoneOffset.UTC), decidedAt.atOffset(ZoneOffset.UTC))
            .update();
    }
}
