package ru.marshrut.expertise.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestBuilders.formLogin;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;
import static ru.marshrut.expertise.facts.FactsStory.DUE;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.autoconfigure.web.servlet.AutoConfigureMockMvc;
import org.springframework.boot.test.autoconfigure.web.servlet.MockMvcPrint;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.support.TransactionTemplate;
import ru.marshrut.access.Accounts;
import ru.marshrut.calendar.MovableClock;
import ru.marshrut.documents.Documents;
import ru.marshrut.expertise.Expertise;
import ru.marshrut.expertise.SampledSchool;
import ru.marshrut.expertise.facts.FactsStory;
import ru.marshrut.expertise.facts.FactsStory.Told;
import ru.marshrut.roadmap.Evidence;
import ru.marshrut.roadmap.MadeRoadMaps;
import ru.marshrut.roadmap.OutcomeKind;
import ru.marshrut.schoolyear.SchoolYear;
import ru.marshrut.schoolyear.Stage;
import ru.marshrut.schoolyear.monitoring.MonitoringFiles;
import ru.marshrut.territory.Absence;
import ru.marshrut.territory.Absences;
import ru.marshrut.territory.Place;
import ru.marshrut.territory.Role;
import ru.marshrut.territory.Staff;
import ru.marshrut.testing.CountedStatements;
import ru.marshrut.testing.CountingDataSource;
import ru.marshrut.testing.MadePeople;

/** The pages behind the numbers as those concerned and their neighbours open them. */
@SpringBootTest
@Import(CountedStatements.class)
@AutoConfigureMockMvc(print = MockMvcPrint.NONE)
class FactPagesTest {

    private static final String PASSWORD = "пример-пароля-для-теста";

    @Autowired
    FactsStory story;
    @Autowired
    MadePeople people;
    @Autowired
    MadeRoadMaps maps;
    @Autowired
    Absences absences;
    @Autowired
    Documents documents;
    @Autowired
    MovableClock clock;
    @Autowired
    MockMvc web;
    @Autowired
    Accounts accounts;
    @Autowired
    Staff staff;
    @Autowired
    TransactionTemplate transaction;
    @Autowired
    DataSource database;

    private Told told;
    private Expertise expertise;
    private SampledSchool sampled;
    private SampledSchool other;
    private String schoolPage;

    @BeforeEach
    void anExpertiseIsChecked() {
        story.itIs("2022-01-15");
        told = story.aRegion(3);
        story.itIs("2022-11-15");
        expertise = story.anExpertise(told, DUE.plusDays(1));
        sampled = story.sampled(expertise, told.year(1));
        other = story.sampled(expertise, told.year(2));
        schoolPage = pageOf(sampled);
    }

    @AfterEach
    void backToNow() {
        clock.shiftBy(Duration.ZERO);
    }

    private String pageOf(SampledSchool school) {
        return "/expertises/" + expertise.id() + "/schools/" + school.id() + "/facts/programme";
    }

    private String page(String code) {
        return "/expertises/" + expertise.id() + "/facts/" + code;
    }

    @Test
    void theRegionsFactsAreForTheRegionAndWhoeverIsAboveIt() throws Exception {
        List<String> pages = List.of(page("completed"), page("curators"), page("involvement"), page("completed") + "?show=NOT_DUE&page=7", schoolPage);
        SoftAssertions all = new SoftAssertions();
        for (long reader : List.of(told.regional(), people.appoint(Role.OBSERVER, Place.region(told.region())),
            people.appoint(Role.ADMINISTRATOR, Place.FEDERATION))) {
            for (String page : pages) {
                all.assertThat(statusFor(reader, page)).as(page).isEqualTo(200);
            }
        }
        long expert = people.appoint(Role.EXPERT, Place.region(told.region()));
        story.isGiven(expert, other, 1);
        for (long stranger : List.of(people.appoint(Role.REGIONAL_COORDINATOR, Place.region(people.region())), expert,
            people.appoint(Role.MUNICIPAL_COORDINATOR, Place.municipality(told.municipality())),
            people.appoint(Role.CURATOR, Place.school(told.year(1).schoolId())),
            people.appoint(Role.SCHOOL_COORDINATOR, Place.school(told.year(1).schoolId())))) {
            for (String page : pages) {
                all.assertThat(statusFor(stranger, page)).as(page).isEqualTo(404);
            }
        }
        all.assertAll();
    }

