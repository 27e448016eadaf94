package ru.marshrut.notification.persistence;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalLong;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import ru.marshrut.audit.AuditTrail;
import ru.marshrut.audit.Subject;
import ru.marshrut.notification.DigestSubscription;
import ru.marshrut.notification.reminders.DigestReaders;

@Repository
@Transactional
class JdbcDigestSubscriptions implements DigestSubscription, DigestReaders {

    private final JdbcClient jdbc;
    private final AuditTrail audit;

    JdbcDigestSubscriptions(JdbcClient jdbc, AuditTrail audit) {
        this.jdbc = jdbc;
        this.audit = audit;
    }

    @Override
    @Transactional(readOnly = true)
    public boolean wanted(long personId) {
        return jdbc.sql("select wanted from digest_subscription where person_id = ?").param(personId).query(Boolean.class)
            .optional().orElse(true);
    }

    @Override
    public void choose(long personId, boolean wanted) {
        int changed = jdbc.sql("""
                insert into digest_subscription (person_id, wanted, token) values (?, ?, ?)
                on conflict (person_id) do update set wanted = excluded.wanted
                where digest_subscription.wanted <> excluded.wanted""")
            .params(personId, wanted, SecretTokens.next()).update();
        if (changed == 1) {
            audit.record(wanted ? "notification.digestWanted" : "notification.digestLeft", Subject.of("person", personId), Map.of());
        }
    }

    @Override
    public Map<Long, String> tokensOf(Collection<Long> personIds) {
        Map<Long, String> tokens = new HashMap<>();
        Long[] ids = personIds.toArray(Long[]::new);
        Map<Long, Boolean> known = new HashMap<>();
        read(ids, tokens, known);
        Long[] without = personIds.stream().filter(id -> !known.containsKey(id)).toArray(Long[]::new);
        if (without.length > 0) {
            String[] fresh = new String[without.length];
            for (int i = 0; i < fresh.length; i++) {
                fresh[i] = SecretTokens.next();
            }
            jdbc.sql("""
                    insert into digest_subscription (person_id, token) select * from unnest(?::bigint[], ?::text[])
                    on conflict (person_id) do nothing""")
                .params(without, fresh).update();
            read(without, tokens, known);
        }
        return tokens;
    }

    private void read(Long[] ids, Map<Long, String> tokens, Map<Long, Boolean> known) {
        jdbc.sql("select person_id, token, wanted from digest_subscription where person_id = any(?)").param(ids).query(row -> {
            known.put(row.getLong("person_id"), row.getBoolean("wanted"));
            if (row.getBoolean("wanted")) {
                tokens.put(row.getLong("person_id"), row.getString("token"));
            }
        });
    }

    @Override
    @Transactional(readOnly = true)
    public OptionalLong ownerOf(String token) {
        return jdbc.sql("select person_id from digest_subscription where token = ?").param(token).query(Long.class).optional()
            .map(OptionalLong::of).orElse(OptionalLong.empty());
    }
}
