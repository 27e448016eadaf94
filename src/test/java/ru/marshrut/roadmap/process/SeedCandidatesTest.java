package ru.marshrut.roadmap.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import ru.marshrut.roadmap.Indicators;
import ru.marshrut.roadmap.Indicators.Figure;
import ru.marshrut.roadmap.Indicators.Name;
import ru.marshrut.roadmap.Measure;
import ru.marshrut.roadmap.Order;
import ru.marshrut.roadmap.RoadMap;
import ru.marshrut.roadmap.RoadMaps;
import ru.marshrut.roadmap.process.MeasureStory.Told;
import ru.marshrut.roadmap.running.Attendance;
import ru.marshrut.roadmap.running.Attendance.Expected;
import ru.marshrut.territory.Candidates;
import ru.marshrut.territory.Candidates.State;
import ru.marshrut.territory.Participations;
import ru.marshrut.territory.Place;
import ru.marshrut.territory.Role;
import ru.marshrut.testing.MadePeople;

/** Rows 4, 7 and 8 of seed 003, counted of the region's selection of curators. */
@SpringBootTest
class SeedCandidatesTest {

    private static final Path ORDER = Path.of("src/test/resources/seeds/003_293e61bd19a6fb77.txt");
    private static final String HEAD = "№ пп\t";

    @Autowired
    MeasureStory story;
    @Autowired
    MadePeople people;
    @Autowired
    RoadMaps roadMaps;
    @Autowired
    Indicators indicators;
    @Autowired
    Attendance attendance;
    @Autowired
    Candidates candidates;
    @Autowired
    Participations participations;

    private Told told;
    private RoadMap map;

    private void theRowsOfTheOrder() throws IOException {
        told = story.aDistrictOf(2);
        String text = Stream.concat(Files.lines(ORDER).filter(line -> line.startsWith(HEAD)),
            Files.lines(ORDER).filter(line -> line.matches("(4|7|8)\\.\\t.*"))).collect(Collectors.joining("\n", "", "\n"));
        map = story.ordered(told, Place.region(told.region()), new Order("604", day("2021-01-20"), day("2021-01-20")), text, Set.of(Role.REGIONAL_COORDINATOR));
        assertThat(roadMaps.measures(map.id())).extracting(measure -> measure.content().number()).containsExactly("4", "7", "8");
    }

    @Test
    void eightOfTenCandidatesWhoAppliedWereSurveyed() throws IOException {
        story.itIs("2021-01-25");
        theRowsOfTheOrder();
        List<Long> ten = new ArrayList<>();
        Stream.generate(people::person).limit(10).forEach(ten::add);
        step(ten, State.APPLIED, "2021-01-29");
        assertThat(figure("4", 0, "2021-02-15")).extracting(Figure::counted, Figure::of, Figure::reached).containsExactly(0, 10, false);

        step(ten.subList(0, 7), State.SURVEYED, "2021-02-10");
        assertThat(figure("4", 0, "2021-02-15").reached()).isFalse();
        step(ten.subList(7, 8), State.SURVEYED, "2021-02-11");
        step(ten.subList(9, 10), State.REJECTED, "2021-02-12");
        assertThat(figure("4", 0, "2021-02-15")).as("who was turned down had applied too").extracting(Figure::counted, Figure::of, Figure::reached).containsExactly(8, 10, true);
        assertThat(figure("4", 0, "2021-02-10").counted()).as("as of a past day").isEqualTo(7);
        assertThat(indicators.names(measure("4").id(), 0, day("2021-02-15"), now(), 20).missing()).extracting(Name::personId).containsExactlyInAnyOrder(ten.get(8), ten.get(9));

        step(ten.subList(8, 9), State.WITHDRAWN, "2021-02-13");
        assertThat(figure("4", 0, "2021-02-15").of()).isEqualTo(9);
    }

    @Test
    void theSeminarExpectsMunicipalCoordinatorsAndTheCandidatesWhoWereNotTurnedDown() throws IOException {
        story.itIs("2021-02-15");
        theRowsOfTheOrder();
        long anna = people.person();
        long boris = people.person();
        step(List.of(anna, boris), State.APPLIED, "2021-01-29");
        step(List.of(boris), State.REJECTED, "2021-02-12");

        List<Expected> expected = attendance.sheets(measure("7").id()).get(0).expected();
        assertThat(expected).extracting(Expected::key).containsExactlyInAnyOrder("p" + told.municipal(), "p" + anna);
        assertThat(expected).extracting(Expected::about).contains("кандидат в кураторы");
        assertThat(figure("7", 0, "2021-02-15")).extracting(Figure::counted, Figure::of).containsExactly(0, 2);
    }

    @Test
    void everySchoolHasACuratorOnceTheCandidatesAreAppointed() throws IOException {
        story.itIs("2021-02-16");
        theRowsOfTheOrder();
        long third = people.school(told.municipality());
        long fourth = people.school(told.municipality());
        participations.takePart(List.of(third, fourth), 2021, day("2021-01-29"), "приказ № 106 от 29.01.2021");
        long anna = people.person();
        step(List.of(anna), State.APPLIED, "2021-01-29");
        step(List.of(anna), State.SELECTED, "2021-02-15");
        candidates.appoint(told.region(), 2021, anna, List.of(third), day("2021-02-16"), "приказ № 12 от 16.02.2021");
        int curators = measure("8").content().indicators().size() - 1;
        assertThat(figure("8", curators, "2021-02-16")).extracting(Figure::counted, Figure::of, Figure::reached).containsExactly(1, 2, false);
        candidates.appoint(told.region(), 2021, anna, List.of(fourth), day("2021-02-16"), "приказ № 12 от 16.02.2021");
        assertThat(figure("8", curators, "2021-02-16")).extracting(Figure::counted, Figure::of, Figure::reached).containsExactly(2, 2, true);
    }

    private void step(List<Long> of, State to, String on) {
        candidates.step(told.region(), 2021, of, to, day(on), "по заявлению");
    }

    private Figure figure(String number, int indicator, String on) {
        return indicators.figures(map.id(), day(on), now()).get(measure(number).id()).get(indicator);
    }

    private Measure measure(String number) {
        return roadMaps.measures(map.id()).stream().filter(measure -> measure.content().number().equals(number)).findFirst().orElseThrow();
    }

    private static Instant now() {
        return Instant.parse("2021-12-31T00:00:00Z");
    }

    private static LocalDate day(String day) {
        return LocalDate.parse(day);
    }
}
