package ru.marshrut.schoolyear.persistence;

import static java.util.stream.Collectors.groupingBy;
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
import ru.marshrut.schoolyear.StageStanding;

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

    public void started(long id, String processInstanceId) {
        jdbc.sql("update school_year set process_instance_id = ? where id = ?").params(processInstanceId, id).update();
    }

    @Override
    public SchoolYear get(long id) {
        return jdbc.sql(YEAR + "where id = ?").param(id).query(SchoolYear.class).optional()
            .orElseThrow(() -> new NoSuchElementException("school year " + id));
    }

    /** Nobody else changes the year or its stages until the transaction ends. */
    public SchoolYear lock(long id) {
        return jdbc.sql(YEAR + "where id = ? for update").param(id).query(SchoolYear.class).optional()
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
            .collect(groupingBy(StageStanding::schoolYearId, LinkedHashMap::new, java.util.stream.Collectors.toList()));
    }

    public void open(long yearId, Stage stage, LocalDate on) {
        jdbc.sql("update school_stage set opened_on = coalesce(opened_on, ?) where school_year_id = ? and stage = ?")
            .params(on, yearId, stage.name()).update();
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
