package ru.marshrut.schoolyear.persistence;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toMap;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import ru.marshrut.schoolyear.profile.FirstVisit;
import ru.marshrut.schoolyear.profile.RiskDirection;
import ru.marshrut.schoolyear.profile.RiskDirection.Act;
import ru.marshrut.schoolyear.profile.RiskDirection.Said;
import ru.marshrut.schoolyear.profile.RiskLevel;
import ru.marshrut.schoolyear.profile.RiskProfile;
import ru.marshrut.schoolyear.profile.RiskProfile.Source;
import ru.marshrut.territory.Territory;

/** Risk profiles, what was said of their directions, and first visits. */
@Repository
public class ProfileRows {

    private final JdbcClient jdbc;
    private final Territory territory;

    ProfileRows(JdbcClient jdbc, Territory territory) {
        this.jdbc = jdbc;
        this.territory = territory;
    }

    private record Received(long yearId, Source source, LocalDate on) {}

    private record Line(long yearId, String direction, Said said) {}

    /** A profile that came in a span of time. */
    public record News(long schoolId, long yearId) {}

    public RiskProfile profile(long yearId) {
        return profiles(List.of(yearId)).get(yearId);
    }

    /** By year; one for each. */
    public Map<Long, RiskProfile> profiles(Collection<Long> yearIds) {
        Long[] ids = yearIds.toArray(Long[]::new);
        Map<Long, Received> received = jdbc.sql("select school_year_id, source, received_on from risk_profile where school_year_id = any(?)")
            .param(ids).query((row, number) -> new Received(row.getLong("school_year_id"), Source.valueOf(row.getString("source")),
                row.getObject("received_on", LocalDate.class))).list().stream().collect(toMap(Received::yearId, one -> one));
        Map<Long, Map<String, List<Said>>> said = jdbc.sql("select * from risk_level where school_year_id = any(?) order by id").param(ids)
            .query(ProfileRows::line).list().stream().collect(groupingBy(Line::yearId,
                groupingBy(Line::direction, mapping(Line::said, toList()))));
        Map<String, String> names = territory.riskDirections();
        Map<Long, RiskProfile> profiles = new LinkedHashMap<>();
        for (long yearId : yearIds) {
            Map<String, List<Said>> own = said.getOrDefault(yearId, Map.of());
            Received how = received.get(yearId);
            profiles.put(yearId, new RiskProfile(yearId, how == null ? null : how.source(), how == null ? null : how.on(),
                names.entrySet().stream().map(name -> new RiskDirection(name.getKey(), name.getValue(), own.getOrDefault(name.getKey(), List.of())))
                    .toList()));
        }
        return profiles;
    }

    /** Nobody else changes these years until the transaction ends. */
    public void lock(Collection<Long> yearIds) {
        jdbc.sql("select id from school_year where id = any(?) order by id for no key update").param(yearIds.toArray(Long[]::new))
            .query(Long.class).list();
    }

    public void receive(long yearId, Source source, LocalDate on, Map<String, RiskLevel> levels, long personId, Instant at) {
        jdbc.sql("""
                insert into risk_profile (school_year_id, source, person_id, received_on, recorded_at) values (?, ?, ?, ?, ?)
                on conflict (school_year_id) do update set source = excluded.source, person_id = excluded.person_id,
                    received_on = excluded.received_on, recorded_at = excluded.recorded_at""")
            .params(yearId, source.name(), personId, on, at.atOffset(ZoneOffset.UTC)).update();
        List<Map.Entry<String, RiskLevel>> rows = List.copyOf(levels.entrySet());
        jdbc.sql("""
                insert into risk_level (school_year_id, direction, act, level, person_id, recorded_at)
                select ?, direction, 'RECEIVED', level, ?, ? from unnest(?, ?) as given (direction, level)""")
            .params(yearId, personId, at.atOffset(ZoneOffset.UTC), rows.stream().map(Map.Entry::getKey).toArray(String[]::new),
                rows.stream().map(row -> row.getValue().name()).toArray(String[]::new)).update();
    }

    public void say(long yearId, String direction, Act act, RiskLevel level, String comment, long personId, Instant at) {
        jdbc.sql("""
                insert into risk_level (school_year_id, direction, act, level, comment, person_id, recorded_at)
                values (?, ?, ?, ?, ?, ?, ?)""")
            .params(yearId, direction, act.name(), level.name(), comment, personId, at.atOffset(ZoneOffset.UTC)).update();
    }

    /** Profiles of a region's schools that came in the span {@code (from, until]}, oldest first. */
    public List<News> receivedIn(long regionId, Instant from, Instant until) {
        return jdbc.sql("""
                select school_id, school_year.id as year_id from risk_profile join school_year on school_year.id = school_year_id
                where region_id = ? and recorded_at > ? and recorded_at <= ? order by recorded_at, school_id""")
            .params(regionId, from.atOffset(ZoneOffset.UTC), until.atOffset(ZoneOffset.UTC)).query(News.class).list();
    }

    public Optional<FirstVisit> firstVisit(long yearId) {
        return jdbc.sql("select visited_on, participants, report, person_id from first_visit where school_year_id = ?").param(yearId)
            .query(FirstVisit.class).optional();
    }

    public void putFirstVisit(long yearId, FirstVisit visit, Instant at) {
        jdbc.sql("""
                insert into first_visit (school_year_id, visited_on, participants, report, person_id, recorded_at) values (?, ?, ?, ?, ?, ?)
                on conflict (school_year_id) do update set visited_on = excluded.visited_on, participants = excluded.participants,
                    report = excluded.report, person_id = excluded.person_id, recorded_at = excluded.recorded_at""")
            .params(yearId, visit.visitedOn(), visit.participants(), visit.report(), visit.personId(), at.atOffset(ZoneOffset.UTC)).update();
    }

    private static Line line(ResultSet row, int number) throws SQLException {
        return new Line(row.getLong("school_year_id"), row.getString("direction"), new Said(row.getLong("id"), Act.valueOf(row.getString("act")),
            RiskLevel.valueOf(row.getString("level")), row.getString("comment"), row.getLong("person_id"),
            row.getObject("recorded_at", OffsetDateTime.class).toInstant()));
    }
}