    @Test
    void anExpertSeesTheSchoolThatHeWasGivenAndNoOther() throws Exception {
        long expert = people.appoint(Role.EXPERT, Place.region(told.region()));
        long second = people.appoint(Role.EXPERT, Place.region(told.region()));
        story.isGiven(expert, sampled, 1);
        story.isGiven(second, other, 1);
        assertThat(statusFor(expert, schoolPage)).isEqualTo(200);
        assertThat(statusFor(expert, pageOf(other))).isEqualTo(404);
        assertThat(statusFor(second, schoolPage)).isEqualTo(404);
        assertThat(statusFor(expert, "/expertises/" + story.anExpertise(story.aRegion(1), DUE).id() + "/schools/" + sampled.id() + "/facts/programme"))
            .as("a school of another expertise").isEqualTo(404);

        absences.enter(expert, second, LocalDate.of(2022, 11, 15), LocalDate.of(2022, 11, 16), Absence.Kind.ILLNESS);
        assertThat(statusFor(second, schoolPage)).as("his substitute").isEqualTo(200);
    }

    @Test
    void theSchoolAndItsCuratorSeeTheirOwnFactsAfterTheRelease() throws Exception {
        long curator = people.appoint(Role.CURATOR, Place.school(told.year(1).schoolId()));
        long coordinator = people.appoint(Role.SCHOOL_COORDINATOR, Place.school(told.year(1).schoolId()));
        assertThat(statusFor(coordinator, schoolPage)).isEqualTo(404);
        story.released(expertise);
        for (long one : List.of(curator, coordinator)) {
            assertThat(statusFor(one, schoolPage)).isEqualTo(200);
            assertThat(statusFor(one, pageOf(other))).isEqualTo(404);
            assertThat(statusFor(one, page("completed"))).isEqualTo(404);
        }
        assertThat(body(coordinator, schoolPage)).doesNotContain("/expertises/" + expertise.id() + "\"");
    }

    @Test
    void theMeasuresOfASchoolStandThereWithTheirEvidenceAndTheCuratorsDecision() throws Exception {
        long curator = people.appoint(Role.CURATOR, Place.school(told.year(1).schoolId()));
        long file = anEvidenceFile(told.year(1));
        story.provenWithAFile(told.year(1), curator, file);
        long expert = people.appoint(Role.EXPERT, Place.region(told.region()));
        story.isGiven(expert, sampled, 2);

        assertThat(body(expert, schoolPage)).contains("Предлагаемый балл", "2 из 3", "выполнено и подтверждено: 1 (50", "Открытые уроки",
            "Проведены во всех классах", "протокол.pdf", "Куратор подтвердил", "Подтверждаю, протоколы есть", "Родительский клуб",
            "срок ещё не наступил", "Срок не назван");
        String download = "/expertises/" + expertise.id() + "/schools/" + sampled.id() + "/facts/files/" + file;
        MockHttpServletResponse answer = web.perform(get(download).session(signedIn(expert))).andReturn().getResponse();
        assertThat(answer.getContentAsString()).isEqualTo("%PDF-1.4");
        assertThat(statusFor(expert, download + "0")).isEqualTo(404);
        assertThat(statusFor(people.appoint(Role.EXPERT, Place.region(told.region())), download)).isEqualTo(404);
        assertThat(statusFor(expert, "/expertises/" + expertise.id() + "/schools/" + other.id() + "/facts/files/" + file)).isEqualTo(404);
    }

    @Test
    void everyNumberOpensDownToItsSchools() throws Exception {
        story.completed(told.year(2), "2022-11-14");
        long map = maps.approved(Place.region(told.region()), told.region(), 2022, "Дорожная карта", LocalDate.of(2022, 1, 10));
        story.tells(OutcomeKind.PRESENTED, maps.measure(map, "28", "Круглый стол", Evidence.ATTENDANCE, OutcomeKind.PRESENTED, List.of()), told.year(3));
        MockHttpSession regional = signedIn(told.regional());

        assertThat(open(regional, page("completed"))).contains("завершили в срок: 1", "срок не прошёл: 2", "14.11.2022", "На 15.11.2022",
            "/schools/" + told.year(2).schoolId() + "/years/2022");
        assertThat(open(regional, page("completed") + "?show=ON_TIME")).contains("/schools/" + told.year(2).schoolId() + "/")
            .doesNotContain("/schools/" + told.year(1).schoolId() + "/");
        assertThat(open(regional, page("involvement") + "?show=EXPERIENCE")).contains("28. Круглый стол", "/schools/" + told.year(3).schoolId() + "/")
            .doesNotContain("/schools/" + told.year(1).schoolId() + "/");
        assertThat(open(regional, page("involvement") + "?show=NO_EXPERIENCE")).contains("/schools/" + told.year(1).schoolId() + "/")
            .doesNotContain("/schools/" + told.year(3).schoolId() + "/");
        assertThat(statusOf(regional, page("tasks"))).as("nothing is counted for it").isEqualTo(404);
        assertThat(statusOf(regional, page("programme"))).as("it is a school's").isEqualTo(404);
    }

