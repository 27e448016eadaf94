package ru.marshrut;

import static org.assertj.core.api.Assertions.assertThat;
import static ru.marshrut.roadmap.process.MeasureStory.attendance;
import static ru.marshrut.roadmap.process.MeasureStory.documents;
import static ru.marshrut.roadmap.process.MeasureStory.fact;
import static ru.marshrut.roadmap.process.MeasureStory.log;
import static ru.marshrut.roadmap.process.MeasureStory.window;

import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import ru.marshrut.access.Accounts;
import ru.marshrut.access.Browser;
import ru.marshrut.access.Viewers;
import ru.marshrut.documents.Documents;
import ru.marshrut.documents.SampleFiles;
import ru.marshrut.documents.Slot;
import ru.marshrut.roadmap.Approvals;
import ru.marshrut.roadmap.Measure;
import ru.marshrut.roadmap.OrderSource;
import ru.marshrut.roadmap.OutcomeKind;
import ru.marshrut.roadmap.Population;
import ru.marshrut.roadmap.RoadMap;
import ru.marshrut.roadmap.RoadMapDrafts;
import ru.marshrut.roadmap.RoadMaps;
import ru.marshrut.roadmap.process.MeasureModel;
import ru.marshrut.roadmap.process.MeasureStory;
import ru.marshrut.roadmap.process.MeasureStory.Told;
import ru.marshrut.roadmap.process.SchoolMeasureModel;
import ru.marshrut.roadmap.running.MeasureFiles;
import ru.marshrut.roadmap.running.MeasureLog;
import ru.marshrut.territory.Person;
import ru.marshrut.territory.Place;
import ru.marshrut.territory.Role;
import ru.marshrut.territory.Staff;
import ru.marshrut.territory.Territory;
import ru.marshrut.testing.MadePeople;
import ru.marshrut.work.OpenTask;

