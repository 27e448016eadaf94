package ru.marshrut.roadmap.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;
import ru.marshrut.testing.MadePeople;

/** A road map's figures find the outcomes of its schools by index, however many others the country has. */
@SpringBootTest
class FigurePlanTest {

    @Autowired
    MadePeople people;
    @Autowired
    JdbcClient jdbc;

    @Test
    @Transactional
    void theFactsOfAMapReadNoTableWhole() {
        long region = people.region();
        long municipality = people.municipality(region);
        jdbc.sql("""
                insert into school (region_id, municipality_id, code, name, settlement)
                select ?, ?, 'plan' || n, 'Школа № ' || n, 'VILLAGE' from generate_series(1, 20000) n""").params(region, municipality).update();
        jdbc.sql("""
                insert into outcome (kind, member_type, member_id, region_id, school_id, year, occurred_on, counts, recorded_at)
                select kind, 'SCHOOL', s.id, s.region_id, s.id, 2021, '2021-04-10', true, '2021-04-10'
                from school s, unnest(array['CONCEPT_DOCUMENTS_PLACED', 'SURVEY_DONE', 'RISKS_ACTIVATED']) kind where s.region_id = ?""").param(region).update();
        jdbc.sql("analyze outcome").update();

        String plan = String.join("\n", jdbc.sql("explain " + FigureRows.factsOf()).param("year", 2021)
            .param("kinds", new String[] {"CONCEPT_DOCUMENTS_PLACED"}).param("schools", new Long[] {7L, 8L, 9L}).param("people", new Long[] {1L, 2L})
            .param("municipalities", new Long[] {3L}).param("measures", new Long[] {4L, 5L}).param("on", LocalDate.of(2021, 6, 21))
            .param("known", OffsetDateTime.parse("2021-06-21T00:00:00Z")).query(String.class).list());

        assertThat(plan).contains("outcome_school", "outcome_member", "outcome_measure").doesNotContain("Seq Scan on outcome");
    }
}
