package ru.marshrut.roadmap.collisions;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import ru.marshrut.calendar.Precision;
import ru.marshrut.calendar.Window;
import ru.marshrut.roadmap.Evidence;
import ru.marshrut.roadmap.Indicator;
import ru.marshrut.roadmap.IndicatorKind;
import ru.marshrut.roadmap.Measure;
import ru.marshrut.roadmap.MeasureContent;
import ru.marshrut.roadmap.OutcomeKind;
import ru.marshrut.roadmap.Population;
import ru.marshrut.roadmap.RoadMap;
import ru.marshrut.roadmap.collisions.Collision.Side;
import ru.marshrut.territory.Place;

/** A district's plan (seed 002) under a region's road map (seed 003), as if one lay in the other. */
class CollisionsTest {

    private static final RoadMap REGION = map(1, Place.region(1));
    private static final RoadMap DISTRICT = map(2, Place.municipality(11));

    @Test
    void theSameStageByDifferentDatesIsACollisionAndTheEarliestComesFirst() {
        List<Collision> collisions = Collisions.among(List.of(
            side(REGION, "Разработка школами-500+ программ развития и дорожных карт", OutcomeKind.CONCEPT_DOCUMENTS_PLACED, "2021-04-30", 100),
            side(DISTRICT, "Размещение в ИС МЭДК концептуальных документов", OutcomeKind.CONCEPT_DOCUMENTS_PLACED, "2021-04-15", 100),
            side(REGION, "Первичный мониторинг", OutcomeKind.MONITORING_1_PLACED, "2021-05-30", 100),
            side(DISTRICT, "Мониторинг 1 этап", OutcomeKind.MONITORING_1_PLACED, "2021-05-25", 100)));

        assertThat(collisions).extracting(Collision::stage).containsExactly(OutcomeKind.CONCEPT_DOCUMENTS_PLACED, OutcomeKind.MONITORING_1_PLACED);
        assertThat(collisions.get(0)).satisfies(collision -> {
            assertThat(collision.dates()).isTrue();
            assertThat(collision.demands()).isFalse();
            assertThat(collision.sides()).extracting(Side::map).containsExactly(DISTRICT, REGION);
        });
    }

    @Test
    void otherDemandsCollideOnOneDateToo() {
        assertThat(Collisions.among(List.of(side(REGION, "Анкетирование", OutcomeKind.SURVEY_DONE, "2021-02-15", 100),
            side(DISTRICT, "Анкетирование", OutcomeKind.SURVEY_DONE, "2021-02-15", 80)))).singleElement()
            .satisfies(collision -> assertThat(collision).extracting(Collision::dates, Collision::demands).containsExactly(false, true));
    }

    @Test
    void titlesThatSayTheSameCollide() {
        assertThat(Collisions.among(List.of(side(REGION, "Проведение установочного вебинара для школ-участниц проекта", null, "2021-02-15", 100),
            side(DISTRICT, "Провести установочный вебинар для школ – участниц Проекта", null, "2021-02-28", 100),
            side(DISTRICT, "Проведение итогового семинара для кураторов", null, "2021-12-20", 100)))).hasSize(1);
    }

    @Test
    void whatAgreesOrStandsInOneMapOnlyIsNone() {
        assertThat(Collisions.among(List.of(side(REGION, "Анкетирование", OutcomeKind.SURVEY_DONE, "2021-02-15", 100),
            side(DISTRICT, "Участие в анкетировании", OutcomeKind.SURVEY_DONE, "2021-02-15", 100),
            side(REGION, "Активация рисков", OutcomeKind.RISKS_ACTIVATED, "2021-03-16", 100),
            side(REGION, "Посещение и активация", OutcomeKind.RISKS_ACTIVATED, "2021-03-10", 100)))).isEmpty();
    }

    private static Side side(RoadMap map, String title, OutcomeKind outcome, String due, int target) {
        LocalDate day = LocalDate.parse(due);
        Measure measure = new Measure(1, map.id(), 1, new MeasureContent("", title, due, List.of(new Window(null, day, Precision.DAY)), null, "", Set.of(), "",
            Evidence.STAGE, outcome, List.of(new Indicator(IndicatorKind.SHARE, List.of(Population.SCHOOLS), BigDecimal.valueOf(target), null, null, null, ""))),
            Measure.State.RUNNING, null, null, null, null);
        return new Side(map, measure, measure.lastDay());
    }

    private static RoadMap map(long id, Place place) {
        return new RoadMap(id, place, 1L, 2021, "Карта " + id, null, "604", LocalDate.of(2021, 3, 16), LocalDate.of(2021, 1, 29), null, null, ZoneOffset.UTC);
    }
}
