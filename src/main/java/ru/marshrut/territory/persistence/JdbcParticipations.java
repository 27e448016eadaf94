package ru.marshrut.territory.persistence;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import ru.marshrut.audit.AuditTrail;
import ru.marshrut.audit.Subject;
import ru.marshrut.shared.Refusal;
import ru.marshrut.territory.Level;
import ru.marshrut.territory.Participants;
import ru.marshrut.territory.Participants.Holder;
import ru.marshrut.territory.Participants.Participant;
import ru.marshrut.territory.Participations;
import ru.marshrut.territory.Place;
import ru.marshrut.territory.Populations;
import ru.marshrut.territory.Role;
import ru.marshrut.territory.SchoolsLeft;

@Repository
@Transactional
class JdbcParticipations implements Participations, Populations {

    private static final int LONGEST_NAME = 60;
    private static final List<String> SCHOOL_ROLES = List.of(Role.PRINCIPAL.name(), Role.CURATOR.name(), Role.SCHOOL_COORDINATOR.name());

    /** What was told last of a school; of facts of one day, the one that was recorded last. */
    private static final String TOLD = """
        left join lateral (
            select p.takes_part from participation p
            where p.school_id = s.id and p.year = :year and p.programme = :programme and p.occurred_on <= :on and p.recorded_at <= :known
            order by p.occurred_on desc, p.recorded_at desc, p.id desc limit 1) told on true
        """;

