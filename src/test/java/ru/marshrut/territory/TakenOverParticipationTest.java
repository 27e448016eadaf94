package ru.marshrut.territory;

import static org.assertj.core.api.Assertions.assertThat;

import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import ru.marshrut.testing.TestDatabase;

/** Participation that an earlier version held only as schools of a peer review. */
class TakenOverParticipationTest {

    private final DriverManagerDataSource database = new DriverManagerDataSource(TestDatabase.newDatabase(), "postgres", "");
    private final JdbcClient jdbc = JdbcClient.create(database);

    @BeforeEach
    void anEarlierVersion() {
        migrate("80");
        for (int region = 1; region <= 3; region++) {
            jdbc.sql("insert into region (code, name, time_zone) values (?, ?, 'Europe/Moscow')").params("R" + region, "Пробный край " + region).update();
            jdbc.sql("insert into municipality (region_id, name) values (?, 'Вымышленный район')").param(region).update();
            for (int school = 1; school <= 2; school++) {
                jdbc.sql("insert into school (region_id, municipality_id, code, name, settlement) values (?, ?, ?, ?, 'CITY')")
                    .params(region, region, "sch" + school, "Школа № " + school).update();
            }
        }
    }

    private void migrate(String target) {
        Flyway.configure().dataSource(database).target(target).load().migrate();
    }

    private void round(int region, Integer municipality, String status, long... schools) {
        long round = jdbc.sql("""
                insert into review_round (region_id, municipality_id, year, title, status, notice_until, exchange_until, meetings_from, meetings_to, meeting_until, final_until)
                values (?, ?, 2022, 'Взаимоэкспертиза', ?, '2022-09-16', '2022-10-07', '2022-09-23', '2022-10-31', '2022-10-21', '2022-11-01') returning id""")
            .param(region).param(municipality).param(status).query(Long.class).single();
        for (long school : schools) {
            jdbc.sql("insert into round_school values (?, ?)").params(round, school).update();
        }
    }

    @Test
    void onlyRoundsOfWholeRegionsThatToldNothingAreTakenOver() {
        round(1, null, "RUNNING", 1, 2);
        round(1, null, "FINISHED", 1);
        round(2, 2, "RUNNING", 3, 4);
        round(3, null, "RUNNING", 5, 6);
        jdbc.sql("insert into participation (region_id, school_id, programme, year, takes_part, occurred_on, reason, recorded_at) values (3, 5, '500+', 2022, true, '2022-01-29', '№ 1', now())")
            .update();

        migrate("81");

        assertThat(jdbc.sql("select school_id || ' ' || programme || ' ' || occurred_on from participation order by 1").query(String.class).list())
            .containsExactly("1 500+ 2022-01-01", "2 500+ 2022-01-01", "5 500+ 2022-01-29");
    }
}
