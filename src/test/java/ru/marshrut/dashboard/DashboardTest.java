package ru.marshrut.dashboard;

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
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
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
import ru.marshrut.peerreview.process.PeerReviewModel;
import ru.marshrut.peerreview.process.ReviewStory;
import ru.marshrut.peerreview.process.ReviewStory.Told;
import ru.marshrut.territory.Person;
import ru.marshrut.territory.Place;
import ru.marshrut.territory.Role;
import ru.marshrut.territory.Staff;
import ru.marshrut.territory.Territory;
import ru.marshrut.testing.MadePeople;
import ru.marshrut.work.OpenTask;

@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@AutoConfigureMockMvc
class DashboardTest {

    private static final String PASSWORD = "пример-пароля-для-теста";
    private static final LocalDate LONG_AGO = LocalDate.of(2020, 1, 1);

    @LocalServerPort
    int port;
    @Autowired
    MockMvc web;
    @Autowired
    ReviewStory story;
    @Autowired
    MadePeople people;
    @Autowired
    Staff staff;
    @Autowired
    Territory territory;
    @Autowired
    Accounts accounts;
    @Autowired
    JdbcClient jdbc;
    @Autowired
    Progress progress;

    @Test
    void aSchoolsCoordinatorSeesHisTasksByUrgencyAndHisCircle() throws Exception {
        Told told = story.aPair();
        long ours = told.schools().get(0);
        MockHttpSession coordinator = signedIn(coordinatorOf(ours));

        story.itIs("2022-09-14");
        home(coordinator).andExpect(content().string(allOf(containsString("На этой неделе"), containsString("16.09.2022"),
            containsString("осталось 2 дня"), containsString("Подтвердить партнёра"), containsString("/circles/" + story.circle(told).id()),
            containsString(territory.school(told.schools().get(1)).name()), not(containsString("Кто что должен сделать")))));

        story.itIs("2022-09-16");
        home(coordinator).andExpect(content().string(containsString("сегодня")));

        story.itIs("2022-09-21");
        home(coordinator).andExpect(content().string(allOf(containsString("Просрочено"), containsString("просрочено на 5 дней"))));
    }

    @Test
    void aCuratorSeesHisSchoolsAndTheNextMeetingAndThatNothingIsAskedOfHim() throws Exception {
        Told told = story.aPairThatHasExchanged();
        long curator = people.appoint(Role.CURATOR, Place.school(told.schools().get(0)));
        told.schools().forEach(school -> story.does(told, PeerReviewModel.CHOOSE_SLOTS, school,
            java.util.Map.of("offer1", "2022-10-12T15:00", "slot", "", "link", "https://video.example.test/room")));
        story.run();

        home(signedIn(curator)).andExpect(content().string(allOf(containsString("Сейчас от вас ничего не ждут"),
            containsString(territory.school(told.schools().get(0)).name()), containsString("12.10.2022"), containsString("15:00"))));
    }

    @Test
    void aMunicipalCoordinatorSeesWhoOwesWhatAndHowToReachThem() throws Exception {
        Told told = story.aPair();
        story.confirm(told, told.schools().get(1));
        story.itIs("2022-09-18");
        MockHttpSession coordinator = signedIn(told.coordinator());
        Person silent = coordinatorOf(told.schools().get(0));
        String page = "/my-territory/municipalities/" + told.municipality();

        home(coordinator).andExpect(content().string(allOf(containsString("Мой район"), containsString(page))));
        show(coordinator, "/my-territory").andExpect(redirectedUrl(page));
        show(coordinator, page).andExpect(content().string(allOf(containsString("просрочено, 16.09"), containsString("готово"),
            containsString(silent.fullName()), containsString("tel:" + silent.phone()), containsString("mailto:" + silent.email()), containsString("Напомнить"))));
        show(coordinator, page + "?overdue=true").andExpect(content().string(allOf(containsString(territory.school(told.schools().get(0)).name()),
            not(containsString(">" + territory.school(told.schools().get(1)).name() + "</a>")))));
        show(coordinator, page + "/tasks?overdue=true").andExpect(content().string(allOf(containsString("просрочено на 2 дня"),
            containsString("05.09.2022"), containsString(silent.fullName()))));
        show(coordinator, page + "/tasks?step=" + PeerReviewModel.UPLOAD_FINAL_FILE)
            .andExpect(content().string(containsString("Сейчас ни от кого ничего не ждут")));
    }

