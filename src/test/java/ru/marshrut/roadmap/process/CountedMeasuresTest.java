package ru.marshrut.roadmap.process;

import static org.assertj.core.api.Assertions.assertThat;
import static ru.marshrut.roadmap.process.MeasureStory.fact;
import static ru.marshrut.roadmap.process.MeasureStory.window;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import ru.marshrut.roadmap.Evidence;
import ru.marshrut.roadmap.Indicator;
import ru.marshrut.roadmap.IndicatorKind;
import ru.marshrut.roadmap.Measure.State;
import ru.marshrut.roadmap.OutcomeKind;
import ru.marshrut.roadmap.Population;
import ru.marshrut.roadmap.RoadMap;
import ru.marshrut.roadmap.process.MeasureStory.Row;
import ru.marshrut.roadmap.process.MeasureStory.Told;
import ru.marshrut.territory.Place;

/** Measures that ask nobody: they are counted from what happens elsewhere. */
@SpringBootTest
class CountedMeasuresTest {

    @Autowired
    MeasureStory story;

    /** Seed 003, row 13. */
    @Test
    void roadMapsOfMunicipalitiesAreCountedFromTheirApproval() {
        story.itIs("2021-03-05");
        Told told = story.aDistrictOf(1);
        RoadMap region = story.approved(told, Place.region(told.region()), null, new Row("Утвердить муниципальные дорожные карты", "Утверждены 100%",
            List.of(window("2021-03-01", "2021-03-20")), Evidence.MAPS, null, List.of(new Indicator(IndicatorKind.SHARE,
                List.of(Population.MUNICIPALITIES), BigDecimal.valueOf(100), null, OutcomeKind.ROAD_MAP_APPROVED, null, "100%"))));
        var approval = story.measure(region, "Утвердить муниципальные дорожные карты");
        assertThat(story.steps(approval)).isEmpty();
        story.approved(told, told.district(), null, fact("Семинар", window("2021-06-01", "2021-06-20")));

        story.passTo("2021-03-21");

        assertThat(story.measure(region, "Утвердить муниципальные дорожные карты").state()).isEqualTo(State.DONE);
    }
}