/** Neighbours try road maps that are not theirs, with accounts of their own: they learn nothing and change nothing. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class RoadMapNeighbourTest {

    private static final String PASSWORD = "чужой-огород-не-наш";
    private static final String FORM = "application/x-www-form-urlencoded";
    private static final String JSON = "application/json";
    private static final String LINK = "https://example.test/publication";

    @LocalServerPort
    int port;
    @Autowired
    MeasureStory story;
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
    Documents files;
    @Autowired
    RoadMapDrafts drafts;
    @Autowired
    RoadMaps roadMaps;
    @Autowired
    Approvals approvals;
    @Autowired
    MeasureLog logs;

    private Told told;
    private Told next;
    private long controller;
    private long nextController;
    private RoadMap map;
    private RoadMap other;
    private Measure webinar;
    private Measure publications;
    private long entry;

    /** Two districts of a region, each with its own road map and somebody who controls it. */
    @BeforeEach
    void twoRoadMaps() {
        story.itIs("2021-03-05");
        told = story.aDistrictOf(2);
        long municipality = people.municipality(told.region());
        next = new Told(told.region(), told.regional(), municipality, people.appoint(Role.MUNICIPAL_COORDINATOR, Place.municipality(municipality)),
            List.of(people.school(municipality)));
        controller = people.appoint(Role.OBSERVER, told.district());
        nextController = people.appoint(Role.OBSERVER, next.district());
        map = roadMap(told, controller);
        other = roadMap(next, nextController);
        webinar = story.measure(map, "Вебинар");
        publications = story.measure(map, "Публикации");
        logs.add(publications.id(), viewers.of(told.municipal()), LocalDate.of(2021, 3, 4), LINK, "Тайная публикация");
        entry = logs.entries(publications.id()).get(0).id();
        story.upload(MeasureFiles.act(webinar.id()));
        story.schoolTasks(told, SchoolMeasureModel.PLACE_DOCUMENT).forEach(task -> story.upload(MeasureFiles.schoolDocument(Long.parseLong(task.businessKey()))));
    }

    private RoadMap roadMap(Told of, long controlledBy) {
        return story.approved(of, of.district(), controlledBy,
            attendance("Вебинар", 100, window("2021-03-01", "2021-03-31"), Population.SCHOOLS, Population.CURATORS),
            log("Публикации", window("2021-03-01", "2021-12-20")), fact("Итоги", window("2021-12-01", "2021-12-20")),
            documents("Документы", "Документы размещены", OutcomeKind.DELIVERED, window("2021-03-01", "2021-03-31")));
    }

    @Test
    void whoHasNothingToDoWithTheRoadMapFindsNothingAndChangesNothing() throws Exception {
        List<Measure> before = roadMaps.measures(map.id());
        SoftAssertions all = new SoftAssertions();
        neighbours().forEach((who, neighbour) -> {
            reading().forEach(path -> all.assertThat(neighbour.open(path).statusCode()).as("%s: %s", who, path).isEqualTo(404));
            all.assertThat(neighbour.open("/road-maps?year=2021").body()).as("%s: list", who).doesNotContain(map.title());
            all.assertThat(neighbour.open("/api/road-maps?year=2021").body()).as("%s: list of programs", who).doesNotContain(map.title());
            triesToChange(all, who, neighbour);
            triesTheTasks(all, who, neighbour, 404);
        });
        all.assertAll();
        assertThat(roadMaps.measures(map.id())).isEqualTo(before);
        assertThat(logs.entries(publications.id())).hasSize(1);
        Browser coordinator = signedIn(told.municipal());
        for (String path : reading()) {
            boolean drafted = path.contains("/draft") || path.contains("/approval") || path.contains("/differences") || path.contains("frozen");
            if (!drafted && !path.contains("regions")) {
                assertThat(coordinator.open(path).statusCode()).as("the coordinator himself: %s", path).isEqualTo(200);
            }
        }
    }

    @Test
    void whoIsBelowReadsTheMapAndOfOthersNeitherNamesNorTelephonesNorFiles() {
        SoftAssertions all = new SoftAssertions();
        long ours = told.schools().get(0);
        long theirs = told.schools().get(1);
        String page = "/road-maps/" + map.id() + "/measures/" + webinar.id() + "?indicator=0";
        Person partner = holder(Role.SCHOOL_COORDINATOR, theirs);
        Person partnersCurator = holder(Role.CURATOR, theirs);
        Map<String, Browser> below = new LinkedHashMap<>();
        below.put("school", signedIn(holder(Role.SCHOOL_COORDINATOR, ours).id()));
        below.put("curator", signedIn(holder(Role.CURATOR, ours).id()));
        below.forEach((who, browser) -> {
            HttpResponse<String> measure = browser.open(page);
            all.assertThat(measure.statusCode()).as(who).isEqualTo(200);
            all.assertThat(measure.body()).as(who).contains(territory.school(ours).name())
                .doesNotContain(territory.school(theirs).name() + "<", partner.fullName(), partner.phone(), partnersCurator.fullName(), partnersCurator.phone(), "tel:" + staff.person(told.municipal()).phone());
            String names = browser.open("/api/road-maps/" + map.id() + "/measures/" + webinar.id() + "/indicators/0/names").body();
            all.assertThat(names).as("%s: names for programs", who).doesNotContain(territory.school(theirs).name() + "\"", partner.fullName(), partnersCurator.fullName());
            all.assertThat(browser.open("/road-maps/" + map.id() + "/draft").statusCode()).as("%s: draft", who).isEqualTo(404);
            all.assertThat(browser.open("/documents/measure/" + webinar.id() + "/act").statusCode()).as("%s: act", who).isEqualTo(404);
            for (OpenTask task : story.schoolTasks(told, SchoolMeasureModel.PLACE_DOCUMENT)) {
                int answer = task.schoolId() == ours ? 200 : 404;
                all.assertThat(browser.open("/documents/school-measure/" + task.businessKey() + "/document").statusCode()).as("%s: document", who).isEqualTo(answer);
                files.in(MeasureFiles.schoolDocument(Long.parseLong(task.businessKey())))
                    .forEach(file -> all.assertThat(browser.open("/documents/" + file.id()).statusCode()).as("%s: file", who).isEqualTo(answer));
            }
            triesToChange(all, who, browser);
        });
        for (Map.Entry<String, Long> reader : Map.of("observer of the region", people.appoint(Role.OBSERVER, Place.region(told.region())), "controller", controller).entrySet()) {
            Browser browser = signedIn(reader.getValue());
            all.assertThat(browser.open(page).body()).as(reader.getKey()).contains(territory.school(theirs).name());
            triesToChange(all, reader.getKey(), browser);
            triesTheTasks(all, reader.getKey(), browser, 404);
        }
        all.assertAll();
    }

    @Test
    void theOrderOfAnAmendmentIsReadByThoseWhoPrepareItUntilItIsApproved() {
        drafts.amend(viewers.of(told.municipal()), map.id());
        Browser coordinator = signedIn(told.municipal());
        String text = "Мероприятия\tСрок\nТайное мероприятие\tдо 15 апреля 2021 г.";
        HttpResponse<String> imported = coordinator.call("PUT", "/api/road-maps/" + map.id() + "/draft/source?revision=0", "text/plain", text);
        assertThat(imported.statusCode()).as(imported.body()).isEqualTo(200);
        long secret = drafts.preview(viewers.of(told.municipal()), map.id()).draft().source().documentId();
        long published = approvals.versions(map).get(0).sourceId();
        SoftAssertions all = new SoftAssertions();
        for (long person : List.of(controller, holder(Role.PRINCIPAL, told.schools().get(0)).id(), people.appoint(Role.OBSERVER, Place.region(told.region())))) {
            Browser reader = signedIn(person);
            all.assertThat(reader.open("/documents/" + published).statusCode()).as("the approved order").isEqualTo(200);
            for (String path : List.of("/documents/" + secret, "/documents/roadMap/" + map.id(), "/documents/roadMap/" + map.id() + "-2",
                "/documents/roadMap/" + map.id() + "-2.zip", "/documents/roadMap/" + map.id() + "-2/order", "/api/road-maps/" + map.id() + "/draft",
                "/api/road-maps/" + map.id() + "/differences", "/road-maps/" + map.id() + "/draft", "/road-maps/" + map.id() + "/approval")) {
                HttpResponse<String> answer = reader.open(path);
                all.assertThat(answer.statusCode()).as(path).isEqualTo(404);
                all.assertThat(answer.body()).as(path).doesNotContain("Тайное мероприятие");
            }
        }
        all.assertThat(coordinator.open("/documents/" + secret).body()).contains("Тайное мероприятие");
        all.assertAll();
    }

    @Test
    void aPathThatMixesTwoRoadMapsLeadsNowhereAlsoForWhoHasBoth() {
        Browser region = signedIn(told.regional());
        logs.add(story.measure(other, "Публикации").id(), viewers.of(told.regional()), LocalDate.of(2021, 3, 4), LINK, "Публикация");
        long othersEntry = logs.entries(story.measure(other, "Публикации").id()).get(0).id();
        SoftAssertions all = new SoftAssertions();
        String mixed = "/road-maps/" + other.id() + "/measures/" + publications.id();
        for (String path : List.of(mixed, mixed + "?indicator=0", "/api" + mixed + "/log", "/api" + mixed + "/indicators/0/names")) {
            all.assertThat(region.open(path).statusCode()).as(path).isEqualTo(404);
        }
        all.assertThat(region.call("POST", mixed + "/log", FORM, entryForm()).statusCode()).isEqualTo(404);
        all.assertThat(region.call("POST", mixed + "/log/" + entry + "/removal", FORM, "").statusCode()).isEqualTo(404);
        all.assertThat(region.call("POST", "/api" + mixed + "/log", JSON, entryJson()).statusCode()).isEqualTo(404);
        all.assertThat(region.call("DELETE", "/api" + mixed + "/log/" + entry, JSON, "").statusCode()).isEqualTo(404);
        String own = "/road-maps/" + map.id() + "/measures/" + publications.id();
        all.assertThat(region.call("POST", own + "/log/" + othersEntry + "/removal", FORM, "").statusCode()).as("entry of another measure").isEqualTo(404);
        all.assertThat(region.call("DELETE", "/api" + own + "/log/" + othersEntry, JSON, "").statusCode()).as("entry of another measure").isEqualTo(404);
        OpenTask task = story.task(publications, MeasureModel.KEEP_LOG);
        Browser coordinator = signedIn(told.municipal());
        all.assertThat(coordinator.call("POST", "/tasks/" + task.id() + "/log/" + othersEntry + "/removal", FORM, "").statusCode()).isEqualTo(404);
        OpenTask school = story.schoolTasks(told, SchoolMeasureModel.PLACE_DOCUMENT).get(0);
        all.assertThat(coordinator.call("POST", "/tasks/" + school.id() + "/log", FORM, entryForm()).statusCode()).as("no measure's task").isEqualTo(404);
        for (RoadMap one : List.of(map, other)) {
            drafts.amend(viewers.of(told.regional()), one.id());
        }
        drafts.importAnew(viewers.of(told.regional()), other.id(), 0, new OrderSource.Pasted("Мероприятия\tСрок\nДругое\tдо 15 апреля 2021 г."));
        String foreign = drafts.preview(viewers.of(told.regional()), other.id()).rows().get(0).read().key();
        all.assertThat(region.call("PUT", "/api/road-maps/" + map.id() + "/draft/rows/left-out", JSON,
            "{\"revision\":0,\"key\":\"" + foreign + "\",\"reason\":\"x\"}").statusCode()).as("row of another map").isEqualTo(404);
        all.assertThat(region.call("PUT", "/api/road-maps/" + other.id() + "/differences/match", JSON,
            "{\"revision\":1,\"key\":\"" + foreign + "\",\"measure\":" + publications.id() + "}").statusCode()).as("measure of another map").isEqualTo(422);
        all.assertThat(logs.entries(publications.id())).hasSize(1);
        all.assertAll();
    }

    @Test
    void nobodyChangesAMeasurePastTheFormsThroughTheTaskListsOwnInterface() {
        OpenTask task = story.task(webinar, MeasureModel.MARK_PARTICIPANTS);
        String instance = webinar.processInstanceId();
        Map<String, Browser> all = neighbours();
        all.put("the coordinator himself", signedIn(told.municipal()));
        all.put("the region's coordinator", signedIn(told.regional()));
        all.put("school", signedIn(holder(Role.SCHOOL_COORDINATOR, told.schools().get(0)).id()));
        SoftAssertions softly = new SoftAssertions();
        String values = "{\"variables\":{\"reached\":{\"value\":true,\"type\":\"Boolean\"},\"work\":{\"value\":\"FACT\",\"type\":\"String\"}}}";
        all.forEach((who, browser) -> {
            browser.open("/camunda/app/tasklist/default/"); // gives the webapps' token
            Map<String, List<String>> calls = new LinkedHashMap<>();
            calls.put("/task/" + task.id() + "/complete", List.of("POST", values));
            calls.put("/task/" + task.id() + "/submit-form", List.of("POST", values));
            calls.put("/task/" + task.id() + "/resolve", List.of("POST", values));
            calls.put("/task/" + task.id() + "/variables", List.of("POST", "{\"modifications\":{\"reached\":{\"value\":true,\"type\":\"Boolean\"}}}"));
            calls.put("/task/" + task.id() + "/localVariables", List.of("POST", "{\"modifications\":{\"until\":{\"value\":\"01.01.2099\",\"type\":\"String\"}}}"));
            calls.put("/task/" + task.id() + "/bpmnError", List.of("POST", "{\"errorCode\":\"x\"}"));
            calls.put("/process-instance/" + instance + "/variables", List.of("POST", "{\"modifications\":{\"reached\":{\"value\":true,\"type\":\"Boolean\"}}}"));
            calls.put("/process-instance/" + instance, List.of("DELETE", ""));
            calls.put("/process-instance/" + instance + "/modification", List.of("POST", "{\"instructions\":[{\"type\":\"cancel\",\"activityId\":\"task_markParticipants\"}]}"));
            calls.put("/message", List.of("POST", "{\"messageName\":\"measure.removed\",\"processInstanceId\":\"" + instance + "\"}"));
            calls.put("/process-definition/key/measure/start", List.of("POST", "{\"businessKey\":\"" + webinar.id() + "\"}"));
            calls.forEach((path, call) -> softly.assertThat(browser.engine(call.get(0), path, call.get(1)).statusCode()).as("%s: %s", who, path).isBetween(400, 499));
        });
        softly.assertThat(story.steps(webinar)).containsExactly(MeasureModel.MARK_PARTICIPANTS);
        softly.assertThat(roadMaps.measure(webinar.id())).isEqualTo(webinar);
        softly.assertAll();
    }

    @Test
    void nobodyGetsInWithoutASignInOrAFormOfOurs() {
        Browser nobody = new Browser(port);
        Browser coordinator = signedIn(told.municipal());
        SoftAssertions all = new SoftAssertions();
        reading().forEach(path -> {
            HttpResponse<String> answer = nobody.open(path);
            all.assertThat(answer.statusCode()).as(path).isIn(302, 401);
            all.assertThat(answer.body()).as(path).doesNotContain(map.title());
        });
        for (String path : List.of("/road-maps", "/road-maps/" + map.id() + "/approval", "/measures/" + webinar.id() + "/not-done",
            "/road-maps/" + map.id() + "/reports", "/road-maps/" + map.id() + "/amendment", "/tasks/" + story.task(webinar, MeasureModel.MARK_PARTICIPANTS).id() + "/participants",
            "/api/road-maps/" + map.id() + "/approval", "/territory/regions/" + told.region() + "/selection")) {
            all.assertThat(nobody.post(path, "reason=x&revision=0").statusCode()).as("nobody: %s", path).isIn(302, 401, 403);
            all.assertThat(coordinator.post(path, "reason=x&revision=0").statusCode()).as("without a token: %s", path).isEqualTo(403);
        }
        all.assertThat(roadMaps.measure(webinar.id())).isEqualTo(webinar);
        all.assertAll();
    }

    @Test
    void aSchoolChangesItsDocumentUntilItHasPlacedIt() throws Exception {
        OpenTask task = story.schoolTasks(told, SchoolMeasureModel.PLACE_DOCUMENT).get(0);
        Slot slot = MeasureFiles.schoolDocument(Long.parseLong(task.businessKey()));
        String path = "/documents/" + slot.subjectType() + "/" + slot.subjectId() + "/" + slot.kind();
        Browser school = signedIn(holder(Role.SCHOOL_COORDINATOR, task.schoolId()).id());
        assertThat(school.upload(path, "документ.rtf", SampleFiles.rtf()).statusCode()).isEqualTo(200);
        story.does(task, Map.of("on", "2021-03-05"));
        assertThat(school.upload(path, "другой.rtf", SampleFiles.rtf()).statusCode()).isEqualTo(404);
        assertThat(school.call("DELETE", "/documents/" + files.in(slot).get(0).id(), FORM, "").statusCode()).isEqualTo(404);
    }

    private Map<String, Browser> neighbours() {
        Map<String, Browser> neighbours = new LinkedHashMap<>();
        neighbours.put("coordinator of the neighbouring municipality", signedIn(next.municipal()));
        neighbours.put("controller of another map", signedIn(nextController));
        neighbours.put("school of the neighbouring municipality", signedIn(holder(Role.SCHOOL_COORDINATOR, next.schools().get(0)).id()));
        neighbours.put("coordinator of another region", signedIn(people.appoint(Role.REGIONAL_COORDINATOR, Place.region(people.region()))));
        neighbours.put("expert of the municipality", signedIn(people.appoint(Role.EXPERT, told.district())));
        neighbours.put("expert of the region", signedIn(people.appoint(Role.EXPERT, Place.region(told.region()))));
        return neighbours;
    }

    private List<String> reading() {
        String page = "/road-maps/" + map.id();
        List<String> paths = new ArrayList<>();
        for (String of : List.of("", "?on=2021-03-04&known=then", "/versions", "/report.xlsx", "/report.docx", "/report.xlsx?on=2021-03-04&known=frozen", "/draft",
            "/draft/source", "/approval", "/measures/" + webinar.id(), "/measures/" + webinar.id() + "?indicator=0")) {
            paths.add(page + of);
        }
        for (String of : List.of("", "/versions", "/figures", "/reports", "/report.xlsx", "/report.docx", "/draft", "/differences",
            "/measures/" + webinar.id() + "/indicators/0/names", "/measures/" + publications.id() + "/log")) {
            paths.add("/api" + page + of);
        }
        paths.add("/documents/measure/" + webinar.id());
        paths.add("/documents/measure/" + webinar.id() + ".zip");
        paths.add("/documents/measure/" + webinar.id() + "/act");
        paths.add("/documents/measure/" + webinar.id() + "/participants");
        paths.add("/documents/roadMap/" + map.id() + "-1");
        paths.add("/documents/" + approvals.versions(map).get(0).sourceId());
        files.in(MeasureFiles.act(webinar.id())).forEach(file -> paths.add("/documents/" + file.id()));
        for (OpenTask task : story.schoolTasks(told, SchoolMeasureModel.PLACE_DOCUMENT)) {
            Slot slot = MeasureFiles.schoolDocument(Long.parseLong(task.businessKey()));
            if (told.schools().contains(task.schoolId())) {
                paths.add("/documents/school-measure/" + task.businessKey());
                files.in(slot).forEach(file -> paths.add("/documents/" + file.id()));
            }
        }
        paths.add("/road-maps/collisions?level=MUNICIPALITY&place=" + told.municipality());
        paths.add("/territory/regions/" + told.region() + "/selection");
        return paths;
    }

    private void triesToChange(SoftAssertions all, String who, Browser somebody) {
        String page = "/road-maps/" + map.id();
        String log = page + "/measures/" + publications.id() + "/log";
        Map<String, String> forms = new LinkedHashMap<>();
        for (String form : List.of("/order", "/tables", "/roles", "/dropped", "/source")) {
            forms.put(page + "/draft" + form, "revision=0&title=x&tables=0&roles=CURATOR&text=x");
        }
        forms.put(page + "/draft/columns", "revision=0&table=0&columns=TITLE");
        for (String form : List.of("", "/confirmation", "/as-read", "/left-out", "/taken-in")) {
            forms.put(page + "/draft/rows" + form, "revision=0&key=x&at=0&fields=TITLE&field=TITLE&reason=x");
        }
        forms.put(page + "/approval", "revision=0");
        forms.put(page + "/approval/matching", "revision=0&key=x");
        forms.put(page + "/amendment", "");
        forms.put(page + "/reports", "on=2021-03-04");
        forms.put(log, entryForm());
        forms.put(log + "/" + entry + "/removal", "");
        forms.put("/measures/" + webinar.id() + "/not-done", "reason=x");
        forms.put("/territory/regions/" + told.region() + "/selection", "to=SELECTED&year=2021&from=2021-01-01&orderNumber=1&orderDay=2021-01-01&schools=" + told.schools().get(0));
        forms.put("/road-maps", "place=municipality-" + told.municipality() + "&year=2021&title=x&text=x");
        forms.forEach((path, body) -> all.assertThat(somebody.call("POST", path, FORM, body).statusCode()).as("%s: %s", who, path).isEqualTo(404));

        String api = "/api" + page;
        Map<String, String> calls = new LinkedHashMap<>();
        calls.put("PUT " + api + "/draft/order", "{\"revision\":0,\"title\":\"x\"}");
        calls.put("PUT " + api + "/draft/tables", "{\"revision\":0,\"tables\":[0]}");
        calls.put("PUT " + api + "/draft/tables/0/columns", "{\"revision\":0,\"columns\":[\"TITLE\"]}");
        calls.put("PUT " + api + "/draft/roles", "{\"revision\":0,\"roles\":[\"CURATOR\"]}");
        calls.put("PUT " + api + "/draft/rows/correction", "{\"revision\":0,\"key\":\"x\",\"fields\":[\"TITLE\"],\"title\":\"x\"}");
        calls.put("PUT " + api + "/draft/rows/confirmation", "{\"revision\":0,\"key\":\"x\",\"fields\":[\"TITLE\"]}");
        calls.put("PUT " + api + "/draft/rows/left-out", "{\"revision\":0,\"key\":\"x\",\"reason\":\"x\"}");
        calls.put("PUT " + api + "/differences/match", "{\"revision\":0,\"key\":\"x\",\"measure\":1}");
        calls.put("POST " + api + "/approval", "{\"revision\":0,\"reasons\":{}}");
        calls.put("POST " + api + "/amendment", "");
        calls.put("DELETE " + api + "/draft?revision=0", "");
        calls.put("POST " + api + "/reports?on=2021-03-04", "");
        calls.put("POST /api" + log, entryJson());
        calls.put("DELETE /api" + log + "/" + entry, "");
        calls.put("POST /api/road-maps", "{\"level\":\"MUNICIPALITY\",\"placeId\":" + told.municipality() + ",\"year\":2021,\"title\":\"x\",\"text\":\"x\"}");
        calls.forEach((call, body) -> all.assertThat(somebody.call(call.split(" ")[0], call.split(" ")[1], JSON, body).statusCode())
            .as("%s: %s", who, call).isEqualTo(404));
        for (String slot : List.of("/documents/measure/" + webinar.id() + "/act", "/documents/measure/" + webinar.id() + "/participants",
            "/documents/roadMap/" + map.id() + "-1/order")) {
            all.assertThat(somebody.upload(slot, "чужое.rtf", "{\\rtf1 x}".getBytes(java.nio.charset.StandardCharsets.US_ASCII)).statusCode())
                .as("%s: uploads to %s", who, slot).isEqualTo(404);
        }
    }

    private void triesTheTasks(SoftAssertions all, String who, Browser somebody, int answer) {
        List<OpenTask> tasks = new ArrayList<>(List.of(story.task(webinar, MeasureModel.MARK_PARTICIPANTS), story.task(publications, MeasureModel.KEEP_LOG)));
        story.schoolTasks(told, SchoolMeasureModel.PLACE_DOCUMENT).stream().filter(task -> told.schools().contains(task.schoolId())).forEach(tasks::add);
        boolean sees = who.equals("observer of the region") || who.equals("controller");
        for (OpenTask task : tasks) {
            String page = "/tasks/" + task.id();
            if (!sees) {
                all.assertThat(somebody.open(page).statusCode()).as("%s: %s", who, task.title()).isEqualTo(answer);
            }
            for (String action : List.of("", "/draft", "/extension", "/participants", "/log", "/log/" + entry + "/removal")) {
                all.assertThat(somebody.call("POST", page + action, FORM, entryForm() + "&until=2022-12-01&reason=x").statusCode())
                    .as("%s: POST %s of %s", who, action, task.title()).isEqualTo(answer);
            }
        }
    }

    private static String entryForm() {
        return "on=2021-03-04&words=x&link=" + Browser.encode("https://example.test/another");
    }

    private static String entryJson() {
        return "{\"on\":\"2021-03-04\",\"words\":\"x\",\"link\":\"https://example.test/another\"}";
    }

    private Person holder(Role role, long school) {
        return staff.holding(role, Place.school(school), LocalDate.of(2021, 3, 5)).get(0);
    }

    private Browser signedIn(long person) {
        accounts.setPassword(person, PASSWORD);
        Browser browser = new Browser(port);
        assertThat(browser.signIn(staff.person(person).email(), PASSWORD).headers().firstValue("Location").orElseThrow()).doesNotContain("error");
        return browser;
    }
}
