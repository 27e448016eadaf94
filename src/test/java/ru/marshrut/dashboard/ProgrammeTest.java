package ru.marshrut.dashboard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestBuilders.formLogin;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;
import static ru.marshrut.dashboard.ProgrammeStory.YEAR;

import java.io.ByteArrayInputStream;
import java.net.URI;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.autoconfigure.web.servlet.AutoConfigureMockMvc;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import ru.marshrut.access.Accounts;
import ru.marshrut.access.Browser;
import ru.marshrut.access.Viewers;
import ru.marshrut.calendar.MovableClock;
import ru.marshrut.dashboard.ProgrammePanel.Line;
import ru.marshrut.dashboard.ProgrammePanel.Panel;
import ru.marshrut.dashboard.ProgrammeStory.Told;
import ru.marshrut.dashboard.persistence.YearStandings;
import ru.marshrut.dashboard.persistence.YearStandings.Wanted;
import ru.marshrut.peerreview.process.ReviewStory;
import ru.marshrut.documents.SchoolDocuments;
import ru.marshrut.schoolyear.SchoolYear;
import ru.marshrut.schoolyear.Stage;
import ru.marshrut.schoolyear.conversation.SchoolConversations;
import ru.marshrut.schoolyear.process.RiskProfileModel;
import ru.marshrut.schoolyear.process.YearStory;
import ru.marshrut.shared.NotYours;
import ru.marshrut.territory.Place;
import ru.marshrut.territory.Role;
import ru.marshrut.territory.Staff;
import ru.marshrut.territory.Territory;
import ru.marshrut.testing.MadePeople;

