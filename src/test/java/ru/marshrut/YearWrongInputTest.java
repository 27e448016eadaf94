package ru.marshrut;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import ru.marshrut.access.Accounts;
import ru.marshrut.access.Browser;
import ru.marshrut.documents.SchoolDocuments;
import ru.marshrut.schoolyear.SchoolYear;
import ru.marshrut.schoolyear.Stage;
import ru.marshrut.schoolyear.process.ConceptDocumentsModel;
import ru.marshrut.schoolyear.process.CuratorVisitsModel;
import ru.marshrut.schoolyear.process.MonitoringModel;
import ru.marshrut.schoolyear.process.MonitoringStory;
import ru.marshrut.schoolyear.process.ProfileForms;
import ru.marshrut.schoolyear.process.RiskProfileModel;
import ru.marshrut.schoolyear.process.YearCourse;
import ru.marshrut.schoolyear.process.YearStory;
import ru.marshrut.schoolyear.process.YearStory.Told;
import ru.marshrut.territory.Staff;
import ru.marshrut.work.OpenTask;

/** Whatever is sent to the forms and pages of a school's year is answered in Russian, and nothing that was typed is lost. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class YearWrongInputTest {

    private static final String PASSWORD = "пример-пароля-для-теста";
    private static final String FORM = "application/x-www-form-urlencoded";
    private static final String TYPED = "Напечатанное с трудом";
    private static final String TOO_LONG = "я".repeat(20_001);
    private static final Pattern ENGLISH = Pattern.compile("Bad Request|Not Found|Exception|Internal|Failed|Required|Whitelabel|Unsupported|Method Not");
    private static final Pattern RUSSIAN = Pattern.compile("[а-яё]{4}");
    private static final List<String> WRONG_DATES = List.of("abc", "31.02.2021", "2021-02-31", "2021-02-29", "0001-01-01", "9999-12-31", "+999999999-01-01",
        "2021-02-01T00:00");
    private static final List<String> WRONG_NUMBERS = List.of("-1", "1000000000000", "1.5", "1e3", "abc");

    @LocalServerPort
    int port;
    @Autowired
    YearStory story;
    @Autowired
    YearCourse course;
    @Autowired
    MonitoringStory monitoring;
    @Autowired
    Staff staff;
    @Autowired
    Accounts accounts;

    private Told told;
    private SchoolYear year;
    private SoftAssertions all;
    private final Map<Long, Browser> browsers = new LinkedHashMap<>();

    @BeforeEach
    void aSchoolBeginsItsYear() {
        story.itIs("2021-02-01");
        told = story.aSchool();
        year = story.aYearOf(told);
        all = new SoftAssertions();
    }

    @Test
    void theFormsOfTheRiskProfile() {
        story.started(RiskProfileModel.KEY, year);
        step(RiskProfileModel.CONDUCT_SURVEY, ProfileForms.survey("2021-02-01"), "date:on", "number:of_pupils", "number:answered_pupils");
        step(RiskProfileModel.ENTER_PROFILE, ProfileForms.levels(Map.of()), "choice:level_motivation");
        step(RiskProfileModel.MAKE_FIRST_VISIT, ProfileForms.visit("2021-02-01"), "date:on", "text:participants", "text:report");
        step(RiskProfileModel.VERIFY_PROFILE, ProfileForms.verdicts(Map.of("motivation", "DISPUTE")), "choice:verdict_staff", "text:comment_motivation");
        Map<String, String> rulings = Map.of("level_motivation", "HIGH", "reason_motivation", TYPED);
        step(RiskProfileModel.DECIDE_ON_DISPUTES, rulings, "choice:level_motivation", "text:reason_motivation");
        step(RiskProfileModel.ACTIVATE_DIRECTIONS, ProfileForms.activation("motivation"), "choice:direction");
        step(RiskProfileModel.CONFIRM_ACTIVATION, Map.of("decision", "RETURN", "comment", TYPED), "choice:decision", "text:comment");
        all.assertAll();
    }

    @Test
    void theFormsOfTheConceptDocuments() {
        monitoring.due(year, Stage.CONCEPT_DOCUMENTS, "2021-03-31");
        story.started(ConceptDocumentsModel.KEY, year);
        OpenTask send = story.task(year, ConceptDocumentsModel.SEND);
        answered(browser(send).call("POST", "/tasks/" + send.id(), FORM, ""), "nothing is there", 422);
        extension(send);
        Map<String, String> decisions = new LinkedHashMap<>();
        for (String kind : List.of("developmentConcept", "midTermProgramme", "antiriskProgramme")) {
            story.upload(SchoolDocuments.slot(told.school(), year.year(), kind));
            decisions.put("decision_" + kind, "APPROVE");
            decisions.put("comment_" + kind, TYPED);
        }
        story.does(send, Map.of());
        step(ConceptDocumentsModel.CHECK, decisions, "choice:decision_developmentConcept", "text:comment_midTermProgramme");
        step(ConceptDocumentsModel.PLACE, Map.of("on", "2021-02-01", "placed", "yes"), "date:on");
        all.assertAll();
    }

    @Test
    void theFormsOfTheVisits() {
        story.started(CuratorVisitsModel.KEY, year);
        step(CuratorVisitsModel.PROPOSE_VISITS, Map.of("day", "2021-02-02", "purpose", TYPED), "date:day", "text:purpose");
        step(CuratorVisitsModel.AGREE_ON_VISITS, Map.of("agreed", "NO", "comment", TYPED), "choice:agreed", "text:comment");
        story.does(year, CuratorVisitsModel.PROPOSE_VISITS, Map.of("day", "2021-02-02|2021-09-15", "purpose", "Зима|Осень"));
        story.does(year, CuratorVisitsModel.AGREE_ON_VISITS, Map.of("agreed", "YES"));
        story.passesUntil(told, "2021-02-01");
        long visit = Long.parseLong(curator().open(page() + "/visits").body().replaceAll("(?s).*?/visits/(\\d+)/move.*", "$1"));
        visitsPage(visit);
        assertThat(curator().call("POST", page() + "/visits/" + visit + "/removal", FORM, "reason=x").statusCode()).isEqualTo(302);
        story.run();
        step(CuratorVisitsModel.DECIDE_ON_REMOVAL, Map.of("agreed", "NO", "comment", TYPED), "choice:agreed", "text:comment");
        step(CuratorVisitsModel.REPORT_VISIT, Map.of("held", "YES", "heldOn", "2021-02-01", "lookedAt", TYPED, "agreements", "x"), "choice:held",
            "date:heldOn", "text:lookedAt", "text:agreements");
        all.assertAll();
    }

    private void visitsPage(long visit) {
        String typed = Browser.encode(TYPED);
        for (String day : WRONG_DATES) {
            keeps(curator(), page() + "/visits", "purpose=" + typed + "&day=" + Browser.encode(day));
            keeps(curator(), page() + "/visits/" + visit + "/move", "reason=" + typed + "&day=" + Browser.encode(day));
        }
        keeps(curator(), page() + "/visits", "day=2021-05-05&purpose=" + typed + Browser.encode(TOO_LONG));
        keeps(curator(), page() + "/visits/" + visit + "/move", "day=2021-05-05&reason=" + typed + Browser.encode(TOO_LONG));
        keeps(curator(), page() + "/visits/" + visit + "/removal", "reason=" + typed + Browser.encode(TOO_LONG));
        for (String empty : List.of("", "reason=&day=", "reason=%00&day=2021-05-05", "purpose=%00&day=2021-05-05")) {
            alerts(curator(), page() + "/visits", empty);
            alerts(curator(), page() + "/visits/" + visit + "/move", empty);
        }
        alerts(curator(), page() + "/visits/" + visit + "/removal", "reason=%20");
        refused(curator().call("POST", page() + "/visits/999999999/move", FORM, "day=2021-05-05&reason=x"), "a visit that is not there");
        refused(curator().call("POST", page() + "/visits/99999999999999999999/move", FORM, "day=2021-05-05&reason=x"), "no number of a visit");
    }

    @Test
    void theFormsOfTheMonitoring() {
        SchoolYear watched = monitoring.aYearOf(told2());
        year = watched;
        String measure = monitoring.plans(year, "Неделя чтения", "2021-02-01");
        monitoring.opens(year, Stage.MONITORING_1);
        Map<String, String> report = MonitoringStory.done(MonitoringStory.reported(), measure, "2021-02-01");
        step(MonitoringModel.REPORT, MonitoringStory.with(report, "unproven_" + measure, "yes"), "choice:claim_" + measure, "date:on_" + measure,
            "text:words_risk-motivation");
        Map<String, String> checked = MonitoringStory.confirmed(MonitoringStory.returned(Map.of(), measure, TYPED), "risk-motivation");
        step(MonitoringModel.CHECK, checked, "choice:decision_" + measure, "text:comment_" + measure);
        monitoring.uploads(year, Stage.MONITORING_1, measure);
        monitoring.reports(year, Stage.MONITORING_1, report);
        monitoring.checks(year, Stage.MONITORING_1, MonitoringStory.confirmed(Map.of(), measure));
        step(MonitoringModel.PLACE, Map.of("placed", "yes", "under", "motivation", "on", "2021-02-01"), "date:on", "choice:under");
        Browser coordinator = signedIn(told.municipal());
        String reopening = page() + "/monitoring/1/reopening";
        keeps(coordinator, reopening, "item=MOON&reason=" + Browser.encode(TYPED));
        keeps(coordinator, reopening, "item=risk-motivation&reason=" + Browser.encode(TYPED + TOO_LONG));
        alerts(coordinator, reopening, "item=risk-motivation&reason=");
        alerts(coordinator, reopening, "reason=%00");
        alerts(coordinator, page() + "/monitoring/2/reopening", "item=risk-motivation&reason=x");
        alerts(coordinator, page() + "/positive-changes", "mark=MOON&source=VPR&period=x&reason=x&words=" + Browser.encode(TYPED));
        all.assertAll();
    }

    private Told told2() {
        told = story.aSchool();
        return told;
    }

    /** The pages of a region's coordinator who begins and ends years. */
    @Test
    void thePagesOfTheCoordinators() {
        told = story.aSchool();
        year = course.begun(told);
        Browser region = signedIn(told.regional());
        String typed = Browser.encode(TYPED);
        String tooLong = typed + Browser.encode(TOO_LONG);
        String at = "place=municipality-" + told.municipality();
        keeps(region, page() + "/merge", "reason=" + typed + "&into=999999999");
        keeps(region, page() + "/merge", "reason=" + typed);
        keeps(region, page() + "/leave", "reason=" + tooLong);
        alerts(region, page() + "/leave", "reason=%00");
        alerts(region, "/school-years/close", at + "&year=2021&reason=&id=" + year.id());
        keeps(region, "/school-years/close", at + "&year=2021&reason=" + tooLong + "&id=" + year.id(), "role=\"alert\"");
        keeps(region, "/school-years/join", at + "&year=2021&order=" + typed + "&school=" + told.school());
        keeps(region, "/school-years/required", "region=" + told.region() + "&year=2021&added=" + tooLong);
        keeps(region, "/school-years/required", "region=" + told.region() + "&year=2021&kinds=MOON&added=" + typed, "role=\"alert\"");
        alerts(region, "/school-years/profiles/confirm", at + "&year=2021&fingerprint=x");
        keeps(region, "/bulk", "action=EXTEND&tasks=x&until=2021-02-31&comment=" + typed);
        keeps(region, "/bulk", "action=REASSIGN&tasks=x&person=nobody&comment=" + typed);
        keeps(region, "/bulk", "tasks=x&comment=" + typed);
        keeps(region, "/bulk", "action=EXTEND&tasks=x&until=2021-12-01&comment=" + typed);
        keeps(region, "/bulk", "action=EXTEND&until=9999-12-31&comment=" + typed + "&tasks=" + story.task(year, RiskProfileModel.CONDUCT_SURVEY).id());
        String candidates = "/territory/regions/" + told.region() + "/selection/candidates";
        keeps(region, candidates + "/new", "year=2021&email=abc&phone=1&fullName=" + typed);
        keeps(region, candidates + "/new", "year=2021&email=a%40example.test&from=2021-02-31&fullName=" + typed);
        alerts(region, candidates + "/new", "year=2021");
        alerts(region, candidates + "/step", "year=2021&to=SELECTED&from=2021-02-31");
        alerts(region, candidates + "/step", "year=2021&people=999999999&to=SELECTED&from=2021-02-01&reason=x");
        alerts(region, candidates + "/999999999/appointment", "year=2021&schools=x&orderNumber=1&orderDay=2021-02-01&from=2021-02-01");
        alerts(region, "/territory/regions/" + told.region() + "/staffing/invitations", "people=999999999");
        alerts(region, "/territory/regions/" + told.region() + "/selection/programmes", "year=2021&name=" + tooLong);
        alerts(region, "/territory/regions/" + told.region() + "/selection/programmes", "year=2021&name=%00");
        for (String day : WRONG_DATES) {
            keeps(region, "/my/absences", "firstDay=" + Browser.encode(day) + "&lastDay=2021-05-05&kind=TRIP&substitute=" + typed);
        }
        alerts(region, "/my/absences", "");
        for (String[] form : new String[][] {{"/school-years/start", ""}, {"/school-years/start", at + "&year=abc"}, {"/school-years/start", "place=MOON-1&year=2021"},
            {"/school-years/join", at + "&year=2021&school=abc&order=x"}, {"/school-years/join", at + "&year=2021&school=999999999&order=x"},
            {"/school-years/join", at + "&year=2021"}, {"/school-years/close", at + "&year=2021&id=abc&reason=x"}, {"/school-years/close", at + "&year=2021&reason=x"},
            {"/school-years/close", at + "&year=2021&id=999999999&reason=x"}, {"/school-years/999999999/leave", "reason=x"}, {page() + "/leave", ""},
            {page() + "/merge", "reason=x&into=abc"}, {"/school-years/required", "region=abc&year=2021"}, {"/school-years/required", "region=999999999&year=2021"},
            {"/school-years/required", "region=" + told.region() + "&year=99999999999"}, {"/school-years/profiles", at + "&year=2021"},
            {"/school-years/profiles/confirm", at}, {"/bulk/abc/confirm", ""}, {"/bulk/999999999/confirm", "fingerprint=x"}, {"/bulk/999999999/proceed", ""},
            {"/bulk", "action=MOON&tasks=x&comment=x"}, {"/my/absences/abc/end", ""}, {"/my/absences/999999999/end", "lastDay=2021-05-05&reason=x"},
            {"/my/absences", "kind=MOON"}, {candidates + "/step", "year=abc"}, {candidates + "/step", "year=2021&to=MOON"}}) {
            refused(region.call("POST", form[0], FORM, form[1]), form[0] + " " + form[1]);
        }
        all.assertAll();
    }

    @Test
    void thePagesOfTheSchool() {
        told = story.aSchool();
        year = course.begun(told);
        Browser school = signedIn(monitoring.coordinator(year));
        String typed = Browser.encode(TYPED);
        String tooLong = typed + Browser.encode(TOO_LONG);
        keeps(school, page() + "/conversation", "body=" + tooLong);
        keeps(school, page() + "/conversation", "corrects=999&body=" + typed);
        alerts(school, page() + "/conversation", "body=%00");
        refused(school.call("POST", page() + "/conversation", FORM, "corrects=abc&body=x"), "no number of a message");
        answered(school.call("POST", page() + "/conversation/draft", FORM, "body=" + Browser.encode("<script>alert(1)</script>\0" + TYPED)), "draft", 204);
        assertThat(school.open(page() + "/conversation").body()).contains(TYPED).doesNotContain("<script>alert(1)");
        HttpResponse<String> huge = school.call("POST", page() + "/conversation/draft", FORM, "body=" + "x".repeat(1_000_000));
        all.assertThat(huge.statusCode()).as("a draft of a million characters").isLessThan(500);
        String rows = page() + "/programme/rows";
        keeps(school, rows, "direction=MOON&measure=" + typed);
        keeps(school, rows, "measure=" + tooLong);
        refused(school.call("POST", rows + "/999999999", FORM, "measure=x"), "a row that is not there");
        refused(school.call("POST", rows + "/99999999999999999999/removal", FORM, ""), "no number of a row");
        alerts(school, page() + "/programme/versions", "");
        alerts(school, page() + "/programme/import/taken", "taking=REPLACE");
        for (String[] form : new String[][] {{page() + "/programme/import/taken", "taking=MOON"}, {page() + "/programme/import/columns", "table=abc&columns=TASK"},
            {page() + "/programme/import/columns", "table=99&columns=TASK"}, {page() + "/programme/import/columns", "table=0&columns=MOON"},
            {page() + "/programme/versions", "withRemarks=abc"}, {rows + "/1/sideways", ""}, {page() + "/documents/change", "kinds=MOON&reason=x"}}) {
            refused(school.call("POST", form[0], FORM, form[1]), form[0] + " " + form[1]);
        }
        all.assertAll();
    }

    @Test
    void wrongAddresses() {
        told = story.aSchool();
        year = course.begun(told);
        Browser region = signedIn(told.regional());
        String at = "place=region-" + told.region();
        List<String> wrong = new ArrayList<>(List.of("/school-years/0/profile", "/school-years/999999999/profile", "/school-years/abc/profile",
            "/school-years/99999999999999999999/visits", page() + "/monitoring/3", page() + "/monitoring/1/files/999999999", page() + "/conversation?before=abc",
            page() + "/conversation?corrects=abc", page() + "/programme?edit=abc", "/bulk/abc", "/bulk/999999999", "/bulk?school=abc", "/bulk?place=MOON-1",
            "/curators?place=MOON-1", "/curators/999999999?" + at, "/curators?on=abc", "/curators?on=2021-02-31", "/school-years?place=MOON-1",
            "/schools/" + told.school() + "/years/1999", "/schools/99999999999999999999/years/2021", "/programme/schools?place=moon-1",
            "/programme/schools?station=MOON", "/programme/tasks?role=MOON", "/programme/circles?step=MOON", "/documents/monitoring-evidence/abc",
            "/documents/curator-visit/999999999/report", "/documents/curator-visit/99999999999999999999/report", "/documents/conversation-message/999999999/attachment",
            "/documents/positive-changes/abc/data", "/documents/school-documents/1-20211", "/territory/people/999999999/absences",
            "/territory/people/abc/absences", "/territory/regions/999999999/staffing", "/territory/municipalities/999999999/staffing",
            "/school-years/required?region=" + told.region() + "&year=abc", "/school-years/required?region=" + told.region() + "&year=-1",
            "/school-years/closing?" + at + "&year=2021&id=abc", "/school-years/profiles?place=MOON&year=2021", "/school-years/profiles/template?place=region-999999999&year=2021"));
        wrong.forEach(path -> refused(region.open(path), path));
        List<String> odd = new ArrayList<>();
        for (String number : List.of("2147483647", "-2147483648", "0", "99999", "10000", "99999999999", "abc")) {
            for (String page : List.of("/school-years?" + at, "/curators?" + at, "/curators.xlsx?" + at, "/school-years/start?" + at, "/school-years/join?" + at,
                "/school-years/profiles?" + at, "/school-years/profiles/template?" + at, "/school-years/required?region=" + told.region(), "/programme?place=region-" + told.region(),
                "/programme/schools?place=region-" + told.region(), "/programme/schools.xlsx?place=region-" + told.region(), "/programme/circles?place=region-" + told.region(),
                "/programme/tasks?place=region-" + told.region(), "/my-schools?a=b", "/my-schools.xlsx?a=b", "/territory/regions/" + told.region() + "/selection/candidates?a=b",
                "/territory/regions/" + told.region() + "/selection?a=b")) {
                odd.add(page + "&year=" + number);
            }
            odd.add("/school-years?" + at + "&year=2021&page=" + number);
            odd.add("/programme/schools?year=2021&page=" + number);
            odd.add("/programme/tasks?year=2021&page=" + number);
            odd.add("/programme/circles?year=2021&page=" + number);
            odd.add("/bulk?page=" + number);
            odd.add(page() + "/conversation?before=" + number);
            odd.add(page() + "/programme?edit=" + number);
            odd.add("/school-years/closing?" + at + "&year=2021&id=" + number);
        }
        for (String on : List.of("0001-01-01", "9999-12-31", "-99999-01-01", "-999999999-01-01", "%2B999999999-12-31")) {
            odd.add("/curators?" + at + "&on=" + on);
            odd.add("/curators.xlsx?" + at + "&on=" + on);
            odd.add("/curators/" + told.curator() + "?" + at + "&on=" + on);
        }
        odd.forEach(path -> {
            HttpResponse<String> answer = region.open(path);
            all.assertThat(answer.statusCode()).as(path).isLessThan(500);
            if (answer.statusCode() >= 400) {
                refused(answer, path);
            }
        });
        all.assertAll();
    }

    @Test
    void wrongFiles() {
        told = story.aSchool();
        year = course.begun(told);
        Browser region = signedIn(told.regional());
        Browser school = signedIn(monitoring.coordinator(year));
        List<String> places = List.of("/school-years/profiles?place=region-" + told.region() + "&year=2021",
            "/territory/regions/" + told.region() + "/selection/candidates/import?year=2021");
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put("пусто.xlsx", new byte[0]);
        files.put("текст.xlsx", "не таблица".getBytes(StandardCharsets.UTF_8));
        files.put("обрыв.xlsx", java.util.Arrays.copyOf(odd(), 300));
        files.put("странная.xlsx", odd());
        files.put("программа.exe", "MZ".getBytes(StandardCharsets.UTF_8));
        files.put("имя\0.docx", odd());
        files.put("", odd());
        files.forEach((name, content) -> {
            for (String place : places) {
                told(region, place, name, content);
            }
            told(school, page() + "/programme/import", name, content);
            HttpResponse<String> evidence = school.upload("/documents/monitoring-evidence/" + year.id() + "-1/risk-motivation", name, content);
            all.assertThat(evidence.statusCode()).as("evidence " + name).isBetween(400, 499);
            HttpResponse<String> document = school.upload("/documents/school-documents/" + told.school() + "-2021/developmentConcept", name, content);
            all.assertThat(document.statusCode()).as("document " + name).isLessThan(500);
        });
        all.assertAll();
    }

    /** Formulas, merged cells and errors where words are expected. */
    private static byte[] odd() {
        try (XSSFWorkbook book = new XSSFWorkbook(); ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
            XSSFSheet sheet = book.createSheet("<script>");
            for (int n = 0; n < 12; n++) {
                XSSFRow row = sheet.createRow(n);
                row.createCell(0).setCellFormula("1/0");
                row.createCell(1).setCellFormula("HYPERLINK(\"http://example.test\",\"x\")");
                row.createCell(2).setCellValue("Задача");
                row.createCell(3).setCellErrorValue((byte) 0x2A);
                row.createCell(4).setCellValue(1e300);
            }
            sheet.addMergedRegion(new CellRangeAddress(1, 4, 0, 3));
            book.write(bytes);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void told(Browser browser, String path, String name, byte[] content) {
        HttpResponse<String> answer = followed(browser, browser.upload(path, name, content));
        all.assertThat(answer.statusCode()).as("%s %s", path, name).isLessThan(500);
        all.assertThat(ENGLISH.matcher(answer.body()).find()).as("%s %s without English: %s", path, name, shortened(answer)).isFalse();
        all.assertThat(RUSSIAN.matcher(answer.body()).find()).as("%s %s in Russian", path, name).isTrue();
    }

    /** Tries a step with one wrong field after the other, then does it. @param wrong {@code <date|far|number|choice|text>:<field>} */
    private void step(String step, Map<String, String> right, String... wrong) {
        OpenTask task = story.task(year, step);
        Browser browser = browser(task);
        String path = "/tasks/" + task.id();
        refusedForm(browser, path, "", step + " empty");
        for (String one : wrong) {
            String kind = one.substring(0, one.indexOf(':'));
            String field = one.substring(one.indexOf(':') + 1);
            List<String> values = new ArrayList<>(List.of("", "\0", " "));
            values.addAll(switch (kind) {
                case "date" -> WRONG_DATES;
                case "far" -> List.of("2101-03-05", "2020-12-31");
                case "number" -> WRONG_NUMBERS;
                case "choice" -> List.of("MOON", "<script>alert(1)</script>", "YES,NO");
                default -> List.of(TOO_LONG, "x".repeat(1_000_000));
            });
            values.forEach(value -> {
                Map<String, String> fields = new LinkedHashMap<>(right);
                fields.put(field, value);
                refusedForm(browser, path, form(fields), step + " " + field + "=" + (value.length() > 30 ? value.length() + " characters" : value));
            });
            Map<String, String> without = new LinkedHashMap<>(right);
            without.remove(field);
            refusedForm(browser, path, form(without), step + " without " + field);
        }
        Map<String, String> marked = new LinkedHashMap<>(right);
        right.keySet().forEach(field -> marked.put(field, "<script>alert(1)</script>\0"));
        answered(browser.call("POST", path + "/draft", FORM, form(marked)), step + " draft", 204);
        HttpResponse<String> page = browser.open(path);
        answered(page, step + " draft read", 200);
        all.assertThat(page.body()).as("%s shows the draft as text", step).doesNotContain("<script>alert(1)");
        story.does(task, right);
    }

    private void extension(OpenTask task) {
        Browser browser = browser(task);
        String typed = Browser.encode(TYPED);
        for (String day : WRONG_DATES) {
            if (!day.equals("9999-12-31")) {
                keeps(browser, "/tasks/" + task.id() + "/extension", "until=" + Browser.encode(day) + "&reason=" + typed);
            }
        }
        keeps(browser, "/tasks/" + task.id() + "/extension", "until=2021-05-01&reason=" + typed + Browser.encode(TOO_LONG));
        alerts(browser, "/tasks/" + task.id() + "/extension", "until=2021-05-01&reason=%00");
        story.asksForExtension(task, "2021-05-01");
        step("task_decideOnExtension", Map.of("granted", "YES", "until", "2021-04-30", "reason", TYPED), "choice:granted", "date:until", "far:until", "text:reason");
    }

    private void refusedForm(Browser browser, String path, String form, String what) {
        HttpResponse<String> answer = browser.call("POST", path, FORM, form);
        answered(answer, what, 422);
        all.assertThat(answer.body().contains("role=\"alert\"")).as("%s says why: %s", what, shortened(answer)).isTrue();
        if (form.contains(Browser.encode(TYPED))) {
            all.assertThat(answer.body().contains(TYPED)).as("%s keeps what was typed", what).isTrue();
        }
    }

    private void answered(HttpResponse<String> answer, String what, int status) {
        all.assertThat(answer.statusCode()).as("%s: %s", what, shortened(answer)).isEqualTo(status);
        all.assertThat(ENGLISH.matcher(answer.body()).find()).as("%s without English: %s", what, shortened(answer)).isFalse();
    }

    private void refused(HttpResponse<String> answer, String what) {
        all.assertThat(answer.statusCode()).as(what).isBetween(400, 499);
        all.assertThat(RUSSIAN.matcher(answer.body()).find()).as("%s in Russian: %s", what, shortened(answer)).isTrue();
        all.assertThat(ENGLISH.matcher(answer.body()).find()).as("%s without English: %s", what, shortened(answer)).isFalse();
    }

    private void alerts(Browser browser, String path, String form) {
        keeps(browser, path, form, "role=\"alert\"");
    }

    private void keeps(Browser browser, String path, String form) {
        keeps(browser, path, form, TYPED);
    }

    private void keeps(Browser browser, String path, String form, String words) {
        String what = path + " " + (form.length() > 200 ? form.substring(0, 200) : form);
        HttpResponse<String> answer = followed(browser, browser.call("POST", path, FORM, form));
        all.assertThat(answer.statusCode()).as("%s: %s", what, shortened(answer)).isIn(200, 422);
        all.assertThat(answer.body().contains(words)).as("%s keeps %s: %s", what, words, shortened(answer)).isTrue();
        all.assertThat(answer.body().contains("role=\"alert\"")).as("%s says why: %s", what, shortened(answer)).isTrue();
    }

    private static HttpResponse<String> followed(Browser browser, HttpResponse<String> first) {
        HttpResponse<String> answer = first;
        for (int hop = 0; answer.statusCode() == 302 && hop < 3; hop++) {
            answer = browser.open(answer.headers().firstValue("Location").orElseThrow().replaceFirst("^https?://[^/]+", "").replaceFirst("#.*", ""));
        }
        return answer;
    }

    private static String shortened(HttpResponse<String> answer) {
        int main = Math.max(answer.body().indexOf("<main"), 0);
        return answer.body().substring(main, Math.min(answer.body().length(), main + 300));
    }

    private static String form(Map<String, String> fields) {
        return fields.entrySet().stream().map(field -> Browser.encode(field.getKey()) + "=" + Browser.encode(field.getValue())).collect(Collectors.joining("&"));
    }

    private String page() {
        return "/school-years/" + year.id();
    }

    private Browser curator() {
        return signedIn(told.curator());
    }

    private Browser browser(OpenTask task) {
        return signedIn(story.whoeverAnswersFor(task));
    }

    private Browser signedIn(long person) {
        return browsers.computeIfAbsent(person, id -> {
            accounts.setPassword(person, PASSWORD);
            Browser signed = new Browser(port);
            assertThat(signed.signIn(staff.person(person).email(), PASSWORD).headers().firstValue("Location").orElseThrow()).doesNotContain("error");
            return signed;
        });
    }
}
