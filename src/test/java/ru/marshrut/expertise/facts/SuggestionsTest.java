package ru.marshrut.expertise.facts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;
import static ru.marshrut.expertise.facts.FactsStory.DUE;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.autoconfigure.web.servlet.AutoConfigureMockMvc;
import org.springframework.boot.test.autoconfigure.web.servlet.MockMvcPrint;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import ru.marshrut.calendar.MovableClock;
import ru.marshrut.expertise.Expertise;
import ru.marshrut.expertise.Fact;
import ru.marshrut.expertise.Rubrics;
import ru.marshrut.expertise.Suggestion;
import ru.marshrut.expertise.Suggestions;
import ru.marshrut.expertise.facts.FactsStory.Told;
import ru.marshrut.expertise.facts.StageFigures.Standing;
import ru.marshrut.roadmap.Evidence;
import ru.marshrut.roadmap.MadeRoadMaps;
import ru.marshrut.roadmap.OutcomeKind;
import ru.marshrut.schoolyear.SchoolYear;
import ru.marshrut.territory.Place;
import ru.marshrut.territory.Role;
import ru.marshrut.testing.CountedStatements;
import ru.marshrut.testing.CountingDataSource;
import ru.marshrut.testing.MadePeople;

/** What is suggested for a region of ten schools and for one of them, counted by hand. The stage is due on 20.11, checks end on 21.11. */
@SpringBootTest
@Import(CountedStatements.class)
@AutoConfigureMockMvc(print = MockMvcPrint.NONE)
class SuggestionsTest {

    private static final LocalDate CHECKS_END = DUE.plusDays(1);

    @Autowired
    FactsStory story;
    @Autowired
    Suggestions suggestions;
    @Autowired
    RegionFacts facts;
    @Autowired
    Rubrics rubrics;
    @Autowired
    MadePeople people;
    @Autowired
    MadeRoadMaps maps;
    @Autowired
    MovableClock clock;
    @Autowired
    DataSource database;

    @BeforeEach
    void theYearBegins() {
        story.itIs("2022-01-15");
    }

    @AfterEach
    void backToNow() {
        clock.shiftBy(Duration.ZERO);
    }

    @Test
    void ofTenSchoolsThoseThatCompletedTheStageByTheirDateCountAndTheAnswerStays() {
        Told told = story.aRegion(10);
        story.ended(told.year(7), SchoolYear.Status.LEFT, "2022-10-01");
        story.joined(told.year(8), "2022-10-20");
        story.due(told.year(8), LocalDate.of(2022, 11, 28));
        story.extended(told.year(9), LocalDate.of(2022, 11, 25));
        story.itIs("2022-11-15");
        Stream.of(1, 4, 5).forEach(number -> story.completed(told.year(number), "2022-11-15"));
        story.itIs("2022-11-18");
        Stream.of(4, 5).forEach(number -> story.opensAgain(told.year(number)));
        story.itIs("2022-11-20");
        Stream.of(2, 4).forEach(number -> story.completed(told.year(number), "2022-11-20"));
        story.itIs("2022-11-21");
        Stream.of(3, 8).forEach(number -> story.completed(told.year(number), "2022-11-21"));
        Expertise expertise = story.anExpertise(told, CHECKS_END);

        Suggestion then = completed(expertise);
        assertThat(numbers(told, facts.stage(expertise), Standing.ON_TIME)).containsExactly(1, 2, 4, 8);
        assertThat(numbers(told, facts.stage(expertise), Standing.LATE)).containsExactly(3);
        assertThat(numbers(told, facts.stage(expertise), Standing.MISSING)).containsExactly(5, 6, 10);
        assertThat(numbers(told, facts.stage(expertise), Standing.NOT_DUE)).containsExactly(9);
        assertThat(then.points()).isZero();
        assertThat(then.facts()).extracting(Fact::code, Fact::arguments).containsExactly(
            tuple("expertise.facts.stage.onTime", List.of("21.11.2022", "2", "4", "9", "44,44")),
            tuple("expertise.facts.stage.late", List.of("1")),
            tuple("expertise.facts.stage.missing", List.of("3")),
            tuple("expertise.facts.stage.notDue", List.of("1")),
            tuple("expertise.facts.stage.departed", List.of("1")));
        assertThat(then.facts()).extracting(Fact::path).containsOnly("/expertises/" + expertise.id() + "/facts/completed");

        story.itIs("2022-11-25");
        story.completed(told.year(10), "2022-11-19");
        story.completed(told.year(9), "2022-11-25");
        story.opensAgain(told.year(1));
        story.ended(told.year(6), SchoolYear.Status.MERGED, "2022-11-25");
        assertThat(completed(expertise)).as("what is told after the checks' last day changes nothing").isEqualTo(then);
    }

