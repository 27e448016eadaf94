package ru.marshrut.roadmap.persistence;

import java.sql.Date;
import java.sql.Types;
import java.time.Clock;
import java.util.Collection;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcOperations;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import ru.marshrut.roadmap.Outcomes;

/** Only adds. A fact says something new where it differs from what was told of its member until its day. */
@Repository
class OutcomeRows implements Outcomes {

    private static final String ADD = """
        insert into outcome (kind, member_type, member_id, region_id, school_id, year, measure_id, occurred_on, counts, recorded_at)
        select :kind, :type, :member, :region, cast(:school as bigint), :year, cast(:measure as bigint), :on, :counts, :now
        where :counts <> coalesce((
            select o.counts from outcome o
            where o.region_id = :region and o.year = :year and o.kind = :kind and o.member_type = :type and o.member_id = :member
                and o.measure_id is not distinct from cast(:measure as bigint) and o.occurred_on <= :on
            order by o.occurred_on desc, o.recorded_at desc, o.id desc limit 1), false)""";

    private final NamedParameterJdbcOperations jdbc;
    private final Clock clock;

    OutcomeRows(NamedParameterJdbcOperations jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void record(Collection<Outcome> outcomes) {
        if (!outcomes.isEmpty()) {
            jdbc.batchUpdate(ADD, outcomes.stream().map(this::parameters).toArray(SqlParameterSource[]::new));
        }
    }

    private SqlParameterSource parameters(Outcome outcome) {
        Member member = outcome.member();
        return new MapSqlParameterSource()
            .addValue("kind", outcome.kind().name())
            .addValue("type", member.type().name())
            .addValue("member", member.id())
            .addValue("region", member.regionId())
            .addValue("school", member.type() == Member.Type.SCHOOL ? Long.valueOf(member.id()) : member.schoolId(), Types.BIGINT)
            .addValue("year", outcome.year())
            .addValue("measure", outcome.measureId(), Types.BIGINT)
            .addValue("on", Date.valueOf(outcome.occurredOn()))
            .addValue("counts", outcome.counts())
            .addValue("now", Columns.at(clock.instant()));
    }
}
