package ru.marshrut.access.persistence;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Collection;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import ru.marshrut.access.Accounts;
import ru.marshrut.access.PasswordLinkRequested;
import ru.marshrut.access.Viewers;
import ru.marshrut.audit.AuditTrail;
import ru.marshrut.audit.Subject;
import ru.marshrut.shared.Refusal;
import ru.marshrut.territory.Person;
import ru.marshrut.territory.Staff;

/** Locks and links live by the database's own time, not by the installation's clock, which may be moved. */
@Repository
@Transactional
class JdbcAccounts implements Accounts, Logins {

    private static final int TOKEN_BYTES = 32;

    private final JdbcClient jdbc;
    private final Staff staff;
    private final Viewers viewers;
    private final PasswordEncoder encoder;
    private final AuditTrail audit;
    private final ApplicationEventPublisher events;
    private final SecureRandom random = new SecureRandom();

    JdbcAccounts(JdbcClient jdbc, Staff staff, Viewers viewers, PasswordEncoder encoder, AuditTrail audit,
            ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.staff = staff;
        this.viewers = viewers;
        this.encoder = encoder;
        this.audit = audit;
        this.events = events;
    }

    @Override
    public void setPassword(long personId, String raw) {
        check(staff.person(personId), raw);
        jdbc.sql("""
                insert into account (person_id, password_hash, version) values (?, ?, 1)
                on conflict (person_id) do update set password_hash = excluded.password_hash, version = account.version + 1,
                    failed_tries = 0, locked_until = null""")
            .params(personId, encoder.encode(raw)).update();
        jdbc.sql("delete from password_link where person_id = ?").param(personId).update();
        audit.record("access.passwordSet", Subject.of("person", personId), Map.of());
    }

    private static void check(Person person, String raw) {
        if (raw == null || raw.codePointCount(0, raw.length()) < SHORTEST_PASSWORD) {
            throw Refusal.ofField("password", "access.password.tooShort", SHORTEST_PASSWORD);
        }
        if (raw.getBytes(StandardCharsets.UTF_8).length > LONGEST_PASSWORD_BYTES) {
            throw Refusal.ofField("password", "access.password.tooLong", LONGEST_PASSWORD_BYTES);
        }
        String lower = raw.toLowerCase(Locale.ROOT);
        String login = person.email().toLowerCase(Locale.ROOT);
        if (lower.contains(login) || lower.strip().equals(login.substring(0, Math.max(login.indexOf('@'), 0)))) {
            throw Refusal.ofField("password", "access.password.isLogin");
        }
        if (raw.codePoints().distinct().count() < 5) {
            throw Refusal.ofField("password", "access.password.tooPlain");
        }
    }

    @Override
    @Transactional(readOnly = true)
    public Set<Long> withoutAccount(Collection<Long> personIds) {
        return new HashSet<>(jdbc.sql("""
                select given from unnest(?::bigint[]) as given
                where not exists (select 1 from account where person_id = given and (password_hash is not null or disabled))""")
            .param(personIds.toArray(Long[]::new)).query(Long.class).list());
    }

    @Override
    public String inviteLink(long personId) {
        staff.person(personId);
        byte[] bytes = new byte[TOKEN_BYTES];
        random.nextBytes(bytes);
        String token = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        jdbc.sql("insert into password_link (token_hash, person_id, expires_at) values (?, ?, now() + interval '7 days')")
            .params(hash(token), personId).update();
        audit.record("access.linkMade", Subject.of("person", personId), Map.of());
        return "/password/" + token;
    }

    @Override
    public void requestLink(String email) {
        staff.personByEmail(email.strip()).map(Person::id).filter(this::maySignIn).filter(this::hasNoFreshLink)
            .ifPresent(id -> events.publishEvent(new PasswordLinkRequested(id, inviteLink(id))));
    }

    private boolean maySignIn(long personId) {
        return !viewers.of(personId).appointments().isEmpty()
            && jdbc.sql("select count(*) from account where person_id = ? and disabled").param(personId).query(Long.class).single() == 0;
    }

    private boolean hasNoFreshLink(long personId) {
        return jdbc.sql("select count(*) from password_link where person_id = ? and created_at > now() - interval '5 minutes'")
            .param(personId).query(Long.class).single() == 0;
    }

    @Override
    @Transactional(readOnly = true)
    public boolean isOpen(String token) {
        return personOf(token).isPresent();
    }

    @Override
    public void redeem(String token, String raw) {
        setPassword(personOf(token).orElseThrow(() -> Refusal.of("access.link.closed")), raw);
    }

    private Optional<Long> personOf(String token) {
        return jdbc.sql("select person_id from password_link where token_hash = ? and expires_at > now()")
            .param(hash(token)).query(Long.class).optional();
    }

    @Override
    public void disable(long personId, String reason) {
        jdbc.sql("""
                insert into account (person_id, disabled) values (?, true)
                on conflict (person_id) do update set disabled = true""").param(personId).update();
        jdbc.sql("delete from password_link where person_id = ?").param(personId).update();
        audit.record("access.accountDisabled", Subject.of("person", personId), Map.of(), reason);
    }

    @Override
    public void enable(long personId) {
        jdbc.sql("update account set disabled = false, failed_tries = 0, locked_until = null where person_id = ?")
            .param(personId).update();
        audit.record("access.accountEnabled", Subject.of("person", personId), Map.of());
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<Login> byEmail(String email) {
        return staff.personByEmail(email.strip()).flatMap(person -> jdbc.sql("""
                select person_id, password_hash, version, disabled, coalesce(locked_until > now(), false) as locked
                from account where person_id = ? and password_hash is not null""")
            .param(person.id()).query(Login.class).optional());
    }

    @Override
    public void failed(long personId) {
        jdbc.sql("""
                update account set failed_tries = case when failed_tries + 1 >= ? then 0 else failed_tries + 1 end,
                    locked_until = case when failed_tries + 1 >= ? then now() + make_interval(mins => ?) else locked_until end
                where person_id = ?""")
            .params(TRIES, TRIES, LOCK_MINUTES, personId).update();
    }

    @Override
    public void succeeded(long personId) {
        jdbc.sql("update account set failed_tries = 0 where person_id = ? and failed_tries > 0").param(personId).update();
    }

    @Override
    @Transactional(readOnly = true)
    public boolean isCurrent(long personId, int version) {
        return jdbc.sql("select count(*) from account where person_id = ? and version = ? and not disabled")
            .params(personId, version).query(Long.class).single() == 1;
    }

    private static String hash(String token) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
