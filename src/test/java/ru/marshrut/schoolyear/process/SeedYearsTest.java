package ru.marshrut.schoolyear.process;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import ru.marshrut.roadmap.Indicators;
import ru.marshrut.roadmap.Indicators.Figure;
import ru.marshrut.roadmap.Measure;
import ru.marshrut.roadmap.Order;
import ru.marshrut.roadmap.OutcomeKind;
import ru.marshrut.roadmap.Population;
import ru.marshrut.roadmap.RoadMap;
import ru.marshrut.roadmap.RoadMaps;
import ru.marshrut.roadmap.process.MeasureStory;
import ru.marshrut.roadmap.process.SchoolMeasureModel;
import ru.marshrut.schoolyear.SchoolYear;
import ru.marshrut.schoolyear.Stage;
import ru.marshrut.schoolyear.StageCourse;
import ru.marshrut.schoolyear.process.YearStory.Told;
import ru.marshrut.territory.Place;

/** The orders of seeds 002 and 003, imported as they stand, above a school whose year runs: the stages do the asking, and their outcomes reach the orders' rows. */
@SpringBootTest
class SeedYearsTest {

    private static final LocalDate END = LocalDate.of(2021, 12, 31);
    private static final Instant LATER = Instant.parse("2030-01-01T00:00:00Z");

    @Autowired
    YearStory story;
    @Autowired
    YearCourse course;
    @Autowired
    MeasureStory measures;
    @Autowired
    RoadMaps roadMaps;
    @Autowired
    Indicators indicators;
    @Autowired
    StageCourse stages;

    /** @param rows outcomes of stages that rows of the order count of its schools */
    @ParameterizedTest
    @CsvSource(delimiter = ';', value = {
        "002_6affaa3946b7ff4a; false; CONCEPT_DOCUMENTS_PLACED,MONITORING_1_PLACED,MONITORING_2_PLACED",
        "003_293e61bd19a6fb77; true; SCHOOL_VISITED,RISKS_ACTIVATED,VISIT_SCHEDULE_APPROVED,MONITORING_1_PLACED,MONITORING_2_PLACED,POSITIVE_CHANGES",
        "004_49959671f311783a; true; SURVEY_DONE,SCHOOL_VISITED,CONCEPT_DOCUMENTS_PLACED,MONITORING_1_PLACED,MONITORING_2_PLACED"})
    void nothingIsAskedTwiceAndEveryStageReachesItsRows(String seed, boolean ofRegion, String rows) throws IOException {
        story.itIs("2021-02-01");
        Told told = story.aSchool();
        SchoolYear year = course.begun(told);
        MeasureStory.Told asking = course.toldToMeasures(told);
        RoadMap map = measures.ordered(asking, ofRegion ? Place.region(told.region()) : Place.municipality(told.municipality()),
            new Order("604", LocalDate.of(2021, 1, 29), LocalDate.of(2021, 1, 29)), Files.readString(Path.of("src/test/resources/seeds/" + seed + ".txt")));
        Set<OutcomeKind> ofStages = Arrays.stream(Stage.values()).flatMap(stage -> stage.outcome().stream()).collect(toSet());
        Set<OutcomeKind> counted = EnumSet.noneOf(OutcomeKind.class);

        for (Stage stage : Stage.values()) {
            stages.done(year.id(), stage, LocalDate.of(2021, 2, 1));
        }
        Map<Long, List<Figure>> figures = indicators.figures(map.id(), END, LATER);
        for (Measure measure : roadMaps.measures(map.id())) {
            for (int at = 0; at < measure.content().indicators().size(); at++) {
                OutcomeKind kind = indicators.counted(measure, at);
                List<Population> populations = measure.content().indicators().get(at).populations();
                if (ofStages.contains(kind) && (populations.isEmpty() || populations.contains(Population.SCHOOLS))) {
                    counted.add(kind);
                    Figure figure = figures.get(measure.id()).get(at);
                    assertThat(List.of(figure.counted(), figure.of())).as("row %s, %s", measure.content().title(), kind).containsExactly(1, 1);
                }
            }
        }
        for (String day : List.of("2021-03-31", "2021-06-30", "2021-10-31", "2021-12-20")) {
            story.passesUntil(told, day);
            assertThat(measures.schoolTasks(asking, SchoolMeasureModel.PLACE_DOCUMENT)).as("asked by the order itself on %s", day).isEmpty();
        }
        assertThat(counted).containsAll(Arrays.stream(rows.split(",")).map(OutcomeKind::valueOf).toList());
    }
}
