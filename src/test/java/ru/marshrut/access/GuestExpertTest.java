package ru.marshrut.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.StreamSupport;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import ru.marshrut.territory.Absence;
import ru.marshrut.territory.Absences;
import ru.marshrut.territory.Place;
import ru.marshrut.territory.Role;
import ru.marshrut.territory.Staff;
import ru.marshrut.testing.MadePeople;
import ru.marshrut.testing.PersonalStep;
import ru.marshrut.work.FormInput;
import ru.marshrut.work.Tasks;

/** What experts find in the task list, tried through HTTP: two of a region, and a guest of another region. */
@Import(PersonalStep.class)
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class GuestExpertTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @LocalServerPort
    int port;
    @Autowired
    PersonalStep step;
    @Autowired
    MadePeople people;
    @Autowired
    Staff staff;
    @Autowired
    Absences absences;
    @Autowired
    Accounts accounts;
    @Autowired
    Viewers viewers;
    @Autowired
    Tasks work;
    @Autowired
    TaskService tasks;
    @Autowired
    Clock clock;

    long region;
    long home;
    long school;
    long own;
    long second;
    long guest;
    String ofOwn;
    String ofGuest;
    String ofTheRole;

    @BeforeEach
    void aGuestIsInvitedToARegionWithItsOwnExperts() {
        region = people.region();
        home = people.region();
        school = people.school(people.municipality(region));
        own = people.appoint(Role.EXPERT, Place.region(region));
        second = people.appoint(Role.EXPERT, Place.region(region));
        guest = people.appoint(Role.EXPERT, Place.region(home));
        ofOwn = opens(own);
        ofGuest = opens(guest);
        ofTheRole = opens(null);
    }

    @Test
    void theGuestFindsHisTaskAndOpensItsForm() throws Exception {
        Browser browser = signedIn(guest);

        assertThat(taskIds(browser)).containsExactly(ofGuest);
        assertThat(JSON.readTree(browser.engine("POST", "/task/count", "{}").body()).get("count").asInt()).isOne();
        assertThat(browser.engine("GET", "/task/" + ofGuest, "").body()).contains(PersonalStep.TITLE).doesNotContain(PersonalStep.SECRET);
        assertThat(browser.engine("GET", "/task/" + ofGuest + "/form", "").body()).contains("embedded:/forms/personal/step.html");
        assertThat(browser.open("/tasks/" + ofGuest + "?embedded=true").body()).contains(PersonalStep.QUESTION, "Завершить проверку");
        assertThat(browser.open("/").body()).contains(ofGuest).doesNotContain(ofOwn, ofTheRole);
        assertThat(browser.engine("GET", "/variable-instance?maxResults=50&taskIdIn=" + ofGuest, "").body()).contains("Школа №").doesNotContain(PersonalStep.SECRET);
    }

    @Test
    void twoExpertsOfOneRegionFindTheirOwnAndWhatIsTheRoles() throws Exception {
        assertThat(taskIds(signedIn(own))).containsExactlyInAnyOrder(ofOwn, ofTheRole);
        assertThat(taskIds(signedIn(second))).containsExactly(ofTheRole);
        seesNothingOf(signedIn(second), ofOwn);
    }

    @Test
    void nothingElseOfTheRegionOpensToTheGuest() {
        seesNothingOf(signedIn(guest), ofOwn);
        seesNothingOf(signedIn(guest), ofTheRole);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/process-instance", "/execution", "/job", "/incident", "/external-task", "/process-definition", "/deployment",
        "/decision-definition", "/batch", "/authorization", "/message", "/event-subscription", "/history/process-instance",
        "/history/activity-instance", "/history/task", "/history/variable-instance", "/history/detail", "/history/incident",
        "/history/user-operation", "/history/identity-link-log", "/history/decision-instance", "/history/job-log"})
    void noListOfTheEngineShowsTheGuestAnythingOfTheRegion(String list) throws Exception {
        Browser browser = signedIn(guest);
        for (String condition : List.of("", "&tenantIdIn=" + EngineIdentities.tenantId(region))) {
            HttpResponse<String> answer = browser.engine("GET", list + "?maxResults=50" + condition, "");
            if (answer.statusCode() == 200) {
                assertThat(JSON.readTree(answer.body())).as(answer.body()).isEmpty();
            } else {
                assertThat(answer.statusCode()).as(answer.body()).isIn(400, 403, 404, 405);
            }
        }
    }

    @Test
    void theTasksOwnVariablesAndInstanceStayClosedToTheGuest() throws Exception {
        Browser browser = signedIn(guest);
        String instance = tasks.createTaskQuery().taskId(ofGuest).singleResult().getProcessInstanceId();

        for (String path : List.of("/task/" + ofGuest + "/variables", "/task/" + ofGuest + "/form-variables", "/task/" + ofGuest + "/variables/secret",
                "/task/" + ofGuest + "/rendered-form", "/process-instance/" + instance, "/process-instance/" + instance + "/variables",
                "/process-instance/" + instance + "/activity-instances", "/history/process-instance/" + instance)) {
            HttpResponse<String> answer = browser.engine("GET", path, "");
            assertThat(answer.statusCode()).as(path + " " + answer.body()).isIn(400, 403, 404);
            assertThat(answer.body()).doesNotContain(PersonalStep.SECRET);
        }
        assertThat(browser.engine("GET", "/variable-instance?maxResults=50&variableName=secret", "").body()).isEqualTo("[]");
        assertThat(browser.engine("POST", "/task/" + ofGuest + "/complete", "{}").statusCode()).isEqualTo(403);
        assertThat(browser.webapp("GET", "/cockpit/plugin/base/default/process-definition/statistics-count", "").statusCode()).isEqualTo(403);
    }

    @Test
    void whatIsDoneIsTheGuestsNoMoreAndTheRegionIsClosedAgain() throws Exception {
        Browser browser = signedIn(guest);
        assertThat(tenants(browser)).containsExactlyInAnyOrder(EngineIdentities.tenantId(home), EngineIdentities.tenantId(region));

        work.complete(ofGuest, viewers.of(guest), FormInput.EMPTY);

        assertThat(taskIds(browser)).isEmpty();
        assertThat(tenants(browser)).containsExactly(EngineIdentities.tenantId(home));
    }

    @Test
    void whatWasHandedToAnotherIsTheGuestsNoMore() throws Exception {
        Browser browser = signedIn(guest);
        work.handTo(ofGuest, second);
        assertThat(taskIds(browser)).isEmpty();
        seesNothingOf(browser, ofGuest);
        assertThat(taskIds(signedIn(second))).containsExactlyInAnyOrder(ofGuest, ofTheRole);
    }

    @Test
    void theGuestsSubstituteFindsItInTheseDays() throws Exception {
        long substitute = people.appoint(Role.OBSERVER, Place.region(home));
        LocalDate today = LocalDate.ofInstant(clock.instant(), Viewers.FEDERATION_ZONE);
        assertThat(taskIds(signedIn(substitute))).isEmpty();

        long absence = absences.enter(guest, substitute, today, today.plusDays(2), Absence.Kind.ILLNESS);
        await().untilAsserted(() -> assertThat(taskIds(signedIn(substitute))).containsExactly(ofGuest));
        seesNothingOf(signedIn(substitute), ofOwn);

        absences.withdraw(absence, "Выздоровел");
        await().untilAsserted(() -> assertThat(taskIds(signedIn(guest))).containsExactly(ofGuest));
        seesNothingOf(signedIn(substitute), ofGuest);
        assertThat(tenants(signedIn(substitute))).containsExactly(EngineIdentities.tenantId(home));
    }

    @Test
    void whoLooksAtAllOfHisOwnRegionDoesNotLookAtTheOther() throws Exception {
        people.alsoAppoint(guest, Role.REGIONAL_COORDINATOR, Place.region(home));
        Browser browser = signedIn(guest);

        assertThat(tenants(browser)).containsExactly(EngineIdentities.tenantId(home));
        assertThat(JSON.readTree(browser.engine("GET", "/process-instance?maxResults=50", "").body())).isEmpty();
        assertThat(browser.open("/").body()).as("on our own pages it is").contains(ofGuest);
        assertThat(browser.open("/tasks/" + ofGuest).body()).contains(PersonalStep.QUESTION);
    }

    @Test
    void whatWasGivenToOneIsNotGivenBackToAll() {
        HttpResponse<String> answer = signedIn(guest).engine("POST", "/task/" + ofGuest + "/unclaim", "");
        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body()).contains("дана лично вам");
        assertThat(signedIn(own).engine("POST", "/task/" + ofGuest + "/claim", "{\"userId\":\"" + EngineIdentities.userId(own) + "\"}").statusCode())
            .isIn(403, 404, 500);
        assertThat(tasks.createTaskQuery().taskId(ofGuest).singleResult().getAssignee()).isEqualTo(EngineIdentities.userId(guest));
    }

    private void seesNothingOf(Browser browser, String task) {
        for (String path : List.of("", "/form", "/variables", "/localVariables", "/identity-links", "/comment", "/form-variables", "/deployed-form")) {
            HttpResponse<String> answer = browser.engine("GET", "/task/" + task + path, "");
            if (answer.statusCode() == 200) {
                assertThat(answer.body()).as(path).isEqualTo("[]");
            } else if (!answer.body().contains("belongs to no authenticated tenant")) { // the engine's own words, with a status of 500
                assertThat(answer.statusCode()).as(path + " " + answer.body()).isIn(400, 403, 404);
            }
        }
        assertThat(browser.engine("GET", "/variable-instance?maxResults=50&taskIdIn=" + task, "").body()).isEqualTo("[]");
        assertThat(browser.open("/tasks/" + task).statusCode()).isEqualTo(404);
        assertThat(browser.open("/").body()).doesNotContain(task);
    }

    private String opens(Long expert) {
        return step.opens(school, expert, clock.instant().plus(Duration.ofDays(5)));
    }

    private Browser signedIn(long person) {
        String password = "три весёлых чижа";
        if (!accounts.withoutAccount(List.of(person)).isEmpty()) {
            accounts.setPassword(person, password);
        }
        Browser browser = new Browser(port);
        browser.signIn(staff.person(person).email(), password);
        browser.open("/camunda/app/tasklist/default/"); // gives the webapps' token
        return browser;
    }

    private static List<String> taskIds(Browser browser) throws Exception {
        return texts(browser.engine("POST", "/task?maxResults=50", "{}"));
    }

    private static List<String> tenants(Browser browser) throws Exception {
        return texts(browser.engine("GET", "/tenant?maxResults=50", ""));
    }

    private static List<String> texts(HttpResponse<String> answer) throws Exception {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return StreamSupport.stream(JSON.readTree(answer.body()).spliterator(), false).map(each -> each.get("id").asText()).toList();
    }
}
