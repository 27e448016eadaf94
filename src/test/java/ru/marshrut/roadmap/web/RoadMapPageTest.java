package ru.marshrut.roadmap.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestBuilders.formLogin;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.flash;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.io.ByteArrayInputStream;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.autoconfigure.web.servlet.AutoConfigureMockMvc;
import org.springframework.boot.test.autoconfigure.web.servlet.MockMvcPrint;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.transaction.support.TransactionOperations;
import ru.marshrut.access.Accounts;
import ru.marshrut.calendar.MovableClock;
import ru.marshrut.calendar.Precision;
import ru.marshrut.calendar.Recurrence;
import ru.marshrut.calendar.Window;
import ru.marshrut.roadmap.Evidence;
import ru.marshrut.roadmap.Indicator;
import ru.marshrut.roadmap.IndicatorKind;
import ru.marshrut.roadmap.MadeRoadMaps;
import ru.marshrut.roadmap.OutcomeKind;
import ru.marshrut.roadmap.Outcomes;
import ru.marshrut.roadmap.Outcomes.Member;
import ru.marshrut.roadmap.Outcomes.Outcome;
import ru.marshrut.roadmap.Population;
import ru.marshrut.territory.Participations;
import ru.marshrut.territory.Person;
import ru.marshrut.territory.Place;
import ru.marshrut.territory.Role;
import ru.marshrut.territory.Staff;
import ru.marshrut.territory.Territory;
import ru.marshrut.testing.MadePeople;

/** A regional and a municipal road map of 2021 over two schools, of which one has placed its documents. */
@SpringBootTest
@AutoConfigureMockMvc(print = MockMvcPrint.NONE)
class RoadMapPageTest {

    private static final String PASSWORD = "пример-пароля-для-теста";

    @Autowired
    MockMvc web;
    @Autowired
    MadePeople people;
    @Autowired
    MadeRoadMaps maps;
    @Autowired
    Outcomes outcomes;
    @Autowired
    Participations participations;
    @Autowired
    Territory territory;
    @Autowired
    Staff staff;
    @Autowired
    Accounts accounts;
    @Autowired
    MovableClock clock;
    @Autowired
    TransactionOperations transaction;

    private long region;
    private long municipality;
    private long diligent;
    private long silent;
    private long map;
    private long placing;
    private long media;

    @BeforeEach
    void twoRoadMaps() {
        clock.moveTo(Instant.parse("2021-05-04T09:00:00Z"));
        region = people.region();
        municipality = people.municipality(region);
        diligent = people.school(municipality);
        silent = people.school(municipality);
        map = maps.approved(Place.region(region), region, 2021, "Дорожная карта края", day("2021-03-16"));
        placing = maps.measure(map, "18", "Разместить документы в ИС МЭДК", Evidence.STAGE, OutcomeKind.CONCEPT_DOCUMENTS_PLACED,
            List.of(new Window(day("2021-03-10"), day("2021-04-30"), Precision.DAY)), share("100% школ разместили документы"));
        media = maps.measure(map, "30", "Размещать публикации", Evidence.LOG, null, List.of(new Window(day("2021-01-01"), day("2021-12-31"), Precision.MONTH)),
            new Indicator(IndicatorKind.RATE, List.of(Population.PUBLICATIONS), BigDecimal.valueOf(2), Recurrence.Kind.WEEKLY, null, null, "не менее 2-х публикаций в неделю"));
        long district = maps.approved(Place.municipality(municipality), region, 2021, "План района", day("2021-03-27"));
        maps.measure(district, "5", "Разместить концептуальные документы", Evidence.STAGE, OutcomeKind.CONCEPT_DOCUMENTS_PLACED,
            List.of(new Window(null, day("2021-04-15"), Precision.DAY)), share("100% школ-участниц"));
        transaction.executeWithoutResult(status -> outcomes.record(List.of(
            new Outcome(OutcomeKind.CONCEPT_DOCUMENTS_PLACED, Member.school(diligent, region), 2021, null, day("2021-04-12"), true))));
    }

    @AfterEach
    void backToNow() {
        clock.shiftBy(Duration.ZERO);
    }

