package ru.marshrut.notification.persistence;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import ru.marshrut.notification.mail.Outbox;
import ru.marshrut.notification.mail.OutboxLetter;
import ru.marshrut.notification.mail.RenderedLetter;

@Repository
@Transactional
class JdbcOutbox implements Outbox {

    /** Only the one who holds the lease of this attempt may say how it went. */
    private static final String HELD = " where id = ? and state = 'SENDING' and attempts = ?";

    private final JdbcClient jdbc;

    JdbcOutbox(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public boolean holds(long recipientId, String template, String occasion) {
        return jdbc.sql("select exists (select from letter where recipient_id = ? and template = ? and occasion = ?)")
            .params(recipientId, template, occasion).query(Boolean.class).single();
    }

    @Override
    public boolean put(long recipientId, String template, String occasion, RenderedLetter letter, String messageId, Instant notBefore) {
        return jdbc.sql("""
                insert into letter (recipient_id, template, occasion, subject, html, text, calendar, calendar_method, unsubscribe_path,
                    message_id, not_before)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict (recipient_id, template, occasion) do nothing""")
            .params(recipientId, template, occasion, letter.subject(), letter.html(), letter.text(), letter.calendar(),
                letter.calendarMethod(), letter.unsubscribePath(), messageId, OffsetDateTime.ofInstant(notBefore, ZoneOffset.UTC))
            .update() == 1;
    }

    @Override
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public List<OutboxLetter> take(int atMost, Duration lease, Instant businessNow) {
        return jdbc.sql("""
                with due as (
                    select id, state from letter
                    where state = 'NEW' and next_attempt_at <= now() and not_before <= :businessNow
                       or state = 'SENDING' and lease_until < now()
                    order by next_attempt_at, id limit :atMost for update skip locked)
                update letter set state = 'SENDING', attempts = attempts + 1, lease_until = now() + make_interval(secs => :lease),
                    in_doubt = in_doubt or due.state = 'SENDING'
                from due where letter.id = due.id
                returning letter.*, extract(epoch from now() - put_at) as age""")
            .param("businessNow", OffsetDateTime.ofInstant(businessNow, ZoneOffset.UTC))
            .param("atMost", atMost).param("lease", lease.toSeconds())
            .query(JdbcOutbox::letter).list();
    }

    @Override
    public Optional<Instant> firstWaitingAfter(Instant businessNow) {
        return jdbc.sql("select min(not_before) as first from letter where state = 'NEW' and not_before > ?")
            .param(OffsetDateTime.ofInstant(businessNow, ZoneOffset.UTC))
            .query((row, number) -> Optional.ofNullable(row.getObject("first", OffsetDateTime.class)).map(OffsetDateTime::toInstant)).single();
    }

    @Override
    public boolean holdsLettersFor(Instant businessNow) {
        return jdbc.sql("""
                select exists (select from letter
                where state = 'NEW' and next_attempt_at <= now() and not_before <= ? or state = 'SENDING' and lease_until > now())""")
            .param(OffsetDateTime.ofInstant(businessNow, ZoneOffset.UTC)).query(Boolean.class).single();
    }

    @Override
    public void sent(OutboxLetter letter, boolean forget) {
        jdbc.sql("update letter set state = 'SENT', sent_at = now(), lease_until = null, last_reply = null" + (forget ? ", html = '', text = ''" : "") + HELD)
            .params(letter.id(), letter.attempts()).update();
    }

    @Override
    public void release(OutboxLetter letter) {
        jdbc.sql("update letter set state = 'NEW', attempts = attempts - 1, lease_until = null" + HELD)
            .params(letter.id(), letter.attempts()).update();
    }

    @Override
    public void postpone(OutboxLetter letter, String reply, boolean inDoubt) {
        jdbc.sql("""
                update letter set state = 'NEW', lease_until = null, last_reply = ?, in_doubt = in_doubt or ?,
                    next_attempt_at = now() + least(interval '1 hour', interval '1 minute' * power(2, least(attempts, 10) - 1))""" + HELD)
            .params(reply, inDoubt, letter.id(), letter.attempts()).update();
    }

    @Override
    public void refused(OutboxLetter letter, String reply) {
        end(letter, "REFUSED", reply);
    }

    @Override
    public void failed(OutboxLetter letter, String reply) {
        end(letter, "FAILED", reply);
    }

    private void end(OutboxLetter letter, String state, String reply) {
        jdbc.sql("update letter set state = ?, lease_until = null, last_reply = ?" + HELD)
            .params(state, reply, letter.id(), letter.attempts()).update();
    }

    @Override
    public void revive(long recipientId) {
        jdbc.sql("""
                update letter set state = 'NEW', attempts = 0, in_doubt = false, next_attempt_at = now(), put_at = now()
                where recipient_id = ? and state in ('FAILED', 'REFUSED')""")
            .param(recipientId).update();
    }

    private static OutboxLetter letter(ResultSet row, int number) throws SQLException {
        return new OutboxLetter(row.getLong("id"), row.getLong("recipient_id"), row.getString("template"), row.getString("message_id"),
            row.getInt("attempts"), row.getBoolean("in_doubt"), Duration.ofSeconds(row.getLong("age")),
            new RenderedLetter(row.getString("subject"), row.getString("html"), row.getString("text"), row.getString("calendar"),
                row.getString("calendar_method"), row.getString("unsubscribe_path")));
    }
}
