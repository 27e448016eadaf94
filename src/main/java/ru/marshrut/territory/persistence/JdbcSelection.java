package ru.marshrut.territory.persistence;

import static java.util.stream.Collectors.toMap;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import ru.marshrut.audit.AuditTrail;
import ru.marshrut.audit.Subject;
import ru.marshrut.shared.Refusal;
import ru.marshrut.territory.Participations;
import ru.marshrut.territory.Selection;

@Repository
@Transactional
class JdbcSelection implements Selection {

    private static final String STEPS = """
        select school_id, state, occurred_on, words, recorded_at, id from nomination
        where region_id = :region and programme = :programme and year = :year
        union all
        select school_id, case when takes_part then 'SELECTED' else 'LEFT' end, occurred_on, reason, recorded_at, id from participation
        where region_id = :region and programme = :programme and year = :year
        """;

    private final JdbcClient jdbc;
    private final Participations participations;
    private final AuditTrail audit;
    private final Clock clock;

    JdbcSelection(JdbcClient jdbc, Participations participations, AuditTrail audit, Clock clock) {
        this.jdbc = jdbc;
        this.participations = participations;
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    @Transactional(readOnly = true)
    public Map<Long, Standing> standings(long regionId, String programme, int year) {
        return jdbc.sql("select distinct on (school_id) * from (" + STEPS + ") step order by school_id, occurred_on desc, recorded_at desc, id desc")
            .param("region", regionId).param("programme", programme).param("year", year).query(JdbcSelection::told).stream()
            .collect(toMap(Told::schoolId, told -> new Standing(told.schoolId(), told.state(), told.on(), told.words())));
    }

    @Override
    @Transactional(readOnly = true)
    public List<Told> history(long regionId, String programme, int year, int atMost) {
        return jdbc.sql(STEPS + " order by recorded_at desc, id desc limit :most").param("region", regionId).param("programme", programme)
            .param("year", year).param("most", atMost).query(JdbcSelection::told).list();
    }

    @Override
    @Transactional(readOnly = true)
    public Plan plan(long regionId, Collection<Long> schoolIds, Step step) {
        Map<Long, Standing> standings = standings(regionId, step.programme(), step.year());
        Set<Long> ours = jdbc.sql("select id from school where region_id = ? and id = any(?)").params(regionId, schoolIds.toArray(Long[]::new))
            .query(Long.class).set();
        Set<Long> moved = new LinkedHashSet<>();
        Set<Long> unmoved = new LinkedHashSet<>();
        Map<Long, State> impossible = new LinkedHashMap<>();
        for (Long school : schoolIds) {
            Standing standing = standings.get(school);
            State state = standing == null ? null : standing.state();
            boolean inTime = standing == null || !step.on().isBefore(standing.since());
            if (state == step.to()) {
                unmoved.add(school);
            } else if (ours.contains(school) && inTime && step.to().canFollow(state)) {
                moved.add(school);
            } else {
                impossible.put(school, state);
            }
        }
        return new Plan(moved, unmoved, impossible);
    }

    @Override
    public Plan carryOut(long regionId, Collection<Long> schoolIds, Step step) {
        String words = step.words() == null ? "" : step.words().strip();
        if (!participations.programmes(regionId).contains(step.programme())) {
            throw Refusal.ofField("programme", "territory.programme.unknown", step.programme());
        }
        if (words.isEmpty() && step.to().needsWords()) {
            throw Refusal.ofField("words", step.to() == State.SELECTED ? "territory.participation.noOrder"
                : step.to() == State.LEFT ? "territory.participation.noReason" : "territory.selection.noReason");
        }
        jdbc.sql("select id from region where id = ? for no key update").param(regionId).query(Long.class).single(); // one step at a time
        Plan plan = plan(regionId, schoolIds, step);
        if (plan.moved().isEmpty()) {
            throw Refusal.ofField("schools", "territory.selection.nobody");
        }
        switch (step.to()) {
            case SELECTED -> participations.takePart(step.programme(), plan.moved(), step.year(), step.on(), words);
            case LEFT -> participations.leave(step.programme(), plan.moved(), step.year(), step.on(), words);
            default -> nominate(plan.moved(), step, words);
        }
        return plan;
    }

    private void nominate(Set<Long> schoolIds, Step step, String words) {
        jdbc.sql("""
                insert into nomination (region_id, school_id, programme, year, state, occurred_on, words, recorded_at)
                select region_id, id, :programme, :year, :state, :on, :words, :at from school where id = any(:schools)""")
            .param("programme", step.programme()).param("year", step.year()).param("state", step.to().name()).param("on", step.on())
            .param("words", words).param("at", OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
            .param("schools", schoolIds.toArray(Long[]::new)).update();
        audit.recordAll("territory.school" + step.to(), schoolIds.stream().map(school -> new AuditTrail.Fact(Subject.of("school", school),
            Map.of("programme", step.programme(), "year", String.valueOf(step.year()), "on", step.on()))).toList(), words.isEmpty() ? null : words);
    }

    private static Told told(ResultSet row, int number) throws SQLException {
        return new Told(row.getLong("school_id"), State.valueOf(row.getString("state")), row.getObject("occurred_on", LocalDate.class),
            row.getString("words"), row.getObject("recorded_at", OffsetDateTime.class).toInstant());
    }
}
