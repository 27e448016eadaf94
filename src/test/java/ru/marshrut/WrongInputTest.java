package ru.marshrut;

import static org.assertj.core.api.Assertions.assertThat;
import static ru.marshrut.roadmap.process.MeasureStory.attendance;
import static ru.marshrut.roadmap.process.MeasureStory.fact;
import static ru.marshrut.roadmap.process.MeasureStory.log;
import static ru.marshrut.roadmap.process.MeasureStory.window;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import ru.marshrut.access.Accounts;
import ru.marshrut.access.Browser;
import ru.marshrut.access.Viewers;
import ru.marshrut.roadmap.Measure;
import ru.marshrut.roadmap.Population;
import ru.marshrut.roadmap.Preview;
import ru.marshrut.roadmap.RoadMap;
import ru.marshrut.roadmap.RoadMapDrafts;
import ru.marshrut.roadmap.RoadMaps;
import ru.marshrut.roadmap.process.MeasureModel;
import ru.marshrut.roadmap.process.MeasureStory;
import ru.marshrut.roadmap.process.MeasureStory.Told;
import ru.marshrut.territory.Staff;

/** Whatever is sent to the pages and the interface of road maps is answered in Russian, and nothing that was typed is lost. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class WrongInputTest {

    private static final String PASSWORD = "пример-пароля-для-теста";
    private static final String FORM = "application/x-www-form-urlencoded";
    private static final String JSON = "application/json";
    private static final String TEXT = "text/plain; charset=UTF-8";
    private static final String TYPED = "Напечатанное с трудом";
    private static final Pattern ENGLISH = Pattern.compile("Bad Request|Not Found|Exception|Internal|Failed|Required|Whitelabel|Unsupported|Method Not");
    private static final Pattern RUSSIAN = Pattern.compile("[а-яё]{4}");
    private static final String TABLE = "№\tМероприятия\tСрок\tОжидаемый результат\n1.\tВебинар\tдо 15 апреля 2021 г.\tПроведён\n";

    @LocalServerPort
    int port;
    @Autowired
    MeasureStory story;
    @Autowired
    Staff staff;
    @Autowired
    Accounts accounts;
    @Autowired
    Viewers viewers;
    @Autowired
    RoadMapDrafts drafts;
    @Autowired
    RoadMaps roadMaps;

    private Told told;
    private RoadMap map;
    private Measure publications;
    private Measure webinar;
    private Browser browser;

    @BeforeEach
    void aCoordinatorWithAnAmendmentUnderWay() {
        story.itIs("2021-03-05");
        told = story.aDistrictOf(1);
        map = story.approved(told, told.district(), null, log("Публикации", window("2021-03-01", "2021-12-20")),
            attendance("Вебинар", 100, window("2021-03-01", "2021-03-31"), Population.SCHOOLS), fact("Итоги", window("2021-03-01", "2021-12-20")));
        publications = story.measure(map, "Публикации");
        webinar = story.measure(map, "Вебинар");
        drafts.amend(viewers.of(told.municipal()), map.id());
        browser = signedIn(told.municipal());
    }

    @Test
    void wrongAddressesAreAnsweredInRussian() {
        String page = "/road-maps/" + map.id();
        String measure = page + "/measures/" + publications.id();
        List<String> wrong = new ArrayList<>();
        for (String of : List.of(page, page + "/report.xlsx", page + "/report.docx", measure, "/api" + page + "/figures", "/api" + page + "/report.xlsx",
            "/api" + measure + "/indicators/0/names")) {
            for (String on : List.of("abc", "2021-02-30", "-99999-01-01", "-999999999-01-01", "0001-01-01", "%00", "2021-03-05T00:00", "5".repeat(5000))) {
                wrong.add(of + "?on=" + on);
            }
        }
        for (String year : List.of("abc", "99999999999", "1e3", "%00x")) {
            wrong.add("/road-maps?year=" + year);
            wrong.add("/api/road-maps?year=" + year);
            wrong.add("/territory/regions/" + told.region() + "/selection?year=" + year);
            wrong.add("/road-maps/collisions?level=MUNICIPALITY&place=" + told.municipality() + "&year=" + year);
        }
        wrong.addAll(List.of(page + "?role=NOBODY", page + "?state=LOST", page + "/draft?page=abc", page + "/draft?page=99999999999", page + "/draft?show=NO",
            page + "/draft?edit=abc", measure + "?indicator=abc", "/api" + measure + "/indicators/abc/names", "/api" + measure + "/indicators/-1/names",
            "/api" + measure + "/indicators/99/names", "/road-maps/collisions?level=MOON&place=1", "/road-maps/collisions?level=MUNICIPALITY",
            "/road-maps/collisions?level=MUNICIPALITY&place=999999999", "/road-maps/abc", "/road-maps/99999999999999999999", "/road-maps/-1", "/road-maps/0",
            "/road-maps/abc/versions", "/road-maps/999999999/versions", "/road-maps/abc/draft", "/road-maps/999999999/measures/1", page + "/measures/999999999",
            page + "/measures/99999999999999999999", "/api/road-maps/abc", "/api/road-maps/999999999", page + "/report.xlsx?known=frozen&on=-99999-01-01",
            page + "/report.xlsx?known=frozen&on=2021-01-01", "/documents/roadMap/abc", "/documents/roadMap/9-99999999999", "/documents/roadMap/999999999-1",
            "/documents/measure/999999999/act", "/documents/measure/99999999999999999999/act", "/documents/school-measure/999999999/document",
            "/documents/school-measure/abc/document", "/tasks/abc"));
        SoftAssertions all = new SoftAssertions();
        wrong.forEach(path -> {
            HttpResponse<String> answer = browser.open(path);
            if (answer.statusCode() != 200 || !path.contains("%00")) { // null characters are taken out: what is left may be right
                refused(all, path.length() > 200 ? path.substring(0, 200) : path, answer);
            }
        });
        for (String right : List.of("/road-maps?year=99999", "/road-maps?year=-1", "/road-maps?year=2021&q=%00%25_", "/api/road-maps?year=2021&q=" + "%D0%B0".repeat(500),
            page + "/draft?page=-1", page + "/draft?page=99999", page + "/draft?edit=-1", page + "/draft?edit=99999", measure + "?indicator=-1", measure + "?indicator=99",
            page + "?on=9999-12-31", page + "?known=whatever", "/territory/regions/" + told.region() + "/selection?year=2000000000")) {
            HttpResponse<String> answer = browser.open(right);
            if (!right.startsWith("/territory")) {
                all.assertThat(answer.statusCode()).as(right).isEqualTo(200);
            } else {
                all.assertThat(answer.statusCode()).as(right).isLessThan(500);
            }
        }
        Browser region = signedIn(told.regional());
        for (String year : List.of("2000000000", "-2000000000", "99999", "0")) {
            String participants = "/territory/regions/" + told.region() + "/selection?year=" + year;
            all.assertThat(region.open(participants).statusCode()).as(participants).isEqualTo(200);
        }
        all.assertAll();
    }

    @Test
    void wrongCallsOfProgramsAreAnsweredInRussian() {
        String api = "/api/road-maps/" + map.id();
        String draft = api + "/draft";
        int revision = revision();
        String key = key();
        String row = "{\"revision\":" + revision + ",\"key\":\"" + key + "\",\"fields\":";
        String[][] calls = {
            {"POST", "/api/road-maps/preview", TEXT, TABLE}, {"POST", "/api/road-maps/preview?year=99999&level=REGIONAL", TEXT, TABLE},
            {"POST", "/api/road-maps/preview?year=2021&level=LOCAL", TEXT, TABLE}, {"POST", "/api/road-maps/preview?year=abc&level=REGIONAL", TEXT, TABLE},
            {"POST", "/api/road-maps/preview?year=2021&level=REGIONAL", TEXT, ""}, {"POST", "/api/road-maps/preview?year=2021&level=REGIONAL", TEXT, "\0\0"},
            {"POST", "/api/road-maps/preview?year=2021&level=REGIONAL", TEXT, "а".repeat(2_000_001)}, {"POST", "/api/road-maps/preview?year=2021&level=REGIONAL", JSON, "{}"},
            {"POST", "/api/road-maps", JSON, ""}, {"POST", "/api/road-maps", JSON, "{"}, {"POST", "/api/road-maps", JSON, "[]"}, {"POST", "/api/road-maps", JSON, "{}"},
            {"POST", "/api/road-maps", JSON, "{\"level\":\"MOON\"}"}, {"POST", "/api/road-maps", JSON, "{\"level\":\"SCHOOL\",\"placeId\":1,\"year\":2021}"},
            {"POST", "/api/road-maps", JSON, "{\"level\":\"MUNICIPALITY\",\"placeId\":999999999,\"year\":2021,\"title\":\"x\",\"text\":\"x\"}"},
            {"POST", "/api/road-maps", JSON, create("\"year\":99999,\"title\":\"x\",\"text\":\"x\"")}, {"POST", "/api/road-maps", JSON, create("\"year\":1e99,\"title\":\"x\"")},
            {"POST", "/api/road-maps", JSON, create("\"year\":2021,\"title\":\"" + "x".repeat(400) + "\",\"text\":\"x\"")},
            {"POST", "/api/road-maps", JSON, create("\"year\":2021,\"title\":\"\\u0000\",\"text\":\"x\"")},
            {"POST", "/api/road-maps", JSON, create("\"year\":2021,\"title\":\"x\",\"text\":null")},
            {"POST", "/api/road-maps", JSON, create("\"year\":2021,\"title\":\"x\",\"order\":{\"date\":\"+999999999-12-31\"},\"text\":\"x\"")},
            {"POST", "/api/road-maps", JSON, create("\"year\":2021,\"title\":\"x\",\"order\":{\"date\":\"abc\"},\"text\":\"x\"")},
            {"PUT", draft + "/order", JSON, "{}"}, {"PUT", draft + "/order", JSON, "{\"revision\":" + revision + ",\"title\":\"" + map.title() + "\",\"order\":{\"number\":\"1\",\"date\":\"-999999999-01-01\"}}"},
            {"PUT", draft + "/order", JSON, "{\"revision\":" + revision + ",\"title\":\"" + map.title() + "\",\"controllerId\":999999999}"},
            {"PUT", draft + "/order", JSON, "{\"revision\":\"abc\"}"}, {"PUT", draft + "/tables", JSON, "{\"revision\":" + revision + ",\"tables\":[null]}"},
            {"PUT", draft + "/tables", JSON, "{\"revision\":" + revision + ",\"tables\":[99]}"}, {"PUT", draft + "/tables/abc/columns", JSON, "{}"},
            {"PUT", draft + "/tables/0/columns", JSON, "{\"revision\":" + revision + ",\"columns\":[null,null,null,null]}"},
            {"PUT", draft + "/tables/0/columns", JSON, "{\"revision\":" + revision + ",\"columns\":[\"MOON\"]}"}, {"PUT", draft + "/roles", JSON, "{\"revision\":" + revision + ",\"roles\":[null]}"},
            {"PUT", draft + "/roles", JSON, "{\"revision\":" + revision + "}"}, {"PUT", draft + "/rows/correction", JSON, row + "[null]}"},
            {"PUT", draft + "/rows/correction", JSON, row + "[\"TITLE\"]}"}, {"PUT", draft + "/rows/correction", JSON, row + "[\"WINDOWS\"],\"windows\":[null]}"},
            {"PUT", draft + "/rows/correction", JSON, row + "[\"WINDOWS\"],\"windows\":[{}]}"},
            {"PUT", draft + "/rows/correction", JSON, row + "[\"WINDOWS\"],\"windows\":[{\"due\":\"+999999999-12-31\"}]}"},
            {"PUT", draft + "/rows/correction", JSON, row + "[\"RECURRENCE\"],\"recurrence\":{\"kind\":\"WEEKLY\",\"count\":-5}}"},
            {"PUT", draft + "/rows/correction", JSON, row + "[\"RECURRENCE\"],\"recurrence\":{\"kind\":\"WEEKLY\",\"count\":1e20}}"},
            {"PUT", draft + "/rows/correction", JSON, row + "[\"ROLES\"],\"roles\":[null]}"}, {"PUT", draft + "/rows/correction", JSON, row + "[\"EVIDENCE\"]}"},
            {"PUT", draft + "/rows/correction", JSON, row + "[\"INDICATORS\"],\"indicators\":[null]}"},
            {"PUT", draft + "/rows/correction", JSON, row + "[\"INDICATORS\"],\"indicators\":[{\"kind\":\"COUNT\",\"populations\":[null],\"target\":1}]}"},
            {"PUT", draft + "/rows/correction", JSON, row + "[\"INDICATORS\"],\"indicators\":[{\"kind\":\"COUNT\",\"populations\":[\"SCHOOLS\"],\"target\":1e999999}]}"},
            {"PUT", draft + "/rows/correction", JSON, row + "[\"INDICATORS\"],\"indicators\":[{\"kind\":\"COUNT\",\"populations\":[\"SCHOOLS\"],\"target\":1e-999999}]}"},
            {"PUT", draft + "/rows/correction", JSON, row + "[\"INDICATORS\"],\"indicators\":[{\"kind\":\"COUNT\",\"populations\":[\"SCHOOLS\"],\"target\":1,\"asOf\":\"+99999999-01-01\"}]}"},
            {"PUT", draft + "/rows/correction", JSON, "{\"revision\":" + revision + ",\"key\":null,\"fields\":[\"TITLE\"],\"title\":\"x\"}"},
            {"PUT", draft + "/rows/confirmation", JSON, row + "[\"MOON\"]}"}, {"PUT", draft + "/rows/left-out", JSON, "{\"revision\":" + revision + ",\"key\":\"" + key + "\",\"reason\":\" \"}"},
            {"PUT", api + "/differences/match", JSON, "{\"revision\":" + revision + ",\"key\":\"" + key + "\",\"measure\":-1}"},
            {"POST", api + "/approval", JSON, "{}"}, {"POST", api + "/approval", JSON, "{\"revision\":" + revision + ",\"reasons\":{\"abc\":\"x\"}}"},
            {"POST", api + "/approval", JSON, "{\"revision\":" + revision + ",\"reasons\":{\"1\":null}}"}, {"POST", api + "/amendment", JSON, ""},
            {"DELETE", draft, JSON, ""}, {"DELETE", draft + "?revision=99", JSON, ""}, {"PUT", draft + "/source?revision=" + revision, TEXT, "нет таблицы"},
            {"PUT", draft + "/source", TEXT, TABLE}, {"POST", api + "/reports", JSON, ""}, {"POST", api + "/reports?on=abc", JSON, ""},
            {"POST", api + "/reports?on=-99999-01-01", JSON, ""}, {"POST", api + "/reports?on=2099-01-01", JSON, ""}, {"PATCH", api, JSON, "{}"},
            {"POST", api + "/measures/" + publications.id() + "/log", JSON, "{}"}, {"POST", api + "/measures/" + publications.id() + "/log", JSON, "{\"on\":\"abc\"}"},
            {"POST", api + "/measures/" + publications.id() + "/log", JSON, "{\"on\":\"-999999999-01-01\",\"words\":\"x\",\"link\":\"https://example.test\"}"},
            {"POST", api + "/measures/" + publications.id() + "/log", JSON, "{\"on\":\"2021-03-04\",\"words\":\"\\u0000\",\"link\":\"https://example.test\"}"},
            {"POST", api + "/measures/" + publications.id() + "/log", JSON, "{\"on\":\"2021-03-04\",\"words\":\"x\",\"link\":\"javascript:alert(1)\"}"},
            {"DELETE", api + "/measures/" + publications.id() + "/log/abc", JSON, ""}, {"DELETE", api + "/measures/" + publications.id() + "/log/999999999", JSON, ""},
        };
        SoftAssertions all = new SoftAssertions();
        for (String[] call : calls) {
            String what = call[0] + " " + call[1] + " " + call[3].substring(0, Math.min(call[3].length(), 150));
            refused(all, what, browser.call(call[0], call[1], call[2], call[3]));
        }
        for (String name : List.of("приказ.docx", "приказ.xlsx", "приказ.exe", "", "приказ\0.docx")) {
            refused(all, "file " + name, browser.upload("/api/road-maps/preview?year=2021&level=REGIONAL", name, "не документ".getBytes(java.nio.charset.StandardCharsets.UTF_8)));
        }
        all.assertThat(revision()).as("nothing is changed by a wrong call").isEqualTo(revision);
        all.assertAll();
    }

    @Test
    void whatWasTypedIsShownAgainWithTheReasonWhyItWasRefused() {
        String page = "/road-maps/" + map.id();
        String revision = "revision=" + revision() + "&";
        String key = "key=" + Browser.encode(key()) + "&at=0&";
        String typed = Browser.encode(TYPED);
        SoftAssertions all = new SoftAssertions();
        keeps(all, "/road-maps", "place=municipality-" + told.municipality() + "&year=20211&title=" + typed + "&text=" + typed);
        keeps(all, "/road-maps", "place=municipality-" + told.municipality() + "&year=2021&orderDate=abc&title=" + typed + "&text=x");
        keeps(all, "/road-maps", "place=municipality-" + told.municipality() + "&year=2021&effectiveFrom=99999-01-01&title=" + typed + "&text=x");
        keeps(all, "/road-maps", "place=municipality-" + told.municipality() + "&year=2021&title=x&text=" + typed + "%00");
        keeps(all, page + "/draft/order", revision + "title=" + typed + "&orderNumber=1&orderDate=2021-02-30");
        keeps(all, page + "/draft/order", revision + "title=" + Browser.encode(map.title()) + "&controller=abc&orderNumber=" + typed);
        keeps(all, page + "/draft/order", "revision=99&orderNumber=" + typed + "&title=" + Browser.encode(map.title()));
        keeps(all, page + "/draft/rows", revision + key + "fields=TITLE&fields=WINDOWS&title=" + typed + "&windowStart=&windowDue=30.02.2021");
        keeps(all, page + "/draft/rows", revision + key + "fields=TITLE&fields=RECURRENCE&title=" + typed + "&recurrence=WEEKLY&count=1e999999999");
        keeps(all, page + "/draft/rows", revision + key + "fields=TITLE&fields=INDICATORS&title=" + typed + "&kind0=COUNT&population0=SCHOOLS&target0=1e999999999");
        keeps(all, page + "/draft/rows", revision + key + "fields=TITLE&fields=INDICATORS&title=" + typed + "&kind0=MOON");
        keeps(all, page + "/draft/source", revision + "text=" + typed);
        keeps(all, page + "/draft/source", "revision=99&text=" + Browser.encode(TABLE + "2.\t" + TYPED + "\tдо 15 мая 2021 г.\tx\n"));
        keeps(all, page + "/measures/" + publications.id() + "/log", "on=abc&link=https://example.test/&words=" + typed);
        keeps(all, page + "/measures/" + publications.id() + "/log", "on=2021-03-04&link=javascript:x&words=" + typed);
        keeps(all, page + "/measures/" + publications.id() + "/log", "on=%2B999999999-01-01&link=https://example.test/&words=" + typed);
        String log = "/tasks/" + story.task(publications, MeasureModel.KEEP_LOG).id();
        keeps(all, log + "/log", "on=abc&link=https://example.test/&words=" + typed);
        keeps(all, log + "/extension", "until=%2B999999999-12-31&reason=" + typed);
        keeps(all, log + "/extension", "until=abc&reason=" + typed);
        String report = "/tasks/" + story.task(story.measure(map, "Итоги"), MeasureModel.REPORT_RESULT).id();
        keeps(all, report, "on=abc&words=" + typed + "&withoutAct=x");
        keeps(all, report, "on=%2B999999999-12-31&words=" + typed + "&withoutAct=x");
        keeps(all, report, "on=2021-03-05&words=" + typed);
        String marks = "/tasks/" + story.task(webinar, MeasureModel.MARK_PARTICIPANTS).id();
        keeps(all, marks, "on=abc&words=" + typed + "&mode_ATTENDED=ONLY");
        keeps(all, marks, "on=2021-03-05&words=" + typed + "&mode_ATTENDED=MOON");
        keeps(all, marks, "on=2021-03-05&words=" + typed + "&mode_ATTENDED=ONLY&who_ATTENDED=s999999");
        keeps(all, marks, "on=2021-03-05&words=" + typed + "&mode_ATTENDED=ONLY");
        browser = signedIn(told.regional());
        String participants = "/territory/regions/" + told.region() + "/selection";
        keeps(all, participants, "to=LEFT&year=2021&from=abc&schools=" + told.schools().get(0) + "&reason=" + typed);
        keeps(all, participants, "to=LEFT&year=2021&from=%2B999999999-01-01&schools=" + told.schools().get(0) + "&reason=" + typed);
        keeps(all, participants, "to=LEFT&year=2021&from=2021-03-01&reason=" + typed);
        all.assertAll();
    }

    @Test
    void wrongFormsAreAnsweredInRussian() {
        String page = "/road-maps/" + map.id();
        String revision = "revision=" + revision();
        String task = "/tasks/" + story.task(publications, MeasureModel.KEEP_LOG).id();
        String[][] forms = {
            {"/road-maps", ""}, {"/road-maps", "place=MOON-1&year=2021&title=x&text=x"}, {"/road-maps", "place=municipality-999999999&year=2021&title=x&text=x"},
            {page + "/draft/order", "title=x"}, {page + "/draft/order", "revision=abc"}, {page + "/draft/tables", revision + "&tables=abc"},
            {page + "/draft/columns", revision + "&table=0"}, {page + "/draft/columns", revision + "&table=0&columns=MOON"}, {page + "/draft/columns", revision + "&table=99&columns=TITLE"},
            {page + "/draft/roles", revision + "&roles=MOON"}, {page + "/draft/rows", revision}, {page + "/draft/rows", revision + "&key=x&at=abc&fields=TITLE"},
            {page + "/draft/rows", revision + "&key=unknown&at=0&fields=TITLE"}, {page + "/draft/rows", revision + "&key=x&at=0&fields=MOON"},
            {page + "/draft/rows/as-read", revision + "&key=x&at=0&field=MOON"}, {page + "/draft/rows/left-out", revision + "&key=unknown&at=0&reason=x"},
            {page + "/approval", ""}, {page + "/approval/matching", revision + "&key=unknown"}, {page + "/approval/matching", revision + "&key=x&measure=abc"},
            {page + "/draft/dropped", "revision=abc"}, {page + "/measures/" + publications.id() + "/log/999999999/removal", ""},
            {page + "/measures/" + publications.id() + "/log/abc/removal", ""}, {"/measures/999999999/not-done", "reason=x"}, {"/measures/abc/not-done", "reason=x"},
            {"/tasks/unknown/log", "on=2021-03-04"}, {"/tasks/unknown/participants", "x=y"}, {task + "/log/abc/removal", ""}, {task + "/log/999999999/removal", ""},
            {task + "?embedded=abc", "x=y"}, {"/territory/regions/999999999/selection", "to=LEFT&year=2021&from=2021-03-01&reason=x&schools=1"},
            {"/territory/regions/abc/selection", "year=2021"},
        };
        SoftAssertions all = new SoftAssertions();
        for (String[] form : forms) {
            refused(all, form[0] + " " + form[1], browser.call("POST", form[0], FORM, form[1]));
        }
        for (String on : List.of("", "abc", "2099-01-01", "-99999-01-01")) {
            keeps(all, page + "/reports", "on=" + on, "role=\"alert\"");
        }
        keeps(all, "/measures/" + publications.id() + "/not-done", "reason=", "role=\"alert\"");
        keeps(all, page + "/approval", "revision=99", "role=\"alert\"");
        all.assertAll();
    }

    @Test
    void aTextOfAnyLengthOrWithNullCharactersIsStoredOrRefused() {
        String cell = "очень длинная ячейка ".repeat(1500);
        String text = "№\tМероприятия\tСрок\tОжидаемый результат\n1.\tНа" + "\0" + "звание " + cell + "\tкогда " + cell + "\t100% школ " + cell + "\0\n";
        String typed = "place=municipality-" + told.municipality() + "&year=2021&orderNumber=1&orderDate=2021-03-01&title=" + Browser.encode("Длинная\0 карта " + map.id())
            + "&text=" + Browser.encode(text);
        HttpResponse<String> created = browser.call("POST", "/road-maps", FORM, typed);
        assertThat(created.statusCode()).as(created.body()).isEqualTo(302);
        long id = Long.parseLong(created.headers().firstValue("Location").orElseThrow().replaceAll(".*/road-maps/(\\d+)/.*", "$1"));
        Preview.Row row = drafts.preview(viewers.of(told.municipal()), id).rows().get(0);
        assertThat(row.read().content().title()).startsWith("Название очень");
        String windows = "{\"revision\":0,\"key\":\"" + row.read().key() + "\",\"fields\":[\"WINDOWS\",\"ROLES\",\"EVIDENCE\",\"INDICATORS\",\"RECURRENCE\"],"
            + "\"windows\":[{\"start\":\"2021-03-01\",\"due\":\"2021-04-15\"}],\"roles\":[\"MUNICIPAL_COORDINATOR\"],\"evidence\":\"FACT\",\"indicators\":[]}";
        HttpResponse<String> corrected = browser.call("PUT", "/api/road-maps/" + id + "/draft/rows/correction", JSON, windows);
        assertThat(corrected.statusCode()).as(corrected.body()).isEqualTo(200);
        String roles = browser.call("PUT", "/api/road-maps/" + id + "/draft/roles", JSON, "{\"revision\":1,\"roles\":[\"MUNICIPAL_COORDINATOR\"]}").body();
        assertThat(roles).contains("\"openDecisions\":0");
        assertThat(browser.call("POST", "/api/road-maps/" + id + "/approval", JSON, "{\"revision\":2}").statusCode()).isEqualTo(200);
        story.run();
        Measure measure = story.measure(roadMaps.roadMap(id), row.read().content().title());
        assertThat(story.steps(measure)).as("a measure with a long title begins like any other").containsExactly(MeasureModel.REPORT_RESULT);

        String huge = Browser.encode("м".repeat(1_700_000)); // some ten megabytes on the wire
        HttpResponse<String> refusal = browser.call("POST", "/road-maps", FORM, "place=municipality-" + told.municipality() + "&year=2021&title=x&text=" + huge);
        SoftAssertions all = new SoftAssertions();
        refused(all, "10 MB in a form", refusal);
        refused(all, "more than a form may hold", browser.call("POST", "/road-maps", FORM, "text=" + huge + huge));
        all.assertAll();
    }


    /** A refusal in Russian, as a page or as problem details. */
    private static void refused(SoftAssertions all, String what, HttpResponse<String> answer) {
        all.assertThat(answer.statusCode()).as(what).isBetween(400, 499);
        all.assertThat(RUSSIAN.matcher(answer.body()).find()).as("%s in Russian: %s", what, shortened(answer)).isTrue();
        all.assertThat(ENGLISH.matcher(answer.body()).find()).as("%s without English: %s", what, shortened(answer)).isFalse();
    }

    /** The part that matters, for those who read why a test failed. */
    private static String shortened(HttpResponse<String> answer) {
        String body = answer.body();
        int main = Math.max(body.indexOf("<main"), 0);
        return body.substring(main, Math.min(body.length(), main + 400));
    }

    private void keeps(SoftAssertions all, String path, String form) {
        keeps(all, path, form, TYPED);
    }

    private void keeps(SoftAssertions all, String path, String form, String words) {
        String what = path + " " + (form.length() > 300 ? form.substring(0, 300) : form);
        HttpResponse<String> answer = browser.call("POST", path, FORM, form);
        for (int hop = 0; answer.statusCode() == 302 && hop < 3; hop++) {
            String next = answer.headers().firstValue("Location").orElseThrow();
            answer = browser.open(next.replaceFirst("^https?://[^/]+", "").replaceFirst("#.*", ""));
        }
        all.assertThat(answer.statusCode()).as(what).isIn(200, 422);
        all.assertThat(answer.body().contains(words)).as("%s keeps %s: %s", what, words, shortened(answer)).isTrue();
        all.assertThat(answer.body().contains("role=\"alert\"")).as("%s says why: %s", what, shortened(answer)).isTrue();
    }

    private String create(String rest) {
        return "{\"level\":\"MUNICIPALITY\",\"placeId\":" + told.municipality() + "," + rest + "}";
    }

    private int revision() {
        return drafts.preview(viewers.of(told.municipal()), map.id()).draft().revision();
    }

    private String key() {
        return drafts.preview(viewers.of(told.municipal()), map.id()).rows().get(0).read().key();
    }

    private Browser signedIn(long person) {
        accounts.setPassword(person, PASSWORD);
        Browser signed = new Browser(port);
        assertThat(signed.signIn(staff.person(person).email(), PASSWORD).headers().firstValue("Location").orElseThrow()).doesNotContain("error");
        return signed;
    }
}
