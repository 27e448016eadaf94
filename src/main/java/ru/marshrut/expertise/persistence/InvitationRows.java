package ru.marshrut.expertise.persistence;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Experts from elsewhere who are invited to one expertise. */
@Repository
@Transactional
public class InvitationRows {

    private final JdbcClient jdbc;

    InvitationRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** One that was withdrawn is given anew. */
    public void invite(long expertiseId, long personId, String reason, long invitedBy, Instant at) {
        jdbc.sql("""
                insert into expert_invitation (expertise_id, person_id, reason, invited_by, invited_at) values (?, ?, ?, ?, ?)
                on conflict (expertise_id, person_id) do update set reason = excluded.reason, invited_by = excluded.invited_by,
                    invited_at = excluded.invited_at, withdrawn_at = null, withdrawn_reason = null""")
            .params(expertiseId, personId, reason, invitedBy, at.atOffset(ZoneOffset.UTC)).update();
    }

    public void withdraw(long expertiseId, long personId, String reason, Instant at) {
        jdbc.sql("update expert_invitation set withdrawn_at = ?, withdrawn_reason = ? where expertise_id = ? and person_id = ?")
            .params(at.atOffset(ZoneOffset.UTC), reason, expertiseId, personId).update();
    }

    /** Those that stand, the first one first. */
    public List<Invited> of(long expertiseId) {
        return jdbc.sql("""
                select i.person_id, p.full_name, p.email, i.reason, i.invited_at from expert_invitation i join person p on p.id = i.person_id
                where i.expertise_id = ? and i.withdrawn_at is null order by i.invited_at, i.person_id""")
            .param(expertiseId).query(Invited.class).list();
    }

    /** @param reason why he was invited */
    public record Invited(long personId, String fullName, String email, String reason, Instant invitedAt) {}
}