    private final JdbcClient jdbc;
    private final AuditTrail audit;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    JdbcParticipations(JdbcClient jdbc, AuditTrail audit, ApplicationEventPublisher events, Clock clock) {
        this.jdbc = jdbc;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    @Override
    @Transactional(readOnly = true)
    public List<String> programmes(long regionId) {
        return jdbc.sql("select name from programme where region_id is null or region_id = ? order by name <> ?, lower(name)")
            .params(regionId, PROGRAMME).query(String.class).list();
    }

    @Override
    public void addProgramme(long regionId, String name) {
        String given = name == null ? "" : name.strip();
        if (given.isEmpty() || given.length() > LONGEST_NAME) {
            throw Refusal.ofField("name", "territory.programme.noName", String.valueOf(LONGEST_NAME));
        }
        if (programmes(regionId).stream().anyMatch(given::equalsIgnoreCase)) {
            throw Refusal.ofField("name", "territory.programme.known", given);
        }
        jdbc.sql("insert into programme (region_id, name) values (?, ?)").params(regionId, given).update();
        audit.record("territory.programmeAdded", Subject.of("region", regionId), Map.of("programme", given));
    }

    @Override
    public int takePart(Collection<Long> schoolIds, int year, LocalDate from, String order) {
        return takePart(PROGRAMME, schoolIds, year, from, order);
    }

    @Override
    public void leave(Collection<Long> schoolIds, int year, LocalDate from, String reason) {
        leave(PROGRAMME, schoolIds, year, from, reason);
    }

    @Override
    public int takePart(String programme, Collection<Long> schoolIds, int year, LocalDate from, String order) {
        if (order == null || order.isBlank()) {
            throw Refusal.ofField("reason", "territory.participation.noOrder");
        }
        List<Long> added = told(programme, schoolIds, year, from, false);
        if (!added.isEmpty()) {
            record(programme, added, year, true, from, order.strip());
            audit.recordAll(programme.equals(PROGRAMME) ? "territory.participationBegan" : "territory.programmeJoined",
                facts(programme, added, year, from), order.strip());
        }
        return added.size();
    }

    @Override
    public void leave(String programme, Collection<Long> schoolIds, int year, LocalDate from, String reason) {
        if (reason == null || reason.isBlank()) {
            throw Refusal.ofField("reason", "territory.participation.noReason");
        }
        List<Long> leaving = told(programme, schoolIds, year, from, true);
        if (leaving.size() < schoolIds.size()) {
            throw Refusal.of("territory.participation.notTakingPart", schoolIds.size() - leaving.size(), String.valueOf(year));
        }
        record(programme, leaving, year, false, from, reason.strip());
        audit.recordAll(programme.equals(PROGRAMME) ? "territory.participationEnded" : "territory.programmeLeft",
            facts(programme, leaving, year, from), reason.strip());
        events.publishEvent(new SchoolsLeft(programme, year, Set.copyOf(leaving), from, reason.strip()));
    }

    /** Those of the schools that take part on a day, or those that do not. */
    private List<Long> told(String programme, Collection<Long> schoolIds, int year, LocalDate on, boolean takePart) {
        return jdbc.sql("select s.id from school s " + TOLD + " where s.id = any(:schools) and coalesce(told.takes_part, false) = :part order by s.id")
            .param("year", year).param("programme", programme).param("on", on).param("known", at(clock.instant()))
            .param("schools", schoolIds.toArray(Long[]::new)).param("part", takePart).query(Long.class).list();
    }

    private void record(String programme, List<Long> schoolIds, int year, boolean takesPart, LocalDate from, String reason) {
        jdbc.sql("""
                insert into participation (region_id, school_id, programme, year, takes_part, occurred_on, reason, recorded_at)
                select region_id, id, :programme, :year, :part, :on, :reason, :known from school where id = any(:schools)""")
            .param("programme", programme).param("year", year).param("part", takesPart).param("on", from).param("reason", reason)
            .param("known", at(clock.instant())).param("schools", schoolIds.toArray(Long[]::new)).update();
    }

    private static List<AuditTrail.Fact> facts(String programme, List<Long> schoolIds, int year, LocalDate from) {
        return schoolIds.stream().map(school -> new AuditTrail.Fact(Subject.of("school", school),
            Map.of("programme", programme, "year", String.valueOf(year), "from", from))).toList();
    }

    @Override
    @Transactional(readOnly = true)
    public Participants within(Place place, int year, LocalDate on, Instant knownAt) {
        List<Participant> schools = new ArrayList<>();
        boolean[] assumed = {false};
        jdbc.sql(schoolsWithin(place)).param("year", year).param("programme", PROGRAMME).param("on", on).param("known", at(knownAt))
            .param("place", place.id())
            .query(row -> {
                schools.add(new Participant(row.getLong("id"), row.getLong("municipality_id"), row.getLong("region_id")));
                assumed[0] |= row.getBoolean("assumed");
            });
        return new Participants(schools, holders(schools, on, knownAt), assumed[0]);
    }

    static String schoolsWithin(Place place) {
        String within = switch (place.level()) {
            case FEDERATION -> ":place = 0";
            case REGION -> "s.region_id = :place";
            case MUNICIPALITY -> "s.municipality_id = :place";
            case SCHOOL -> "s.id = :place";
        };
        return "select s.id, s.municipality_id, s.region_id, told.takes_part is null as assumed from school s " + TOLD + " where " + within + """
             and (told.takes_part or told.takes_part is null and not exists (
                select 1 from participation any_told
                where any_told.region_id = s.region_id and any_told.year = :year and any_told.programme = :programme and any_told.recorded_at <= :known))
            order by s.name, s.id""";
    }

    private List<Holder> holders(List<Participant> schools, LocalDate on, Instant knownAt) {
        return jdbc.sql("""
                select role, person_id, level, place_id, starts_on from appointment
                where (level = 'SCHOOL' and place_id = any(:schools) and role = any(:roles)
                    or level = 'MUNICIPALITY' and place_id = any(:municipalities) and role = 'MUNICIPAL_COORDINATOR')
                    and starts_on <= :on and recorded_at <= :known
                    and (ends_on is null or ends_on >= :on or end_recorded_at > :known)
                order by id""")
            .param("schools", schools.stream().map(Participant::schoolId).toArray(Long[]::new))
            .param("roles", SCHOOL_ROLES.toArray(String[]::new))
            .param("municipalities", schools.stream().map(Participant::municipalityId).distinct().toArray(Long[]::new))
            .param("on", on).param("known", at(knownAt))
            .query((row, n) -> new Holder(Role.valueOf(row.getString("role")), row.getLong("person_id"),
                new Place(Level.valueOf(row.getString("level")), row.getLong("place_id")), row.getObject("starts_on", LocalDate.class))).list();
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
