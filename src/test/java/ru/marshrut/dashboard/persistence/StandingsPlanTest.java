package ru.marshrut.dashboard.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.autoconfigure.web.servlet.AutoConfigureMockMvc;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;
import ru.marshrut.calendar.WorkingDays;
import ru.marshrut.dashboard.Scope;
import ru.marshrut.dashboard.persistence.YearStandings.Wanted;
import ru.marshrut.schoolyear.Stage;
import ru.marshrut.territory.Level;
import ru.marshrut.territory.Place;
import ru.marshrut.testing.MadePeople;

/** What the panel and the lists cost with the country's 5,400 schools of a year, and with another year beside it. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@AutoConfigureMockMvc
class StandingsPlanTest {

    private static final int YEAR = 2031;

    @Autowired
    MadePeople people;
    @Autowired
    JdbcClient jdbc;
    @Autowired
    YearStandings standings;
    @Autowired
    WorkingDays workingDays;
    @Autowired
    Clock clock;

    @Test
    @Transactional
    void aMunicipalityAndARegionReadTheirOwnSchoolsAndTheCountryItsYear() {
        long region = 0;
        for (int n = 0; n < 10; n++) {
            region = people.region();
            for (int m = 0; m < 20; m++) {
                people.municipality(region);
            }
        }
        jdbc.sql("""
                insert into school (region_id, municipality_id, code, name, settlement)
                select m.region_id, m.id, m.id || '-' || n, 'Школа № ' || n, 'VILLAGE' from municipality m, generate_series(1, 27) n
                where m.region_id > ? - 10 and m.region_id <= ?""").params(region, region).update();
        for (int year : List.of(YEAR, YEAR - 1)) {
            jdbc.sql("""
                    insert into school_year (region_id, school_id, year, started_on) select region_id, id, ?, make_date(?, 1, 20) from school
                    where region_id > ? - 10 and region_id <= ?""").params(year, year, region, region).update();
        }
        jdbc.sql("""
                insert into school_stage (school_year_id, stage, due_on, opened_on, done_on)
                select y.id, st.stage, make_date(y.year, 1, 20) + st.n::int * 25, case when st.n <= y.id % 11 + 1 then make_date(y.year, 1, 20) end,
                    case when st.n <= y.id % 11 then make_date(y.year, 2, 1) end
                from school_year y, unnest(?) with ordinality st (stage, n) where y.year in (?, ?)""")
            .params(Arrays.stream(Stage.values()).map(Enum::name).toArray(String[]::new), YEAR, YEAR - 1).update();
        jdbc.sql("""
                insert into participation (region_id, school_id, programme, year, takes_part, occurred_on, reason, recorded_at)
                select region_id, school_id, '500+', year, true, started_on, 'Приказ', now() from school_year where year in (?, ?)""")
            .params(YEAR, YEAR - 1).update();
        jdbc.sql("""
                insert into task_view (id, process_key, step, form, business_key, title, region_id, school_id, role, level, place_id,
                    wanted_role, wanted_level, wanted_place, opened_at, due_at)
                select 'standing-' || s.id || '-' || n, 'school-year', 'step' || n, 'form', '1', 'Шаг', s.region_id, s.id, 'SCHOOL_COORDINATOR', 'SCHOOL',
                    s.id, 'SCHOOL_COORDINATOR', 'SCHOOL', s.id, now(), now() from school s, generate_series(1, 4) n
                where s.region_id > ? - 10 and s.region_id <= ?""").params(region, region).update();
        jdbc.sql("analyze school, municipality, school_year, school_stage, participation, task_view").update();
        long municipality = jdbc.sql("select min(id) from municipality where region_id = ?").param(region).query(Long.class).single();

        assertThat(counts(Place.municipality(municipality), Level.MUNICIPALITY)).contains("school_municipality")
            .doesNotContain("Seq Scan on school_stage", "Seq Scan on school_year", "Seq Scan on participation", "Seq Scan on school ");
        assertThat(counts(Place.region(region), Level.MUNICIPALITY)).doesNotContain("Seq Scan on school_stage", "Seq Scan on participation");
        assertThat(counts(Place.FEDERATION, Level.REGION)).doesNotContain("Seq Scan on school_stage");
        assertThat(page(Place.region(region))).contains("task_view_school").doesNotContain("Seq Scan on task_view");
        assertThat(page(Place.FEDERATION)).contains("task_view_school").doesNotContain("Seq Scan on task_view");
        assertThat(standings.counts(Scope.of(Place.FEDERATION), Level.REGION, YEAR, clock.instant()).stream().mapToInt(YearStandings.Count::schools).sum())
            .isEqualTo(5_400);
        assertThat(standings.page(new Wanted(Scope.of(Place.FEDERATION), YEAR, null, false), clock.instant(), 5_350, 50).schools()).hasSize(50);
    }

    private String counts(Place place, Level parts) {
        return explained(YearStandings.counts(Scope.of(place), parts), YearStandings.values(Scope.of(place), YEAR, clock.instant()), "counts of " + place);
    }

    private String page(Place place) {
        Wanted wanted = new Wanted(Scope.of(place), YEAR, null, true);
        Map<String, Object> values = new HashMap<>(YearStandings.values(wanted.scope(), YEAR, clock.instant()));
        YearStandings.addWorkingDays(values, clock.instant(), workingDays);
        values.put("offset", 0);
        values.put("limit", 50);
        return explained(YearStandings.page(wanted), values, "page of " + place);
    }

    private String explained(String sql, Map<String, Object> values, String what) {
        String plan = String.join("\n", jdbc.sql("explain (analyze, buffers) " + sql).params(values).query(String.class).list());
        System.out.println(what + "\n" + plan + "\n");
        return plan;
    }
}
