package ru.marshrut.roadmap.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import ru.marshrut.calendar.Window;
import ru.marshrut.roadmap.Choices;
import ru.marshrut.roadmap.Draft;
import ru.marshrut.roadmap.Evidence;
import ru.marshrut.roadmap.Indicator;
import ru.marshrut.roadmap.IndicatorKind;
import ru.marshrut.roadmap.Measure;
import ru.marshrut.roadmap.MeasureContent;
import ru.marshrut.roadmap.Order;
import ru.marshrut.roadmap.OutcomeKind;
import ru.marshrut.roadmap.Population;
import ru.marshrut.roadmap.persistence.VersionRows.Entry;
import ru.marshrut.territory.Place;
import ru.marshrut.territory.Role;
import ru.marshrut.testing.CountingDataSource;
import ru.marshrut.testing.MadePeople;

/** What road maps cost to keep and to read, however many measures they have and however many others there are. */
@SpringBootTest
class RoadMapsGrowthTest {

    private static final int YEAR = 2090; // no other test's

    @Autowired
    DataSource pool;
    @Autowired
    ObjectMapper mapper;
    @Autowired
    MadePeople people;

    private CountingDataSource database;
    private RoadMapRows rows;
    private VersionRows versions;
    private JdbcRoadMaps reader;
    private long region;
    private long person;

    @BeforeEach
    void aRegion() {
        database = new CountingDataSource(pool);
        JdbcClient jdbc = JdbcClient.create(database);
        rows = new RoadMapRows(jdbc);
        versions = new VersionRows(jdbc, new JdbcTemplate(database), new Json(mapper));
        reader = new JdbcRoadMaps(jdbc, rows);
        region = people.region();
        person = people.appoint(Role.REGIONAL_COORDINATOR, Place.region(region));
    }

    private static MeasureContent content(int number) {
        LocalDate day = LocalDate.of(YEAR, 1, 1).plusDays(number);
        return new MeasureContent(String.valueOf(number), "Мероприятие " + number, "", List.of(Window.day(day), Window.day(day.plusDays(7))), null, "",
            Set.of(Role.CURATOR, Role.PRINCIPAL), "100% школ", Evidence.STAGE, OutcomeKind.SURVEY_DONE,
            List.of(new Indicator(IndicatorKind.SHARE, List.of(Population.SCHOOLS), BigDecimal.valueOf(100), null, OutcomeKind.SURVEY_DONE, null,
                "100% школ")));
    }

    private long approved(int measures, String title) {
        long id = rows.add(Place.region(region), region, YEAR, title).orElseThrow();
        List<Long> ids = versions.addMeasures(id, measures);
        List<Entry> entries = new ArrayList<>(IntStream.range(0, measures).mapToObj(n -> new Entry(ids.get(n), n + 1, "key" + n, content(n + 1))).toList());
        versions.add(new Draft(id, new Order("1", LocalDate.of(YEAR, 1, 1), null), null, new Draft.Source("", null), List.of(), "",
            new Choices(Set.of(0), Map.of(), null, Map.of(), Map.of()), 0, Instant.EPOCH, person), Set.of(0), Instant.EPOCH, person, entries);
        return id;
    }

    @Test
    void threeHundredMeasuresTakeAsManyCallsAsThree() {
        long small = approved(3, "малая");
        long callsForSmall = database.calls();
        database.clear();
        long large = approved(300, "большая");
        assertThat(database.calls()).as("to approve").isEqualTo(callsForSmall);

        database.clear();
        assertThat(reader.measures(small)).hasSize(3);
        long readsForSmall = database.calls();
        database.clear();
        List<Measure> measures = reader.measures(large);
        assertThat(database.calls()).as("to read").isEqualTo(readsForSmall).isEqualTo(3);
        assertThat(measures).hasSize(300).allSatisfy(measure -> assertThat(measure.content()).isEqualTo(content(measure.position())));
    }

    @Test
    void fiftyThousandMeasuresOfOthersDoNotSlowOne() {
        long one = approved(30, "одна");
        long before = fastest(one);
        JdbcClient jdbc = JdbcClient.create(pool);
        jdbc.sql("""
            with map as (
                insert into road_map (level, place_id, region_id, year, title)
                select case when n <= 85 then 'REGION' else 'MUNICIPALITY' end, 1000000 + n, null, ?, 'чужая ' || n from generate_series(1, 2085) n returning id),
            version as (
                insert into road_map_version (road_map_id, number, order_number, order_date, effective_from, source_name, tables, chosen, columns, left_out,
                    approved_at, approved_by)
                select id, 1, '1', date '2090-01-01', date '2090-01-01', '', '[]', '{0}', '{}', '{}', now(), ? from map returning id, road_map_id)
            select count(*) from version""").params(YEAR, person).query(Long.class).single();
        jdbc.sql("insert into measure (road_map_id, state) select m.id, 'WAITING' from road_map m, generate_series(1, 24) where m.year = ? and m.title like 'чужая%'")
            .param(YEAR).update();
        jdbc.sql("""
            insert into measure_content (version_id, measure_id, position, row_key, number, title, date_words, responsible_words, roles, expected_result, evidence)
            select v.id, e.id, 1, '', '', 'Чужое мероприятие', '', '', '{}', '', 'FACT'
            from measure e join road_map m on m.id = e.road_map_id and m.year = ? and m.title like 'чужая%' join road_map_version v on v.road_map_id = m.id""")
            .param(YEAR).update();
        jdbc.sql("insert into measure_window (content_id, position, due_on, precision) select id, 1, date '2090-06-01', 'DAY' from measure_content where title = 'Чужое мероприятие'")
            .update();
        jdbc.sql("analyze road_map, road_map_version, measure, measure_content, measure_window, measure_indicator").update();
        long after = fastest(one);
        System.out.printf("a road map of 30 measures: %d µs alone, %d µs among 50,000 measures of 2,085 road maps%n", before / 1000, after / 1000);
        assertThat(after).isLessThan(Math.max(5 * before, 20_000_000)); // ns; the whole of the others would take hundreds of ms
        assertThat(reader.above(Place.region(region), YEAR)).extracting(map -> map.id()).containsExactly(one);
    }

    private long fastest(long roadMap) {
        return IntStream.range(0, 20).mapToLong(attempt -> {
            long start = System.nanoTime();
            assertThat(reader.measures(roadMap)).hasSize(30);
            return System.nanoTime() - start;
        }).min().orElseThrow();
    }
}
