package ru.marshrut.schoolyear.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static ru.marshrut.schoolyear.process.MonitoringStory.confirmed;
import static ru.marshrut.schoolyear.process.MonitoringStory.reported;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import ru.marshrut.roadmap.Indicators;
import ru.marshrut.roadmap.Indicators.Figure;
import ru.marshrut.roadmap.Measure;
import ru.marshrut.roadmap.Order;
import ru.marshrut.roadmap.RoadMap;
import ru.marshrut.roadmap.RoadMaps;
import ru.marshrut.roadmap.process.MeasureStory;
import ru.marshrut.schoolyear.SchoolYear;
import ru.marshrut.schoolyear.Stage;
import ru.marshrut.schoolyear.monitoring.ChangeMark;
import ru.marshrut.schoolyear.monitoring.ChangeSource;
import ru.marshrut.schoolyear.monitoring.Monitoring;
import ru.marshrut.schoolyear.monitoring.PositiveChange;
import ru.marshrut.schoolyear.monitoring.PositiveChanges;
import ru.marshrut.schoolyear.process.YearStory.Told;
import ru.marshrut.shared.NotYours;
import ru.marshrut.shared.Refusal;
import ru.marshrut.territory.Place;
import ru.marshrut.territory.Role;
import ru.marshrut.testing.MadePeople;

/** What the stages leave reaches the rows of the published orders that ask for it. */
@SpringBootTest
class MonitoringOutcomesTest {

    private static final String RISK = "risk-motivation";

    @Autowired
    YearStory story;
    @Autowired
    MonitoringStory school;
    @Autowired
    MeasureStory orders;
    @Autowired
    Monitoring monitoring;
    @Autowired
    PositiveChanges changes;
    @Autowired
    RoadMaps roadMaps;
    @Autowired
    Indicators indicators;
    @Autowired
    MadePeople people;
    @Autowired
    JdbcClient jdbc;
    @Autowired
    Clock clock;

    /** «100% школ-500+ разместили в ИС МЭДК документы для мониторинга, подтвержденные куратором» (seed 003, rows 22 and 27). */
    @Test
    void placedDocumentsAndPositiveChangesReachTheRegionsOrder() throws IOException {
        story.itIs("2021-05-11");
        Told told = story.aSchool();
        RoadMap map = ordered(told, Place.region(told.region()), "003_293e61bd19a6fb77");
        SchoolYear year = school.aYearOf(told);
        assertThat(figure(map, "22").counted()).isZero();
        completes(year, Stage.MONITORING_1, "2021-05-11");
        assertThat(figure(map, "22").reached()).isTrue();
        assertThat(figure(map, "27").counted()).isZero();
        story.itIs("2021-10-05");
        completes(year, Stage.MONITORING_2, "2021-10-05");
        assertThat(figure(map, "27").reached()).isTrue();

        story.itIs("2021-12-10");
        changes.mark(year.id(), story.viewer(told.curator()), mark(ChangeMark.PARTLY, null));
        assertThat(story.standing(year, Stage.POSITIVE_CHANGES).doneOn()).isEqualTo("2021-12-10");
        assertThat(figure(map, "29").counted()).as("only «да» counts").isZero();
        changes.correct(year.id(), story.viewer(told.municipal()), mark(ChangeMark.YES, "Пришли результаты ВПР"));
        assertThat(figure(map, "29").reached()).as("«В 90% школ-500+ отмечено наступление позитивных изменений»").isTrue();
        changes.correct(year.id(), story.viewer(told.regional()), mark(ChangeMark.NO, "Результаты признаны необъективными"));
        assertThat(figure(map, "29").counted()).isZero();
        assertThat(changes.of(year.id())).extracting(PositiveChange::mark).containsExactly(ChangeMark.NO, ChangeMark.YES, ChangeMark.PARTLY);

        monitoring.reopen(year.id(), Stage.MONITORING_1, story.viewer(told.municipal()), "Нет протокола", Set.of());
        assertThat(figure(map, "22").counted()).as("what is opened again no longer counts").isZero();
        assertThat(figure(map, "27").reached()).isTrue();
    }

    /** «Экспертиза документов» stands in the order twice, in June and in October–November (seed 002, rows 8 and 18). */
    @Test
    void theCheckOfAStageReachesItsOwnRowOnly() throws IOException {
        story.itIs("2021-05-11");
        Told told = story.aSchool();
        RoadMap map = ordered(told, Place.municipality(told.municipality()), "002_6affaa3946b7ff4a");
        SchoolYear year = school.aYearOf(told);
        school.opens(year, Stage.MONITORING_1);
        school.reports(year, Stage.MONITORING_1, reported());
        assertThat(isChecked(map, "8")).isFalse();
        school.checks(year, Stage.MONITORING_1, confirmed(Map.of(), RISK));
        assertThat(isChecked(map, "8")).isTrue();
        assertThat(isChecked(map, "18")).isFalse();
        assertThat(figure(map, "7").counted()).as("checked, but not placed yet").isZero();
        school.places(year, Stage.MONITORING_1, "2021-05-11");
        assertThat(figure(map, "7").reached()).isTrue();
        story.itIs("2021-10-05");
        completes(year, Stage.MONITORING_2, "2021-10-05");
        assertThat(isChecked(map, "18")).isTrue();
        assertThat(figure(map, "17").reached()).isTrue();

        monitoring.reopen(year.id(), Stage.MONITORING_1, story.viewer(told.curator()), "Нет протокола", Set.of());
        assertThat(isChecked(map, "8")).isFalse();
        assertThat(isChecked(map, "18")).isTrue();
    }

