package ru.marshrut.expertise.persistence;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.NoSuchElementException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Conflicts of experts with schools; one that was taken back stays with its reason. */
@Repository
@Transactional
public class ConflictRows {

    private static final String CONFLICT = "select id, person_id, school_id, reason, declared_by, declared_at from expert_conflict ";

    private final JdbcClient jdbc;

    ConflictRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @return false where there is one already */
    public boolean add(long personId, long schoolId, String reason, long declaredBy, Instant at) {
        return jdbc.sql("""
                insert into expert_conflict (person_id, school_id, reason, declared_by, declared_at) values (?, ?, ?, ?, ?)
                on conflict (person_id, school_id) where withdrawn_at is null do nothing""")
            .params(personId, schoolId, reason, declaredBy, at.atOffset(ZoneOffset.UTC)).update() > 0;
    }

    public void withdraw(long id, String reason, Instant at) {
        jdbc.sql("update expert_conflict set withdrawn_at = ?, withdrawn_reason = ? where id = ?").params(at.atOffset(ZoneOffset.UTC), reason, id).update();
    }

    /** One that stands; nobody else takes it back until the transaction ends. */
    public Conflict lock(long id) {
        return jdbc.sql(CONFLICT + "where id = ? and withdrawn_at is null for no key update").param(id).query(Conflict.class).optional()
            .orElseThrow(() -> new NoSuchElementException("conflict " + id));
    }

    public List<Conflict> ofPerson(long personId) {
        return jdbc.sql(CONFLICT + "where person_id = ? and withdrawn_at is null order by id").param(personId).query(Conflict.class).list();
    }

    public List<Conflict> ofRegion(long regionId) {
        return jdbc.sql(CONFLICT + "where school_id in (select id from school where region_id = ?) and withdrawn_at is null order by id")
            .param(regionId).query(Conflict.class).list();
    }

    /** A conflict that stands. */
    public record Conflict(long id, long personId, long schoolId, String reason, long declaredBy, Instant declaredAt) {

        /** Whether the expert declared it himself; then only he takes it back. */
        public boolean isOwn() {
            return personId == declaredBy;
        }
    }
}
