package ru.marshrut.schoolyear.persistence;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toMap;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import ru.marshrut.schoolyear.SchoolYear;
import ru.marshrut.schoolyear.SchoolYears;
import ru.marshrut.schoolyear.Stage;
import ru.marshrut.schoolyear.StagePlan;
import ru.marshrut.schoolyear.StageStanding;
import ru.marshrut.territory.Place;

/** School years and where they stand. */
@Repository
@Transactional
public class YearRows implements SchoolYears {

    private static final String YEAR = """
        select id, region_id, school_id, year, status, started_on, ended_on, end_reason, merged_into, process_instance_id from school_year\s""";

    private final JdbcClient jdbc;

    YearRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A year with all its stages before it. @return its id */
    public long add(long regionId, long schoolId, int year, LocalDate startedOn) {
        long id = jdbc.sql("insert into school_year (region_id, school_id, year, started_on) values (?, ?, ?, ?) returning id")
            .params(regionId, schoolId, year, startedOn).query(Long.class).single();
        jdbc.sql("insert into school_stage (school_year_id, stage) select ?, unnest(?)")
            .params(id, Arrays.stream(Stage.values()).map(Stage::name).toArray(String[]::new)).update();
        return id;
    }

    /**
     * Years of schools that have none in the year, with their stages still to be planned.
     *
     * @param late joined late
     */
    public List<SchoolYear> addAll(Collection<Long> schoolIds, int year, LocalDate startedOn, boolean late) {
        return jdbc.sql("""
                insert into school_year (region_id, school_id, year, started_on, joined_late)
                select region_id, id, ?, ?, ? from school where id = any(?) on conflict do nothing
                returning id, region_id, school_id, year, status, started_on, ended_on, end_reason, merged_into, process_instance_id""")
            .params(year, startedOn, late, schoolIds.toArray(Long[]::new)).query(SchoolYear.class).list();
    }

    /** Writes the days of stages, each of which may have a row already. */
    public void plan(Collection<Planned> plans) {
        jdbc.sql("""
                insert into school_stage (school_year_id, stage, opens_on, due_on, due_source)
                select * from unnest(?::bigint[], ?::text[], ?::date[], ?::date[], ?::text[])
                on conflict (school_year_id, stage) do update
                set opens_on = excluded.opens_on, due_on = excluded.due_on, due_source = excluded.due_source,
                    extended_until = case when excluded.due_on >= school_stage.extended_until then null else school_stage.extended_until end""")
            .params(plans.stream().map(Planned::yearId).toArray(Long[]::new), plans.stream().map(one -> one.plan().stage().name()).toArray(String[]::new),
                plans.stream().map(one -> one.plan().opensOn()).map(YearRows::iso).toArray(String[]::new),
                plans.stream().map(one -> one.plan().dueOn()).map(YearRows::iso).toArray(String[]::new),
                plans.stream().map(one -> one.plan().dueSource()).toArray(String[]::new))
            .update();
    }

    private static String iso(LocalDate day) {
        return day == null ? null : day.toString();
    }

    public record Planned(long yearId, StagePlan plan) {}

    /** @param instances process instances by year */
    public void started(Map<Long, String> instances) {
        jdbc.sql("""
                update school_year y set process_instance_id = given.instance
                from unnest(?::bigint[], ?::text[]) as given (id, instance) where y.id = given.id""")
            .params(instances.keySet().toArray(Long[]::new), instances.values().toArray(String[]::new)).update();
    }

    public void end(long id, SchoolYear.Status status, LocalDate on, String reason, Long mergedInto) {
        jdbc.sql("update school_year set status = ?, ended_on = ?, end_reason = ?, merged_into = ? where id = ?")
            .params(status.name(), on, reason, mergedInto, id).update();
    }

    /** Running years at and below a place, by id; nobody else changes them until the transaction ends. */
    public List<Running> lockRunning(Place place, int year) {
        return jdbc.sql("""
                select y.id, s.municipality_id, case when y.joined_late then y.started_on end as joined_late_on
                from school_year y join school s on s.id = y.school_id
                where y.year = :year and y.status = 'RUNNING' and\s""" + within(place) + " order by y.id for no key update of y")
            .param("year", year).param("place", place.id()).query(Running.class).list();
    }

    /** @param joinedLateOn null for a school that takes part from the beginning */
    public record Running(long id, long municipalityId, LocalDate joinedLateOn) {}

    public List<SchoolYear> all(Collection<Long> ids) {
        return jdbc.sql(YEAR + "where id = any(?) order by id").param(ids.toArray(Long[]::new)).query(SchoolYear.class).list();
    }

