package ru.marshrut.expertise.persistence;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import ru.marshrut.expertise.federal.FederalEntry;
import ru.marshrut.expertise.federal.FederalKey;
import ru.marshrut.expertise.federal.FederalResult;

/** Rows of federal results. */
@Repository
@Transactional
public class FederalRows {

    private static final String OF_KEY = "where region_id = :regionId and year = :year and stage = :stage";

    private final JdbcClient jdbc;

    FederalRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Nobody else enters results of the region until the transaction ends. */
    public void lock(FederalKey key) {
        jdbc.sql("select id from region where id = ? for no key update").param(key.regionId()).query(Long.class).single();
    }

    /** Replaced ones too, the latest first. */
    public List<FederalResult> all(FederalKey key) {
        return jdbc.sql("""
                select id, criterion_id, points, comment, letter, letter_on, entered_by, entered_at, replaced_at, replaced_by from federal_result\s"""
                + OF_KEY + " order by id desc").paramSource(key).query(FederalResult.class).list();
    }

    /** The rubric by whose criteria the valid results were entered. */
    public Optional<Long> rubric(FederalKey key) {
        return jdbc.sql("select c.rubric_id from federal_result f join criterion c on c.id = f.criterion_id " + OF_KEY + " and replaced_at is null limit 1")
            .paramSource(key).query(Long.class).optional();
    }

    public void replace(Collection<Long> ids, long by, Instant at) {
        if (!ids.isEmpty()) {
            jdbc.sql("update federal_result set replaced_at = :at, replaced_by = :by where id in (:ids)")
                .param("at", at.atOffset(ZoneOffset.UTC)).param("by", by).param("ids", ids).update();
        }
    }

    public void add(FederalKey key, FederalEntry entry, String letter, LocalDate letterOn, long by, Instant at) {
        jdbc.sql("""
                insert into federal_result (region_id, year, stage, criterion_id, points, comment, letter, letter_on, entered_by, entered_at)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
            .params(key.regionId(), key.year(), key.stage(), entry.criterionId(), entry.points(), entry.comment(), letter, letterOn, by,
                at.atOffset(ZoneOffset.UTC)).update();
    }
}
