package ru.marshrut.work.persistence;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import ru.marshrut.access.GuestRegions;

/** Regions of the open tasks that are only for one person, by the same rule as {@link TaskViews#waitingFor}. */
@Repository
@Transactional(readOnly = true)
class PersonalTaskRegions implements GuestRegions {

    private final JdbcClient jdbc;
    private final Clock clock;

    PersonalTaskRegions(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public Set<Long> of(long personId) {
        return jdbc.sql("""
                select distinct t.region_id from acting a join task_view t on t.only_for = a.person_id and t.role = a.role
                join region r on r.id = t.region_id
                where a.acting_id = :person and t.closed_at is null and a.starts_on <= (:now at time zone r.time_zone)::date
                  and (a.ends_on is null or a.ends_on >= (:now at time zone r.time_zone)::date)""")
            .param("person", personId).param("now", clock.instant().atOffset(ZoneOffset.UTC)).query(Long.class).set();
    }
}
