package ru.marshrut.schoolyear.web;

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
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.autoconfigure.web.servlet.AutoConfigureMockMvc;
import org.springframework.boot.test.autoconfigure.web.servlet.MockMvcPrint;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import ru.marshrut.access.Accounts;
import ru.marshrut.audit.AuditEntry;
import ru.marshrut.audit.AuditTrail;
import ru.marshrut.audit.Subject;
import ru.marshrut.schoolyear.SchoolYear;
import ru.marshrut.schoolyear.SchoolYear.Status;
import ru.marshrut.schoolyear.SchoolYears;
import ru.marshrut.schoolyear.process.YearCourse;
import ru.marshrut.schoolyear.process.YearStory;
import ru.marshrut.schoolyear.process.YearStory.Told;
import ru.marshrut.territory.Absence;
import ru.marshrut.territory.Absences;
import ru.marshrut.territory.Place;
import ru.marshrut.territory.Role;
import ru.marshrut.territory.Staff;
import ru.marshrut.territory.Territory;
import ru.marshrut.testing.MadePeople;

/** What coordinators do with the years of their schools, in the words of the page. */
@SpringBootTest
@AutoConfigureMockMvc(print = MockMvcPrint.NONE)
class YearsPageTest {

    private static final String PASSWORD = "пример-пароля-для-теста";

    @Autowired
    MockMvc web;
    @Autowired
    YearStory story;
    @Autowired
    YearCourse course;
    @Autowired
    SchoolYears years;
    @Autowired
    MadePeople people;
    @Autowired
    Territory territory;
    @Autowired
    Staff staff;
    @Autowired
    Accounts accounts;
    @Autowired
    Absences absences;
    @Autowired
    AuditTrail audit;

    private Told told;
    private long second;
    private long late;
    private String place;

    @BeforeEach
    void twoParticipantsAndOneThatComesLater() {
        story.itIs("2021-03-05");
        told = story.aSchool();
        second = course.anotherSchool(told);
        late = course.anotherSchool(told);
        course.takePart(told, told.school(), second);
        place = "?place=municipality-" + told.municipality() + "&year=2021";
    }

    @Test
    void aCoordinatorBeginsJoinsEndsAndClosesTheYearsOfHisSchools() throws Exception {
        MockHttpSession coordinator = signedIn(told.municipal());
        page(coordinator, "/school-years" + place).andExpect(content().string(containsString("год школ ещё не начат")));
        page(coordinator, "/school-years/start" + place).andExpect(content().string(allOf(containsString("Будет начат: 2"),
            containsString("Не будет начат: 1"), containsString("школа не участвует в проекте в этом году"))));
        send(coordinator, "/school-years/start" + place).andExpect(flash().attribute("done", "Год начат у школ: 2."));
        send(coordinator, "/school-years/start" + place).andExpect(flash().attributeExists("refused"));

        page(coordinator, "/school-years/join" + place).andExpect(content().string(allOf(containsString(name(late)), not(containsString(name(second) + "<")))));
        send(coordinator, "/school-years/join" + place + "&school=" + late + "&order=").andExpect(flash().attributeExists("refused", "typedSchool"));
        send(coordinator, "/school-years/join" + place + "&school=" + late + "&order=приказ № 9").andExpect(flash().attributeExists("done"));
        page(coordinator, "/school-years" + place).andExpect(content().string(allOf(containsString(name(told.school())), containsString(name(late)),
            containsString("Взаимоэкспертиза: ещё не начат"), containsString("Закрыть год выбранных школ"))));

        SchoolYear leaving = year(told.school());
        page(coordinator, "/school-years/" + leaving.id() + "/end").andExpect(content().string(containsString("Школа выходит из проекта")));
        send(coordinator, "/school-years/" + leaving.id() + "/leave?reason=").andExpect(flash().attributeExists("refused"));
        send(coordinator, "/school-years/" + leaving.id() + "/leave?reason=приказ № 10").andExpect(flash().attributeExists("done"));
        send(coordinator, "/school-years/" + year(second).id() + "/merge?into=" + late + "&reason=приказ № 11").andExpect(flash().attributeExists("done"));
        page(coordinator, "/school-years/" + year(second).id() + "/end").andExpect(content().string(containsString("приказ № 11")));

        send(coordinator, "/school-years/start" + place).andExpect(flash().attributeExists("refused"));
        page(coordinator, "/school-years/closing" + place + "&id=" + year(late).id()).andExpect(content().string(containsString("не завершены")));
        send(coordinator, "/school-years/close" + place + "&id=" + year(late).id() + "&reason=").andExpect(flash().attributeExists("refused"));
        send(coordinator, "/school-years/close" + place + "&id=" + year(late).id() + "&reason=ремонт").andExpect(flash().attributeExists("done"));
        assertThat(List.of(year(told.school()).status(), year(second).status(), year(late).status()))
            .containsExactly(Status.LEFT, Status.MERGED, Status.CLOSED);
    }

