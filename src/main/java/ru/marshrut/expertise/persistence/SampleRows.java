package ru.marshrut.expertise.persistence;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import ru.marshrut.expertise.SampledSchool;
import ru.marshrut.expertise.sample.Candidate;

/** Rows of samples. */
@Repository
@Transactional
public class SampleRows {

    private static final String SCHOOL = """
        select id, expertise_id, school_id, school_year_id, origin, reason, excluded_at, excluded_reason, settled_at, process_instance_id
        from expertise_school\s""";

    private final JdbcClient jdbc;

    SampleRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public SampledSchool get(long id) {
        return jdbc.sql(SCHOOL + "where id = ?").param(id).query(SampledSchool.class).optional()
            .orElseThrow(() -> new NoSuchElementException("sampled school " + id));
    }

    /** Nobody else changes it or its checks until the transaction ends. */
    public SampledSchool lock(long id) {
        return jdbc.sql(SCHOOL + "where id = ? for no key update").param(id).query(SampledSchool.class).optional()
            .orElseThrow(() -> new NoSuchElementException("sampled school " + id));
    }

    /** Excluded ones too, in the order in which they came in. */
    public List<SampledSchool> all(long expertiseId) {
        return jdbc.sql(SCHOOL + "where expertise_id = ? order by id").param(expertiseId).query(SampledSchool.class).list();
    }

    /** Schools that are in samples of a year that are still drawn, assigned or checked, and not settled. */
    public List<SampledSchool> unsettled(Collection<Long> schoolIds, int year) {
        return jdbc.sql(SCHOOL + """
                where school_id = any(?) and excluded_at is null and settled_at is null
                and expertise_id in (select id from expertise where year = ? and status in ('SAMPLING', 'ASSIGNING', 'CHECKING'))
                order by expertise_id, id""")
            .params(schoolIds.toArray(Long[]::new), year).query(SampledSchool.class).list();
    }

    public Optional<SampledSchool> of(long expertiseId, long schoolId) {
        return jdbc.sql(SCHOOL + "where expertise_id = ? and school_id = ?").params(expertiseId, schoolId).query(SampledSchool.class).optional();
    }

    /** From what the last drawing drew, in the order of the schools' numbers. */
    public List<Candidate> candidates(long expertiseId) {
        return jdbc.sql("select school_id, school_year_id, municipality_id, weight from expertise_candidate where expertise_id = ? order by school_id")
            .param(expertiseId).query(Candidate.class).list();
    }

    /** Writes a drawing; schools that were added or excluded by hand stay as they are. */
    public void draw(long expertiseId, List<Candidate> candidates, Set<Long> drawn) {
        jdbc.sql("delete from expertise_candidate where expertise_id = ?").param(expertiseId).update();
        jdbc.sql("""
                insert into expertise_candidate (expertise_id, school_id, school_year_id, municipality_id, weight, drawn)
                select ?, * from unnest(?::bigint[], ?::bigint[], ?::bigint[], ?::int[], ?::boolean[])""")
            .params(expertiseId, candidates.stream().map(Candidate::schoolId).toArray(Long[]::new),
                candidates.stream().map(Candidate::schoolYearId).toArray(Long[]::new),
                candidates.stream().map(Candidate::municipalityId).toArray(Long[]::new),
                candidates.stream().map(Candidate::weight).toArray(Integer[]::new),
                candidates.stream().map(candidate -> drawn.contains(candidate.schoolId())).toArray(Boolean[]::new)).update();
        jdbc.sql("delete from expertise_school where expertise_id = ? and origin = 'DRAWN' and excluded_at is null").param(expertiseId).update();
        jdbc.sql("""
                insert into expertise_school (expertise_id, school_id, school_year_id, origin)
                select expertise_id, school_id, school_year_id, 'DRAWN' from expertise_candidate where expertise_id = ? and drawn order by school_id
                on conflict do nothing""")
            .param(expertiseId).update();
    }

    /** Every drawing, the last one last. */
    public List<Drawing> drawings(long expertiseId) {
        return jdbc.sql("select seed, reason, drawn_by, drawn_at from expertise_drawing where expertise_id = ? order by id")
            .param(expertiseId).query(Drawing.class).list();
    }

    /** Writes down that it was drawn, and from which seed on it counts. @param personId null: the system itself */
    public void recordDrawing(long expertiseId, long seed, String reason, Long personId, Instant at) {
        jdbc.sql("insert into expertise_drawing (expertise_id, seed, reason, drawn_by, drawn_at) values (?, ?, ?, ?, ?)")
            .params(expertiseId, seed, reason, personId, at.atOffset(ZoneOffset.UTC)).update();
        jdbc.sql("update expertise set seed = ? where id = ?").params(seed, expertiseId).update();
    }

    /** Adds a school by hand; one that was excluded comes back. @return the sampled school's id */
    public long add(long expertiseId, Candidate candidate, String reason, long personId, Instant at) {
        return jdbc.sql("""
                insert into expertise_school (expertise_id, school_id, school_year_id, origin, reason, added_by, added_at)
                values (?, ?, ?, 'ADDED', ?, ?, ?)
                on conflict (expertise_id, school_id) do update set origin = 'ADDED', reason = excluded.reason, added_by = excluded.added_by,
                    added_at = excluded.added_at, excluded_at = null, excluded_reason = null, excluded_by = null
                returning id""")
            .params(expertiseId, candidate.schoolId(), candidate.schoolYearId(), reason, personId, at.atOffset(ZoneOffset.UTC))
            .query(Long.class).single();
    }

    /** @param personId null: the system itself */
    public void exclude(long id, String reason, Long personId, Instant at) {
        jdbc.sql("update expertise_school set excluded_at = ?, excluded_reason = ?, excluded_by = ? where id = ?")
            .params(at.atOffset(ZoneOffset.UTC), reason, personId, id).update();
    }

    /** What was decided by hand, and by the system for schools that left; in the order of the schools. */
    public List<HandDecision> decisions(long expertiseId) {
        return jdbc.sql("""
                select id as sampled_school_id, school_id, reason as added_reason, added_by, added_at, excluded_reason, excluded_by, excluded_at
                from expertise_school where expertise_id = ? and (origin = 'ADDED' or excluded_at is not null) order by id""")
            .param(expertiseId).query(HandDecision.class).list();
    }

    /**
     * @param reason  why it was drawn again; null for the first drawing
     * @param drawnBy null: the system itself
     */
    public record Drawing(long seed, String reason, Long drawnBy, Instant drawnAt) {}

    /** What is null did not happen; {@code excludedBy} is null too where the system took out a school that left. */
    public record HandDecision(long sampledSchoolId, long schoolId, String addedReason, Long addedBy, Instant addedAt, String excludedReason,
                               Long excludedBy, Instant excludedAt) {}
}