    @Test
    void allSchoolsInTimeGiveThePoint() {
        Told told = story.aRegion(2);
        Expertise expertise = story.anExpertise(told, CHECKS_END);
        story.itIs("2022-11-19");
        story.completed(told.year(1), "2022-11-19");
        assertThat(completed(expertise).points()).isZero();
        story.completed(told.year(2), "2022-11-18");
        assertThat(completed(expertise).points()).isEqualTo(1);
    }

    @Test
    void aRegionWithoutSchoolsGetsNothingForThem() {
        Expertise expertise = story.anExpertise(story.aRegion(0), CHECKS_END);
        assertThat(completed(expertise).points()).isZero();
        assertThat(completed(expertise).facts()).extracting(Fact::code).containsExactly("expertise.facts.stage.none");
        assertThat(of(expertise, "involvement").points()).isZero();
        assertThat(of(expertise, "curators").points()).isZero();
        assertThat(of(expertise, "curators").facts()).extracting(Fact::code)
            .containsExactly("expertise.facts.curators.noDecisions", "expertise.facts.curators.noVisits");
    }

    @Test
    void curatorsDecisionsWithACommentAndVisitsHeldAreCounted() {
        Told told = story.aRegion(1);
        long curator = people.appoint(Role.CURATOR, Place.school(told.year(1).schoolId()));
        for (int n = 1; n <= 10; n++) {
            story.decided(told.year(1), curator, n == 1 ? "" : "Подтверждаю");
        }
        story.visited(told.year(1), "2022-03-01");
        story.plannedAVisit(told.year(1), "2022-04-01");
        story.itIs("2022-11-15");
        Suggestion curators = of(story.anExpertise(told, CHECKS_END), "curators");
        assertThat(curators.facts()).extracting(Fact::arguments)
            .containsExactly(List.of("15.11.2022", "9", "10", "90"), List.of("15.11.2022", "1", "2", "50"));
        assertThat(curators.points()).as("half of the visits are missing").isEqualTo(1);
    }

    @Test
    void involvementIsCountedByKindAndAlsoThroughTheSchoolsPeople() {
        Told told = story.aRegion(5);
        long map = maps.approved(Place.region(told.region()), told.region(), 2022, "Дорожная карта", LocalDate.of(2022, 1, 10));
        long forum = maps.measure(map, "5", "Форум", Evidence.ATTENDANCE, OutcomeKind.ATTENDED, List.of());
        long other = maps.measure(map, "6", "Вебинар", Evidence.ATTENDANCE, OutcomeKind.ATTENDED, List.of());
        story.itIs("2022-03-01");
        SchoolYear[] all = told.years().toArray(SchoolYear[]::new);
        story.tells(OutcomeKind.SURVEY_DONE, null, all);
        story.tells(OutcomeKind.ATTENDED, forum, told.year(1), told.year(2), told.year(3));
        story.tells(OutcomeKind.ATTENDED, other, told.year(1));
        story.tellsOfAPerson(OutcomeKind.ATTENDED, forum, told.year(4));
        story.tells(OutcomeKind.PUBLISHED, other, told.year(2));
        story.tells(OutcomeKind.PEER_REVIEW_DONE, null, told.year(1), told.year(2));
        Expertise expertise = story.anExpertise(told, CHECKS_END);

        InvolvementFigures figures = facts.involvement(expertise);
        assertThat(figures.kinds()).extracting(InvolvementFigures.Kind::share)
            .containsExactly(new Share(1, 5), new Share(5, 5), new Share(4, 5), new Share(2, 5));
        assertThat(figures.of(InvolvementKind.PROJECTS).counted()).filteredOn(line -> line.school().yearId() == told.year(1).id()).singleElement()
            .satisfies(line -> assertThat(line.measures()).containsExactlyInAnyOrder(forum, other));
        assertThat(of(expertise, "involvement").points()).as("experience and survey of four kinds: partly").isEqualTo(1);
        assertThat(of(expertise, "involvement").facts()).extracting(Fact::code).containsExactly("expertise.facts.involvement.shown",
            "expertise.facts.involvement.EXPERIENCE.enough", "expertise.facts.involvement.SURVEY.enough",
            "expertise.facts.involvement.PROJECTS.tooFew", "expertise.facts.involvement.PEER_REVIEW.tooFew");

        story.tells(OutcomeKind.ATTENDED, forum, told.year(5));
        story.tells(OutcomeKind.PEER_REVIEW_DONE, null, told.year(3));
        assertThat(of(expertise, "involvement").points()).isEqualTo(2);
    }