    @Test
    void theHistoryTellsInWhosePlaceAYearWasEndedAndAMessageWritten() throws Exception {
        course.begunByRegion(told);
        long substitute = people.person();
        LocalDate today = LocalDate.parse("2021-03-05");
        absences.enter(told.municipal(), substitute, today, today.plusDays(3), Absence.Kind.TRIP);
        MockHttpSession session = signedIn(substitute);
        send(session, "/school-years/" + year(second).id() + "/leave?reason=приказ № 10").andExpect(flash().attributeExists("done"));
        send(session, "/school-years/" + year(told.school()).id() + "/conversation?body=Здравствуйте");
        assertThat(audit.about(Subject.of(SchoolYears.SUBJECT, year(second).id()))).filteredOn(fact -> fact.type().equals("schoolyear.left"))
            .singleElement().extracting(AuditEntry::actorId, AuditEntry::onBehalfOf).containsExactly(substitute, told.municipal());
        assertThat(audit.about(Subject.of(SchoolYears.SUBJECT, year(told.school()).id()))).filteredOn(fact -> fact.type().equals("schoolyear.messageSent"))
            .singleElement().extracting(AuditEntry::actorId, AuditEntry::onBehalfOf).containsExactly(substitute, told.municipal());
        page(session, "/schools/" + second + "/years/2021").andExpect(content().string(containsString("(от имени: " + staff.person(told.municipal()).fullName())));

        send(signedIn(told.regional()), "/school-years/" + year(told.school()).id() + "/leave?reason=приказ № 11");
        assertThat(audit.about(Subject.of(SchoolYears.SUBJECT, year(told.school()).id()))).filteredOn(fact -> fact.type().equals("schoolyear.left"))
            .singleElement().extracting(AuditEntry::onBehalfOf).isNull();
    }

    @Test
    void everyRoleFindsThePagesOfTheYear() throws Exception {
        course.begunByRegion(told);
        MockHttpSession coordinator = signedIn(told.municipal());
        leadsTo(coordinator, "/", "/school-years", "/curators", "/bulk", "/my/absences", "/territory");
        leadsTo(coordinator, "/school-years" + place, "/school-years/profiles?place=municipality-" + told.municipality() + "&amp;year=2021",
            "/curators?place=municipality-" + told.municipality() + "&amp;year=2021",
            "/territory/municipalities/" + told.municipality() + "/staffing");
        leadsTo(signedIn(told.regional()), "/school-years?place=region-" + told.region() + "&year=2021",
            "/school-years/required?region=" + told.region() + "&amp;year=2021");
        leadsTo(signedIn(told.curator()), "/", "/curators/me/visits", "/my/absences");
        long candidate = staff.addPerson(told.region(), "Тестова Анна Примеровна", "candidate" + told.region() + "@example.test", "+7 900 000-00-00");
        people.alsoAppoint(candidate, Role.CURATOR, Place.school(late));
        leadsTo(signedIn(candidate), "/", "/candidacy");
        MockHttpSession observer = signedIn(people.appoint(Role.OBSERVER, Place.region(told.region())));
        leadsTo(observer, "/", "/school-years", "/programme");
        leadsTo(observer, "/school-years?place=region-" + told.region() + "&year=2021", "/territory/regions/" + told.region() + "/staffing");
    }

    /** Each link is on the page, and what it leads to opens. */
    private void leadsTo(MockHttpSession who, String address, String... links) throws Exception {
        for (String link : links) {
            page(who, address).andExpect(content().string(containsString("href=\"" + link + "\"")));
            web.perform(get(link.replace("&amp;", "&")).session(who)).andExpect(answer -> assertThat(answer.getResponse().getStatus()).as(link).isIn(200, 302));
        }
    }

    @Test
    void anObserverReadsAndOthersSeeNothing() throws Exception {
        course.begunByRegion(told);
        MockHttpSession observer = signedIn(people.appoint(Role.OBSERVER, Place.region(told.region())));
        page(observer, "/school-years" + place).andExpect(content().string(allOf(containsString(name(second)), not(containsString("Закрыть год выбранных школ")))));
        web.perform(get("/school-years/start" + place).session(observer)).andExpect(status().isNotFound());
        web.perform(get("/school-years/" + year(second).id() + "/end").session(observer)).andExpect(status().isNotFound());
        for (long person : List.of(told.curator(), people.appoint(Role.MUNICIPAL_COORDINATOR, Place.municipality(people.municipality(told.region()))))) {
            MockHttpSession stranger = signedIn(person);
            web.perform(get("/school-years" + place).session(stranger)).andExpect(status().isNotFound());
            web.perform(post("/school-years/" + year(second).id() + "/leave?reason=так").session(stranger).with(csrf())).andExpect(status().isNotFound());
            web.perform(post("/school-years/close" + place + "&id=" + year(second).id() + "&reason=так").session(stranger).with(csrf()))
                .andExpect(status().isNotFound());
        }
        assertThat(year(second).isRunning()).isTrue();
    }

    private SchoolYear year(long school) {
        return years.of(school, 2021).orElseThrow();
    }

    private String name(long school) {
        return territory.school(school).name();
    }

    private ResultActions page(MockHttpSession who, String address) throws Exception {
        return web.perform(get(address).session(who)).andExpect(status().isOk());
    }

    private ResultActions send(MockHttpSession who, String address) throws Exception {
        return web.perform(post(address).session(who).with(csrf())).andExpect(status().is3xxRedirection());
    }

    private MockHttpSession signedIn(long person) throws Exception {
        accounts.setPassword(person, PASSWORD);
        return (MockHttpSession) web.perform(formLogin("/login").user(staff.person(person).email()).password(PASSWORD)).andReturn()
            .getRequest().getSession();
    }
}
