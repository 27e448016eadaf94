package ru.marshrut.roadmap.figures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;
import ru.marshrut.calendar.MovableClock;
import ru.marshrut.calendar.Window;
import ru.marshrut.roadmap.Evidence;
import ru.marshrut.roadmap.Indicator;
import ru.marshrut.roadmap.IndicatorKind;
import ru.marshrut.roadmap.Indicators;
import ru.marshrut.roadmap.Indicators.Figure;
import ru.marshrut.roadmap.Indicators.Name;
import ru.marshrut.roadmap.MadeRoadMaps;
import ru.marshrut.roadmap.MonitoringReports;
import ru.marshrut.roadmap.MonitoringReports.Frozen;
import ru.marshrut.roadmap.OutcomeKind;
import ru.marshrut.roadmap.Outcomes;
import ru.marshrut.roadmap.Outcomes.Member;
import ru.marshrut.roadmap.Outcomes.Outcome;
import ru.marshrut.roadmap.Population;
import ru.marshrut.roadmap.RoadMaps;
import ru.marshrut.roadmap.report.KeptReports;
import ru.marshrut.shared.Refusal;
import ru.marshrut.territory.Participations;
import ru.marshrut.territory.Place;
import ru.marshrut.territory.Role;
import ru.marshrut.testing.MadePeople;

/** Three schools of a region, whose road map wants the documents of all by 30 April 2021. */
@SpringBootTest
class IndicatorsTest {

    @Autowired
    MadePeople people;
    @Autowired
    MadeRoadMaps maps;
    @Autowired
    Outcomes outcomes;
    @Autowired
    Indicators indicators;
    @Autowired
    Participations participations;
    @Autowired
    MonitoringReports reports;
    @Autowired
    KeptReports kept;
    @Autowired
    RoadMaps roadMaps;
    @Autowired
    MovableClock clock;
    @Autowired
    TransactionOperations transaction;
    @Autowired
    JdbcClient jdbc;

    private long region;
    private long first;
    private long second;
    private long third;
    private long map;
    private long measure;

    @BeforeEach
    void aRoadMap() {
        itIs("2021-01-10");
        region = people.region();
        long municipality = people.municipality(region);
        first = people.school(municipality);
        second = people.school(municipality);
        third = people.school(municipality);
        map = maps.approved(Place.region(region), region, 2021, "Дорожная карта", day("2021-01-29"));
        measure = maps.measure(map, "18", "Разместить документы", Evidence.STAGE, OutcomeKind.CONCEPT_DOCUMENTS_PLACED,
            List.of(Window.day(day("2021-04-30"))), share(Population.SCHOOLS));
    }

    @AfterEach
    void backToNow() {
        clock.shiftBy(Duration.ZERO);
    }

    @Test
    void aBackdatedFactCountsAsKnownNowAndNotAsKnownThen() {
        itIs("2021-04-10");
        placed(first, "2021-04-10", true);
        itIs("2021-05-05");
        placed(second, "2021-04-28", true);

        assertThat(figure("2021-04-30", "2021-04-30")).extracting(Figure::counted, Figure::of).containsExactly(1, 3);
        assertThat(figure("2021-04-30", "2021-05-05").counted()).isEqualTo(2);
        assertThat(figure("2021-04-20", "2021-05-05").counted()).as("it had not happened").isEqualTo(1);
    }

    @Test
    void aReturnedDocumentTakesBackFromItsDayOn() {
        itIs("2021-04-10");
        placed(first, "2021-04-10", true);
        itIs("2021-04-15");
        placed(first, "2021-04-15", false);

        assertThat(figure("2021-04-14", "2021-04-15").counted()).isEqualTo(1);
        assertThat(figure("2021-04-15", "2021-04-15").counted()).isZero();
        Indicators.Names names = indicators.names(measure, 0, day("2021-04-15"), known("2021-04-15"), 10);
        assertThat(names.counted()).isEmpty();
        assertThat(names.missing()).extracting(Name::schoolId).containsExactlyInAnyOrder(first, second, third);
    }

    @Test
    void aFactThatSaysNothingNewChangesNothing() {
        itIs("2021-04-10");
        placed(first, "2021-04-10", true);
        placed(first, "2021-04-12", true);
        placed(second, "2021-04-10", false);
        assertThat(facts()).isEqualTo(1);

        transaction.executeWithoutResult(status -> outcomes.record(List.of(
            new Outcome(OutcomeKind.CONCEPT_DOCUMENTS_PLACED, Member.school(first, region), 2021, null, day("2021-04-13"), false),
            new Outcome(OutcomeKind.CONCEPT_DOCUMENTS_PLACED, Member.school(first, region), 2021, null, day("2021-04-14"), true))));
        assertThat(facts()).as("one call may take back and give again").isEqualTo(3);
    }