    @Test
    void aRegionalCoordinatorSeesTheRegionAndCanNarrowItToAMunicipality() throws Exception {
        Told told = story.aPair();
        long regional = staff.holding(Role.REGIONAL_COORDINATOR, Place.region(told.region()), LONG_AGO.plusYears(2)).get(0).id();
        long other = people.municipality(told.region());
        MockHttpSession coordinator = signedIn(regional);
        String page = "/my-territory/regions/" + told.region();
        String school = territory.school(told.schools().get(0)).name();

        home(coordinator).andExpect(content().string(allOf(containsString("Мой регион"), containsString(page))));
        show(coordinator, page).andExpect(content().string(containsString(school)));
        show(coordinator, page + "?municipality=" + told.municipality()).andExpect(content().string(containsString(school)));
        show(coordinator, page + "?municipality=" + other).andExpect(content().string(not(containsString(school))));
        show(coordinator, "/my-territory/municipalities/" + told.municipality()).andExpect(status().isOk());
    }

    @Test
    void theNeighboursTerritoryDoesNotExist() throws Exception {
        Told told = story.aPair();
        Told elsewhere = story.aPair();
        MockHttpSession neighbour = signedIn(elsewhere.coordinator());
        OpenTask task = story.openTasks(told).get(0);

        show(neighbour, "/my-territory/municipalities/" + told.municipality()).andExpect(status().isNotFound());
        show(neighbour, "/my-territory/municipalities/" + told.municipality() + "/tasks").andExpect(status().isNotFound());
        show(neighbour, "/my-territory/regions/" + elsewhere.region()).andExpect(status().isNotFound());
        show(neighbour, "/my-territory/municipalities/" + elsewhere.municipality() + "?municipality=" + told.municipality())
            .andExpect(status().isNotFound());
        remind(neighbour, task.id()).andExpect(status().isNotFound());
        show(signedIn(coordinatorOf(told.schools().get(0))), "/my-territory/municipalities/" + told.municipality()).andExpect(status().isNotFound());
        show(signedIn(coordinatorOf(told.schools().get(0))), "/my-territory").andExpect(status().isNotFound());
        assertThat(reminders(task)).isZero();
    }

    @Test
    void oneIsRemindedOnceADayAndToldSo() throws Exception {
        Told told = story.aPair();
        story.itIs("2022-09-14");
        MockHttpSession coordinator = signedIn(told.coordinator());
        OpenTask task = story.openTask(told, PeerReviewModel.CONFIRM_PARTNER, told.schools().get(0));

        remind(coordinator, task.id()).andExpect(flash().attribute("done", "Напоминание отправлено: его получит 1 человек."));
        remind(coordinator, task.id()).andExpect(flash().attribute("refused", containsString("сегодня уже напоминали")));
        assertThat(reminders(task)).isOne();

        story.itIs("2022-09-15");
        remind(coordinator, task.id()).andExpect(redirectedUrl("/my-territory")).andExpect(flash().attributeExists("done"));
        assertThat(reminders(task)).isEqualTo(2);
    }

    @Test
    void whoeverHasNoTasksIsToldSoAndNotLeftAlone() throws Exception {
        long region = people.region();
        long observer = people.appoint(Role.OBSERVER, Place.region(region));

        home(signedIn(observer)).andExpect(content().string(allOf(containsString("Сейчас от вас ничего не ждут"), not(containsString("my-territory")))));
    }

    @Test
    void schoolsComeInPages() {
        Told told = story.started(story.aRoundOf(4));
        ZoneId zone = territory.region(told.region()).zone();
        Place place = Place.municipality(told.municipality());

        List<SchoolProgress> first = progress.within(place, false, null, 3, zone);
        List<SchoolProgress> second = progress.within(place, false, first.get(2).schoolId(), 3, zone);

        assertThat(first).hasSize(3);
        assertThat(second).hasSize(1).extracting(SchoolProgress::schoolId).doesNotContainAnyElementsOf(first.stream().map(SchoolProgress::schoolId).toList());
    }