    @Test
    void aCuratorsNumbersOpenDownToHisDecisionsAndVisits() throws Exception {
        long curator = people.appoint(Role.CURATOR, Place.school(told.year(1).schoolId()));
        story.decided(told.year(1), curator, "Показатель не назван");
        story.decided(told.year(1), curator, "");
        story.visited(told.year(1), "2022-04-12");
        MockHttpSession observer = signedIn(people.appoint(Role.OBSERVER, Place.region(told.region())));
        assertThat(open(observer, page("curators"))).contains("1 из 2 (50,0%)", "1 из 1 (100,0%)", "curator=" + curator).doesNotContain("Показатель не назван");
        assertThat(open(observer, page("curators") + "?curator=" + curator)).contains("Показатель не назван", "без комментария", "12.04.2022",
            "Мониторинг, 1 этап");
        assertThat(open(observer, page("curators") + "?curator=" + told.regional())).as("no curator of the region").doesNotContain("id=\"opened\"");
    }

    @Test
    void aLongListHasPagesAndCostsNoMoreStatementsThanAShortOne() throws Exception {
        Told many = story.aRegion(60);
        long map = maps.approved(Place.region(many.region()), many.region(), 2022, "Дорожная карта", LocalDate.of(2022, 1, 10));
        long event = maps.measure(map, "5", "Форум", Evidence.ATTENDANCE, OutcomeKind.ATTENDED, List.of());
        story.tells(OutcomeKind.ATTENDED, event, many.years().toArray(SchoolYear[]::new));
        long fewMap = maps.approved(Place.region(told.region()), told.region(), 2022, "Дорожная карта", LocalDate.of(2022, 1, 10));
        story.tells(OutcomeKind.ATTENDED, maps.measure(fewMap, "5", "Форум", Evidence.ATTENDANCE, OutcomeKind.ATTENDED, List.of()), told.year(1));
        Expertise large = story.anExpertise(many, DUE.plusDays(1));
        MockHttpSession regional = signedIn(told.regional());
        MockHttpSession largeRegional = signedIn(many.regional());

        String second = open(largeRegional, "/expertises/" + large.id() + "/facts/completed?page=2");
        assertThat(IntStream.rangeClosed(1, 60).filter(number -> second.contains("/schools/" + many.year(number).schoolId() + "/")).count()).isEqualTo(10);
        assertThat(second).contains("Страница 2 из 2", "Предыдущие").doesNotContain("Следующие");
        for (String path : List.of("completed", "curators", "involvement?show=PROJECTS")) {
            assertThat(statements(largeRegional, "/expertises/" + large.id() + "/facts/" + path)).as(path)
                .isEqualTo(statements(regional, "/expertises/" + expertise.id() + "/facts/" + path));
        }
    }

    private long anEvidenceFile(SchoolYear year) {
        return transaction.execute(status -> {
            try {
                return documents.keep(MonitoringFiles.evidence(year.id(), Stage.MONITORING_2, "measure-1"), "протокол.pdf", "application/pdf",
                    new ByteArrayInputStream("%PDF-1.4".getBytes(StandardCharsets.US_ASCII))).id();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    private int statusFor(long person, String path) throws Exception {
        return statusOf(signedIn(person), path);
    }

    private int statusOf(MockHttpSession session, String path) throws Exception {
        return web.perform(get(path).session(session)).andReturn().getResponse().getStatus();
    }

    private String body(long person, String path) throws Exception {
        return open(signedIn(person), path);
    }

    private String open(MockHttpSession session, String path) throws Exception {
        return web.perform(get(path).session(session)).andExpect(status().isOk()).andReturn().getResponse().getContentAsString(StandardCharsets.UTF_8);
    }

    private MockHttpSession signedIn(long person) throws Exception {
        accounts.setPassword(person, PASSWORD);
        return (MockHttpSession) web.perform(formLogin("/login").user(staff.person(person).email()).password(PASSWORD))
            .andExpect(status().is3xxRedirection()).andReturn().getRequest().getSession();
    }

    private long statements(MockHttpSession session, String path) throws Exception {
        CountingDataSource counted = (CountingDataSource) database;
        long least = Long.MAX_VALUE; // tables are read once per start, and schedules may ask for their own work meanwhile
        for (int time = 0; time < 4; time++) {
            counted.clear();
            open(session, path);
            least = Math.min(least, counted.statements());
        }
        return least;
    }
}
