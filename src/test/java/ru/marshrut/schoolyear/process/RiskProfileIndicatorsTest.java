package ru.marshrut.schoolyear.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import ru.marshrut.roadmap.Indicators;
import ru.marshrut.roadmap.Indicators.Figure;
import ru.marshrut.roadmap.Measure;
import ru.marshrut.roadmap.Order;
import ru.marshrut.roadmap.OutcomeKind;
import ru.marshrut.roadmap.RoadMap;
import ru.marshrut.roadmap.RoadMaps;
import ru.marshrut.roadmap.process.MeasureStory;
import ru.marshrut.schoolyear.SchoolYear;
import ru.marshrut.schoolyear.profile.RiskLevel;
import ru.marshrut.territory.Place;
import ru.marshrut.territory.Role;
import ru.marshrut.territory.Staff;

/** What the risk profile leaves is counted by the rows 5, 11, 13, 14 of seed 003; the rows of 15.02 and 10.03 of seed 004 mean the same. */
@SpringBootTest
class RiskProfileIndicatorsTest {

    private static final Path SEEDS = Path.of("src/test/resources/seeds");

    @Autowired
    MeasureStory maps;
    @Autowired
    YearStory story;
    @Autowired
    RoadMaps roadMaps;
    @Autowired
    Indicators indicators;
    @Autowired
    Staff staff;
    @Autowired
    Clock clock;

    private RoadMap ordered(MeasureStory.Told told, String seed) throws IOException {
        return maps.ordered(told, Place.region(told.region()), new Order("604", LocalDate.of(2021, 1, 29), LocalDate.of(2021, 1, 29)),
            Files.readString(SEEDS.resolve(seed)));
    }

    @Test
    void theRowsOfTheOrdersAreCountedFromTheSchoolsSteps() throws IOException {
        story.itIs("2021-02-01");
        MeasureStory.Told told = maps.aDistrictOf(1);
        long school = told.schools().get(0);
        RoadMap region = ordered(told, "003_293e61bd19a6fb77.txt");
        RoadMap another = ordered(told, "004_49959671f311783a.txt");
        assertThat(counted(region, "5", OutcomeKind.SURVEY_DONE)).isZero();

        SchoolYear year = story.aYearOf(new YearStory.Told(told.region(), told.regional(), told.municipality(), told.municipal(), school,
            staff.holding(Role.CURATOR, Place.school(school), LocalDate.of(2021, 2, 1)).get(0).id()));
        story.started(RiskProfileModel.KEY, year);
        story.itIs("2021-03-05");
        story.does(year, RiskProfileModel.CONDUCT_SURVEY, ProfileForms.survey("2021-02-10"));
        story.does(year, RiskProfileModel.ENTER_PROFILE, ProfileForms.levels(Map.of("staff", RiskLevel.HIGH)));
        story.does(year, RiskProfileModel.MAKE_FIRST_VISIT, ProfileForms.visit("2021-03-04"));
        assertThat(counted(region, "5", OutcomeKind.SURVEY_DONE)).isOne();
        assertThat(counted(region, "14", OutcomeKind.SCHOOL_VISITED)).isOne();
        assertThat(counted(region, "14", OutcomeKind.RISKS_ACTIVATED)).isZero();
        story.does(year, RiskProfileModel.VERIFY_PROFILE, ProfileForms.verdicts(Map.of()));
        story.does(year, RiskProfileModel.ACTIVATE_DIRECTIONS, ProfileForms.activation("staff"));
        story.does(year, RiskProfileModel.CONFIRM_ACTIVATION, Map.of("decision", "CONFIRM", "comment", ""));

        assertThat(counted(region, "11", OutcomeKind.RISKS_ACTIVATED)).isOne();
        assertThat(counted(region, "11", OutcomeKind.RISK_PROFILE_VERIFIED)).isOne();
        assertThat(counted(region, "13", OutcomeKind.RISK_PROFILE_ANALYSED)).isOne();
        assertThat(counted(region, "14", OutcomeKind.RISKS_ACTIVATED)).isOne();
        assertThat(kinds(titled(another, "Завершение анкетирования"))).contains(OutcomeKind.SURVEY_DONE);
        assertThat(kinds(titled(another, "Первичное посещение"))).contains(OutcomeKind.SCHOOL_VISITED);
    }

    private int counted(RoadMap map, String number, OutcomeKind kind) {
        Measure measure = roadMaps.measures(map.id()).stream().filter(one -> number.equals(one.content().number())).findFirst().orElseThrow();
        List<OutcomeKind> kinds = kinds(measure);
        assertThat(kinds).as("row %s", number).contains(kind);
        return figures(map, measure).get(kinds.indexOf(kind)).counted();
    }

    private Measure titled(RoadMap map, String title) {
        return roadMaps.measures(map.id()).stream().filter(one -> one.content().title().startsWith(title)).findFirst().orElseThrow();
    }

    private List<OutcomeKind> kinds(Measure measure) {
        List<OutcomeKind> kinds = new ArrayList<>();
        for (int indicator = 0; indicator < measure.content().indicators().size(); indicator++) {
            kinds.add(indicators.counted(measure, indicator));
        }
        return kinds;
    }

    private List<Figure> figures(RoadMap map, Measure measure) {
        return indicators.figures(map.id(), LocalDate.of(2021, 3, 31), clock.instant()).get(measure.id());
    }
}