    @Test
    void theFiltersOfTheTaskListShowEachHisOwn() throws Exception {
        Told told = story.aPair();
        Told elsewhere = story.aPair();
        HttpClient ours = browser(coordinatorOf(told.schools().get(0)));
        HttpClient neighbour = browser(coordinatorOf(elsewhere.schools().get(0)));
        List<String> own = story.openTasks(told).stream().filter(task -> task.schoolId().equals(told.schools().get(0))).map(OpenTask::id).toList();

        JsonNode filters = read(ours, "/filter?resourceType=Task&sortBy=name&sortOrder=asc&firstResult=0&maxResults=50");
        assertThat(filters).extracting(filter -> filter.path("name").asText())
            .contains("Мои задачи", "Задачи моей школы или роли", "Просроченные", "Срок на этой неделе", "По школам");
        for (String name : List.of("Мои задачи", "Задачи моей школы или роли", "По школам")) {
            assertThat(tasks(ours, filters, name)).as(name).containsExactlyInAnyOrderElementsOf(own);
            assertThat(tasks(neighbour, filters, name)).as(name).isNotEmpty().doesNotContainAnyElementsOf(own);
        }

        story.itIs("2022-09-12");
        assertThat(tasks(ours, filters, "Срок на этой неделе")).isNotEmpty().isSubsetOf(own);
        assertThat(tasks(ours, filters, "Просроченные")).isEmpty();
        story.itIs("2022-09-20");
        assertThat(tasks(ours, filters, "Просроченные")).isNotEmpty().isSubsetOf(own);
    }

    private Person coordinatorOf(long school) {
        return staff.holding(Role.SCHOOL_COORDINATOR, Place.school(school), LONG_AGO.plusYears(2)).get(0);
    }

    private MockHttpSession signedIn(Person person) throws Exception {
        return signedIn(person.id());
    }

    private MockHttpSession signedIn(long person) throws Exception {
        accounts.setPassword(person, PASSWORD);
        return (MockHttpSession) web.perform(formLogin("/login").user(staff.person(person).email()).password(PASSWORD))
            .andExpect(status().is3xxRedirection()).andReturn().getRequest().getSession();
    }

    private ResultActions home(MockHttpSession session) throws Exception {
        return show(session, "/").andExpect(status().isOk());
    }

    private ResultActions show(MockHttpSession session, String page) throws Exception {
        return web.perform(get(URI.create(page)).session(session));
    }

    private ResultActions remind(MockHttpSession session, String task) throws Exception {
        return web.perform(post("/my-territory/reminders").param("task", task).param("back", "https://elsewhere.example").session(session).with(csrf()));
    }

    private int reminders(OpenTask task) {
        return jdbc.sql("select count(*) from letter where template = 'reminder' and occasion like ?")
            .param("task-" + task.id() + "/%").query(Integer.class).single();
    }

    private HttpClient browser(Person person) throws Exception {
        accounts.setPassword(person.id(), PASSWORD);
        HttpClient browser = HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
        String page = browser.send(request("/login").build(), BodyHandlers.ofString()).body();
        var token = Pattern.compile("name=\"_csrf\" (?:value|content)=\"([^\"]+)\"").matcher(page);
        assertThat(token.find()).isTrue();
        String form = "_csrf=" + encoded(token.group(1)) + "&username=" + encoded(person.email()) + "&password=" + encoded(PASSWORD);
        browser.send(request("/login").header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(form)).build(), BodyHandlers.discarding());
        return browser;
    }

    private List<String> tasks(HttpClient browser, JsonNode filters, String name) throws Exception {
        String id = StreamSupport.stream(filters.spliterator(), false).filter(filter -> filter.path("name").asText().equals(name))
            .findFirst().orElseThrow().path("id").asText();
        return StreamSupport.stream(read(browser, "/filter/" + id + "/list?firstResult=0&maxResults=50").spliterator(), false)
            .map(task -> task.path("id").asText()).toList();
    }

    private JsonNode read(HttpClient browser, String path) throws Exception {
        var answer = browser.send(request("/camunda/api/engine/engine/default" + path).header("Accept", "application/json").build(),
            BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return new ObjectMapper().readTree(answer.body());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + port + path));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
