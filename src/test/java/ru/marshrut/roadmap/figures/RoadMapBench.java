package ru.marshrut.roadmap.figures;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import ru.marshrut.roadmap.RoadMap;
import ru.marshrut.roadmap.RoadMaps;
import ru.marshrut.testing.CountedStatements;
import ru.marshrut.testing.CountingDataSource;
import ru.marshrut.testing.MadePeople;

/**
 * What one road map's page computes, with that map alone in the database, and again among 85 regional and 2,000 municipal
 * road maps with 50,000 measures and the outcomes of 20,000 schools.
 */
@Tag("bench")
@SpringBootTest
@Import(CountedStatements.class)
class RoadMapBench {

    private static final int REGIONS = 85;
    private static final int MUNICIPALITIES = 2_000;
    private static final int MEASURES = 24;
    private static final int SCHOOLS_EACH = 10;
    private static final int RUNS = Integer.getInteger("bench.runs", 300);
    private static final LocalDate ON = LocalDate.of(2021, 6, 21);
    private static final Path REPORT = Path.of("target", "bench", "road-maps.txt");

    @Autowired
    Clock clock;
    @Autowired
    MadePeople people;
    @Autowired
    RoadMaps roadMaps;
    @Autowired
    MapStandings standings;
    @Autowired
    JdbcClient jdbc;
    @Autowired
    DataSource database;

    @Test
    void aPageOfOneRoadMapDoesNotSlowDown() throws IOException {
        long region = region("Первый край");
        fill(List.of(region), MUNICIPALITIES / REGIONS);
        long regional = map("REGION", region);
        long municipal = map("MUNICIPALITY", jdbc.sql("select min(id) from municipality where region_id = ?").param(region).query(Long.class).single());
        measure(regional); // until the Java machine is warm: what is measured first would seem slow
        measure(municipal);
        Measured[] small = {measure(regional), measure(municipal)};

        fill(IntStream.range(1, REGIONS).mapToObj(n -> region("Край " + n)).toList(), MUNICIPALITIES / REGIONS);
        Measured[] large = {measure(regional), measure(municipal)};

        long maps = jdbc.sql("select count(*) from road_map").query(Long.class).single();
        long measures = jdbc.sql("select count(*) from measure").query(Long.class).single();
        String table = """
            | | one region alone: ms | statements | among %,d maps, %,d measures: ms | statements | ratio |
            |---|---:|---:|---:|---:|---:|
            | a regional map | %.1f | %d | %.1f | %d | %.2f |
            | a municipal map | %.1f | %d | %.1f | %d | %.2f |
            """.formatted(maps, measures, small[0].millis(), small[0].statements(), large[0].millis(), large[0].statements(), large[0].millis() / small[0].millis(),
            small[1].millis(), small[1].statements(), large[1].millis(), large[1].statements(), large[1].millis() / small[1].millis());
        System.out.println(table);
        Files.createDirectories(REPORT.getParent());
        Files.writeString(REPORT, table);
    }

    private record Measured(double millis, long statements) {}

    /** The median of many, in milliseconds, after as many to warm up. */
    private Measured measure(long mapId) {
        RoadMap map = roadMaps.roadMap(mapId);
        CountingDataSource counting = (CountingDataSource) database;
        long[] nanos = new long[RUNS];
        for (int run = -RUNS; run < RUNS; run++) {
            counting.clear();
            long start = System.nanoTime();
            standings.of(map, ON, clock.instant());
            nanos[Math.max(0, run)] = System.nanoTime() - start;
        }
        Arrays.sort(nanos);
        return new Measured(nanos[RUNS / 2] / 1e6, counting.statements());
    }

    private long region(String name) {
        return jdbc.sql("insert into region (code, name, time_zone) values ((select 'B' || count(*) from region), ?, 'Europe/Moscow') returning id").param(name)
            .query(Long.class).single();
    }

    private long map(String level, long place) {
        return jdbc.sql("select id from road_map where level = ? and place_id = ?").params(level, place).query(Long.class).single();
    }

