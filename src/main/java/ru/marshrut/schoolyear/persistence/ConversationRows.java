package ru.marshrut.schoolyear.persistence;

import static java.util.stream.Collectors.toMap;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import ru.marshrut.schoolyear.conversation.Message;
import ru.marshrut.territory.Role;

/** Messages, drafts and who has read how far. */
@Repository
public class ConversationRows {

    private static final String MESSAGE = """
        select m.*, c.number as corrects_number, a.number as answered_number from conversation_message m
        left join conversation_message c on c.id = m.corrects left join conversation_message a on a.id = m.answered_by\s""";

    private final JdbcClient jdbc;

    ConversationRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A message as the digest needs it. */
    public record Sent(long schoolYearId, long schoolId, int number, long authorId) {}

    /** How far a person has read. */
    public record Reading(long schoolYearId, long personId, int lastNumber) {}

    public Message message(long id) {
        return jdbc.sql(MESSAGE + "where m.id = ?").param(id).query(ConversationRows::message).optional()
            .orElseThrow(() -> new NoSuchElementException("message " + id));
    }

    public Optional<Message> numbered(long yearId, int number) {
        return jdbc.sql(MESSAGE + "where m.school_year_id = ? and m.number = ?").params(yearId, number).query(ConversationRows::message).optional();
    }

    /** The last {@code limit} messages before a number, in their order. */
    public List<Message> before(long yearId, int number, int limit) {
        return jdbc.sql("select * from (" + MESSAGE + "where m.school_year_id = ? and m.number < ? order by m.number desc limit ?) last order by number")
            .params(yearId, number, limit).query(ConversationRows::message).list();
    }

    public Optional<Message> draft(long yearId, long authorId) {
        return jdbc.sql(MESSAGE + "where m.school_year_id = ? and m.author_id = ? and m.number is null").params(yearId, authorId)
            .query(ConversationRows::message).optional();
    }

    /** Begins a draft where there is none; two windows of one person share it. */
    public void beginDraft(long yearId, long authorId) {
        jdbc.sql("insert into conversation_message (school_year_id, author_id) values (?, ?) on conflict do nothing").params(yearId, authorId).update();
    }

    public void keepDraft(long id, String body, boolean needsAnswer) {
        jdbc.sql("update conversation_message set body = ?, needs_answer = ? where id = ? and number is null").params(body, needsAnswer, id).update();
    }

    /** The caller holds the lock of the year. @return the message's number */
    public int send(long id, long yearId, Role role, Instant at, String body, boolean needsAnswer, Long corrects, int attachments) {
        return jdbc.sql("""
                update conversation_message set role = ?, written_at = ?, body = ?, needs_answer = ?, corrects = ?, attachments = ?,
                    number = (select coalesce(max(number), 0) + 1 from conversation_message where school_year_id = ?)
                where id = ? returning number""")
            .params(role.name(), at.atOffset(ZoneOffset.UTC), body, needsAnswer, corrects, attachments, yearId, id).query(Integer.class).single();
    }

    /** A message answers what other sides have asked before it. */
    public void answer(long yearId, long byId, Collection<Role> ownSide) {
        jdbc.sql("""
                update conversation_message set answered_by = ?
                where school_year_id = ? and needs_answer and answered_by is null and number is not null and id <> ? and role <> all(?)""")
            .params(byId, yearId, byId, ownSide.stream().map(Role::name).toArray(String[]::new)).update();
    }

    public List<Long> authors(long yearId) {
        return jdbc.sql("select distinct author_id from conversation_message where school_year_id = ? and number is not null").param(yearId)
            .query(Long.class).list();
    }

    public void read(long yearId, long personId) {
        jdbc.sql("""
                insert into conversation_reading (school_year_id, person_id, last_number)
                select ?, ?, coalesce(max(number), 0) from conversation_message where school_year_id = ?
                on conflict (school_year_id, person_id) do update set last_number = excluded.last_number""")
            .params(yearId, personId, yearId).update();
    }

    public int lastRead(long yearId, long personId) {
        return jdbc.sql("select last_number from conversation_reading where school_year_id = ? and person_id = ?").params(yearId, personId)
            .query(Integer.class).optional().orElse(0);
    }

    /** By year, of these schools: how many messages of others the person has not read. */
    public Map<Long, Integer> unread(long personId, Collection<Long> schoolIds, boolean runningOnly) {
        return jdbc.sql("""
                select y.id, count(*) as messages from school_year y
                left join conversation_reading r on r.school_year_id = y.id and r.person_id = ?
                join conversation_message m on m.school_year_id = y.id and m.number > coalesce(r.last_number, 0) and m.author_id <> ?
                where y.school_id = any(?) and (y.status = 'RUNNING' or not ?) group by y.id""")
            .params(personId, personId, schoolIds.toArray(Long[]::new), runningOnly)
            .query((row, number) -> Map.entry(row.getLong("id"), row.getInt("messages"))).list().stream()
            .collect(toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** Sent in a region in the span {@code (from, until]}. */
    public List<Sent> sent(long regionId, Instant from, Instant until) {
        return jdbc.sql("""
                select m.school_year_id, y.school_id, m.number, m.author_id from conversation_message m join school_year y on y.id = m.school_year_id
                where y.region_id = ? and m.written_at > ? and m.written_at <= ? order by m.written_at, m.id""")
            .params(regionId, from.atOffset(ZoneOffset.UTC), until.atOffset(ZoneOffset.UTC)).query(Sent.class).list();
    }

    public List<Reading> readings(Collection<Long> yearIds) {
        return jdbc.sql("select * from conversation_reading where school_year_id = any(?)").param(yearIds.toArray(Long[]::new))
            .query(Reading.class).list();
    }

    private static Message message(ResultSet row, int number) throws SQLException {
        OffsetDateTime at = row.getObject("written_at", OffsetDateTime.class);
        String role = row.getString("role");
        return new Message(row.getLong("id"), row.getLong("school_year_id"), row.getObject("number", Integer.class), row.getLong("author_id"),
            role == null ? null : Role.valueOf(role), at == null ? null : at.toInstant(), row.getString("body"), row.getBoolean("needs_answer"),
            row.getObject("corrects_number", Integer.class), row.getObject("answered_number", Integer.class), row.getInt("attachments"));
    }
}
