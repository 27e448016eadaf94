package ru.marshrut.schoolyear.persistence;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import ru.marshrut.schoolyear.concept.ConceptDocument.State;

/** What regions ask for, and where the documents of schools stand. */
@Repository
public class ConceptRows {

    private final JdbcClient jdbc;

    ConceptRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param name null for a kind that the system knows by name */
    public record Asked(String kind, String name) {}

    public record Standing(String kind, State state, Instant sentAt, Instant decidedAt, Long decidedBy, String comment, List<Long> decidedFiles) {}

    /** A decision of a curator. */
    public record Decided(String subject, boolean accepted, String comment, long personId, Instant decidedAt) {}

    public List<Asked> asked(long regionId, int year) {
        return jdbc.sql("select kind, name from required_document where region_id = ? and year = ? order by position")
            .params(regionId, year).query(Asked.class).list();
    }

    public void ask(long regionId, int year, List<Asked> asked) {
        jdbc.sql("delete from required_document where region_id = ? and year = ?").params(regionId, year).update();
        jdbc.sql("""
                insert into required_document (region_id, year, kind, name, position)
                select ?, ?, kind, name, position from unnest(?, ?) with ordinality as asked (kind, name, position)""")
            .params(regionId, year, asked.stream().map(Asked::kind).toArray(String[]::new), asked.stream().map(Asked::name).toArray(String[]::new))
            .update();
    }

    /** The highest number that a kind of the region's own has had, files of kinds that are no longer asked for included. */
    public int lastOwnNumber(long regionId, int year, String prefix) {
        return jdbc.sql("""
                select coalesce(max(substring(kind from '[0-9]+$')::int), 0) from (
                    select kind from required_document where region_id = ? and year = ?
                    union select document.kind from document join school_year year on document.subject_id = year.school_id || '-' || year.year
                        where document.subject_type = 'school-documents' and year.region_id = ? and year.year = ?
                ) kinds where kind ~ ('^' || ? || '[0-9]{1,4}$')""")
            .params(regionId, year, regionId, year, prefix).query(Integer.class).single();
    }

    public List<Standing> standings(long yearId) {
        return jdbc.sql("select * from concept_document where school_year_id = ? order by sent_at, kind").param(yearId)
            .query(ConceptRows::standing).list();
    }

    /** Empty where the school has no year, or never handed the document in. */
    public Optional<State> state(long schoolId, int year, String kind) {
        return jdbc.sql("""
                select document.state from concept_document document join school_year year on year.id = document.school_year_id
                where year.school_id = ? and year.year = ? and document.kind = ?""")
            .params(schoolId, year, kind).query(String.class).optional().map(State::valueOf);
    }

    public boolean hasYear(long schoolId, int year) {
        return jdbc.sql("select exists (select from school_year where school_id = ? and year = ?)").params(schoolId, year).query(Boolean.class).single();
    }

    public List<String> approvedKinds(long schoolId, int year) {
        return jdbc.sql("""
                select document.kind from concept_document document join school_year year on year.id = document.school_year_id
                where year.school_id = ? and year.year = ? and document.state = 'APPROVED'""")
            .params(schoolId, year).query(String.class).list();
    }

    public void send(long yearId, String kind, long personId, Instant when) {
        jdbc.sql("""
                insert into concept_document (school_year_id, kind, state, sent_at, sent_by) values (?, ?, 'SENT', ?, ?)
                on conflict (school_year_id, kind) do update set state = 'SENT', sent_at = excluded.sent_at, sent_by = excluded.sent_by""")
            .params(yearId, kind, when.atOffset(ZoneOffset.UTC), personId).update();
    }

    public void decide(long yearId, String kind, boolean approved, String comment, long personId, Instant when, List<Long> files) {
        jdbc.sql("""
                update concept_document set state = ?, comment = ?, decided_by = ?, decided_at = ?, decided_files = ?
                where school_year_id = ? and kind = ?""")
            .params(approved ? State.APPROVED.name() : State.RETURNED.name(), comment, personId, when.atOffset(ZoneOffset.UTC),
                files.toArray(Long[]::new), yearId, kind).update();
    }

    public void change(long yearId, String kind) {
        jdbc.sql("update concept_document set state = 'CHANGING' where school_year_id = ? and kind = ?").params(yearId, kind).update();
    }

    /** The decisions of a stage, oldest first. */
    public List<Decided> decided(long yearId, String stage) {
        return jdbc.sql("""
                select subject, accepted, comment, person_id, decided_at from year_decision
                where school_year_id = ? and stage = ? order by id""")
            .params(yearId, stage)
            .query((row, number) -> new Decided(row.getString("subject"), row.getBoolean("accepted"), row.getString("comment"),
                row.getLong("person_id"), row.getObject("decided_at", OffsetDateTime.class).toInstant())).list();
    }

    private static Standing standing(ResultSet row, int number) throws SQLException {
        Array files = row.getArray("decided_files");
        OffsetDateTime decidedAt = row.getObject("decided_at", OffsetDateTime.class);
        return new Standing(row.getString("kind"), State.valueOf(row.getString("state")),
            row.getObject("sent_at", OffsetDateTime.class).toInstant(), decidedAt == null ? null : decidedAt.toInstant(),
            row.getObject("decided_by", Long.class), row.getString("comment"), List.of((Long[]) files.getArray()));
    }
}
