package ru.marshrut;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import ru.marshrut.access.Accounts;
import ru.marshrut.access.Browser;
import ru.marshrut.audit.AuditEntry;
import ru.marshrut.audit.AuditTrail;
import ru.marshrut.audit.Subject;
import ru.marshrut.documents.SchoolDocuments;
import ru.marshrut.peerreview.process.PeerReviewModel;
import ru.marshrut.peerreview.process.ReviewStory;
import ru.marshrut.peerreview.process.ReviewStory.Told;
import ru.marshrut.territory.Absences;
import ru.marshrut.territory.Place;
import ru.marshrut.territory.Role;
import ru.marshrut.territory.Staff;
import ru.marshrut.testing.MadePeople;
import ru.marshrut.work.OpenTask;

/** Substitutes and coordinators at work, with accounts of their own, beside neighbours who may not. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class SubstituteTest {

    private static final String PASSWORD = "чужой-огород-не-наш";
    private static final String FORM = "application/x-www-form-urlencoded";
    private static final Pattern FINGERPRINT = Pattern.compile("name=\"fingerprint\" value=\"([0-9a-f]+)\"");

    @LocalServerPort
    int port;
    @Autowired
    ReviewStory story;
    @Autowired
    MadePeople people;
    @Autowired
    Staff staff;
    @Autowired
    Accounts accounts;
    @Autowired
    Absences absences;
    @Autowired
    AuditTrail audit;

    @Test
    void theSubstituteSeesTheAbsentOnesSchoolAndOnlyInTheseDays() {
        Told told = story.twoPairs();
        long ours = told.schools().get(0);
        long third = told.schools().get(2);
        story.bringPackage(ours);
        story.bringPackage(third);
        OpenTask task = story.openTask(told, PeerReviewModel.CONFIRM_PARTNER, ours);
        long absent = task.assigneeId();
        long substitute = people.appoint(Role.SCHOOL_COORDINATOR, Place.school(people.school(told.municipality())));
        Browser them = signedIn(substitute);
        sees(them, task, ours, 404);

        Browser us = signedIn(absent);
        assertThat(us.open("/my/absences").body()).contains("Записать отсутствие");
        assertThat(enter(us, "/my/absences", substitute, "2022-09-05", "2022-09-07").statusCode()).isEqualTo(302);
        assertThat(us.open("/my/absences").body()).contains("идёт", staff.person(substitute).fullName());
        assertThat(them.open("/my/absences").body()).contains("Замещает других", staff.person(absent).fullName());
        sees(them, task, ours, 200);
        assertThat(them.open(documents(third)).statusCode()).as("not another school").isEqualTo(404);
        assertThat(them.open("/").body()).contains("/tasks/" + task.id());
        assertThat(them.open("/tasks/" + task.id()).body()).contains("Вы замещаете", staff.person(absent).fullName());

        OpenTask other = story.openTask(told, PeerReviewModel.CONFIRM_PARTNER, third);
        assertThat(them.open("/tasks/" + other.id()).statusCode()).isEqualTo(404);

        story.itIs("2022-09-08");
        sees(them, task, ours, 404);
        assertThat(them.open("/").body()).as("the session goes on, the right has ended").doesNotContain("/tasks/" + task.id());
        sees(us, task, ours, 200);
    }

    @Test
    void theHistoryTellsInWhosePlaceAStepWasDone() {
        Told told = story.aPair();
        long ours = told.schools().get(0);
        OpenTask task = story.openTask(told, PeerReviewModel.CONFIRM_PARTNER, ours);
        long absent = task.assigneeId();
        long substitute = people.person();
        enter(signedIn(absent), "/my/absences", substitute, "2022-09-05", "2022-09-07");

        Browser them = signedIn(substitute);
        assertThat(them.call("POST", "/tasks/" + task.id(), FORM, "name=x&phone=%2B79000000000&email=x%40example.test").statusCode()).isEqualTo(302);
        assertThat(audit.about(Subject.of("task", task.id()))).filteredOn(entry -> entry.type().equals("work.taskCompleted")).singleElement()
            .extracting(AuditEntry::actorId, AuditEntry::onBehalfOf).containsExactly(substitute, absent);
        assertThat(signedIn(told.coordinator()).open("/circles/" + story.circle(told).id()).body())
            .contains("(от имени: ", staff.person(absent).fullName(), staff.person(substitute).fullName());

        long second = told.schools().get(1);
        OpenTask own = story.openTask(told, PeerReviewModel.CONFIRM_PARTNER, second);
        signedIn(own.assigneeId()).call("POST", "/tasks/" + own.id(), FORM, "name=x&phone=%2B79000000000&email=x%40example.test");
        assertThat(audit.about(Subject.of("task", own.id()))).extracting(AuditEntry::onBehalfOf).containsOnlyNulls();
    }

    @Test
    void onlyWhoHasASayOverAllAppointmentsEntersTheAbsenceOfAnother() {
        Told told = story.aPair();
        long ours = told.schools().get(0);
        long absent = story.staffOf(ours).personId();
        long curator = people.appoint(Role.CURATOR, Place.school(ours));
        long neighbour = people.appoint(Role.MUNICIPAL_COORDINATOR, Place.municipality(people.municipality(told.region())));
        String page = "/territory/people/" + absent + "/absences";
        long substitute = people.person();
        for (long who : List.of(curator, neighbour, story.staffOf(told.schools().get(1)).personId())) {
            Browser browser = signedIn(who);
            assertThat(browser.open(page).statusCode()).isEqualTo(404);
            assertThat(enter(browser, page, substitute, "2022-09-05", "2022-09-06").statusCode()).isEqualTo(404);
        }
        Browser coordinator = signedIn(told.coordinator());
        assertThat(coordinator.open("/territory/people/" + told.coordinator() + "/absences").statusCode()).as("his own by his own page only").isEqualTo(404);
        assertThat(enter(coordinator, page, substitute, "2022-09-01", "2022-09-06").statusCode()).isEqualTo(302);
        assertThat(coordinator.open(page).body()).contains("Первый день 01.09.2022 уже прошёл", "value=\"2022-09-01\"", staff.person(substitute).email());
        assertThat(absences.of(absent)).isEmpty();
        enter(coordinator, page, substitute, "2022-09-05", "2022-09-06");
        assertThat(absences.of(absent)).hasSize(1);

        long id = absences.of(absent).get(0).id();
        assertThat(signedIn(curator).call("POST", "/my/absences/" + id + "/withdraw", FORM, "reason=x").statusCode()).isEqualTo(404);
        assertThat(coordinator.call("POST", page + "/" + id + "/withdraw", FORM, "reason=x").statusCode()).isEqualTo(302);
        assertThat(absences.of(absent)).allMatch(absence -> absence.withdrawn());
    }

    @Test
    void aCoordinatorLooksAtWhatWouldChangeAndConfirmsIt() {
        Told told = story.twoPairs();
        List<OpenTask> tasks = story.openTasks(told);
        Browser coordinator = signedIn(told.coordinator());
        String selected = tasks.stream().map(task -> "tasks=" + task.id()).collect(Collectors.joining("&"));
        String order = selected + "&action=EXTEND&comment=" + Browser.encode("Каникулы") + "&until=2022-09-20&person=&from=&orderNumber=";
        assertThat(coordinator.open("/bulk").body()).contains(tasks.get(0).id(), "Найдено заданий: 4");
        HttpResponse<String> refused = coordinator.call("POST", "/bulk", FORM, order.replace("2022-09-20", ""));
        assertThat(coordinator.open(target(refused)).body()).contains("Укажите новый срок.", ">Каникулы</textarea>");

        String run = target(coordinator.call("POST", "/bulk", FORM, order));
        String shown = coordinator.open(run).body();
        assertThat(shown).contains("Пока ничего не изменено", "16.09.2022 → 20.09.2022");
        Matcher fingerprint = FINGERPRINT.matcher(shown);
        assertThat(fingerprint.find()).isTrue();

        Browser neighbour = signedIn(people.appoint(Role.MUNICIPAL_COORDINATOR, Place.municipality(people.municipality(told.region()))));
        assertThat(neighbour.open(run).statusCode()).isEqualTo(404);
        assertThat(neighbour.call("POST", run + "/confirm", FORM, "fingerprint=" + fingerprint.group(1)).statusCode()).isEqualTo(404);
        assertThat(neighbour.call("POST", "/bulk", FORM, order).statusCode()).isEqualTo(404);
        assertThat(neighbour.open("/bulk?place=municipality-" + told.municipality()).statusCode()).isEqualTo(404);
        assertThat(neighbour.open("/bulk").body()).doesNotContain(tasks.get(0).id());
        assertThat(signedIn(story.staffOf(told.schools().get(0)).personId()).open("/bulk").statusCode()).isEqualTo(404);

        coordinator.call("POST", run + "/confirm", FORM, "fingerprint=" + fingerprint.group(1));
        assertThat(coordinator.open(run).body()).contains("Сделано: <b>4</b>", "продление срока", "Каникулы").doesNotContain("Подтвердить и выполнить");
        assertThat(coordinator.open("/bulk").body()).contains("Прежние действия", run);
    }

    private static String target(HttpResponse<String> redirect) {
        return redirect.headers().firstValue("Location").orElseThrow().replaceAll("^https?://[^/]+", "");
    }

    private void sees(Browser browser, OpenTask task, long school, int answer) {
        assertThat(browser.open("/tasks/" + task.id()).statusCode()).as("task").isEqualTo(answer);
        assertThat(browser.open(documents(school)).statusCode()).as("documents").isEqualTo(answer);
        assertThat(browser.open("/territory/schools/" + school).statusCode()).as("page of the school").isEqualTo(answer);
    }

    private static String documents(long school) {
        return "/documents/" + SchoolDocuments.TYPE + "/" + SchoolDocuments.id(school, 2022);
    }

    private HttpResponse<String> enter(Browser browser, String page, long substitute, String first, String last) {
        return browser.call("POST", page, FORM, "firstDay=" + first + "&lastDay=" + last + "&kind=TRIP&substitute="
            + Browser.encode(staff.person(substitute).email()));
    }

    private Browser signedIn(long person) {
        accounts.setPassword(person, PASSWORD);
        Browser browser = new Browser(port);
        assertThat(browser.signIn(staff.person(person).email(), PASSWORD).headers().firstValue("Location").orElseThrow()).doesNotContain("error");
        return browser;
    }
}