    /** Municipalities with schools and curators, a road map for each place, a share of all schools in each measure, outcomes of half of them. */
    private void fill(List<Long> regions, int municipalities) {
        Long[] ids = regions.toArray(Long[]::new);
        long person = people.person();
        jdbc.sql("insert into municipality (region_id, name) select r, 'Район ' || n from unnest(?::bigint[]) r, generate_series(1, ?) n")
            .params(ids, municipalities).update();
        jdbc.sql("""
                insert into school (region_id, municipality_id, code, name, settlement)
                select m.region_id, m.id, m.id || '-' || n, 'Школа № ' || n, 'VILLAGE' from municipality m, generate_series(1, ?) n
                where m.region_id = any(?)""").params(SCHOOLS_EACH, ids).update();
        jdbc.sql("""
                insert into appointment (person_id, role, level, place_id, starts_on, recorded_at)
                select ?, role, 'SCHOOL', s.id, '2020-01-01', '2020-01-01' from school s, unnest(array['CURATOR', 'PRINCIPAL', 'SCHOOL_COORDINATOR']) role
                where s.region_id = any(?)""").params(person, ids).update();
        jdbc.sql("""
                insert into road_map (level, place_id, region_id, year, title)
                select 'REGION', r, r, 2021, 'Карта' from unnest(?::bigint[]) r
                union all select 'MUNICIPALITY', id, region_id, 2021, 'Карта' from municipality where region_id = any(?)""").params(ids, ids).update();
        jdbc.sql("""
                insert into road_map_version (road_map_id, number, order_number, order_date, effective_from, source_name, tables, chosen, columns, left_out,
                    approved_at, approved_by)
                select id, 1, '1', '2021-01-29', '2021-01-29', '', '[]', '{}', '{}', '{}', '2021-01-29', ? from road_map where region_id = any(?)""")
            .params(person, ids).update();
        jdbc.sql("insert into measure (road_map_id, state) select m.id, 'RUNNING' from road_map m, generate_series(1, ?) where m.region_id = any(?)")
            .params(MEASURES, ids).update();
        jdbc.sql("""
                insert into measure_content (version_id, measure_id, position, row_key, number, title, date_words, responsible_words, roles, expected_result,
                    evidence, outcome)
                select v.id, m.id, m.id, m.id, '1', 'Мероприятие', 'до 30.04.2021', '', '{}', '', 'STAGE', 'CONCEPT_DOCUMENTS_PLACED'
                from measure m join road_map_version v on v.road_map_id = m.road_map_id join road_map r on r.id = m.road_map_id where r.region_id = any(?)""")
            .param(ids).update();
        String contents = " from measure_content c join road_map_version v on v.id = c.version_id join road_map r on r.id = v.road_map_id where r.region_id = any(?)";
        jdbc.sql("insert into measure_window select c.id, 0, '2021-01-29', '2021-04-30', 'DAY'" + contents).param(ids).update();
        jdbc.sql("insert into measure_indicator (content_id, position, kind, populations, target, words) select c.id, 0, 'SHARE', '{SCHOOLS}', 100, '100% школ'" + contents)
            .param(ids).update();
        jdbc.sql("""
                insert into outcome (kind, member_type, member_id, region_id, school_id, year, occurred_on, counts, recorded_at)
                select kind, 'SCHOOL', s.id, s.region_id, s.id, 2021, '2021-04-10', true, '2021-04-10' from school s,
                    unnest(array['CONCEPT_DOCUMENTS_PLACED', 'SURVEY_DONE', 'RISKS_ACTIVATED', 'MONITORING_1_PLACED', 'SCHOOL_VISITED']) kind
                where s.region_id = any(?) and s.id % 2 = 0""").param(ids).update();
        jdbc.sql("""
                insert into participation (region_id, school_id, programme, year, takes_part, occurred_on, reason, recorded_at)
                select region_id, id, '500+', 2021, true, '2021-01-29', '1', '2021-01-29' from school where region_id = any(?)""").param(ids).update();
        jdbc.sql("analyze").update();
    }
}
