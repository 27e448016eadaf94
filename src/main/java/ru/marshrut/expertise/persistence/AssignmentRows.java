package ru.marshrut.expertise.persistence;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import ru.marshrut.expertise.SchoolCheck;

/** Which expert has which check. */
@Repository
@Transactional
public class AssignmentRows {

    private static final String CHECK = """
        select c.id, c.expertise_school_id as sampled_school_id, c.number, c.expert_id, c.until, c.done_at, c.return_comment from school_check c\s""";

    private final JdbcClient jdbc;

    AssignmentRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Nobody else changes it until the transaction ends. */
    public SchoolCheck lock(long checkId) {
        return jdbc.sql(CHECK + "where c.id = ? for no key update").param(checkId).query(SchoolCheck.class).optional()
            .orElseThrow(() -> new NoSuchElementException("check " + checkId));
    }

    /** Of the schools that are in the sample, by sampled school, in the order of their numbers. */
    public Map<Long, List<SchoolCheck>> of(long expertiseId) {
        return jdbc.sql(CHECK + """
                join expertise_school s on s.id = c.expertise_school_id
                where s.expertise_id = ? and s.excluded_at is null order by c.expertise_school_id, c.number""")
            .param(expertiseId).query(SchoolCheck.class).list().stream().collect(groupingBy(SchoolCheck::sampledSchoolId));
    }

    /** Experts and how many schools of the expertise they have. */
    public Map<Long, Integer> loads(long expertiseId) {
        record Load(long expertId, int schools) {}
        return jdbc.sql("""
                select c.expert_id, count(*) as schools from school_check c join expertise_school s on s.id = c.expertise_school_id
                where s.expertise_id = ? and s.excluded_at is null and c.expert_id is not null group by c.expert_id""")
            .param(expertiseId).query(Load.class).stream().collect(toMap(Load::expertId, Load::schools));
    }

    /** Writes checks, those without an expert too; a check that is there and has none gets one. */
    public void assign(Collection<Assigned> checks, LocalDate until) {
        jdbc.sql("""
                insert into school_check (expertise_school_id, number, expert_id, until)
                select school, number, expert, ? from unnest(?::bigint[], ?::int[], ?::bigint[]) as given (school, number, expert)
                on conflict (expertise_school_id, number) do update set expert_id = excluded.expert_id where school_check.expert_id is null""")
            .params(until, checks.stream().map(Assigned::sampledSchoolId).toArray(Long[]::new),
                checks.stream().map(Assigned::number).toArray(Integer[]::new),
                checks.stream().map(Assigned::expertId).toArray(Long[]::new)).update();
    }

    /** @param expertId null while nobody could be found */
    public record Assigned(long sampledSchoolId, int number, Long expertId) {}

    /** Gives an open check to another expert, who begins it anew: what was scored in it goes. */
    public void reassign(long checkId, long expertId) {
        jdbc.sql("update school_check set expert_id = ? where id = ?").params(expertId, checkId).update();
        jdbc.sql("delete from check_remark where check_id = ?").param(checkId).update();
        jdbc.sql("delete from check_score where check_id = ?").param(checkId).update();
    }

    /** Takes back the checks of a school that nobody has begun. */
    public void withdraw(long sampledSchoolId) {
        jdbc.sql("delete from school_check where expertise_school_id = ?").param(sampledSchoolId).update();
    }
}
