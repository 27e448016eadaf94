package ru.marshrut;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import ru.marshrut.access.Accounts;
import ru.marshrut.access.Browser;
import ru.marshrut.documents.Documents;
import ru.marshrut.documents.SampleFiles;
import ru.marshrut.documents.SchoolDocuments;
import ru.marshrut.schoolyear.SchoolYear;
import ru.marshrut.schoolyear.SchoolYears;
import ru.marshrut.schoolyear.Stage;
import ru.marshrut.schoolyear.process.CuratorVisitsModel;
import ru.marshrut.schoolyear.process.MonitoringStory;
import ru.marshrut.schoolyear.process.StagesUnderway;
import ru.marshrut.schoolyear.process.YearCourse;
import ru.marshrut.schoolyear.process.YearStory;
import ru.marshrut.schoolyear.process.YearStory.Told;
import ru.marshrut.territory.Absence;
import ru.marshrut.territory.Absences;
import ru.marshrut.territory.Place;
import ru.marshrut.territory.Role;
import ru.marshrut.territory.Staff;
import ru.marshrut.testing.TableContents;
import ru.marshrut.testing.MadePeople;
import ru.marshrut.work.OpenTask;
import ru.marshrut.work.OpenTasks;

/** Neighbours try a school's year that is not theirs, with accounts of their own: they learn nothing and change nothing. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class YearNeighbourTest {

    private static final String PASSWORD = "чужой-огород-не-наш";
    private static final String FORM = "application/x-www-form-urlencoded";
    private static final String SECRET = "Тайное слово о школе";
    private static final List<Integer> REFUSED = List.of(403, 404);
    /** Whoever is appointed to nothing today is asked to sign in. */
    private static final List<String> WITHOUT_A_PLACE = List.of("nobody", "former curator", "substitute before his days", "substitute after his days");
    /** What a year is made of, with what is asked, drafted and written about it. */
    private static final List<String> TABLES = List.of("school_year", "school_stage", "concept_document", "conversation_message", "first_visit",
        "monitoring_placement", "monitoring_report", "positive_change", "programme_measure", "programme_row", "programme_import", "programme_version",
        "risk_activation", "risk_choice", "risk_level", "required_document", "survey_count", "visit", "visit_change", "visit_schedule",
        "year_decision", "task_draft", "task_view", "extension", "document", "absence", "absence_end", "appointment", "candidacy", "participation",
        "bulk_run", "bulk_item", "nomination", "programme", "letter");

    @LocalServerPort
    int port;
    @Autowired
    YearStory story;
    @Autowired
    YearCourse course;
    @Autowired
    StagesUnderway underway;
    @Autowired
    MonitoringStory monitoring;
    @Autowired
    MadePeople people;
    @Autowired
    Staff staff;
    @Autowired
    Absences absences;
    @Autowired
    Accounts accounts;
    @Autowired
    Documents documents;
    @Autowired
    SchoolYears years;
    @Autowired
    OpenTasks open;
    @Autowired
    JdbcClient jdbc;

    private Told told;
    private SchoolYear ours;
    private long district;
    private long school;
    private SchoolYear theirs;
    private long programmeRow;
    private long visit;
    private long substituteInJune;
    private final Map<String, Browser> neighbours = new LinkedHashMap<>();

    @BeforeEach
    void twoSchoolsOfTwoDistrictsInTheMiddleOfTheirYears() {
        story.itIs("2021-02-01");
        told = story.aSchool();
        district = people.municipality(told.region());
        school = people.school(district);
        long neighbourCurator = people.appoint(Role.CURATOR, Place.school(school));
        long former = formerCurator();
        substituteInJune = people.person();
        long after = people.person();
        absences.enter(told.curator(), after, LocalDate.parse("2021-02-02"), LocalDate.parse("2021-02-05"), Absence.Kind.TRIP);
        absences.enter(told.curator(), substituteInJune, LocalDate.parse("2021-06-01"), LocalDate.parse("2021-06-10"), Absence.Kind.VACATION);
        course.takePart(told, told.school(), school);
        ours = course.begunByRegion(told);
        theirs = years.of(school, YearStory.YEAR).orElseThrow();
        underway.profileIsActivated(ours, "2021-02-01");
        theYearGoesOn();

        neighbours.put("school next door", signedIn(monitoring.coordinator(theirs)));
        neighbours.put("curator of another school", signedIn(neighbourCurator));
        neighbours.put("municipal coordinator next door", signedIn(people.appoint(Role.MUNICIPAL_COORDINATOR, Place.municipality(district))));
        neighbours.put("observer next door", signedIn(people.appoint(Role.OBSERVER, Place.municipality(district))));
        neighbours.put("coordinator of another region", signedIn(people.appoint(Role.REGIONAL_COORDINATOR, Place.region(people.region()))));
        neighbours.put("expert of the region", signedIn(people.appoint(Role.EXPERT, Place.region(told.region()))));
        neighbours.put("former curator", signedIn(former));
        neighbours.put("substitute before his days", signedIn(substituteInJune));
        neighbours.put("substitute after his days", signedIn(after));
        neighbours.put("nobody", new Browser(port));
    }

    /** The school has had another curator before. */
    private long formerCurator() {
        long former = told.curator();
        long appointment = staff.historyOf(Place.school(told.school())).stream().filter(one -> one.personId() == former).findFirst().orElseThrow().id();
        staff.end(appointment, LocalDate.parse("2021-01-31"), "Приказ");
        long curator = people.person();
        staff.appoint(curator, Role.CURATOR, Place.school(told.school()), LocalDate.parse("2021-02-01"), "№ 5");
        told = new Told(told.region(), told.regional(), told.municipality(), told.municipal(), told.school(), curator);
        return former;
    }

    /** A report with evidence waits for the curator, a programme is being written, a visit was agreed upon, something was written. */
    private void theYearGoesOn() {
        story.itIs("2021-05-11");
        story.upload(SchoolDocuments.slot(told.school(), YearStory.YEAR, "developmentConcept"));
        story.does(ours, CuratorVisitsModel.PROPOSE_VISITS, Map.of("day", "2021-05-12|2021-09-15", "purpose", SECRET + "|Осень"));
        story.does(ours, CuratorVisitsModel.AGREE_ON_VISITS, Map.of("agreed", "YES"));
        visit = jdbc.sql("select min(id) from visit where school_year_id = ?").param(ours.id()).query(Long.class).single();
        Browser coordinator = signedIn(monitoring.coordinator(ours));
        String programme = "direction=motivation&task=x&measure=" + Browser.encode(SECRET) + "&indicator=x&dateWords=01.09.2021&responsible=x&evidence=x";
        assertThat(coordinator.call("POST", year(ours) + "/programme/rows", FORM, programme).statusCode()).isEqualTo(302);
        programmeRow = jdbc.sql("select id from programme_row where school_year_id = ?").param(ours.id()).query(Long.class).single();
        monitoring.opens(ours, Stage.MONITORING_1);
        monitoring.uploads(ours, Stage.MONITORING_1, "risk-motivation");
        monitoring.reports(ours, Stage.MONITORING_1, MonitoringStory.reported());
        String slot = find("/documents/conversation-message/\\d+/attachment", coordinator.open(year(ours) + "/conversation").body());
        assertThat(coordinator.upload(slot, "протокол.rtf", SampleFiles.rtf()).statusCode()).isLessThan(300);
        assertThat(coordinator.call("POST", year(ours) + "/conversation", FORM, "needsAnswer=true&body=" + Browser.encode(SECRET)).statusCode()).isEqualTo(302);
    }

    @Test
    void aNeighbourReadsNothingOfTheYear() {
        List<String> pages = pages();
        SoftAssertions all = new SoftAssertions();
        neighbours.forEach((who, neighbour) -> pages.forEach(path -> {
            HttpResponse<String> answer = neighbour.open(path);
            refused(all, who, path, answer);
            all.assertThat(answer.body()).as("%s: %s", who, path).doesNotContain(SECRET);
        }));
        Browser region = signedIn(told.regional());
        Browser curator = signedIn(told.curator());
        Browser school = signedIn(monitoring.coordinator(ours));
        pages.forEach(path -> all.assertThat(List.of(region.open(path).statusCode(), curator.open(path).statusCode(),
            school.open(path).statusCode())).as("%s is there", path).containsAnyOf(200, 302));
        all.assertAll();
    }

    private List<String> pages() {
        String year = year(ours);
        String place = "place=municipality-" + told.municipality() + "&year=2021";
        String below = "place=municipality-" + told.municipality() + "&year=2021";
        String region = "/territory/regions/" + told.region();
        List<String> pages = new ArrayList<>();
        for (String page : List.of("/profile", "/profile/template", "/documents", "/programme", "/programme?edit=" + programmeRow, "/programme/import",
            "/programme/draft.xlsx", "/programme/draft.docx", "/programme/template.xlsx", "/monitoring/1", "/monitoring/2", "/monitoring/1/evidence.zip",
            "/positive-changes", "/visits", "/conversation", "/conversation?before=1", "/conversation?corrects=1", "/end")) {
            pages.add(year + page);
        }
        pages.addAll(List.of("/schools/" + told.school() + "/years/2021", "/schools/" + told.school() + "/years/2021/documents",
            "/school-years?" + place, "/school-years?place=region-" + told.region() + "&year=2021", "/school-years/join?" + place, "/school-years/start?" + place,
            "/school-years/closing?" + place + "&id=" + ours.id(), "/school-years/profiles?" + place, "/school-years/profiles/template?" + place,
            "/curators?" + place, "/curators.xlsx?" + place, "/curators/" + told.curator() + "?" + place, "/bulk?place=municipality-" + told.municipality(),
            "/programme/schools?" + below, "/programme/schools.xlsx?" + below, "/programme/tasks?" + below, "/programme/tasks.xlsx?" + below,
            "/programme?" + below, "/my-schools.xlsx?" + below, region + "/selection?year=2021", region + "/selection/template",
            region + "/selection/candidates?year=2021", region + "/selection/candidates/template", region + "/staffing/export", region + "/staffing",
            "/territory/municipalities/" + told.municipality() + "/staffing", "/territory/municipalities/" + told.municipality() + "/staffing/export",
            "/territory/people/" + told.curator() + "/absences", "/school-years/required?region=" + told.region() + "&year=2021"));
        pages.addAll(files());
        return pages;
    }

    private List<String> files() {
        List<String> files = new ArrayList<>();
        String package_ = "/documents/" + SchoolDocuments.TYPE + "/" + SchoolDocuments.id(told.school(), 2021);
        files.addAll(List.of(package_, package_ + ".zip", "/documents/monitoring-evidence/" + ours.id() + "-1", "/documents/monitoring-evidence/" + ours.id() + "-1.zip"));
        jdbc.sql("select id from document where subject_id in (?, ?) or subject_type = 'conversation-message' and subject_id in "
                + "(select id::text from conversation_message where school_year_id = ?)")
            .params(SchoolDocuments.id(told.school(), 2021), ours.id() + "-1", ours.id()).query(Long.class).list().forEach(id -> files.add("/documents/" + id));
        assertThat(files).as("document, evidence, attachment").hasSizeGreaterThan(6);
        return files;
    }

    @Test
    void aNeighbourFindsNoTaskAndNoDraft() {
        List<OpenTask> tasks = open.within(Place.school(told.school()), 100);
        assertThat(tasks).hasSizeGreaterThan(1);
        Map<String, String> before = state();
        SoftAssertions all = new SoftAssertions();
        neighbours.forEach((who, neighbour) -> tasks.forEach(task -> {
            String page = "/tasks/" + task.id();
            refused(all, who, page, neighbour.open(page));
            refused(all, who, page, neighbour.open(page + "?embedded=true"));
            for (String action : List.of("", "/draft", "/extension", "/risk-profile")) {
                refused(all, who, page + action, neighbour.call("POST", page + action, FORM, "agreed=YES&decision=CONFIRM&held=YES&heldOn=2021-05-11&lookedAt=x"
                    + "&agreements=x&placed=yes&on=2021-05-11&until=2021-12-01&reason=x&decision_risk-motivation=YES&commentForAll=x"));
            }
            all.assertThat(neighbour.open("/").body()).as("%s: %s on the first page", who, task.step()).doesNotContain(task.id());
        }));
        all.assertThat(state()).isEqualTo(before);
        all.assertAll();
    }

    @Test
    void aNeighbourChangesNothing() {
        Map<String, String> before = state();
        SoftAssertions all = new SoftAssertions();
        neighbours.forEach((who, neighbour) -> {
            changes().forEach(change -> refused(all, who, change[0], neighbour.call("POST", change[0], FORM, change[1])));
            for (String slot : List.of(SchoolDocuments.TYPE + "/" + SchoolDocuments.id(told.school(), 2021) + "/developmentConcept",
                "monitoring-evidence/" + ours.id() + "-1/risk-motivation", "curator-visit/" + visit + "/report", "positive-changes/" + ours.id() + "/data")) {
                refused(all, who, "upload " + slot, neighbour.upload("/documents/" + slot, "чужое.rtf", SampleFiles.rtf()));
            }
            for (String upload : List.of(year(ours) + "/programme/import", "/school-years/profiles?place=municipality-" + told.municipality() + "&year=2021",
                "/territory/regions/" + told.region() + "/selection/candidates/import?year=2021")) {
                refused(all, who, "upload " + upload, neighbour.upload(upload, "чужое.xlsx", "нет".getBytes(java.nio.charset.StandardCharsets.UTF_8)));
            }
            files().stream().filter(file -> file.matches("/documents/\\d+"))
                .forEach(file -> refused(all, who, "removes " + file, neighbour.call("DELETE", file, FORM, "")));
        });
        changed(all, before);
        all.assertAll();
    }

    private List<String[]> changes() {
        String year = year(ours);
        String at = "place=municipality-" + told.municipality() + "&year=2021";
        String region = "/territory/regions/" + told.region();
        String row = "direction=motivation&task=x&measure=x&indicator=x&dateWords=01.09.2021&responsible=x&evidence=x";
        String absence = jdbc.sql("select max(id)::text from absence where person_id = ?").param(told.curator()).query(String.class).single();
        String task = open.within(Place.school(told.school()), 1).get(0).id();
        return List.of(new String[][] {{year + "/leave", "reason=x"}, {year + "/merge", "reason=x&into=" + school}, {"/school-years/start", at},
            {"/school-years/join", at + "&order=x&school=" + told.school()}, {"/school-years/close", at + "&reason=x&id=" + ours.id()},
            {year + "/documents/change", "kinds=developmentConcept&reason=x"}, {year + "/programme/rows", row}, {year + "/programme/rows/" + programmeRow, row},
            {year + "/programme/rows/" + programmeRow + "/removal", ""}, {year + "/programme/rows/" + programmeRow + "/up", ""},
            {year + "/programme/versions", "withRemarks=true"}, {year + "/programme/import/columns", "table=0&columns=TASK"},
            {year + "/programme/import/taken", "taking=REPLACE"}, {year + "/programme/import/dropped", ""},
            {year + "/monitoring/1/reopening", "reason=x&item=risk-motivation"}, {year + "/positive-changes", "mark=YES&source=VPR&period=x&words=x&reason=x"},
            {year + "/visits", "day=2021-10-10&purpose=x"}, {year + "/visits/" + visit + "/move", "day=2021-10-10&reason=x"},
            {year + "/visits/" + visit + "/removal", "reason=x"}, {year + "/conversation", "body=x&needsAnswer=true"},
            {year + "/conversation/draft", "body=x"}, {"/school-years/required", "region=" + told.region() + "&year=2021&kinds=developmentConcept"},
            {"/school-years/profiles/confirm", at + "&fingerprint=x"}, {"/school-years/profiles/discard", at},
            {"/bulk", "place=municipality-" + told.municipality() + "&action=APPROVE&comment=x&tasks=" + task},
            {region + "/selection", "to=LEFT&year=2021&from=2021-05-01&reason=x&schools=" + told.school()},
            {region + "/selection/preview", "to=LEFT&year=2021&from=2021-05-01&reason=x&schools=" + told.school()},
            {region + "/selection/programmes", "year=2021&name=x"}, {region + "/selection/candidates/new", "year=2021&fullName=x&email=x%40example.test"},
            {region + "/selection/candidates/step", "year=2021&to=SELECTED&people=" + told.curator()},
            {region + "/selection/candidates/" + told.curator() + "/appointment", "year=2021&schools=x"}, {region + "/staffing/invitations", "people=" + told.curator()},
            {"/territory/people/" + told.curator() + "/absences", "firstDay=2021-10-01&lastDay=2021-10-02&kind=TRIP&substitute=x"},
            {"/territory/people/" + told.curator() + "/absences/" + absence + "/end", "lastDay=2021-06-02&reason=x"},
            {"/territory/people/" + told.curator() + "/absences/" + absence + "/withdraw", "reason=x"},
            {"/my/absences/" + absence + "/withdraw", "reason=x"}, {"/my/absences/" + absence + "/end", "lastDay=2021-06-02&reason=x"}});
    }

    /** Pages of their own, with what is ours in the fields. */
    @Test
    void whatIsOursIsNotReachedThroughPagesOfTheirOwn() {
        Map<String, String> before = state();
        String task = open.within(Place.school(told.school()), 1).get(0).id();
        String own = year(theirs);
        String at = "place=municipality-" + district + "&year=2021";
        String row = "direction=motivation&task=x&measure=x&indicator=x&dateWords=01.09.2021&responsible=x&evidence=x";
        Browser nextDoor = neighbours.get("school next door");
        Browser curator = neighbours.get("curator of another school");
        Browser district = neighbours.get("municipal coordinator next door");
        SoftAssertions all = new SoftAssertions();
        for (String path : List.of("/programme/rows/" + programmeRow, "/programme/rows/" + programmeRow + "/removal", "/programme/rows/" + programmeRow + "/down")) {
            all.assertThat(nextDoor.call("POST", own + path, FORM, row).statusCode()).as(path).isIn(302, 404, 422);
        }
        all.assertThat(nextDoor.open(own + "/programme?edit=" + programmeRow).body()).doesNotContain(SECRET);
        for (OpenTask one : open.within(Place.school(school), 10)) {
            nextDoor.call("POST", "/tasks/" + one.id() + "/draft", FORM, "schoolId=" + told.school() + "&year=" + ours.id() + "&id=" + task);
            jdbc.sql("delete from task_draft where task_id = ?").param(one.id()).update();
        }
        for (String path : List.of("/visits/" + visit + "/move", "/visits/" + visit + "/removal")) {
            all.assertThat(curator.call("POST", own + path, FORM, "day=2021-10-10&reason=x").statusCode()).as(path).isEqualTo(404);
        }
        jdbc.sql("select id from document where subject_id = ?").param(ours.id() + "-1").query(Long.class).list()
            .forEach(file -> all.assertThat(curator.open(own + "/monitoring/1/files/" + file).statusCode()).isEqualTo(404));
        all.assertThat(district.open("/school-years/closing?" + at + "&id=" + ours.id()).body()).doesNotContain(school(told.school()));
        HttpResponse<String> both = district.open("/school-years/closing?" + at + "&id=" + ours.id() + "," + theirs.id());
        all.assertThat(both.statusCode()).isEqualTo(200);
        all.assertThat(both.body()).doesNotContain(">" + school(told.school()) + "<").contains(school(school));
        all.assertThat(district.call("POST", "/school-years/close", FORM, at + "&reason=x&id=" + theirs.id() + "&id=" + ours.id()).statusCode()).isEqualTo(404);
        all.assertThat(district.call("POST", "/school-years/join", FORM, at + "&order=x&school=" + told.school()).statusCode()).isEqualTo(404);
        String theirTask = open.within(Place.school(school), 1).get(0).id();
        all.assertThat(district.call("POST", "/bulk", FORM, at + "&action=EXTEND&until=2021-12-01&comment=x&tasks=" + theirTask + "&tasks=" + task).statusCode()).isEqualTo(404);
        all.assertThat(district.open("/bulk?" + at + "&school=" + told.school()).body()).doesNotContain(task);
        all.assertThat(district.open("/curators/" + told.curator() + "?" + at).statusCode()).as("curates nothing there").isEqualTo(404);
        for (String path : List.of("/school-years?" + at, "/programme/schools?year=2021", "/my-schools?year=2021", "/programme/tasks?year=2021", "/curators?" + at, "/bulk")) {
            all.assertThat(district.open(path).body()).as(path).doesNotContain("/" + told.school() + "/years", year(ours) + "/", task, "/curators/" + told.curator() + "\"");
        }
        changed(all, before);
        all.assertAll();
    }

    @Test
    void anObserverOfTheRegionReadsTheYearButNotTheConversationAndChangesNothing() {
        Browser observer = signedIn(people.appoint(Role.OBSERVER, Place.region(told.region())));
        Map<String, String> before = state();
        SoftAssertions all = new SoftAssertions();
        for (String page : List.of("/profile", "/documents", "/programme", "/monitoring/1", "/positive-changes", "/visits")) {
            all.assertThat(observer.open(year(ours) + page).statusCode()).as(page).isEqualTo(200);
        }
        refused(all, "observer", "conversation", observer.open(year(ours) + "/conversation"));
        jdbc.sql("select id from document where subject_type = 'conversation-message'").query(Long.class).list()
            .forEach(file -> refused(all, "observer", "attachment", observer.open("/documents/" + file)));
        changes().forEach(change -> {
            if (!change[0].endsWith("/change")) {
                refused(all, "observer", change[0], observer.call("POST", change[0], FORM, change[1]));
            }
        });
        changed(all, before);
        all.assertAll();
    }

    @Test
    void theSubstituteDoesInHisDaysWhatTheCuratorDoes() {
        story.itIs("2021-06-02");
        Browser substitute = signedIn(substituteInJune);
        assertThat(substitute.open(year(ours) + "/monitoring/1").statusCode()).isEqualTo(200);
        story.itIs("2021-06-11");
        assertThat(substitute.open(year(ours) + "/monitoring/1").statusCode()).isIn(302, 403, 404);
    }

    @Test
    void theCockpitsPanelKnowsNoPlaceOfOthers() {
        SoftAssertions all = new SoftAssertions();
        String panel = "/camunda/api/cockpit/plugin/programme/panel?year=2021&place=";
        neighbours.forEach((who, neighbour) -> {
            for (String place : List.of("municipality-" + told.municipality(), "region-" + told.region(), "federation")) {
                HttpResponse<String> answer = neighbour.open(panel + place);
                all.assertThat(answer.statusCode()).as("%s: %s %s", who, place, answer.body()).isIn(302, 401, 403, 404);
            }
        });
        all.assertAll();
    }

    private static void refused(SoftAssertions all, String who, String what, HttpResponse<String> answer) {
        if (WITHOUT_A_PLACE.contains(who)) {
            all.assertThat(answer.statusCode()).as("%s: %s", who, what).isIn(302, 401, 403, 404);
            answer.headers().firstValue("Location").ifPresent(to -> all.assertThat(to).as("%s: %s", who, what).contains("/login"));
        } else {
            all.assertThat(answer.statusCode()).as("%s: %s", who, what).isIn(REFUSED);
        }
    }

    private void changed(SoftAssertions all, Map<String, String> before) {
        state().forEach((table, rows) -> all.assertThat(rows).as(table).isEqualTo(before.get(table)));
    }

    private Map<String, String> state() {
        return TableContents.of(jdbc, TABLES);
    }

    private String school(long id) {
        return jdbc.sql("select name from school where id = ?").param(id).query(String.class).single();
    }

    private static String find(String pattern, String body) {
        Matcher matcher = Pattern.compile(pattern).matcher(body);
        assertThat(matcher.find()).as(pattern).isTrue();
        return matcher.group();
    }

    private static String year(SchoolYear year) {
        return "/school-years/" + year.id();
    }

    private Browser signedIn(long person) {
        accounts.setPassword(person, PASSWORD);
        Browser browser = new Browser(port);
        assertThat(browser.signIn(staff.person(person).email(), PASSWORD).headers().firstValue("Location").orElseThrow()).doesNotContain("error");
        return browser;
    }
}
