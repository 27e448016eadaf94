package ru.marshrut.territory.persistence;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import ru.marshrut.audit.AuditTrail;
import ru.marshrut.audit.Subject;
import ru.marshrut.shared.Refusal;
import ru.marshrut.territory.Candidates;
import ru.marshrut.territory.Place;
import ru.marshrut.territory.Role;
import ru.marshrut.territory.Staff;

@Repository
@Transactional
class JdbcCandidates implements Candidates {

    private static final LocalDate EVER = LocalDate.of(2199, 12, 31);

    private final JdbcClient jdbc;
    private final Staff staff;
    private final AuditTrail audit;
    private final Clock clock;

    JdbcCandidates(JdbcClient jdbc, Staff staff, AuditTrail audit, Clock clock) {
        this.jdbc = jdbc;
        this.staff = staff;
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    @Transactional(readOnly = true)
    public List<Candidate> within(Place place, int year, LocalDate on, Instant knownAt) {
        return told(place, year, on, knownAt).values().stream().filter(candidate -> candidate.state() != State.WITHDRAWN).toList();
    }

    @Override
    @Transactional(readOnly = true)
    public List<Candidate> all(long regionId, int year) {
        return List.copyOf(told(Place.region(regionId), year, EVER, clock.instant()).values());
    }

    /** Each application begins anew: an earlier survey does not count for it. */
    private Map<Long, Candidate> told(Place place, int year, LocalDate on, Instant knownAt) {
        String within = switch (place.level()) {
            case FEDERATION -> ":place = 0";
            case REGION -> "region_id = :place";
            case MUNICIPALITY -> "exists (select 1 from employment e join school s on s.id = e.school_id where e.person_id = c.person_id and s.municipality_id = :place)";
            case SCHOOL -> "exists (select 1 from employment e where e.person_id = c.person_id and e.school_id = :place)";
        };
        Map<Long, Candidate> candidates = new LinkedHashMap<>();
        jdbc.sql("select person_id, region_id, state, occurred_on, words from candidacy c where year = :year and occurred_on <= :on and recorded_at <= :known and "
                + within + " order by occurred_on, recorded_at, id")
            .param("year", year).param("on", on).param("known", at(knownAt)).param("place", place.id())
            .query(row -> {
                State state = State.valueOf(row.getString("state"));
                LocalDate since = row.getObject("occurred_on", LocalDate.class);
                Candidate before = candidates.get(row.getLong("person_id"));
                LocalDate surveyed = state == State.SURVEYED ? since : state == State.APPLIED || before == null ? null : before.surveyedOn();
                candidates.put(row.getLong("person_id"), new Candidate(row.getLong("person_id"), row.getLong("region_id"), state, since, surveyed,
                    row.getString("words")));
            });
        return candidates;
    }

    @Override
    public int step(long regionId, int year, Collection<Long> personIds, State to, LocalDate on, String words) {
        String given = words == null ? "" : words.strip();
        if (given.isEmpty() && to.needsWords()) {
            throw Refusal.ofField("words", "territory.candidate.noReason");
        }
        Map<Long, Candidate> now = locked(regionId, year);
        List<Long> stepping = personIds.stream().distinct().filter(person -> {
            Candidate before = now.get(person);
            return to.canFollow(before == null ? null : before.state()) && (before == null || !on.isBefore(before.since()));
        }).toList();
        if (stepping.isEmpty()) {
            throw Refusal.ofField("people", "territory.candidate.nobody");
        }
        jdbc.sql("""
                insert into candidacy (region_id, year, person_id, state, occurred_on, words, recorded_at)
                select :region, :year, person_id, :state, :on, :words, :at from unnest(:people::bigint[]) with ordinality as given (person_id, position)
                order by position""")
            .param("region", regionId).param("year", year).param("state", to.name()).param("on", on).param("words", given)
            .param("at", at(clock.instant())).param("people", stepping.toArray(Long[]::new)).update();
        audit.recordAll("territory.candidate" + to, stepping.stream().map(person -> new AuditTrail.Fact(Subject.of("person", person),
            Map.of("region", regionId, "year", String.valueOf(year), "on", on))).toList(), given.isEmpty() ? null : given);
        return stepping.size();
    }

    @Override
    public void appoint(long regionId, int year, long personId, Collection<Long> schoolIds, LocalDate from, String order) {
        if (order == null || order.isBlank()) {
            throw Refusal.ofField("order", "territory.candidate.noOrder");
        }
        Candidate candidate = locked(regionId, year).get(personId);
        if (candidate == null || !State.APPOINTED.canFollow(candidate.state())) {
            throw Refusal.ofField("order", "territory.candidate.notSelected", staff.person(personId).fullName());
        }
        LocalDate on = from.isBefore(candidate.since()) ? candidate.since() : from;
        for (Long school : schoolIds) {
            staff.appoint(personId, Role.CURATOR, Place.school(school), from, order.strip());
            jdbc.sql("""
                    insert into candidacy (region_id, year, person_id, state, occurred_on, school_id, words, recorded_at)
                    values (?, ?, ?, 'APPOINTED', ?, ?, ?, ?)""")
                .params(regionId, year, personId, on, school, order.strip(), at(clock.instant())).update();
            audit.record("territory.candidateAPPOINTED", Subject.of("person", personId),
                Map.of("region", regionId, "year", String.valueOf(year), "from", from, "order", order.strip(), "school", school));
        }
    }

    /** One change of a region's candidates at a time. */
    private Map<Long, Candidate> locked(long regionId, int year) {
        jdbc.sql("select id from region where id = ? for no key update").param(regionId).query(Long.class).single();
        return told(Place.region(regionId), year, EVER, clock.instant());
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
