package ru.marshrut.dashboard.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.OffsetDateTime;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.autoconfigure.web.servlet.AutoConfigureMockMvc;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;
import ru.marshrut.territory.Place;
import ru.marshrut.testing.MadePeople;

/** The table of a municipality finds its schools by index, however many others the country has. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@AutoConfigureMockMvc
class SidesPlanTest {

    @Autowired
    MadePeople people;
    @Autowired
    JdbcClient jdbc;

    @Test
    @Transactional
    void aMunicipalitysPageReadsNoTableWhole() {
        long region = people.region();
        for (int n = 0; n < 50; n++) {
            people.municipality(region);
        }
        jdbc.sql("""
                insert into school (region_id, municipality_id, code, name, settlement)
                select ?, m.id, m.id || '-' || n, 'Школа № ' || n, 'VILLAGE' from municipality m, generate_series(1, 100) n where m.region_id = ?""")
            .params(region, region).update();
        long round = jdbc.sql("""
                insert into review_round (region_id, year, title, status, notice_until, exchange_until, meetings_from, meetings_to,
                    meeting_until, final_until)
                values (?, 2022, 'Раунд', 'RUNNING', '2022-09-16', '2022-10-07', '2022-09-23', '2022-10-31', '2022-10-21', '2022-11-01')
                returning id""").param(region).query(Long.class).single();
        jdbc.sql("insert into round_school select ?, id from school where region_id = ?").params(round, region).update();
        jdbc.sql("""
                with circle as (insert into review_circle (round_id, status) select ?, 'RUNNING' from generate_series(1, 2500) returning id),
                numbered as (select id, row_number() over (order by id) as n from circle),
                schools as (select id, row_number() over (order by id) as n from school where region_id = ?)
                insert into circle_side (circle_id, school_id, position)
                select c.id, s.id, s.n % 2 from schools s join numbered c on c.n = (s.n + 1) / 2""").params(round, region).update();
        jdbc.sql("""
                insert into task_view (id, process_key, step, form, business_key, title, region_id, school_id, role, level, place_id,
                    wanted_role, wanted_level, wanted_place, opened_at, due_at)
                select 'plan-' || s.id || '-' || n, 'peer-review', 'step' || n, 'form', '1', 'Шаг', s.region_id, s.id, 'SCHOOL_COORDINATOR', 'SCHOOL',
                    s.id, 'SCHOOL_COORDINATOR', 'SCHOOL', s.id, now(), now() from school s, generate_series(1, 4) n where s.region_id = ?""").param(region).update();
        jdbc.sql("analyze school, round_school, review_circle, circle_side, task_view, municipality").update();
        long municipality = jdbc.sql("select min(id) from municipality where region_id = ?").param(region).query(Long.class).single();

        String plan = String.join("\n", jdbc.sql("explain " + Sides.page(Place.municipality(municipality), true, false))
            .params(municipality, OffsetDateTime.parse("2100-01-01T00:00:00Z"), 50).query(String.class).list());

        assertThat(plan).contains("school_municipality", "task_view_school").doesNotContain("Seq Scan on school ", "Seq Scan on circle_side",
            "Seq Scan on round_school", "Seq Scan on review_circle", "Seq Scan on task_view");
    }
}
