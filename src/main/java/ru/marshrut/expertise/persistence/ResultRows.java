package ru.marshrut.expertise.persistence;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import ru.marshrut.expertise.Score;

/** Rows from which results are made, and the organisational part. */
@Repository
@Transactional
public class ResultRows {

    private static final String SCHOOL = """
        select e.id, e.school_id, e.school_year_id, s.name, m.id as municipality_id, m.name as municipality,
            case when e.excluded_at is not null then coalesce(e.excluded_reason, '') end as excluded_reason, e.settled_at
        from expertise_school e join school s on s.id = e.school_id join municipality m on m.id = s.municipality_id\s""";

    private final JdbcClient jdbc;
    private final FactsColumn facts;

    ResultRows(JdbcClient jdbc, FactsColumn facts) {
        this.jdbc = jdbc;
        this.facts = facts;
    }

    /** @param excludedReason null while the school is in the sample */
    public record SchoolRow(long id, long schoolId, long schoolYearId, String name, long municipalityId, String municipality,
                            String excludedReason, Instant settledAt) {}

    /** The schools of a sample, excluded ones too, by municipality and name. */
    public List<SchoolRow> schools(long expertiseId) {
        return jdbc.sql(SCHOOL + "where e.expertise_id = ? order by m.name, s.name, e.id").param(expertiseId).query(SchoolRow.class).list();
    }

    public Optional<SchoolRow> school(long expertiseId, long schoolId) {
        return jdbc.sql(SCHOOL + "where e.expertise_id = ? and e.school_id = ?").params(expertiseId, schoolId).query(SchoolRow.class).optional();
    }

    /** The released expertises whose sample a school was in, by stage. */
    public record ReleasedRow(long expertiseId, long sampledSchoolId) {}

    public List<ReleasedRow> released(long schoolId, int year) {
        return jdbc.sql("""
                select e.id as expertise_id, s.id as sampled_school_id from expertise e join expertise_school s on s.expertise_id = e.id
                where s.school_id = ? and e.year = ? and s.excluded_at is null and s.settled_at is not null and e.status in ('RELEASED', 'LOCKED')
                order by e.stage, e.id""")
            .params(schoolId, year).query(ReleasedRow.class).list();
    }

    public List<Score> organisational(long expertiseId) {
        return jdbc.sql("""
                select s.criterion_id, s.points, s.comment, s.suggested, s.facts, s.against_reason
                from regional_score s join criterion c on c.id = s.criterion_id where s.expertise_id = ? order by c.position""")
            .param(expertiseId).query(facts::score).list();
    }

    /** The last ones given stand. */
    public void putOrganisational(long expertiseId, Score score, long personId, Instant at) {
        jdbc.sql("""
                insert into regional_score (expertise_id, criterion_id, points, comment, suggested, facts, against_reason, scored_by, scored_at)
                values (?, ?, ?, ?, ?, ?::jsonb, ?, ?, ?)
                on conflict (expertise_id, criterion_id) do update set points = excluded.points, comment = excluded.comment,
                    suggested = excluded.suggested, facts = excluded.facts, against_reason = excluded.against_reason,
                    scored_by = excluded.scored_by, scored_at = excluded.scored_at""")
            .params(expertiseId, score.criterionId(), score.points(), score.comment(),
                score.suggestion() == null ? null : score.suggestion().points(), facts.write(score.suggestion()), score.againstReason(), personId,
                at.atOffset(ZoneOffset.UTC)).update();
    }

    public void release(long expertiseId, Instant at, LocalDate appealsUntil) {
        jdbc.sql("update expertise set released_at = ?, appeals_until = ? where id = ?").params(at.atOffset(ZoneOffset.UTC), appealsUntil, expertiseId)
            .update();
    }

    public void lock(long expertiseId, Instant at) {
        jdbc.sql("update expertise set locked_at = ? where id = ?").params(at.atOffset(ZoneOffset.UTC), expertiseId).update();
    }
}