    /** A page of the years at and below a place, by the school's name. */
    public List<SchoolYear> page(Place place, int year, int offset, int limit) {
        return jdbc.sql("""
                select y.id, y.region_id, y.school_id, y.year, y.status, y.started_on, y.ended_on, y.end_reason, y.merged_into, y.process_instance_id
                from school_year y join school s on s.id = y.school_id
                where y.year = :year and\s""" + within(place) + " order by s.name, y.id offset :offset limit :limit")
            .param("year", year).param("place", place.id()).param("offset", offset).param("limit", limit).query(SchoolYear.class).list();
    }

    public int count(Place place, int year) {
        return jdbc.sql("select count(*) from school_year y join school s on s.id = y.school_id where y.year = :year and " + within(place))
            .param("year", year).param("place", place.id()).query(Integer.class).single();
    }

    private static String within(Place place) {
        return switch (place.level()) {
            case FEDERATION -> ":place = 0";
            case REGION -> "y.region_id = :place";
            case MUNICIPALITY -> "s.municipality_id = :place";
            case SCHOOL -> "s.id = :place";
        };
    }

    @Override
    public SchoolYear get(long id) {
        return jdbc.sql(YEAR + "where id = ?").param(id).query(SchoolYear.class).optional()
            .orElseThrow(() -> new NoSuchElementException("school year " + id));
    }

    /** Nobody else changes the year or its stages until the transaction ends. */
    public SchoolYear lock(long id) {
        return jdbc.sql(YEAR + "where id = ? for no key update").param(id).query(SchoolYear.class).optional()
            .orElseThrow(() -> new NoSuchElementException("school year " + id));
    }

    @Override
    public Optional<SchoolYear> of(long schoolId, int year) {
        return jdbc.sql(YEAR + "where school_id = ? and year = ?").params(schoolId, year).query(SchoolYear.class).optional();
    }

    @Override
    public Map<Long, SchoolYear> ofSchools(Collection<Long> schoolIds, int year) {
        return jdbc.sql(YEAR + "where school_id = any(?) and year = ?").params(schoolIds.toArray(Long[]::new), year)
            .query(SchoolYear.class).list().stream().collect(toMap(SchoolYear::schoolId, found -> found));
    }

    @Override
    public List<SchoolYear> historyOf(long schoolId) {
        return jdbc.sql(YEAR + "where school_id = ? order by year desc").param(schoolId).query(SchoolYear.class).list();
    }

    @Override
    public List<StageStanding> standings(long yearId) {
        return standings(List.of(yearId)).getOrDefault(yearId, List.of());
    }

    @Override
    public Map<Long, List<StageStanding>> standings(Collection<Long> yearIds) {
        return jdbc.sql("select * from school_stage where school_year_id = any(?)").param(yearIds.toArray(Long[]::new))
            .query(YearRows::standing).list().stream().sorted(Comparator.comparing(StageStanding::stage))
            .collect(groupingBy(StageStanding::schoolYearId, LinkedHashMap::new, toList()));
    }

    /** @return whether it was not open before */
    public boolean open(long yearId, Stage stage, LocalDate on) {
        return jdbc.sql("update school_stage set opened_on = ? where school_year_id = ? and stage = ? and opened_on is null")
            .params(on, yearId, stage.name()).update() > 0;
    }

    public void done(long yearId, Stage stage, LocalDate on, boolean late, Instant when) {
        jdbc.sql("""
                update school_stage set opened_on = coalesce(opened_on, ?), done_on = ?, late = ?, done_at = ?
                where school_year_id = ? and stage = ?""")
            .params(on, on, late, when.atOffset(ZoneOffset.UTC), yearId, stage.name()).update();
    }

    public void takeBack(long yearId, Stage stage) {
        jdbc.sql("""
                update school_stage set done_on = null, done_at = null, late = false, reopened = reopened + 1
                where school_year_id = ? and stage = ?""")
            .params(yearId, stage.name()).update();
    }

    public void extend(long yearId, Stage stage, LocalDate until) {
        jdbc.sql("update school_stage set extended_until = ? where school_year_id = ? and stage = ?").params(until, yearId, stage.name()).update();
    }

    private static StageStanding standing(ResultSet row, int number) throws SQLException {
        return new StageStanding(row.getLong("school_year_id"), Stage.valueOf(row.getString("stage")), day(row, "opens_on"), day(row, "due_on"),
            row.getString("due_source"), day(row, "extended_until"), day(row, "opened_on"), day(row, "done_on"), row.getBoolean("late"),
            row.getInt("reopened"));
    }

    private static LocalDate day(ResultSet row, String column) throws SQLException {
        return row.getObject(column, LocalDate.class);
    }
}