    @Test
    void theCoordinatorSeesTheLineOfTimeAndFactsAgainstTargets() throws Exception {
        MockHttpSession coordinator = signedIn(people.appoint(Role.REGIONAL_COORDINATOR, Place.region(region)));

        page(coordinator, "/road-maps/" + map).andExpect(content().string(allOf(containsString("Дорожная карта края"), containsString("viewBox=\"0 0 360 20\""),
            containsString("50% из 100% (1 из 2 школ)"), containsString(">янв<"), not(containsString("role=\"status\"")), containsString("срок прошёл, не исполнено"), containsString("участниками считаются все школы"))));
        page(coordinator, "/road-maps/" + map + "?state=OVERDUE").andExpect(content().string(not(containsString("Размещать публикации"))));
        page(coordinator, "/road-maps/" + map + "?on=2021-04-10").andExpect(content().string(allOf(containsString("0% из 100%"), containsString("10.04.2021"))));
        page(coordinator, "/road-maps/" + map + "?on=2021-04-20&known=then").andExpect(content().string(allOf(containsString("0% из 100%"), containsString("как было известно в тот день"))));
    }

    @Test
    void theFigureOpensDownToTheSchoolThatIsMissingAndItsTelephone() throws Exception {
        MockHttpSession coordinator = signedIn(people.appoint(Role.REGIONAL_COORDINATOR, Place.region(region)));
        Person whose = staff.holding(Role.SCHOOL_COORDINATOR, Place.school(silent), day("2021-05-04")).get(0);

        page(coordinator, "/road-maps/" + map + "/measures/" + placing + "?indicator=0").andExpect(content().string(allOf(containsString("Не хватает: 1"),
            containsString(name(silent)), containsString(name(diligent)), containsString("12.04.2021"), containsString(whose.fullName()), containsString("tel:" + whose.phone()))));
    }

    @Test
    void schoolStaffSeeFiguresButOnlyTheirOwnSchoolsName() throws Exception {
        MockHttpSession staffOfTheSilent = signedIn(staff.holding(Role.PRINCIPAL, Place.school(silent), day("2021-05-04")).get(0).id());

        page(staffOfTheSilent, "/road-maps/" + map + "/measures/" + placing + "?indicator=0").andExpect(content().string(allOf(containsString("50% из 100%"),
            containsString(name(silent)), not(containsString(name(diligent) + "<")), containsString("Ещё 1"))));
        web.perform(get("/road-maps/" + map + "/measures/" + (placing + 100_000)).session(staffOfTheSilent)).andExpect(status().isNotFound());
        MockHttpSession stranger = signedIn(people.appoint(Role.REGIONAL_COORDINATOR, Place.region(people.region())));
        web.perform(get("/road-maps/" + map).session(stranger)).andExpect(status().isNotFound());
        web.perform(get("/api/road-maps/" + map + "/figures").session(stranger)).andExpect(status().isNotFound());
        web.perform(get("/road-maps/" + map + "/report.docx").session(stranger)).andExpect(status().isNotFound());
    }

    @Test
    void entriesOfTheLogAreJudgedByTheWeek() throws Exception {
        MockHttpSession coordinator = signedIn(people.appoint(Role.REGIONAL_COORDINATOR, Place.region(region)));
        String address = "/road-maps/" + map + "/measures/" + media;
        send(coordinator, address + "/log?on=2021-04-26&link=https://example.test/1&words=Первая").andExpect(flash().attributeExists("done"));
        send(coordinator, address + "/log?on=2021-05-02&link=https://example.test/2&words=Вторая").andExpect(flash().attributeExists("done"));
        send(coordinator, address + "/log?on=2021-05-02&link=javascript:alert(1)&words=Третья").andExpect(flash().attributeExists("refused"));

        web.perform(get("/api" + address + "/log").session(coordinator)).andExpect(jsonPath("$[0].words").value("Вторая"));
        page(coordinator, address + "?indicator=0").andExpect(content().string(allOf(containsString("26.04.2021 – 02.05.2021"), containsString("Вторая"),
            containsString("план выполнен в 1 из 17 полных периодов"))));
    }

    @Test
    void aFrozenReportStaysAndIsHandedOutAsATable() throws Exception {
        MockHttpSession coordinator = signedIn(people.appoint(Role.REGIONAL_COORDINATOR, Place.region(region)));
        send(coordinator, "/road-maps/" + map + "/reports?on=2021-04-30").andExpect(flash().attributeExists("done"));
        send(coordinator, "/road-maps/" + map + "/reports?on=2021-05-30").andExpect(flash().attributeExists("refused"));
        transaction.executeWithoutResult(status -> outcomes.record(List.of(
            new Outcome(OutcomeKind.CONCEPT_DOCUMENTS_PLACED, Member.school(silent, region), 2021, null, day("2021-04-20"), true))));

        assertThat(sheet(coordinator, "/road-maps/" + map + "/report.xlsx?on=2021-04-30&known=frozen")).contains("50% из 100% (1 из 2 школ)");
        assertThat(sheet(coordinator, "/api/road-maps/" + map + "/report.xlsx?on=2021-04-30")).contains("100% из 100% (2 из 2 школ)");
        web.perform(get("/api/road-maps/" + map + "/figures?on=2021-04-30").session(coordinator))
            .andExpect(jsonPath("$.measures[0].indicators[0].fact").value(100)).andExpect(jsonPath("$.allSchoolsCount").value(true));
        web.perform(get("/api/road-maps/" + map + "/measures/" + placing + "/indicators/0/names?on=2021-04-15").session(coordinator))
            .andExpect(jsonPath("$.missing[0].name").value(name(silent))).andExpect(jsonPath("$.hidden").value(0));
        web.perform(get("/api/road-maps/" + map + "/reports").session(coordinator)).andExpect(jsonPath("$[0].on").value("2021-04-30"));
    }

