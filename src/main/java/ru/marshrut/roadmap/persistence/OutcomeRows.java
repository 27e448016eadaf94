package ru.marshrut.roadmap.persistence;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import java.sql.Date;
import java.sql.Types;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcOperations;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import ru.marshrut.roadmap.OutcomeKind;
import ru.marshrut.roadmap.Outcomes;
import ru.marshrut.roadmap.OutcomesRecorded;

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
    private final ApplicationEventPublisher events;
    private final Clock clock;

    OutcomeRows(NamedParameterJdbcOperations jdbc, ApplicationEventPublisher events, Clock clock) {
        this.jdbc = jdbc;
        this.events = events;
        this.clock = clock;
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void record(Collection<Outcome> outcomes) {
        if (!outcomes.isEmpty()) {
            jdbc.batchUpdate(ADD, outcomes.stream().map(this::parameters).toArray(SqlParameterSource[]::new));
            outcomes.stream().filter(outcome -> outcome.member().type() == Member.Type.SCHOOL)
                .collect(groupingBy(Told::of, LinkedHashMap::new, mapping(outcome -> outcome.member().id(), toList())))
                .forEach((told, schools) -> events.publishEvent(
                    new OutcomesRecorded(told.kind(), told.year(), schools, told.on(), told.counts())));
        }
    }

    /** What was told of several members alike. */
    private record Told(OutcomeKind kind, int year, LocalDate on, boolean counts) {

        static Told of(Outcome outcome) {
            return new Told(outcome.kind(), outcome.year(), outcome.occurredOn(), outcome.counts());
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
