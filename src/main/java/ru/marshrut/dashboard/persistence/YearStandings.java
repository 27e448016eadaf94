package ru.marshrut.dashboard.persistence;

import static java.util.stream.Collectors.joining;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import ru.marshrut.calendar.WorkingDays;
import ru.marshrut.dashboard.SchoolStanding;
import ru.marshrut.dashboard.Scope;
import ru.marshrut.dashboard.Station;
import ru.marshrut.schoolyear.Stage;
import ru.marshrut.territory.Level;
import ru.marshrut.territory.Participations;
import ru.marshrut.territory.Place;
import ru.marshrut.territory.Role;
import ru.marshrut.work.Responsible;

/** Where the schools of a year stand: one statement for the counts of a territory, one for a page of its schools. */
@Repository
@Transactional(readOnly = true)
public class YearStandings {

    private static final String STAGES = Arrays.stream(Stage.values()).map(Stage::name).collect(joining(",", "'{", "}'::text[]"));
    /** Days: last days farther away than this count as this far. */
    private static final int HORIZON = 500;

    /** The schools that have a year, and those that take part without having one; then the stages of each that are not done. */
    private static final String STANDING = """
        with member as (
            select s.id as school_id, s.name as school, s.municipality_id, s.region_id, (:now at time zone r.time_zone)::date as today,
                y.id as year_id, y.status
            from school_year y join school s on s.id = y.school_id join region r on r.id = s.region_id
            where y.year = :year and <scope:y> and <scope>
            union all
            select told.school_id, told.school, told.municipality_id, told.region_id, told.today, null, 'WITHOUT_YEAR' from (
                select distinct on (s.id) s.id as school_id, s.name as school, s.municipality_id, s.region_id, p.takes_part,
                    (:now at time zone r.time_zone)::date as today
                from participation p join school s on s.id = p.school_id join region r on r.id = s.region_id
                where p.year = :year and p.programme = :programme and <scope:p> and p.occurred_on <= (:now at time zone r.time_zone)::date and <scope>
                order by s.id, p.occurred_on desc, p.recorded_at desc, p.id desc) told
            where told.takes_part and not exists (select from school_year y where y.school_id = told.school_id and y.year = :year)
        ), undone as (
            select m.*, stages.* from member m
            left join lateral (
                select min(at.position) filter (where st.opened_on is not null or at.last_day < m.today) as stands_at,
                    count(*) filter (where at.last_day < m.today) as overdue, array_agg(at.position) as positions, min(at.last_day) as next_due,
                    (array_agg(at.position order by at.last_day, at.position) filter (where at.last_day is not null))[1] as next
                from school_stage st
                cross join lateral (select array_position(<stages>, st.stage) as position, coalesce(st.extended_until, st.due_on) as last_day) at
                where st.school_year_id = m.year_id and st.done_on is null and m.status = 'RUNNING') stages on true
        ), standing as (
            select u.*, case when status <> 'RUNNING' then status
                else coalesce((<stages>)[stands_at], case when positions is null then 'COMPLETED' else 'WAITING' end) end as station
            from undone u
        )
        """.replace("<stages>", STAGES);

    private static final String COUNTS = "select <part> as part, station, count(*) as schools, count(*) filter (where overdue > 0) as late "
        + "from standing group by 1, 2 order by 1, 2";

    /**
     * Most at risk first: overdue ones by the day that was missed, then by working days left for each step that is left, then those without
     * a date, then those whose year does not run.
     */
    private static final String PAGE = """
        , ranked as (
            select st.*, m.name as municipality, r.name as region, coalesce(due.through, :farthest) - today_.before as days_left,
                (select count(*) from unnest(st.positions) p where p <= st.next) as steps_left
            from standing st join municipality m on m.id = st.municipality_id join region r on r.id = st.region_id
            join unnest(cast(:days as date[]), :before) today_ (day, before) on today_.day = st.today
            left join unnest(cast(:days as date[]), :through) due (day, through) on due.day = st.next_due
            where <filter>
        ), page as (
            select *, count(*) over () as total,
                row_number() over (order by case when overdue > 0 then 0 when next_due is not null then 1 when status = 'RUNNING' then 2
                        when station = 'WITHOUT_YEAR' then 3 else 4 end,
                    case when overdue > 0 then next_due end, days_left::numeric / nullif(steps_left, 0), next_due, school, school_id) as place
            from ranked order by place offset :offset limit :limit
        )
        select page.*, task.title as step, task.role, task.level, task.place_id
        from page left join lateral (select t.title, t.role, t.level, t.place_id from task_view t
            where t.school_id = page.school_id and t.closed_at is null and t.only_for is null order by t.due_at nulls last, t.id limit 1) task on true
        order by page.place
        """;