    @Test
    void theMunicipalitySeesWhereTheRoadMapsDisagree() throws Exception {
        MockHttpSession coordinator = signedIn(people.appoint(Role.MUNICIPAL_COORDINATOR, Place.municipality(municipality)));

        page(coordinator, "/road-maps/collisions?level=MUNICIPALITY&place=" + municipality + "&year=2021").andExpect(content().string(allOf(
            containsString("План района"), containsString("15.04.2021"), containsString("30.04.2021"), containsString("срок задания"))));
        web.perform(get("/road-maps/collisions?level=REGION&place=" + region).session(coordinator)).andExpect(status().isNotFound());
        page(coordinator, "/territory/schools/" + silent).andExpect(content().string(containsString("/road-maps/collisions?level=SCHOOL&amp;place=" + silent)));
        page(coordinator, "/road-maps/collisions?level=SCHOOL&place=" + silent + "&year=2021").andExpect(content().string(containsString("30.04.2021")));
    }

    @Test
    void programsReadWhereTheRoadMapsDisagree() throws Exception {
        MockHttpSession coordinator = signedIn(people.appoint(Role.MUNICIPAL_COORDINATOR, Place.municipality(municipality)));

        page(coordinator, "/api/road-maps/collisions?level=SCHOOL&year=2021&place=" + silent)
            .andExpect(jsonPath("$[0].stage").value("CONCEPT_DOCUMENTS_PLACED")).andExpect(jsonPath("$[0].dates").value(true))
            .andExpect(jsonPath("$[0].sides[0].due").value("2021-04-15")).andExpect(jsonPath("$[0].sides[1].roadMapTitle").value("Дорожная карта края"));
        web.perform(get("/api/road-maps/collisions?level=REGION&year=2021&place=" + region).session(coordinator)).andExpect(status().isNotFound());
    }

    @Test
    void theRegionSetsTheParticipantsOfTheYear() throws Exception {
        MockHttpSession coordinator = signedIn(people.appoint(Role.REGIONAL_COORDINATOR, Place.region(region)));
        String address = "/territory/regions/" + region + "/selection";
        page(coordinator, address).andExpect(content().string(allOf(containsString("ещё не отмечены"), containsString(name(silent)))));
        String step = address + "?to=SELECTED&year=2021&from=2021-01-29&schools=" + diligent;
        send(coordinator, step).andExpect(flash().attributeExists("refused"));
        send(coordinator, step + "&orderNumber=106&orderDay=2021-01-29").andExpect(flash().attributeExists("done"));

        page(coordinator, "/road-maps/" + map).andExpect(content().string(allOf(containsString("100% из 100% (1 из 1 школ)"), not(containsString("участниками считаются все школы")))));
    }

    private static Indicator share(String words) {
        return new Indicator(IndicatorKind.SHARE, List.of(Population.SCHOOLS), BigDecimal.valueOf(100), null, null, null, words);
    }

    private String name(long school) {
        return territory.school(school).name();
    }

    private MockHttpSession signedIn(long person) throws Exception {
        accounts.setPassword(person, PASSWORD);
        return (MockHttpSession) web.perform(formLogin("/login").user(staff.person(person).email()).password(PASSWORD))
            .andExpect(status().is3xxRedirection()).andReturn().getRequest().getSession();
    }

    private ResultActions page(MockHttpSession session, String address) throws Exception {
        return web.perform(get(address).session(session)).andExpect(status().isOk());
    }

    private ResultActions send(MockHttpSession session, String address) throws Exception {
        return web.perform(post(address).session(session).with(csrf())).andExpect(status().is3xxRedirection());
    }

    private String sheet(MockHttpSession session, String address) throws Exception {
        byte[] file = page(session, address).andReturn().getResponse().getContentAsByteArray();
        StringBuilder text = new StringBuilder();
        try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(file))) {
            workbook.getSheetAt(0).forEach(row -> row.forEach(cell -> text.append(cell).append('\n')));
        }
        return text.toString();
    }

    private static LocalDate day(String day) {
        return LocalDate.parse(day);
    }
}
