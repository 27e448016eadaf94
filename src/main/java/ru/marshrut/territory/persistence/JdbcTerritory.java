package ru.marshrut.territory.persistence;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import ru.marshrut.audit.AuditTrail;
import ru.marshrut.audit.Subject;
import ru.marshrut.shared.Refusal;
import ru.marshrut.territory.Municipality;
import ru.marshrut.territory.Place;
import ru.marshrut.territory.Region;
import ru.marshrut.territory.School;
import ru.marshrut.territory.Settlement;
import ru.marshrut.territory.Territory;

@Repository
@Transactional
class JdbcTerritory implements Territory {

    /** A region is never changed once it is there, and every task asks for its time zone. */
    private final Map<Long, Region> regions = new ConcurrentHashMap<>();
    private final JdbcClient jdbc;
    private final AuditTrail audit;

    JdbcTerritory(JdbcClient jdbc, AuditTrail audit) {
        this.jdbc = jdbc;
        this.audit = audit;
    }

    @Override
    public List<Region> regions() {
        return jdbc.sql("select * from region order by code").query(JdbcTerritory::region).list();
    }

    @Override
    public Region region(long id) {
        Region known = regions.get(id);
        if (known == null) {
            known = jdbc.sql("select * from region where id = ?").param(id).query(JdbcTerritory::region).optional()
                .orElseThrow(() -> new NoSuchElementException("region " + id));
            regions.put(id, known);
        }
        return known;
    }

    @Override
    public Municipality municipality(long id) {
        return jdbc.sql("select * from municipality where id = ?").param(id).query(Municipality.class).optional()
            .orElseThrow(() -> new NoSuchElementException("municipality " + id));
    }

    @Override
    public List<Municipality> municipalitiesOf(long regionId) {
        return jdbc.sql("select * from municipality where region_id = ? order by name").param(regionId)
            .query(Municipality.class).list();
    }

    @Override
    public School school(long id) {
        return jdbc.sql("select * from school where id = ?").param(id).query(School.class).optional()
            .orElseThrow(() -> new NoSuchElementException("school " + id));
    }

    @Override
    public Map<Long, School> schools(Collection<Long> ids) {
        return jdbc.sql("select * from school where id = any(?)").param(ids.toArray(Long[]::new))
            .query(School.class).stream().collect(toMap(School::id, school -> school));
    }

    @Override
    public List<School> schoolsWithin(Place place) {
        String within = switch (place.level()) {
            case FEDERATION -> "? = 0";
            case REGION -> "region_id = ?";
            case MUNICIPALITY -> "municipality_id = ?";
            case SCHOOL -> "id = ?";
        };
        return jdbc.sql("select * from school where " + within + " order by name, id").param(place.id()).query(School.class).list();
    }

    @Override
    public Map<String, String> riskDirections() {
        Map<String, String> names = new LinkedHashMap<>();
        jdbc.sql("select code, name from risk_direction order by position")
            .query(row -> { names.put(row.getString(1), row.getString(2)); });
        return names;
    }

    @Override
    public Map<Long, Set<String>> activatedRisks(Collection<Long> schoolIds, int year) {
        record Row(long schoolId, String direction) {}
        return jdbc.sql("select school_id, direction from activated_risk where school_id = any(?) and year = ?")
            .params(schoolIds.toArray(Long[]::new), year)
            .query(Row.class).stream().collect(groupingBy(Row::schoolId, mapping(Row::direction, toSet())));
    }

    @Override
    public List<Conflict> conflictsAmong(Collection<Long> schoolIds) {
        Long[] ids = schoolIds.toArray(Long[]::new);
        return jdbc.sql("select * from conflict where school_id = any(?) and other_school_id = any(?) order by 1, 2")
            .params(ids, ids).query(Conflict.class).list();
    }

    @Override
    public long addRegion(String code, String name, String timeZone) {
        long id = jdbc.sql("insert into region (code, name, time_zone) values (?, ?, ?) returning id")
            .params(code, name, ZoneId.of(timeZone).getId()).query(Long.class).single();
        audit.record("territory.regionAdded", Subject.of("region", id), Map.of("name", name));
        return id;
    }