    @Test
    void aRoadMapThatIsApprovedAfterTheCheckLearnsOfIt() throws IOException {
        story.itIs("2021-05-11");
        Told told = story.aSchool();
        SchoolYear year = school.aYearOf(told);
        completes(year, Stage.MONITORING_1, "2021-05-11");
        RoadMap map = ordered(told, Place.municipality(told.municipality()), "002_6affaa3946b7ff4a");
        await().untilAsserted(() -> assertThat(isChecked(map, "8")).isTrue());
        assertThat(isChecked(map, "18")).isFalse();
    }

    @Test
    void aMarkNeedsItsSourceAndIsCorrectedByCoordinatorsOnly() {
        story.itIs("2021-12-10");
        Told told = story.aSchool();
        SchoolYear year = school.aYearOf(told);
        var coordinator = story.viewer(told.municipal());
        assertThatThrownBy(() -> changes.correct(year.id(), coordinator, mark(ChangeMark.YES, "Рано"))).isInstanceOf(Refusal.class);
        refused("source", () -> changes.mark(year.id(), story.viewer(told.curator()),
            PositiveChange.of(ChangeMark.YES, Set.of(), "2020/21", "Рост", null)));
        refused("period", () -> changes.mark(year.id(), story.viewer(told.curator()),
            PositiveChange.of(ChangeMark.YES, Set.of(ChangeSource.OGE), " ", "Рост", null)));
        refused("words", () -> changes.mark(year.id(), story.viewer(told.curator()),
            PositiveChange.of(ChangeMark.YES, Set.of(ChangeSource.OGE), "2020/21", "", null)));
        changes.mark(year.id(), story.viewer(told.curator()), mark(ChangeMark.YES, null));
        refused("reason", () -> changes.correct(year.id(), coordinator, mark(ChangeMark.NO, " ")));
        for (long stranger : new long[] {told.curator(), people.person(), people.appoint(Role.MUNICIPAL_COORDINATOR, Place.municipality(people.municipality(told.region())))}) {
            assertThatThrownBy(() -> changes.correct(year.id(), story.viewer(stranger), mark(ChangeMark.NO, "Хочу"))).isInstanceOf(NotYours.class);
        }
    }

    private void completes(SchoolYear year, Stage stage, String on) {
        school.opens(year, stage);
        school.reports(year, stage, reported());
        school.checks(year, stage, confirmed(Map.of(), RISK));
        school.places(year, stage, on);
    }

    private static PositiveChange mark(ChangeMark mark, String reason) {
        return PositiveChange.of(mark, Set.of(ChangeSource.VPR, ChangeSource.OGE), "2020/21 учебный год", "Доля неуспешных снизилась с 31 до 18 %", reason);
    }

    private RoadMap ordered(Told told, Place place, String seed) throws IOException {
        return orders.ordered(new MeasureStory.Told(told.region(), told.regional(), told.municipality(), told.municipal(), List.of(told.school())),
            place, new Order("89", LocalDate.of(2021, 3, 27), LocalDate.of(2021, 3, 27)), Files.readString(Path.of("src/test/resources/seeds/" + seed + ".txt")));
    }

    private Measure row(RoadMap map, String number) {
        return roadMaps.measures(map.id()).stream().filter(one -> one.content().number().equals(number)).findFirst().orElseThrow();
    }

    /** The row names no share, so the facts themselves are looked at. */
    private boolean isChecked(RoadMap map, String number) {
        return jdbc.sql("select counts from outcome where kind = 'DOCUMENTS_CHECKED' and measure_id = ? order by id desc limit 1")
            .param(row(map, number).id()).query(Boolean.class).optional().orElse(false);
    }

    private Figure figure(RoadMap map, String number) {
        Measure measure = row(map, number);
        return indicators.figures(map.id(), LocalDate.ofInstant(clock.instant(), YearStory.MOSCOW), clock.instant()).get(measure.id()).get(0);
    }

    private static void refused(String field, Runnable step) {
        assertThatThrownBy(step::run).isInstanceOfSatisfying(Refusal.class, refusal -> assertThat(refusal.field()).isEqualTo(field));
    }
}
