package ru.marshrut.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.stream.StreamSupport;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.filter.Filter;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import ru.marshrut.territory.Place;
import ru.marshrut.territory.Role;
import ru.marshrut.territory.Staff;
import ru.marshrut.territory.Territory;

/** What people see and may do in the webapps, tried through HTTP. */
@Import(SchoolStep.class)
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class WebappAccessTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String ATTACK = "${''.getClass().forName('java.lang.System').getMethod('setProperty', ''.getClass(), "
        + "''.getClass()).invoke(null, 'marshrut.attacked', 'yes')}";

    @LocalServerPort
    int port;
    @Autowired
    Territory territory;
    @Autowired
    Staff staff;
    @Autowired
    Accounts accounts;
    @Autowired
    Clock clock;
    @Autowired
    SchoolStep step;
    @Autowired
    RuntimeService runtime;
    @Autowired
    TaskService tasks;
    @Autowired
    FilterService filters;
    @Autowired
    AuthorizationService authorizations;
    @Autowired
    IdentityService identities;

    TwoSchools here;
    String ourTask;
    String neighboursTask;

    @BeforeEach
    void eachSchoolHasATask() {
        here = TwoSchools.inANewRegion(territory, staff, clock);
        ourTask = step.opensFor(here.oursId());
        neighboursTask = step.opensFor(here.neighboursId());
    }

    @Test
    void eachSeesTheTasksOfHisOwnSchoolAndAPrincipalStandsInForTheCoordinator() throws Exception {
        assertThat(taskIds(signedIn(here.coordinator()))).containsExactly(ourTask);
        assertThat(taskIds(signedIn(here.principal()))).containsExactly(ourTask);
        assertThat(taskIds(signedIn(here.neighbour()))).containsExactly(neighboursTask);
        assertThat(taskIds(signedIn(here.municipal()))).isEmpty();
        assertThat(signedIn(here.neighbour()).engine("GET", "/task/" + ourTask, "").statusCode()).isIn(403, 404);
        assertThat(signedIn(here.neighbour()).engine("GET", "/task/" + ourTask + "/form", "").statusCode()).isIn(403, 404);
    }

    @Test
    void theEndOfAnAppointmentClosesTheWebapps() {
        Browser browser = signedIn(here.coordinator());

        staff.end(here.coordinator().appointmentId(), LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).minusDays(2), "переход");

        assertThat(browser.engine("POST", "/task", "{}").statusCode()).isIn(401, 403);
    }

    @Test
    void withoutSignInNothingOfTheWebappsIsOpen() {
        Browser browser = new Browser(port);

        assertThat(browser.open("/camunda/app/tasklist/default/").headers().firstValue("Location").orElseThrow()).endsWith("/login");
        assertThat(browser.engine("POST", "/task", "{}").statusCode()).isEqualTo(401);
        assertThat(browser.webapp("GET", "/admin/auth/user/default", "").statusCode()).isEqualTo(401);
        assertThat(browser.open("/v3/api-docs").statusCode()).isEqualTo(302);
        assertThat(browser.open("/camunda/lib/deps.js").statusCode()).isEqualTo(302);
    }

    @Test
    void participantsGetTheTaskListTheRegionAlsoTheProcessesAndAdministratorsAll() {
        assertThat(signedIn(here.coordinator()).open("/camunda/app/tasklist/default/").statusCode()).isEqualTo(200);
        assertThat(signedIn(here.coordinator()).webapp("GET", "/cockpit/plugin/base/default/process-definition/statistics-count", "").statusCode()).isEqualTo(403);
        assertThat(signedIn(here.coordinator()).open("/camunda/app/cockpit/default/").statusCode()).isEqualTo(403);
        assertThat(signedIn(here.regional()).open("/camunda/app/cockpit/default/").statusCode()).isEqualTo(200);
        assertThat(apps(here.municipal())).contains("tasklist").doesNotContain("cockpit", "admin");
        assertThat(apps(here.regional())).contains("tasklist", "cockpit").doesNotContain("admin");
        assertThat(apps(TwoSchools.administrator(staff, clock))).contains("tasklist", "cockpit", "admin");
        assertThat(signedIn(here.regional()).open("/camunda/app/admin/default/").statusCode()).isEqualTo(403);
        assertThat(signedIn(here.regional()).open("/camunda/app/welcome/default/").statusCode()).isEqualTo(403);
    }

    @Test
    void theWebappsLearnTheTimeOfThePersonsRegion() {
        assertThat(signedIn(here.regional()).open("/api/me").body()).contains("\"zone\":\"Europe/Moscow\"");
        assertThat(new Browser(port).open("/api/me").statusCode()).isIn(302, 401);
    }

    @Test
    void whatTheWebappsAskForIsWithinTheLargestPage() {
        assertThat(signedIn(here.coordinator()).engine("GET", "/filter?firstResult=0&maxResults=2000&resourceType=Task", "").statusCode()).isEqualTo(200);
        assertThat(signedIn(here.regional()).engine("GET", "/process-definition?key=peer-review&sortBy=version&sortOrder=desc", "").statusCode())
            .as("unbound, as Cockpit asks for versions").isEqualTo(200);
        assertThat(signedIn(here.regional()).engine("GET", "/process-definition?maxResults=5000", "").statusCode()).isEqualTo(400);
    }

    @Test
    void aRegionLooksAtItsOwnProcessesOnly() throws Exception {
        TwoSchools elsewhere = TwoSchools.inANewRegion(territory, staff, clock);

        assertThat(size(signedIn(here.regional()).engine("POST", "/process-instance?maxResults=50", "{\"processDefinitionKey\":\"school-step\"}"))).isEqualTo(2);
        assertThat(size(signedIn(elsewhere.regional()).engine("POST", "/process-instance?maxResults=50", "{\"processDefinitionKey\":\"school-step\"}"))).isZero();
        assertThat(size(signedIn(here.municipal()).engine("POST", "/process-instance?maxResults=50", "{\"processDefinitionKey\":\"school-step\"}"))).isZero();
        assertThat(taskIds(signedIn(here.regional()))).isEmpty();
    }

    @Test
    void theSignOutOfAWebappEndsTheOneSession() {
        Browser browser = signedIn(here.coordinator());

        assertThat(browser.webapp("POST", "/admin/auth/user/default/logout", "").statusCode()).isEqualTo(204);

        assertThat(browser.getJson("/api/nothing").statusCode()).isEqualTo(401);
        assertThat(browser.engine("POST", "/task", "{}").statusCode()).isEqualTo(401);
    }

    @Test
    void aWebappCallWithoutItsTokenIsRefused() {
        Browser browser = signedIn(here.coordinator());

        assertThat(browser.post("/camunda/api/engine/engine/default/task/" + ourTask + "/unclaim", "").statusCode()).isEqualTo(403);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "POST   | /complete        | {\"variables\":{\"score\":{\"value\":3}}}",
        "POST   | /submit-form     | {\"variables\":{\"score\":{\"value\":3}}}",
        "POST   | /resolve         | {\"variables\":{\"score\":{\"value\":3}}}",
        "POST   | /delegate        | {\"userId\":\"p1\"}",
        "POST   | /bpmnError       | {\"errorCode\":\"x\"}",
        "POST   | /bpmnEscalation  | {\"escalationCode\":\"x\"}",
        "PUT    | /variables/score | {\"value\":3}",
        "POST   | /variables       | {\"modifications\":{\"score\":{\"value\":3}}}",
        "PUT    | /localVariables/score | {\"value\":3}",
        "DELETE | /variables/secret | ''",
        "POST   | /claim           | {\"userId\":\"p1\"}",
        "POST   | /assignee        | {\"userId\":\"p1\"}",
        "POST   | /identity-links  | {\"userId\":\"p1\",\"type\":\"candidate\"}",
        "POST   | /comment/create  | {\"message\":\"x\"}",
        "PUT    | ''               | {\"name\":\"x\",\"priority\":100}",
        "DELETE | ''               | ''",
        "GET    | /variables       | ''",
        "GET    | /variables/secret | ''",
        "GET    | /localVariables  | ''",
        "GET    | /form-variables  | ''",
        "GET    | /rendered-form   | ''"})
    void aParticipantCannotChangeATaskOrReadItsVariablesPastTheUseCases(String method, String action, String body) {
        String assignee = tasks.createTaskQuery().taskId(ourTask).singleResult().getAssignee();

        HttpResponse<String> answer = signedIn(here.coordinator()).engine(method, "/task/" + ourTask + action, body);

        assertThat(answer.statusCode()).as(answer.body()).isIn(400, 403);
        assertThat(answer.body()).doesNotContain(SchoolStep.SECRET).doesNotContain("\tat ");
        assertThat(tasks.createTaskQuery().taskId(ourTask).taskName(SchoolStep.TITLE).singleResult().getAssignee()).isEqualTo(assignee);
        assertThat(tasks.getVariable(ourTask, "score")).isNull();
    }

    @Test
    void theRefusalIsRussian() {
        assertThat(signedIn(here.coordinator()).engine("POST", "/task/" + ourTask + "/complete", "{}").body())
            .contains("Откройте задачу и выполните его на её странице");
    }

    @Test
    void whatElseChangesTheEngineIsRefusedToParticipantsToo() {
        Browser browser = signedIn(here.coordinator());
        String instance = tasks.createTaskQuery().taskId(ourTask).singleResult().getProcessInstanceId();

        for (String[] call : new String[][] {
                {"POST", "/process-instance/" + instance + "/modification", "{\"instructions\":[{\"type\":\"startBeforeActivity\",\"activityId\":\"step\"}]}"},
                {"PUT", "/process-instance/" + instance + "/variables/score", "{\"value\":3}"},
                {"DELETE", "/process-instance/" + instance, ""},
                {"POST", "/process-definition/key/school-step/start", "{}"},
                {"POST", "/message", "{\"messageName\":\"x\"}"},
                {"POST", "/signal", "{\"name\":\"x\"}"},
                {"POST", "/task/create", "{\"name\":\"x\"}"},
                {"POST", "/filter/create", "{\"resourceType\":\"Task\",\"name\":\"x\",\"query\":{},\"properties\":{}}"}}) {
            HttpResponse<String> answer = browser.engine(call[0], call[1], call[2]);
            assertThat(answer.statusCode()).as(call[1] + " " + answer.body()).isIn(400, 403, 404);
        }
        assertThat(filters.createFilterQuery().filterName("x").count()).isZero();
        assertThat(runtime.createProcessInstanceQuery().processDefinitionKey(SchoolStep.KEY).tenantIdIn(EngineIdentities.tenantId(here.regionId())).count())
            .isEqualTo(2);
    }

    @Test
    void aParticipantTakesATaskForHimselfAndGivesItBack() {
        Browser browser = signedIn(here.coordinator());
        tasks.setAssignee(ourTask, null);

        assertThat(browser.engine("POST", "/task/" + ourTask + "/claim", "{\"userId\":\"" + here.coordinator().userId() + "\"}").statusCode()).isEqualTo(204);
        assertThat(tasks.createTaskQuery().taskId(ourTask).taskAssignee(here.coordinator().userId()).count()).isOne();
        assertThat(signedIn(here.principal()).engine("POST", "/task/" + ourTask + "/unclaim", "").statusCode()).isEqualTo(403);

        assertThat(browser.engine("POST", "/task/" + ourTask + "/unclaim", "").statusCode()).isEqualTo(204);
        assertThat(tasks.createTaskQuery().taskId(ourTask).taskUnassigned().count()).isOne();
        assertThat(signedIn(here.neighbour()).engine("POST", "/task/" + ourTask + "/claim", "{\"userId\":\"" + here.neighbour().userId() + "\"}").statusCode())
            .isIn(403, 404, 500);
        assertThat(tasks.createTaskQuery().taskId(ourTask).taskUnassigned().count()).isOne();
    }

    @Test
    void expressionsInTheOrPartsOfATaskQueryAreNotRunAndPlainOrPartsWork() throws Exception {
        Browser browser = signedIn(here.coordinator());
        String attack = "{\"orQueries\":[{\"assigneeExpression\":" + JSON.writeValueAsString(ATTACK) + ",\"name\":\"x\"}]}";

        for (String path : new String[] {"/task", "/task/count"}) {
            assertThat(browser.engine("POST", path, attack).statusCode()).isEqualTo(400);
        }
        assertThat(browser.engine("POST", "/task", "{\"assigneeExpression\":" + JSON.writeValueAsString(ATTACK) + "}").statusCode()).isEqualTo(400);
        assertThat(signedIn(TwoSchools.administrator(staff, clock)).engine("POST", "/task", attack).statusCode()).isEqualTo(400);
        assertThat(System.getProperty("marshrut.attacked")).isNull();
        assertThat(size(browser.engine("POST", "/task?maxResults=50", "{\"orQueries\":[{\"name\":\"Согласовать дату встречи\",\"description\":\"нет\"}]}"))).isOne();
    }

    @Test
    void aStoredFilterNamesTheCurrentUserButWhatExtendsItHoldsNoExpressions() throws Exception {
        Filter mine = filters.saveFilter(filters.newTaskFilter("Мои " + here.regionId())
            .setQuery(tasks.createTaskQuery().taskAssigneeExpression("${currentUser()}")));
        Authorization read = authorizations.createNewAuthorization(Authorization.AUTH_TYPE_GRANT);
        read.setGroupId(EngineIdentities.PARTICIPANTS);
        read.setResource(Resources.FILTER);
        read.setResourceId(mine.getId());
        read.addPermission(Permissions.READ);
        authorizations.saveAuthorization(read);
        tasks.setAssignee(ourTask, here.coordinator().userId());
        Browser browser = signedIn(here.coordinator());
        String list = "/filter/" + mine.getId() + "/list?maxResults=50";

        assertThat(size(browser.engine("POST", list, "{}"))).isOne();
        assertThat(size(browser.engine("POST", list, "{\"orQueries\":[{\"name\":\"Согласовать дату встречи\",\"description\":\"нет\"}]}"))).isOne();
        for (String action : new String[] {"/list", "/count", "/singleResult"}) {
            String path = "/filter/" + mine.getId() + action;
            assertThat(browser.engine("POST", path, "{\"orQueries\":[{\"assigneeExpression\":" + JSON.writeValueAsString(ATTACK)
                + ",\"name\":\"x\"}]}").statusCode()).isEqualTo(400);
            assertThat(browser.engine("POST", path, "{\"nameExpression\":1,\"dueAfterExpression\":" + JSON.writeValueAsString(ATTACK) + "}").statusCode()).isEqualTo(400);
        }
        assertThat(System.getProperty("marshrut.attacked")).isNull();
        assertThat(browser.engine("PUT", "/filter/" + mine.getId(), "{\"resourceType\":\"Task\",\"name\":\"x\",\"query\":{},\"properties\":{}}").statusCode())
            .isEqualTo(403);
    }

    @Test
    void nobodyMakesAnAdministratorThroughTheSetUp() {
        String user = "{\"profile\":{\"id\":\"p0\",\"firstName\":\"x\",\"lastName\":\"y\",\"email\":\"\"},\"credentials\":{\"password\":\"abcdefghijkl12\"}}";

        assertThat(new Browser(port).webapp("POST", "/admin/setup/default/user/create", user).statusCode()).isIn(401, 403);
        assertThat(signedIn(here.coordinator()).webapp("POST", "/admin/setup/default/user/create", user).statusCode()).isEqualTo(403);
        assertThat(signedIn(TwoSchools.administrator(staff, clock)).webapp("POST", "/admin/setup/default/user/create", user).statusCode()).isEqualTo(403);
        assertThat(identities.createUserQuery().userId("p0").count()).isZero();
    }

    @Test
    void theEnginesOwnRestInterfaceIsNotThere() {
        assertThat(new Browser(port).getJson("/engine-rest/task").statusCode()).isIn(401, 403, 404);
        assertThat(signedIn(TwoSchools.administrator(staff, clock)).getJson("/engine-rest/engine").statusCode()).isIn(403, 404);
    }

    @Test
    void aParticipantKnowsHimselfAndHisOwnRolesPeopleOnly() throws Exception {
        Browser browser = signedIn(here.coordinator());

        assertThat(browser.engine("GET", "/user/" + here.coordinator().userId() + "/profile", "").body()).contains("Примеровна");
        assertThat(browser.engine("GET", "/user/" + here.principal().userId() + "/profile", "").body()).contains("Примеровна");
        assertThat(browser.engine("GET", "/user/" + here.neighbour().userId() + "/profile", "").statusCode()).isEqualTo(404);
        assertThat(size(browser.engine("GET", "/user?maxResults=50&memberOfGroup=" + EngineIdentities.groupId(Role.SCHOOL_COORDINATOR, Place.school(here.neighboursId())), ""))).isZero();
        assertThat(size(browser.engine("GET", "/user?maxResults=50", ""))).isOne();
        assertThat(browser.engine("GET", "/identity/groups?userId=" + here.neighbour().userId(), "").body()).doesNotContain("school-coordinator");
        assertThat(browser.engine("GET", "/identity/groups?userId=" + here.coordinator().userId(), "").body())
            .contains(EngineIdentities.groupId(Role.SCHOOL_COORDINATOR, Place.school(here.oursId())), "Координатор школы: Школа наша");
    }

    @Test
    void theEngineHoldsNoCopyOfPeople() {
        assertThat(identities.isReadOnly()).isTrue();
        assertThat(identities.createUserQuery().userId(here.regional().userId()).singleResult().getLastName()).isEqualTo("Тестова");
        assertThat(identities.createUserQuery().memberOfGroup(EngineIdentities.groupId(Role.SCHOOL_COORDINATOR, Place.school(here.oursId()))).list())
            .extracting("id").containsExactlyInAnyOrder(here.coordinator().userId(), here.principal().userId());
        assertThat(identities.createGroupQuery().groupMember(here.regional().userId()).list()).extracting("id")
            .containsExactlyInAnyOrder("participants", "coordinators", "regional", EngineIdentities.groupId(Role.REGIONAL_COORDINATOR, Place.region(here.regionId())));
        assertThat(identities.createTenantQuery().userMember(here.coordinator().userId()).list()).extracting("id")
            .containsExactly(EngineIdentities.tenantId(here.regionId()));
        assertThat(identities.createUserQuery().userId("p999999999").count()).isZero();
        assertThat(identities.createGroupQuery().groupId("curator.school.999999999").count()).isZero();
    }

    private Browser signedIn(TwoSchools.Someone someone) {
        Browser browser = new Browser(port);
        someone.giveAccount(accounts);
        browser.signIn(someone.email(), TwoSchools.PASSWORD);
        browser.open("/camunda/app/tasklist/default/"); // gives the webapps' token
        return browser;
    }

    private String apps(TwoSchools.Someone someone) {
        return signedIn(someone).webapp("GET", "/admin/auth/user/default", "").body();
    }

    private static Iterable<String> taskIds(Browser browser) throws Exception {
        HttpResponse<String> answer = browser.engine("POST", "/task?maxResults=50", "{}");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return StreamSupport.stream(JSON.readTree(answer.body()).spliterator(), false).map(task -> task.get("id").asText()).toList();
    }

    private static int size(HttpResponse<String> answer) throws Exception {
        JsonNode list = JSON.readTree(answer.body());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(list.isArray()).as(answer.body()).isTrue();
        return list.size();
    }
}