    @Override
    public long addMunicipality(long regionId, String name) {
        long id = jdbc.sql("insert into municipality (region_id, name) values (?, ?) returning id")
            .params(regionId, name).query(Long.class).single();
        audit.record("territory.municipalityAdded", Subject.of("municipality", id), Map.of("name", name));
        return id;
    }

    @Override
    public long addSchool(long municipalityId, String code, String name, Settlement settlement) {
        long id = jdbc.sql("""
                insert into school (region_id, municipality_id, code, name, settlement)
                select region_id, id, ?, ?, ? from municipality where id = ? returning id""")
            .params(code, name, settlement.name(), municipalityId).query(Long.class).single();
        audit.record("territory.schoolAdded", Subject.of("school", id), Map.of("name", name));
        return id;
    }

    @Override
    public void activateRisks(long schoolId, int year, Set<String> directions) {
        jdbc.sql("delete from activated_risk where school_id = ? and year = ?").params(schoolId, year).update();
        jdbc.sql("insert into activated_risk (school_id, year, direction) select ?, ?, unnest(?)")
            .params(schoolId, year, directions.toArray(String[]::new)).update();
        audit.record("territory.risksActivated", Subject.of("school", schoolId),
            Map.of("year", String.valueOf(year), "directions", riskDirections().entrySet().stream()
                .filter(direction -> directions.contains(direction.getKey())).map(Map.Entry::getValue).collect(joining("; "))));
    }

    @Override
    public Optional<School> schoolByCode(long regionId, String code) {
        return jdbc.sql("select * from school where region_id = ? and lower(code) = lower(?)").params(regionId, code.strip())
            .query(School.class).optional();
    }

    @Override
    public SortedMap<Integer, Set<String>> riskHistory(long schoolId) {
        SortedMap<Integer, Set<String>> years = new TreeMap<>(Comparator.reverseOrder());
        jdbc.sql("select year, direction from activated_risk where school_id = ?").param(schoolId)
            .query(row -> { years.computeIfAbsent(row.getInt(1), year -> new HashSet<>()).add(row.getString(2)); });
        return years;
    }

    @Override
    public List<Conflict> conflictsOf(long schoolId) {
        return jdbc.sql("select * from conflict where school_id = ? or other_school_id = ? order by 1, 2").params(schoolId, schoolId)
            .query(Conflict.class).list();
    }

    @Override
    public void withdrawConflict(long schoolId, long otherSchoolId, String reason) {
        int withdrawn = jdbc.sql("delete from conflict where school_id = least(?, ?) and other_school_id = greatest(?, ?)")
            .params(schoolId, otherSchoolId, schoolId, otherSchoolId).update();
        if (withdrawn > 0) {
            audit.record("territory.conflictWithdrawn", Subject.of("school", schoolId), Map.of("other", school(otherSchoolId).name()), reason);
        }
    }

    @Override
    public void declareConflict(long schoolId, long otherSchoolId, String reason) {
        if (schoolId == otherSchoolId) {
            throw Refusal.ofField("other", "territory.conflict.withItself");
        }
        if (reason == null || reason.isBlank()) {
            throw Refusal.ofField("reason", "territory.conflict.noReason");
        }
        jdbc.sql("""
                insert into conflict (school_id, other_school_id, reason) values (least(?, ?), greatest(?, ?), ?)
                on conflict (school_id, other_school_id) do update set reason = excluded.reason""")
            .params(schoolId, otherSchoolId, schoolId, otherSchoolId, reason).update();
        audit.record("territory.conflictDeclared", Subject.of("school", schoolId), Map.of("other", school(otherSchoolId).name()), reason);
    }

    private static Region region(ResultSet row, int number) throws SQLException {
        return new Region(row.getLong("id"), row.getString("code"), row.getString("name"), ZoneId.of(row.getString("time_zone")));
    }
}