    private final JdbcClient jdbc;
    private final WorkingDays workingDays;

    YearStandings(JdbcClient jdbc, WorkingDays workingDays) {
        this.jdbc = jdbc;
        this.workingDays = workingDays;
    }

    /** How many schools stand where, for each part of a territory. {@code partId}: region or municipality. */
    public record Count(long partId, Station station, int schools, int late) {}

    /** @param partLevel the regions or the municipalities of the scope are counted apart */
    public List<Count> counts(Scope scope, Level partLevel, int year, Instant now) {
        return jdbc.sql(counts(scope, partLevel)).params(values(scope, year, now))
            .query((row, n) -> new Count(row.getLong("part"), Station.valueOf(row.getString("station")), row.getInt("schools"), row.getInt("late")))
            .list();
    }

    static String counts(Scope scope, Level partLevel) {
        return Scopes.within(STANDING, scope) + COUNTS.replace("<part>", partLevel == Level.REGION ? "region_id" : "municipality_id");
    }

    /**
     * Which of the schools are listed.
     *
     * @param station      only those that stand there, or null for all
     * @param late         only those with something overdue
     */
    public record Wanted(Scope scope, int year, Station station, boolean late) {}

    /** @param total of all pages */
    public record Page(List<SchoolStanding> schools, int total) {}

    public Page page(Wanted wanted, Instant now, int offset, int limit) {
        Map<String, Object> values = values(wanted.scope(), wanted.year(), now);
        values.put("station", wanted.station() == null ? null : wanted.station().name());
        values.put("offset", offset);
        values.put("limit", limit);
        addWorkingDays(values, now, workingDays);
        int[] total = {0};
        List<SchoolStanding> schools = jdbc.sql(page(wanted)).params(values).query((row, n) -> {
            total[0] = row.getInt("total");
            return standing(row);
        }).list();
        return new Page(schools, total[0]);
    }

    static String page(Wanted wanted) {
        String filter = "true" + (wanted.station() == null ? "" : " and st.station = :station") + (wanted.late() ? " and st.overdue > 0" : "");
        return Scopes.within(STANDING, wanted.scope()) + PAGE.replace("<filter>", filter);
    }

    /** Years that schools of anywhere have, the latest first. */
    public List<Integer> years() {
        return jdbc.sql("select distinct year from school_year order by year desc").query(Integer.class).list();
    }

    static Map<String, Object> values(Scope scope, int year, Instant now) {
        Map<String, Object> values = new HashMap<>();
        values.put("year", year);
        values.put("programme", Participations.PROGRAMME);
        values.put("now", now.atOffset(ZoneOffset.UTC));
        Scopes.addIds(values, scope);
        return values;
    }

    /** For each day from yesterday on: working days before it, and to its end, counted from the first. */
    static void addWorkingDays(Map<String, Object> values, Instant now, WorkingDays workingDays) {
        LocalDate first = LocalDate.ofInstant(now, ZoneOffset.UTC).minusDays(1);
        String[] days = new String[HORIZON];
        Integer[] before = new Integer[HORIZON];
        Integer[] through = new Integer[HORIZON];
        int counted = 0;
        for (int n = 0; n < HORIZON; n++) {
            LocalDate day = first.plusDays(n);
            days[n] = day.toString();
            before[n] = counted;
            counted += workingDays.isWorking(day) ? 1 : 0;
            through[n] = counted;
        }
        values.put("days", days);
        values.put("before", before);
        values.put("through", through);
        values.put("farthest", counted);
    }

    private static SchoolStanding standing(ResultSet row) throws SQLException {
        LocalDate today = row.getObject("today", LocalDate.class);
        LocalDate due = row.getObject("next_due", LocalDate.class);
        Integer next = row.getObject("next", Integer.class);
        String role = row.getString("role");
        return new SchoolStanding(row.getLong("school_id"), row.getString("school"), row.getString("municipality"), row.getString("region"), today,
            row.getObject("year_id", Long.class), Station.valueOf(row.getString("station")), row.getInt("overdue"),
            next == null ? null : Stage.values()[next - 1], due, due == null || due.isBefore(today) ? null : row.getInt("days_left"),
            row.getInt("steps_left"), row.getString("step"),
            role == null ? null : new Responsible(Role.valueOf(role), new Place(Level.valueOf(row.getString("level")), row.getLong("place_id"))));
    }
}