    @Test
    void onlyParticipantsCountOnceTheRegionHasToldThem() {
        itIs("2021-02-01");
        participations.takePart(List.of(first, second), 2021, day("2021-01-29"), "№ 106");
        itIs("2021-03-01");
        participations.leave(List.of(second), 2021, day("2021-03-01"), "закрыта");

        assertThat(figure("2021-01-29", "2021-01-29").of()).as("nothing was told then: all schools").isEqualTo(3);
        assertThat(figure("2021-02-10", "2021-03-01").of()).isEqualTo(2);
        assertThat(figure("2021-03-01", "2021-03-01").of()).isEqualTo(1);
        assertThatThrownBy(() -> participations.leave(List.of(third), 2021, day("2021-03-02"), "закрыта")).isInstanceOf(Refusal.class);
        assertThat(participations.takePart(List.of(first, third), 2021, day("2021-03-05"), "№ 120")).isEqualTo(1);
    }

    @Test
    void anAppointmentIsKnownFromTheDayItWasRecorded() {
        long appointing = maps.measure(map, "8", "Назначить кураторов", Evidence.FACT, null, List.of(),
            new Indicator(IndicatorKind.SHARE, List.of(Population.SCHOOLS), BigDecimal.valueOf(100), null, OutcomeKind.CURATOR_APPOINTED, null, ""));
        itIs("2021-03-10");
        people.appoint(Role.CURATOR, Place.school(first)); // since 2020, as is found out now

        assertThat(figureOf(appointing, "2021-02-16", "2021-03-10").counted()).isEqualTo(1);
        assertThat(figureOf(appointing, "2021-02-16", "2021-02-16").counted()).isZero();
    }

    @Test
    void aFrozenReportStaysAsItWasKnown() {
        itIs("2021-05-01");
        placed(first, "2021-04-10", true);
        assertThat(reports.dates(map)).containsExactly(day("2021-04-30"));
        assertThatThrownBy(() -> reports.sign(map, day("2021-04-30"), people.person())).isInstanceOf(Refusal.class);
        reports.freeze(map, day("2021-04-30"));
        itIs("2021-05-05");
        placed(second, "2021-04-28", true);
        reports.freeze(map, day("2021-04-30"));

        assertThat(kept.kept(map, day("2021-04-30")).rows()).singleElement()
            .satisfies(row -> assertThat(row.figures()).extracting(Figure::counted).containsExactly(1));
        assertThat(kept.computed(roadMaps.roadMap(map), day("2021-04-30"), clock.instant()).rows().get(0).figures())
            .extracting(Figure::counted).containsExactly(2);

        long signer = people.person();
        reports.sign(map, day("2021-04-30"), signer);
        assertThat(reports.frozen(map)).extracting(Frozen::on, Frozen::signedBy).containsExactly(org.assertj.core.groups.Tuple.tuple(day("2021-04-30"), signer));
        assertThatThrownBy(() -> reports.sign(map, day("2021-04-30"), signer)).isInstanceOf(Refusal.class);
    }

    private int facts() {
        return jdbc.sql("select count(*) from outcome where region_id = ?").param(region).query(Integer.class).single();
    }

    private Figure figure(String on, String knownAt) {
        return figureOf(measure, on, knownAt);
    }

    private Figure figureOf(long asked, String on, String knownAt) {
        return indicators.figures(map, day(on), known(knownAt)).get(asked).get(0);
    }

    private void placed(long school, String on, boolean counts) {
        transaction.executeWithoutResult(status -> outcomes.record(List.of(
            new Outcome(OutcomeKind.CONCEPT_DOCUMENTS_PLACED, Member.school(school, region), 2021, null, day(on), counts))));
    }

    private static Indicator share(Population population) {
        return new Indicator(IndicatorKind.SHARE, List.of(population), BigDecimal.valueOf(100), null, null, null, "100% школ");
    }

    /** Noon in Moscow. */
    private void itIs(String day) {
        clock.moveTo(Instant.parse(day + "T09:00:00Z"));
    }

    private static Instant known(String day) {
        return Instant.parse(day + "T20:59:59Z");
    }

    private static LocalDate day(String day) {
        return LocalDate.parse(day);
    }
}
