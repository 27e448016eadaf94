package ru.marshrut;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import ru.marshrut.access.Accounts;
import ru.marshrut.access.Browser;
import ru.marshrut.documents.Documents;
import ru.marshrut.documents.SampleFiles;
import ru.marshrut.documents.SchoolDocuments;
import ru.marshrut.peerreview.Circle;
import ru.marshrut.peerreview.PackageKinds;
import ru.marshrut.peerreview.process.PeerReviewModel;
import ru.marshrut.peerreview.process.ReviewStory;
import ru.marshrut.peerreview.process.ReviewStory.Told;
import ru.marshrut.territory.Place;
import ru.marshrut.territory.Role;
import ru.marshrut.territory.Staff;
import ru.marshrut.testing.MadePeople;
import ru.marshrut.work.OpenTask;

/** Neighbours try what is not theirs, with accounts of their own: they learn nothing and change nothing. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class NeighbourTest {

    private static final String PASSWORD = "чужой-огород-не-наш";
    private static final String DRAFT = "Черновикова Тайна Примеровна";
    private static final String FORM = "application/x-www-form-urlencoded";

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
    Documents documents;

    @Test
    void aNeighbourFindsNoTaskNoDraftAndNoDocumentBeforeTheExchange() throws Exception {
        Told told = story.twoPairs();
        long ours = told.schools().get(0);
        Circle circle = story.circleOf(told, ours);
        long partners = circle.partnersOf(ours).get(0).schoolId();
        long anothers = told.schools().stream().filter(school -> !circle.has(school)).findFirst().orElseThrow();
        story.bringPackage(ours);
        OpenTask task = story.openTask(told, PeerReviewModel.CONFIRM_PARTNER, ours);
        Browser us = signedIn(story.whoeverAnswersFor(task));
        String draft = "/tasks/" + task.id() + "/draft";
        assertThat(us.call("POST", draft, FORM, "name=" + Browser.encode(DRAFT)).statusCode()).isEqualTo(204);
        assertThat(us.open("/tasks/" + task.id()).body()).contains(DRAFT);

        Map<String, Browser> neighbours = neighbours(told, anothers);
        neighbours.put("partner", coordinatorOf(partners));
        SoftAssertions all = new SoftAssertions();
        neighbours.forEach((who, neighbour) -> {
            triesTheTask(all, who, neighbour, task, circle.processInstanceId());
            readsDocuments(all, who, neighbour, ours, 404);
            changesDocuments(all, who, neighbour, ours);
        });
        neighbours.remove("partner");
        neighbours.forEach((who, neighbour) -> triesTheCircle(all, who, neighbour, circle, ours));
        all.assertAll();

        readsDocuments(all, "we", us, ours, 200);
        all.assertAll();
        assertThat(us.open("/tasks/" + task.id()).body()).as("untouched by the neighbours").contains(DRAFT);
        assertThat(documents.of(SchoolDocuments.TYPE, SchoolDocuments.id(ours, 2022))).hasSize(PackageKinds.ALL.size());
    }

    @Test
    void aDraftIsReadByItsAuthorOnly() {
        Told told = story.aPair();
        long ours = told.schools().get(0);
        OpenTask task = story.openTask(told, PeerReviewModel.CONFIRM_PARTNER, ours);
        Browser author = signedIn(story.whoeverAnswersFor(task));
        assertThat(author.call("POST", "/tasks/" + task.id() + "/draft", FORM, "name=" + Browser.encode(DRAFT)).statusCode()).isEqualTo(204);

        for (long other : List.of(people.appoint(Role.SCHOOL_COORDINATOR, Place.school(ours)), told.coordinator())) {
            HttpResponse<String> page = signedIn(other).open("/tasks/" + task.id());
            assertThat(page.statusCode()).isEqualTo(200);
            assertThat(page.body()).doesNotContain(DRAFT);
        }
    }

    @Test
    void partnersSeeEachOthersPackageWhenTheExchangeHasOpenedAndNotBefore() throws Exception {
        Told told = story.aPairBeforeTheExchange();
        long ours = told.schools().get(0);
        long partners = told.schools().get(1);
        Browser us = coordinatorOf(ours);
        Browser partner = coordinatorOf(partners);
        Browser partnersCurator = signedIn(people.appoint(Role.CURATOR, Place.school(partners)));
        SoftAssertions all = new SoftAssertions();

        story.deliver(told, ours);
        readsDocuments(all, "partner after one delivery", partner, ours, 404);
        readsDocuments(all, "partner's curator after one delivery", partnersCurator, ours, 404);
        story.deliver(told, partners);

        readsDocuments(all, "partner", partner, ours, 200);
        readsDocuments(all, "partner's curator", partnersCurator, ours, 200);
        readsDocuments(all, "we", us, partners, 200);
        changesDocuments(all, "partner", partner, ours);
        changesDocuments(all, "partner's curator", partnersCurator, ours);
        neighbours(told, people.school(told.municipality(), "staff")).forEach((who, neighbour) -> {
            readsDocuments(all, who, neighbour, ours, 404);
            changesDocuments(all, who, neighbour, ours);
        });
        all.assertAll();
    }

    @Test
    void aSchoolThatHasLeftSeesTheOthersPackagesNoMore() {
        Told told = story.started(story.aRoundOf(3));
        told.schools().forEach(school -> story.confirm(told, school));
        told.schools().forEach(school -> story.deliver(told, school));
        long leaver = told.schools().get(0);
        Browser left = coordinatorOf(leaver);
        SoftAssertions all = new SoftAssertions();
        readsDocuments(all, "partner", left, told.schools().get(1), 200);

        String withdraw = "/circles/" + story.circle(told).id() + "/sides/" + leaver + "/withdraw";
        assertThat(signedIn(told.coordinator()).call("POST", withdraw, FORM, "reason=x").statusCode()).isEqualTo(302);
        story.run();

        readsDocuments(all, "school that left", left, told.schools().get(1), 404);
        all.assertAll();
    }

    @Test
    void anObserverOfTheRegionReadsAndChangesNothing() throws Exception {
        Told told = story.aPairThatHasExchanged();
        long ours = told.schools().get(0);
        Circle circle = story.circle(told);
        Browser observer = signedIn(people.appoint(Role.OBSERVER, Place.region(told.region())));
        SoftAssertions all = new SoftAssertions();
        for (String path : List.of("/rounds/" + told.round(), "/circles/" + circle.id(), "/api/circles/" + circle.id())) {
            all.assertThat(observer.open(path).statusCode()).as(path).isEqualTo(200);
        }
        readsDocuments(all, "observer", observer, ours, 200);
        changesDocuments(all, "observer", observer, ours);
        triesTheTask(all, "observer", observer, story.openTask(told, PeerReviewModel.PREFILL_FORM, ours), circle.processInstanceId());
        all.assertThat(observer.call("POST", "/rounds/" + told.round() + "/calendar", FORM, "reason=x").statusCode()).isEqualTo(404);
        for (String change : List.of("/meeting/move", "/sides/" + ours + "/withdraw", "/sides/" + ours + "/reopen")) {
            HttpResponse<String> answer = observer.call("POST", "/circles/" + circle.id() + change, FORM, "reason=x");
            all.assertThat(answer.statusCode()).as(change).isEqualTo(404);
        }
        all.assertThat(story.circle(told)).isEqualTo(circle);
        all.assertAll();
    }

    @Test
    void theFinalFileIsItsSchoolsOwn() throws Exception {
        Told told = story.aPairWithFinalFiles();
        long ours = told.schools().get(0);
        Circle circle = story.circle(told);
        long file = circle.side(ours).finalDocumentId();
        String side = "/documents/" + PackageKinds.CIRCLE_SIDE + "/" + circle.id() + "-" + ours;
        Map<String, Browser> others = neighbours(told, people.school(told.municipality(), "staff"));
        others.put("partner", coordinatorOf(told.schools().get(1)));
        Browser us = coordinatorOf(ours);
        SoftAssertions all = new SoftAssertions();
        for (String path : List.of("/documents/" + file, side, side + ".zip", side + "/" + PackageKinds.FINAL_FILE)) {
            others.forEach((who, other) -> all.assertThat(other.open(path).statusCode()).as("%s: %s", who, path).isEqualTo(404));
            all.assertThat(us.open(path).statusCode()).as("we: %s", path).isEqualTo(200);
        }
        others.remove("partner");
        others.forEach((who, other) -> triesTheCircle(all, who, other, circle, ours));
        all.assertAll();
    }

    @Test
    void aRoundIsClosedToThoseWhoHaveNoSchoolInItAndShowsOthersTheirOwnCircleOnly() throws Exception {
        Told told = story.twoPairs();
        long ours = told.schools().get(0);
        Circle circle = story.circleOf(told, ours);
        long anothers = told.schools().stream().filter(school -> !circle.has(school)).findFirst().orElseThrow();
        SoftAssertions all = new SoftAssertions();
        Map<String, Browser> neighbours = neighbours(told, anothers);
        String round = "/rounds/" + told.round();
        all.assertThat(coordinatorOf(ours).open(round).body()).as("we see our own circle and no other")
            .contains("/circles/" + circle.id() + "\"").doesNotContain("/circles/" + story.circleOf(told, anothers).id() + "\"");
        neighbours.forEach((who, neighbour) -> {
            for (String path : List.of(round + "/schedule.xlsx", round + "/report.xlsx", round + "/report.docx", round + "/pairs",
                "/api" + round + "/proposal", "/api" + round + "/rules", "/territory/schools/" + ours,
                "/my-territory/municipalities/" + told.municipality(), "/my-territory/municipalities/" + told.municipality() + "/tasks")) {
                all.assertThat(neighbour.open(path).statusCode()).as("%s: %s", who, path).isEqualTo(404);
            }
            for (String path : List.of(round + "/calendar", round + "/pairs/approval", "/api" + round + "/approval", "/api" + round + "/proposal")) {
                all.assertThat(neighbour.call("POST", path, FORM, "reason=x").statusCode()).as("%s: %s", who, path).isEqualTo(404);
            }
            all.assertThat(neighbour.call("DELETE", "/api" + round + "/schools/" + ours, FORM, "").statusCode()).as("%s: removes a school", who).isEqualTo(404);
            boolean inTheRound = who.endsWith("another circle");
            for (String path : List.of(round, "/api" + round, "/api" + round + "/circles")) {
                HttpResponse<String> answer = neighbour.open(path);
                all.assertThat(answer.statusCode()).as("%s: %s", who, path).isEqualTo(inTheRound ? 200 : 404);
                all.assertThat(answer.body()).as("%s: %s", who, path)
                    .doesNotContain("/circles/" + circle.id() + "\"", "\"id\":" + circle.id() + ",\"status\":\"RUNNING\",\"schools\"");
            }
        });
        all.assertAll();
    }

    /** @param school that is in no circle of ours */
    private Map<String, Browser> neighbours(Told told, long school) {
        long district = people.municipality(told.region());
        Map<String, Browser> neighbours = new LinkedHashMap<>();
        neighbours.put("school of another circle", coordinatorOf(school));
        neighbours.put("curator of another circle", signedIn(people.appoint(Role.CURATOR, Place.school(school))));
        neighbours.put("coordinator of the neighbouring municipality", signedIn(people.appoint(Role.MUNICIPAL_COORDINATOR, Place.municipality(district))));
        neighbours.put("observer of the neighbouring municipality", signedIn(people.appoint(Role.OBSERVER, Place.municipality(district))));
        neighbours.put("coordinator of another region", signedIn(people.appoint(Role.REGIONAL_COORDINATOR, Place.region(people.region()))));
        neighbours.put("expert of the municipality", signedIn(people.appoint(Role.EXPERT, Place.municipality(told.municipality()))));
        neighbours.put("expert of the region", signedIn(people.appoint(Role.EXPERT, Place.region(told.region()))));
        return neighbours;
    }

    private void triesTheTask(SoftAssertions all, String who, Browser neighbour, OpenTask task, String process) {
        String page = "/tasks/" + task.id();
        all.assertThat(neighbour.open(page).statusCode()).as("%s: opens", who).isEqualTo(404);
        all.assertThat(neighbour.open(page + "?embedded=true").statusCode()).as("%s: opens in the task list", who).isEqualTo(404);
        for (String action : List.of("", "/draft", "/extension")) {
            all.assertThat(neighbour.call("POST", page + action, FORM, "name=x&phone=1&email=x%40example.test&until=2022-12-01&reason=x").statusCode())
                .as("%s: POST %s", who, action).isEqualTo(404);
        }
        neighbour.open("/camunda/app/tasklist/default/"); // gives the webapps' token
        // where the rights would do, the engine refuses by its tenants, with answers of its own
        List<Integer> refusals = who.endsWith("another region") ? List.of(400, 403, 404, 500) : List.of(403, 404);
        for (String part : List.of("", "/variables", "/localVariables", "/form-variables", "/form", "/rendered-form", "/attachment", "/comment", "/identity-links")) {
            HttpResponse<String> answer = neighbour.engine("GET", "/task/" + task.id() + part, "");
            all.assertThat(answer.statusCode()).as("%s: webapp task%s", who, part).isIn(refusals);
            all.assertThat(answer.body()).as("%s: webapp task%s", who, part).doesNotContain(task.title(), "forms/peerreview", "school-coordinator");
        }
        all.assertThat(neighbour.engine("GET", "/process-instance/" + process + "/variables", "").statusCode()).as("%s: webapp variables", who).isIn(refusals);
        all.assertThat(neighbour.engine("POST", "/task/" + task.id() + "/complete", "{}").statusCode()).as("%s: webapp completes", who).isIn(403, 404);
        HttpResponse<String> list = neighbour.engine("POST", "/task?maxResults=50", "{}");
        all.assertThat(list.statusCode()).as("%s: webapp list", who).isEqualTo(200);
        all.assertThat(list.body()).as("%s: webapp list", who).doesNotContain(task.id());
    }

    private void readsDocuments(SoftAssertions all, String who, Browser reader, long school, int answer) {
        String subject = SchoolDocuments.id(school, 2022);
        String folder = "/documents/" + SchoolDocuments.TYPE + "/" + subject;
        List<String> paths = new ArrayList<>(List.of(folder, folder + ".zip", folder + "/" + PackageKinds.ALL.get(0)));
        documents.of(SchoolDocuments.TYPE, subject).forEach(file -> paths.add("/documents/" + file.id()));
        assertThat(paths).as("the school has brought its package").hasSizeGreaterThan(3);
        paths.forEach(path -> all.assertThat(reader.open(path).statusCode()).as("%s: %s", who, path).isEqualTo(answer));
    }

    private void changesDocuments(SoftAssertions all, String who, Browser neighbour, long school) {
        String subject = SchoolDocuments.id(school, 2022);
        String slot = "/documents/" + SchoolDocuments.TYPE + "/" + subject + "/" + PackageKinds.ALL.get(0);
        all.assertThat(neighbour.upload(slot, "чужое.rtf", SampleFiles.rtf()).statusCode()).as("%s: uploads", who).isEqualTo(404);
        documents.of(SchoolDocuments.TYPE, subject).forEach(file ->
            all.assertThat(neighbour.call("DELETE", "/documents/" + file.id(), FORM, "").statusCode()).as("%s: removes %s", who, file.id()).isEqualTo(404));
    }

    private void triesTheCircle(SoftAssertions all, String who, Browser neighbour, Circle circle, long school) {
        String page = "/circles/" + circle.id();
        all.assertThat(neighbour.open(page).statusCode()).as("%s: circle", who).isEqualTo(404);
        all.assertThat(neighbour.open("/api" + page).statusCode()).as("%s: circle by program", who).isEqualTo(404);
        for (String change : List.of("/meeting/move", "/sides/" + school + "/withdraw", "/sides/" + school + "/reopen")) {
            all.assertThat(neighbour.call("POST", page + change, FORM, "reason=x").statusCode()).as("%s: %s", who, change).isEqualTo(404);
        }
    }

    private Browser coordinatorOf(long school) {
        return signedIn(story.staffOf(school).personId());
    }

    private Browser signedIn(long person) {
        accounts.setPassword(person, PASSWORD);
        Browser browser = new Browser(port);
        assertThat(browser.signIn(staff.person(person).email(), PASSWORD).headers().firstValue("Location").orElseThrow()).doesNotContain("error");
        return browser;
    }
}
