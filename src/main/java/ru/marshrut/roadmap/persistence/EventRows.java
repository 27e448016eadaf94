package ru.marshrut.roadmap.persistence;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.NoSuchElementException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import ru.marshrut.roadmap.OutcomeKind;
import ru.marshrut.roadmap.Outcomes.Member;

/** Who is expected at a measure's event and who took part; the entries of its log. */
@Repository
public class EventRows {

    private final JdbcClient jdbc;

    EventRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public List<Participant> participants(long measureId) {
        return jdbc.sql("""
                select id, person_id, school_id, full_name from measure_participant where measure_id = ? and removed_at is null
                order by full_name, id""")
            .param(measureId).query(Participant.class).list();
    }

    /** @param personId or null; {@code schoolId} or null */
    public long addParticipant(long measureId, Long personId, Long schoolId, String fullName, Instant when) {
        return jdbc.sql("""
                insert into measure_participant (measure_id, person_id, school_id, full_name, added_at) values (?, ?, ?, ?, ?)
                returning id""")
            .params(measureId, personId, schoolId, fullName, Columns.at(when)).query(Long.class).single();
    }

    /** Members whose latest fact of this kind at the measure counts. */
    public List<Told> counting(long measureId, OutcomeKind kind) {
        return jdbc.sql("""
                select member_type, member_id from (
                    select distinct on (member_type, member_id) member_type, member_id, counts from outcome
                    where measure_id = ? and kind = ? order by member_type, member_id, id desc) latest
                where counts""")
            .params(measureId, kind.name()).query(Told.class).list();
    }

    public long addEntry(long measureId, LocalDate on, String link, String words, long by, Instant when) {
        return jdbc.sql("""
                insert into measure_log_entry (measure_id, occurred_on, link, words, added_by, recorded_at)
                values (?, ?, ?, ?, ?, ?) returning id""")
            .params(measureId, on, link, words, by, Columns.at(when)).query(Long.class).single();
    }

    /** Entries that were not taken out, the latest first. */
    public List<Entry> entries(long measureId) {
        return jdbc.sql("""
                select id, measure_id, occurred_on, link, words from measure_log_entry where measure_id = ? and removed_at is null
                order by occurred_on desc, id desc""")
            .param(measureId).query(Entry.class).list();
    }

    public Entry entry(long id) {
        return jdbc.sql("select id, measure_id, occurred_on, link, words from measure_log_entry where id = ? and removed_at is null").param(id)
            .query(Entry.class).optional().orElseThrow(() -> new NoSuchElementException("log entry " + id));
    }

    public void removeEntry(long id, Instant when) {
        jdbc.sql("update measure_log_entry set removed_at = ? where id = ?").params(Columns.at(when), id).update();
    }

    /** @param personId or null where he has no account; {@code schoolId} or null */
    public record Participant(long id, Long personId, Long schoolId, String fullName) {}

    public record Told(Member.Type memberType, long memberId) {}

    public record Entry(long id, long measureId, LocalDate occurredOn, String link, String words) {}
}