    @Test
    void theShareOfTheProgrammeIsExactAtItsBounds() {
        Map.of(0, 0, 2499, 0, 2500, 1, 4999, 1, 5000, 2, 7499, 2, 7500, 3, 10000, 3).forEach((proven, points) -> {
            Told told = story.aRegion(1);
            story.programme(told.year(1), proven, 10_000);
            assertThat(programme(told).points()).as("%s of 10 000", proven).isEqualTo(points);
        });
    }

    @Test
    void theFactsOfTheProgrammeSayWhatWasCountedAndWhetherItStays() {
        Told told = story.aRegion(2);
        story.programme(told.year(1), 2499, 10_000);
        assertThat(programme(told).facts()).extracting(Fact::code, Fact::arguments).containsExactly(
            tuple("expertise.facts.programme.share", List.of("10000", "2499", "24,99")),
            tuple("expertise.facts.programme.completed", List.of("2")));
    }

    @Test
    void aSchoolWithoutAProgrammeGetsNothingForIt() {
        Suggestion suggestion = programme(story.aRegion(1));
        assertThat(suggestion.points()).isZero();
        assertThat(suggestion.facts()).extracting(Fact::code).containsExactly("expertise.facts.programme.none", "expertise.facts.programme.running");
    }

    @Test
    void fortySchoolsAreAskedForAsOftenAsTwo() {
        Expertise few = story.anExpertise(story.aRegion(2), CHECKS_END);
        Expertise many = story.anExpertise(story.aRegion(40), CHECKS_END);
        assertThat(statements(many)).as("%s", ((CountingDataSource) database).lines()).isEqualTo(statements(few));
    }

    /** The least of several: tables are read once per start, and schedules may ask for their own work meanwhile. */
    private long statements(Expertise expertise) {
        CountingDataSource counted = (CountingDataSource) database;
        return LongStream.range(0, 4).map(time -> {
            counted.clear();
            suggestions.ofRegion(expertise);
            return counted.statements();
        }).min().orElseThrow();
    }

    private Suggestion completed(Expertise expertise) {
        return of(expertise, "completed");
    }

    private Suggestion of(Expertise expertise, String code) {
        return suggestions.ofRegion(expertise).get(criterion(expertise, code));
    }

    private Suggestion programme(Told told) {
        Expertise expertise = story.anExpertise(told, CHECKS_END);
        return Objects.requireNonNull(suggestions.ofSchool(expertise, story.sampled(expertise, told.year(1))).get(criterion(expertise, "programme")));
    }

    private long criterion(Expertise expertise, String code) {
        return rubrics.get(expertise.rubricId()).criteria().stream().filter(one -> one.code().equals(code)).findFirst().orElseThrow().id();
    }

    private static List<Integer> numbers(Told told, StageFigures figures, Standing standing) {
        List<Long> schools = told.years().stream().map(SchoolYear::schoolId).toList();
        return figures.of(standing).stream().map(line -> schools.indexOf(line.school().schoolId()) + 1).sorted().toList();
    }
}
