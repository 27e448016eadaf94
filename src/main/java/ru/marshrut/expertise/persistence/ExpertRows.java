package ru.marshrut.expertise.persistence;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import ru.marshrut.expertise.experts.Bar;
import ru.marshrut.expertise.experts.Expert;

/** Who can be an expert, and what bars whom; each one statement. */
@Repository
@Transactional(readOnly = true)
public class ExpertRows {

    private final JdbcClient jdbc;

    ExpertRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Who holds the role of an expert today: in the region or its municipalities, or anywhere and is invited. By name. */
    public List<Expert> pool(long expertiseId, long regionId, LocalDate today) {
        return jdbc.sql("""
                select p.id as person_id, p.full_name, p.email,
                    case when not bool_or(a.level = 'REGION' and a.place_id = :region) then string_agg(distinct m.name, ', ' order by m.name) end as municipalities,
                    not bool_or(m.id is not null or a.level = 'REGION' and a.place_id = :region) as invited
                from appointment a join person p on p.id = a.person_id
                left join municipality m on a.level = 'MUNICIPALITY' and m.id = a.place_id and m.region_id = :region
                left join expert_invitation i on i.expertise_id = :expertise and i.person_id = a.person_id and i.withdrawn_at is null
                where a.role = 'EXPERT' and a.starts_on <= :today and (a.ends_on is null or a.ends_on >= :today)
                group by p.id, p.full_name, p.email
                having bool_or(m.id is not null or a.level = 'REGION' and a.place_id = :region or i.person_id is not null)
                order by p.full_name, p.id""")
            .param("expertise", expertiseId).param("region", regionId).param("today", today).query(Expert.class).list();
    }

    /**
     * What bars people from checking schools.
     *
     * @param first of the days in which who curated or worked there is barred
     * @param last  of these days
     * @param today from which on until {@code last} a substitute is looked at
     */
    public List<Barred> bars(long regionId, Collection<Long> schoolIds, Collection<Long> personIds, LocalDate first, LocalDate last, LocalDate today) {
        return jdbc.sql("""
                with known as (
                    select acting_id as person_id, place_id as school_id, case role when 'CURATOR' then 'CURATES' else 'WORKS' end as bar
                    from acting where level = 'SCHOOL' and place_id = any(:schools) and role in ('CURATOR', 'PRINCIPAL', 'SCHOOL_COORDINATOR')
                        and starts_on <= :last and (ends_on is null or ends_on >= :first)
                    union select person_id, school_id, 'WORKS' from employment where school_id = any(:schools)
                    union select person_id, school_id, 'CONFLICT' from expert_conflict where school_id = any(:schools) and withdrawn_at is null
                    union select acting_id, s.id, 'SEES_ALL' from acting cross join unnest(:schools) as s (id)
                    where role in ('REGIONAL_COORDINATOR', 'ADMINISTRATOR', 'OBSERVER')
                        and (level = 'REGION' and place_id = :region or level = 'FEDERATION')
                        and starts_on <= :last and (ends_on is null or ends_on >= :today))
                select person_id, school_id, bar from known where person_id = any(:people)
                union
                select x.person_id, k.school_id, 'SUBSTITUTE' from known k join absence_now x on x.substitute_id = k.person_id
                where x.person_id = any(:people) and x.first_day <= :last and x.last_day >= :today
                order by person_id, school_id, bar""")
            .param("schools", schoolIds.toArray(Long[]::new)).param("people", personIds.toArray(Long[]::new)).param("region", regionId)
            .param("first", first).param("last", last).param("today", today).query(Barred.class).list();
    }

    public record Barred(long personId, long schoolId, Bar bar) {}
}