/** Where the schools of a year stand, and who may know it. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@AutoConfigureMockMvc
class ProgrammeTest {

    private static final String PASSWORD = "пример-пароля-для-теста";
    private static final String PANEL = "/camunda/api/cockpit/plugin/programme/panel";

    @LocalServerPort
    int port;
    @Autowired
    MockMvc web;
    @Autowired
    ProgrammeStory story;
    @Autowired
    ReviewStory reviews;
    @Autowired
    YearStory years;
    @Autowired
    SchoolConversations conversations;
    @Autowired
    ProgrammePanel panel;
    @Autowired
    YearStandings standings;
    @Autowired
    MadePeople people;
    @Autowired
    Staff staff;
    @Autowired
    Territory territory;
    @Autowired
    Accounts accounts;
    @Autowired
    Viewers viewers;
    @Autowired
    MovableClock clock;
    @Autowired
    JdbcClient jdbc;

    @BeforeEach
    void inApril() {
        itIs("2021-04-12");
    }

    private void itIs(String day) {
        clock.moveTo(LocalDate.parse(day).atTime(10, 0).atZone(ZoneId.of("Europe/Moscow")).toInstant());
    }

    @Test
    void everySchoolStandsAtTheEarliestStageThatIsAskedForAndNoneIsLost() {
        Told told = story.aRegion();
        long surveyed = story.aSchool(told);
        story.opened(surveyed, Stage.SURVEY, "2021-04-12");
        long late = story.aSchool(told);
        story.opened(late, Stage.SURVEY, "2021-04-11");
        long lateElsewhere = story.aSchool(told);
        story.opened(lateElsewhere, Stage.SURVEY, "2021-05-01");
        story.due(lateElsewhere, Stage.VISIT_SCHEDULE, "2021-03-01");
        long reopened = story.aSchool(told);
        story.done(reopened, Stage.SURVEY, "2021-02-01");
        story.done(reopened, Stage.PROFILE, "2021-02-02");
        story.opened(reopened, Stage.FIRST_VISIT, "2021-06-01");
        story.reopened(reopened, Stage.PROFILE);
        long between = story.aSchool(told);
        story.done(between, Stage.SURVEY, "2021-02-01");
        story.due(between, Stage.PROFILE, "2021-05-20");
        long finished = story.aSchool(told);
        for (Stage stage : Stage.values()) {
            story.done(finished, stage, "2021-04-01");
        }
        ended(story.aSchool(told), "LEFT");
        ended(story.aSchool(told), "MERGED");
        ended(story.aSchool(told), "CLOSED");
        story.aParticipant(told);
        people.school(told.municipality());

        Panel shown = panel.of(viewers.of(told.regional()), null, YEAR);

        assertThat(shown.schools()).isEqualTo(10);
        assertThat(shown.late()).isEqualTo(2);
        assertThat(shown.stages()).filteredOn(line -> line.count() > 0)
            .extracting(Line::code, Line::count, Line::late, Line::shareText).containsExactly(
                tuple("SURVEY", 3, 2, "30 %"), tuple("PROFILE", 1, 0, "10 %"),
                tuple("WAITING", 1, 0, "10 %"), tuple("COMPLETED", 1, 0, "10 %"),
                tuple("LEFT", 1, 0, "10 %"), tuple("MERGED", 1, 0, "10 %"),
                tuple("CLOSED", 1, 0, "10 %"), tuple("WITHOUT_YEAR", 1, 0, "10 %"));
        assertThat(shown.stages()).extracting(Line::code).startsWith(java.util.Arrays.stream(Stage.values()).map(Enum::name).toArray(String[]::new));
        assertThat(shown.parts()).singleElement().satisfies(part -> assertThat(part.schools()).isEqualTo(10));
        assertThat(panel.of(viewers.of(told.municipal()), null, YEAR).schools()).isEqualTo(10);
        assertThat(panel.of(viewers.of(told.regional()), null, 2019).schools()).isZero();
        assertThat(names(told, Station.SURVEY, true)).containsExactlyInAnyOrder(late, lateElsewhere);
    }

    private void ended(long school, String status) {
        jdbc.sql("update school_year set status = ?, ended_on = '2021-04-01' where school_id = ? and year = ?").params(status, school, YEAR).update();
    }

    private List<Long> names(Told told, Station station, boolean late) {
        return standings.page(new Wanted(Scope.of(Place.region(told.region())), YEAR, station, late), clock.instant(), 0, 100).schools().stream()
            .map(SchoolStanding::schoolId).toList();
    }

    /** Monday, 12 April: six working days to 19 April; the May holidays of 2021 do not count. */
    @Test
    void theMostAtRiskComeFirstByWorkingDaysForEachStepThatIsLeft() {
        Told told = story.aRegion();
        long calm = story.aSchool(told);
        story.opened(calm, Stage.SURVEY, "2021-06-01");
        long oneStep = story.aSchool(told);
        story.opened(oneStep, Stage.SURVEY, "2021-04-19");
        long fiveSteps = story.aSchool(told);
        story.due(fiveSteps, Stage.ACTIVATION, "2021-04-26");
        long overdue = story.aSchool(told);
        story.due(overdue, Stage.MONITORING_1, "2021-04-09");
        long longOverdue = story.aSchool(told);
        story.opened(longOverdue, Stage.SURVEY, "2021-02-01");
        long dateless = story.aSchool(told);
        long without = story.aParticipant(told);
        long left = story.aSchool(told);
        ended(left, "LEFT");

        YearStandings.Page page = standings.page(new Wanted(Scope.of(Place.municipality(told.municipality())), YEAR, null, false), clock.instant(), 0, 100);

        assertThat(page.total()).isEqualTo(8);
        assertThat(page.schools()).extracting(SchoolStanding::schoolId)
            .containsExactly(longOverdue, overdue, fiveSteps, oneStep, calm, dateless, without, left);
        assertThat(page.schools().get(2)).satisfies(school -> {
            assertThat(school.nextStage()).isEqualTo(Stage.ACTIVATION);
            assertThat(school.daysLeft()).isEqualTo(11);
            assertThat(school.stepsLeft()).isEqualTo(5);
        });
        assertThat(page.schools().get(3)).satisfies(school -> {
            assertThat(school.daysLeft()).isEqualTo(6);
            assertThat(school.stepsLeft()).isEqualTo(1);
        });
        assertThat(page.schools().get(0).daysLeft()).isNull();
        assertThat(standings.page(new Wanted(Scope.of(Place.region(told.region())), YEAR, null, false), clock.instant(), 3, 2).schools())
            .extracting(SchoolStanding::schoolId).containsExactly(oneStep, calm);
    }

    @Test
    void roundsByStepAndOverdueWorkByRole() {
        ReviewStory.Told pair = reviews.aPair();
        reviews.confirm(pair, pair.schools().get(1));
        reviews.itIs("2022-09-18");

        Panel shown = panel.of(viewers.of(pair.coordinator()), null, 2022);

        assertThat(shown.rounds()).filteredOn(line -> line.count() > 0).extracting(Line::code, Line::count, Line::late)
            .containsExactly(tuple("CONFIRMATION", 1, 1), tuple("DOCUMENTS", 1, 0));
        assertThat(shown.overdue()).extracting(Line::code, Line::count).containsExactly(tuple("SCHOOL_COORDINATOR", 1));
        assertThat(panel.of(viewers.of(pair.coordinator()), null, 2021).rounds()).isEmpty();
    }

    @Test
    void aPlaceAboveOrBesideDoesNotExistForTheViewer() {
        Told told = story.aRegion();
        Told elsewhere = story.aRegion();
        long otherMunicipality = people.municipality(told.region());
        long curator = holder(Role.CURATOR, story.aSchool(told));
        long expert = people.appoint(Role.EXPERT, Place.region(told.region()));
        long observer = people.appoint(Role.OBSERVER, Place.region(told.region()));

        for (String place : List.of("federation", "region-" + elsewhere.region(), "municipality-" + elsewhere.municipality(), "school-1", "region-",
                "region-999999999", "REGION-" + told.region())) {
            assertThatThrownBy(() -> panel.of(viewers.of(told.regional()), place, YEAR)).as(place).isInstanceOfAny(NotYours.class);
        }
        for (String place : List.of("region-" + told.region(), "municipality-" + otherMunicipality)) {
            assertThatThrownBy(() -> panel.of(viewers.of(told.municipal()), place, YEAR)).as(place).isInstanceOf(NotYours.class);
        }
        for (long nobody : List.of(curator, expert)) {
            assertThatThrownBy(() -> panel.of(viewers.of(nobody), null, YEAR)).isInstanceOf(NotYours.class);
        }
        assertThat(panel.of(viewers.of(observer), null, YEAR).place()).isEqualTo("region-" + told.region());
        assertThat(panel.of(viewers.of(told.regional()), "municipality-" + otherMunicipality, YEAR).placeName())
            .isEqualTo(territory.municipality(otherMunicipality).name());
    }

    @Test
    void cockpitAnswersOnlyForThePlacesOfTheOneWhoHasSignedIn() {
        Told told = story.aRegion();
        Told elsewhere = story.aRegion();
        story.opened(story.aSchool(told), Stage.SURVEY, "2021-04-01");
        Browser regional = browser(told.regional());

        assertThat(regional.open(PANEL + "?year=2021")).satisfies(answer -> {
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.body()).contains("\"place\":\"region-" + told.region() + "\"", "\"code\":\"SURVEY\"", "Анкетирование")
                .doesNotContain("region-" + elsewhere.region());
        });
        assertThat(regional.open(PANEL + "?place=federation").statusCode()).isEqualTo(404);
        assertThat(regional.open(PANEL + "?place=region-" + elsewhere.region()).statusCode()).isEqualTo(404);
        assertThat(regional.open(PANEL + "?place=municipality-" + elsewhere.municipality()).statusCode()).isEqualTo(404);
        assertThat(regional.open(PANEL + "?year=2021%27--").statusCode()).isEqualTo(400);
        assertThat(browser(told.municipal()).open(PANEL).statusCode()).isEqualTo(403);
        assertThat(new Browser(port).open(PANEL).statusCode()).isEqualTo(401);
    }

    private Browser browser(long person) {
        accounts.setPassword(person, PASSWORD);
        Browser browser = new Browser(port);
        browser.signIn(staff.person(person).email(), PASSWORD);
        return browser;
    }

    @Test
    void theListsBehindTheNumbersNameTheSchoolsToThoseWhoMaySeeThemOnly() throws Exception {
        Told told = story.aRegion();
        Told elsewhere = story.aRegion();
        long school = story.aSchool(told);
        story.opened(school, Stage.SURVEY, "2021-04-01");
        String name = territory.school(school).name();
        MockHttpSession municipal = signedIn(told.municipal());
        MockHttpSession neighbour = signedIn(elsewhere.regional());
        String place = "place=municipality-" + told.municipality() + "&year=2021";

        show(municipal, "/programme?year=2021").andExpect(status().isOk()).andExpect(content().string(allOf(containsString("Школы по этапам"),
            containsString("/programme/schools?place=municipality-" + told.municipality() + "&amp;year=2021&amp;station=SURVEY&amp;late=true"))));
        show(municipal, "/programme/schools?station=SURVEY&late=true&" + place).andExpect(content().string(allOf(containsString(name), containsString("просрочено на 11 дней"))));
        show(municipal, "/programme/schools?station=PROFILE&" + place).andExpect(content().string(not(containsString(name))));
        byte[] file = show(municipal, "/programme/schools.xlsx?" + place).andExpect(status().isOk()).andReturn().getResponse().getContentAsByteArray();
        try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(file))) {
            assertThat(workbook.getSheetAt(0).getRow(4).getCell(2).getStringCellValue()).isEqualTo(name);
        }
        for (String list : List.of("", "/schools", "/schools.xlsx", "/circles", "/circles.xlsx", "/tasks", "/tasks.xlsx")) {
            show(municipal, "/programme" + list + "?" + place).andExpect(status().isOk());
            show(neighbour, "/programme" + list + "?" + place).andExpect(status().isNotFound());
            show(municipal, "/programme" + list + "?place=region-" + told.region()).andExpect(status().isNotFound());
        }
        show(neighbour, "/my-schools?" + place).andExpect(status().isNotFound());
        show(neighbour, "/my-schools?year=2021").andExpect(content().string(not(containsString(name))));
    }

    @Test
    void eachFindsHisSchools() throws Exception {
        Told told = story.aRegion();
        long school = story.aSchool(told);
        long other = story.aSchool(told);
        String name = territory.school(school).name() + "</a>";
        String otherName = territory.school(other).name() + "</a>";
        long curator = holder(Role.CURATOR, school);

        show(signedIn(curator), "/my-schools").andExpect(content().string(allOf(containsString(name), not(containsString(otherName)))));
        show(signedIn(told.municipal()), "/my-schools").andExpect(content().string(allOf(containsString(name), containsString(otherName), containsString("Мои школы"))));
        show(signedIn(told.regional()), "/my-schools?place=municipality-" + told.municipality()).andExpect(content().string(containsString(name)));
        show(signedIn(holder(Role.SCHOOL_COORDINATOR, school)), "/my-schools").andExpect(redirectedUrl("/schools/" + school + "/years/2021"));
        show(signedIn(people.appoint(Role.EXPERT, Place.region(told.region()))), "/my-schools").andExpect(status().isNotFound());
    }

    @Test
    void theMapOfASchoolShowsItsYearToItsOwnPeopleAndThoseAbove() throws Exception {
        Told told = story.aRegion();
        long school = story.aSchool(told);
        long other = story.aSchool(told);
        story.done(school, Stage.SURVEY, "2021-02-01");
        story.opened(school, Stage.PROFILE, "2021-04-01");
        String map = "/schools/" + school + "/years/2021";

        for (long person : List.of(holder(Role.SCHOOL_COORDINATOR, school), holder(Role.PRINCIPAL, school), holder(Role.CURATOR, school),
                told.municipal(), told.regional(), people.appoint(Role.OBSERVER, Place.region(told.region())))) {
            show(signedIn(person), map).andExpect(status().isOk()).andExpect(content().string(allOf(containsString("Анкетирование"),
                containsString("завершено в срок"), containsString("до 01.04.2021"), containsString("Этап «Анкетирование» завершён"))));
        }
        for (long person : List.of(holder(Role.SCHOOL_COORDINATOR, other), holder(Role.CURATOR, other), story.aRegion().regional(),
                people.appoint(Role.EXPERT, Place.region(told.region())))) {
            show(signedIn(person), map).andExpect(status().isNotFound());
            show(signedIn(person), "/schools/" + school).andExpect(status().isNotFound());
        }
        show(signedIn(told.municipal()), "/schools/" + school).andExpect(redirectedUrl(map));
        show(signedIn(told.municipal()), "/schools/" + school + "/years/2020").andExpect(content().string(allOf(
            containsString("Год школы за 2020 не начат"), containsString(map))));
        show(signedIn(holder(Role.SCHOOL_COORDINATOR, school)), "/").andExpect(content().string(allOf(containsString(map), containsString("Год школы"))));
    }

    @Test
    void theMapAndTheListSayWhoseTurnItIsAndWhatWaitsToBeRead() throws Exception {
        YearStory.Told told = years.aSchool();
        SchoolYear year = years.aYearOf(told);
        years.started(RiskProfileModel.KEY, year);
        years.upload(SchoolDocuments.slot(told.school(), YEAR, "developmentConcept"));
        long coordinator = holder(Role.SCHOOL_COORDINATOR, told.school());
        conversations.send(year.id(), viewers.of(coordinator), "Когда удобно приехать?", true, null);
        String name = staff.person(coordinator).fullName();
        String map = "/schools/" + told.school() + "/years/" + YEAR;

        show(signedIn(told.curator()), map).andExpect(content().string(allOf(containsString("Провести анкетирование"), containsString(name),
            containsString("не прочитано: 1"), containsString("Концепция развития"), containsString("Дальше: <b>"), not(containsString("Ваша очередь")))));
        show(signedIn(coordinator), map).andExpect(content().string(allOf(containsString("Ваша очередь"), not(containsString("не прочитано")))));
        show(signedIn(told.curator()), "/my-schools").andExpect(content().string(allOf(containsString("Провести анкетирование"), containsString(name),
            containsString("не прочитано: 1"))));
    }

    @Test
    void thePartnerOfACircleDoesNotSeeTheMap() throws Exception {
        ReviewStory.Told pair = reviews.aPair();
        long school = pair.schools().get(0);

        show(signedIn(holder(Role.SCHOOL_COORDINATOR, pair.schools().get(1))), "/schools/" + school + "/years/2022").andExpect(status().isNotFound());
        show(signedIn(holder(Role.SCHOOL_COORDINATOR, school)), "/schools/" + school + "/years/2022")
            .andExpect(content().string(containsString(territory.school(pair.schools().get(1)).name())));
    }

    private long holder(Role role, long school) {
        return staff.holding(role, Place.school(school), LocalDate.of(2021, 4, 12)).get(0).id();
    }

    private MockHttpSession signedIn(long person) throws Exception {
        accounts.setPassword(person, PASSWORD);
        return (MockHttpSession) web.perform(formLogin("/login").user(staff.person(person).email()).password(PASSWORD))
            .andExpect(status().is3xxRedirection()).andReturn().getRequest().getSession();
    }

    private ResultActions show(MockHttpSession session, String page) throws Exception {
        return web.perform(get(URI.create(page)).session(session));
    }
}
