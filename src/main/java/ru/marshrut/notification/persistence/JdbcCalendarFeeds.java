package ru.marshrut.notification.persistence;

import java.util.Map;
import java.util.OptionalLong;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import ru.marshrut.audit.AuditTrail;
import ru.marshrut.audit.Subject;
import ru.marshrut.notification.CalendarFeed;
import ru.marshrut.notification.ical.FeedOwners;

@Repository
@Transactional
class JdbcCalendarFeeds implements CalendarFeed, FeedOwners {

    private final JdbcClient jdbc;
    private final AuditTrail audit;

    JdbcCalendarFeeds(JdbcClient jdbc, AuditTrail audit) {
        this.jdbc = jdbc;
        this.audit = audit;
    }

    @Override
    public String pathOf(long personId) {
        jdbc.sql("insert into calendar_feed (person_id, token) values (?, ?) on conflict (person_id) do nothing")
            .params(personId, SecretTokens.next()).update();
        return path(jdbc.sql("select token from calendar_feed where person_id = ?").param(personId).query(String.class).single());
    }

    @Override
    public String renew(long personId) {
        String token = jdbc.sql("""
                insert into calendar_feed (person_id, token) values (?, ?)
                on conflict (person_id) do update set token = excluded.token returning token""")
            .params(personId, SecretTokens.next()).query(String.class).single();
        audit.record("notification.feedRenewed", Subject.of("person", personId), Map.of());
        return path(token);
    }

    @Override
    @Transactional(readOnly = true)
    public OptionalLong ownerOf(String token) {
        return jdbc.sql("select person_id from calendar_feed where token = ?").param(token).query(Long.class).optional()
            .map(OptionalLong::of).orElse(OptionalLong.empty());
    }

    private static String path(String token) {
        return "/ical/" + token + ".ics";
    }
}
