package ru.marshrut.roadmap.web;

import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestBuilders.formLogin;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.httpBasic;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.flash;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.autoconfigure.web.servlet.AutoConfigureMockMvc;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.util.LinkedMultiValueMap;
import ru.marshrut.access.Accounts;
import ru.marshrut.access.Viewer;
import ru.marshrut.access.Viewers;
import ru.marshrut.roadmap.Preview;
import ru.marshrut.roadmap.RoadMapDrafts;
import ru.marshrut.territory.Place;
import ru.marshrut.territory.Role;
import ru.marshrut.territory.Staff;
import ru.marshrut.testing.MadePeople;

/** The pages of an import and the API, by people who have signed in, with the orders of the seeds. */
@SpringBootTest
@AutoConfigureMockMvc
class RoadMapPagesTest {

    private static final String PASSWORD = "пример-пароля-для-теста";
    private static final String PEER_REVIEW = "001_61e4a64dfd845c14";
    private static final String MUNICIPAL = "002_6affaa3946b7ff4a";
    private static final String REGIONAL = "003_293e61bd19a6fb77";

    @Autowired
    MockMvc web;
    @Autowired
    MadePeople people;
    @Autowired
    Staff staff;
    @Autowired
    Accounts accounts;
    @Autowired
    Viewers viewers;
    @Autowired
    RoadMapDrafts drafts;

    private long region;
    private long person;
    private MockHttpSession session;

    @BeforeEach
    void aCoordinatorSignsIn() throws Exception {
        region = people.region();
        person = people.appoint(Role.REGIONAL_COORDINATOR, Place.region(region));
        session = signedIn(person);
    }

    private MockHttpSession signedIn(long somebody) throws Exception {
        accounts.setPassword(somebody, PASSWORD);
        return (MockHttpSession) web.perform(formLogin("/login").user(staff.person(somebody).email()).password(PASSWORD))
            .andExpect(status().is3xxRedirection()).andReturn().getRequest().getSession();
    }

    private static String seed(String name) throws Exception {
        return Files.readString(Path.of("src/test/resources/seeds/" + name + ".txt"));
    }

    private ResultActions preview(String text, String query) throws Exception {
        return web.perform(post("/api/road-maps/preview?" + query).contentType(MediaType.TEXT_PLAIN).content(text.getBytes(StandardCharsets.UTF_8))
            .with(httpBasic(staff.person(person).email(), PASSWORD)));
    }

    private ResultActions send(MockHttpServletRequestBuilder request) throws Exception {
        return web.perform(request.session(session).with(csrf()));
    }

    private ResultActions show(String page) throws Exception {
        return web.perform(get(page).session(session));
    }

    /** @return id */
    private long created(String text) throws Exception {
        String page = send(multipart("/road-maps").file("file", new byte[0]).param("place", "region-" + region).param("year", "2021").param("title", "Карта 500+")
            .param("orderNumber", "604").param("orderDate", "2021-03-16").param("effectiveFrom", "29.01.2021").param("text", text))
            .andExpect(status().is3xxRedirection()).andReturn().getResponse().getRedirectedUrl();
        return Long.parseLong(page.replaceAll("\\D", ""));
    }

    @Test
    void programsPreviewTheRegionalOrder() throws Exception {
        preview(seed(REGIONAL), "year=2021&level=REGIONAL").andExpect(status().isOk())
            .andExpect(jsonPath("$.tables", hasSize(1))).andExpect(jsonPath("$.tables[0].decisions", not(empty())))
            .andExpect(jsonPath("$.rows", hasSize(30))).andExpect(jsonPath("$.rows[*].table", everyItem(is(0))))
            .andExpect(jsonPath("$.rows[0].number").value("1")).andExpect(jsonPath("$.rows[0].decisions", empty()))
            .andExpect(jsonPath("$.rows[3].windows[0].start").value("2021-01-29")).andExpect(jsonPath("$.rows[3].windows[0].due").value("2021-02-15"))
            .andExpect(jsonPath("$.rows[3].windows[0].precision").value("DAY")).andExpect(jsonPath("$.rows[3].dateWords", containsString("15.02.2021")))
            .andExpect(jsonPath("$.rows[3].indicators[0].kind").value("SHARE")).andExpect(jsonPath("$.rows[3].indicators[0].population").value("CANDIDATES"))
            .andExpect(jsonPath("$.rows[3].indicators[0].target").value(80)).andExpect(jsonPath("$.rows[27].indicators", hasSize(3)))
            .andExpect(jsonPath("$.rows[22].evidence").value("MEASURES")).andExpect(jsonPath("$.rows[22].indicators[0].asOf").value("2021-06-21"))
            .andExpect(jsonPath("$.rows[29].decisions", not(empty()))).andExpect(jsonPath("$.rows[29].indicators[0].per").value("WEEKLY"));
    }

    @Test
    void programsPreviewTheOtherOrders() throws Exception {
        preview(seed(MUNICIPAL), "year=2021&level=MUNICIPAL").andExpect(status().isOk()).andExpect(jsonPath("$.rows", hasSize(19)))
            .andExpect(jsonPath("$.rows[1].windows", hasSize(2))).andExpect(jsonPath("$.rows[0].roles[0]").value("MUNICIPAL_COORDINATOR"))
            .andExpect(jsonPath("$.rows[0].recurrence").value(org.hamcrest.Matchers.nullValue()));
        preview(seed(PEER_REVIEW), "year=2022&level=REGIONAL").andExpect(status().isOk())
            .andExpect(jsonPath("$.tables[*].caption", hasItem(containsString("федеральной"))))
            .andExpect(jsonPath("$.rows[*].windows[0].start", hasItem("2022-11-07")));
    }

    @Test
    void aPreviewThatCannotBeMadeNamesWhatIsWrong() throws Exception {
        preview(seed(REGIONAL), "year=2021&level=DISTRICT").andExpect(status().isBadRequest())
            .andExpect(content().contentType(MediaType.APPLICATION_PROBLEM_JSON)).andExpect(jsonPath("$.detail", containsString("DISTRICT")))
            .andExpect(jsonPath("$.field").value("level"));
        preview(seed(REGIONAL), "level=REGIONAL").andExpect(status().isBadRequest()).andExpect(jsonPath("$.field").value("year"));
        preview(seed(REGIONAL), "year=1921&level=REGIONAL").andExpect(status().isBadRequest()).andExpect(jsonPath("$.detail", containsString("1921")));
        preview("", "year=2021&level=REGIONAL").andExpect(status().isBadRequest()).andExpect(jsonPath("$.field").value("text"));
        preview("просто слова", "year=2021&level=REGIONAL").andExpect(status().isBadRequest()).andExpect(jsonPath("$.detail", containsString("таблиц")));
        web.perform(post("/api/road-maps/preview?year=2021&level=REGIONAL").contentType(MediaType.TEXT_PLAIN).content("x").with(csrf()))
            .andExpect(status().isUnauthorized());
        web.perform(multipart("/api/road-maps/preview?year=2021&level=REGIONAL").file("file", seed(REGIONAL).getBytes(StandardCharsets.UTF_8))
            .with(httpBasic(staff.person(person).email(), PASSWORD))).andExpect(status().is4xxClientError());
    }

    @Test
    void theCoordinatorImportsCorrectsAndApproves() throws Exception {
        long id = created(seed(REGIONAL));
        String draft = "/road-maps/" + id + "/draft";
        show(draft).andExpect(status().isOk()).andExpect(content().string(allOf(containsString("Назначение регионального координатора"),
            containsString("29.01.2021–15.02.2021"), containsString("нужно решение"), containsString("Роли предложены"), not(containsString("??")))));
        show("/road-maps?year=2021").andExpect(content().string(allOf(containsString("Карта 500+"), containsString("готовится"))));

        send(post(draft + "/roles").param("revision", "0").param("roles", "REGIONAL_COORDINATOR")).andExpect(flash().attribute("done", containsString("подтверждены")));
        Viewer coordinator = viewers.of(person);
        Preview preview = drafts.preview(coordinator, id);
        int first = -1;
        for (int at = preview.rows().size() - 1; at >= 0; at--) {
            first = preview.rows().get(at).isOpen() ? at : first;
        }
        String key = preview.rows().get(first).read().key();
        show(draft + "?show=OPEN").andExpect(content().string(containsString("row-" + first)));
        send(post(draft + "/rows").param("revision", "1").param("key", key).param("at", "" + first).param("show", "OPEN").param("fields", "WINDOWS")
            .param("windowStart", "2021-05-10").param("windowDue", "2021-05-01")).andExpect(flash().attribute("refused", containsString("раньше")));
        LinkedMultiValueMap<String, String> typed = new LinkedMultiValueMap<>();
        typed.addAll("fields", List.of("WINDOWS"));
        typed.add("windowStart", "2021-05-10");
        typed.add("windowDue", "2021-05-01");
        web.perform(get(draft + "?edit=" + first).session(session).flashAttr("typedForm", "row").flashAttr("typed", typed).flashAttr("refusedField", "windows")
            .flashAttr("refused", "Последний день раньше первого")).andExpect(content().string(allOf(containsString("value=\"2021-05-10\""),
                containsString("<p class=\"error\">Последний день раньше первого"), not(containsString("name=\"evidence\"")))));
        show(draft + "?edit=" + first).andExpect(status().isOk()).andExpect(content().string(containsString("name=\"windowStart\"")));
        int revision = 1;
        for (Preview.Row row : preview.rows()) {
            if (row.isOpen()) {
                send(post(draft + "/rows/confirmation").param("revision", "" + revision++).param("key", row.read().key()).param("at", "0"))
                    .andExpect(flash().attribute("done", containsString("подтверждена")));
            }
        }
        show("/road-maps/" + id + "/approval").andExpect(status().isOk()).andExpect(content().string(allOf(containsString("№ 604 от 16.03.2021"),
            containsString("Утвердить"), not(containsString("Утвердить пока нельзя")))));
        send(post("/road-maps/" + id + "/approval").param("revision", "" + revision)).andExpect(flash().attribute("done", containsString("утверждена")));
        show("/road-maps/" + id + "/versions").andExpect(status().isOk()).andExpect(content().string(allOf(containsString("29.01.2021"),
            containsString("Подготовить изменение"), containsString("скачать"))));
        web.perform(get("/api/road-maps/{id}", id).session(session)).andExpect(status().isOk()).andExpect(jsonPath("$.measures", hasSize(30)))
            .andExpect(jsonPath("$.order.number").value("604"));

        send(post("/road-maps/" + id + "/amendment")).andExpect(status().is3xxRedirection());
        send(post(draft + "/source").param("revision", "0").param("text", seed(REGIONAL).replace("\t30.05.2021\t", "\t05.06.2021\t")
            .replaceAll("(?m)^25\\..*\\n", ""))).andExpect(status().is3xxRedirection());
        show("/road-maps/" + id + "/approval").andExpect(status().isOk()).andExpect(content().string(allOf(containsString("30.05.2021"),
            containsString("05.06.2021"), containsString("Исключаются: 1"), containsString("Почему исключается"))));
        web.perform(get("/api/road-maps/{id}/differences", id).session(session)).andExpect(jsonPath("$.changed", hasSize(1)))
            .andExpect(jsonPath("$.changed[0].parts[0]").value("DATES")).andExpect(jsonPath("$.removed", hasSize(1))).andExpect(jsonPath("$.added", empty()))
            .andExpect(jsonPath("$.unchanged").value(28));
    }

    @Test
    void aWrongInputKeepsWhatWasTyped() throws Exception {
        send(multipart("/road-maps").file("file", new byte[0]).param("place", "region-" + region).param("year", "1999").param("title", "Моя карта")
            .param("orderNumber", "604").param("text", "Мероприятие\tСрок"))
            .andExpect(status().isUnprocessableEntity()).andExpect(content().string(allOf(containsString("Год «1999» не подходит"),
                containsString("Моя карта"), containsString("Мероприятие\tСрок"))));
        long other = people.region();
        send(multipart("/road-maps").file("file", new byte[0]).param("place", "region-" + other).param("year", "2021").param("title", "Чужая")
            .param("text", seed(REGIONAL))).andExpect(status().isNotFound());
        show("/road-maps/999999999/draft").andExpect(status().isNotFound());
        show("/road-maps/new").andExpect(status().isOk());
    }

    @Test
    void theFileOfTheOrderIsKeptForThoseWhoSeeTheRoadMap() throws Exception {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        try (XSSFWorkbook workbook = new XSSFWorkbook()) {
            var sheet = workbook.createSheet();
            String[][] cells = {{"№", "Мероприятия", "Срок", "Ответственные"}, {"1", "Первое дело", "до 15 апреля 2021 г.", "Кураторы проекта"}};
            for (int i = 0; i < cells.length; i++) {
                var row = sheet.createRow(i);
                for (int j = 0; j < cells[i].length; j++) {
                    row.createCell(j).setCellValue(cells[i][j]);
                }
            }
            workbook.write(file);
        }
        String page = send(multipart("/road-maps").file(new MockMultipartFile("file", "приказ.xlsx", null, file.toByteArray()))
            .param("place", "region-" + region).param("year", "2021").param("title", "Из файла")).andExpect(status().is3xxRedirection())
            .andReturn().getResponse().getRedirectedUrl();
        String shown = show(page).andExpect(content().string(allOf(containsString("приказ.xlsx"), containsString("до 15.04.2021"))))
            .andReturn().getResponse().getContentAsString(StandardCharsets.UTF_8);
        String document = shown.replaceAll("(?s).*(/documents/\\d+).*", "$1");
        show(document).andExpect(status().isOk()).andExpect(content().bytes(file.toByteArray()));
        session = signedIn(people.appoint(Role.REGIONAL_COORDINATOR, Place.region(people.region())));
        show(document).andExpect(status().isNotFound());
    }

    @Test
    void programsDoWhatThePagesDo() throws Exception {
        String json = web.perform(post("/api/road-maps").session(session).with(csrf()).contentType(MediaType.APPLICATION_JSON).content("""
                {"level": "REGION", "placeId": %d, "year": 2021, "title": "Из программы", "order": {"number": "1", "date": "2021-02-01"},
                 "text": "Мероприятия\\tСрок\\tОтветственные\\nПервое дело\\tпо графику ФЦТ\\tМуниципальный координатор\\n"}""".formatted(region)))
            .andExpect(status().isCreated()).andExpect(header().exists("Location")).andReturn().getResponse().getContentAsString();
        long id = Long.parseLong(json.replaceAll(".*\"id\":(\\d+).*", "$1"));
        String key = com.jayway.jsonpath.JsonPath.read(web.perform(get("/api/road-maps/{id}/draft", id).session(session))
            .andExpect(jsonPath("$.openDecisions").value(1)).andExpect(jsonPath("$.rows[0].openFields[0]").value("WINDOWS"))
            .andReturn().getResponse().getContentAsString(StandardCharsets.UTF_8), "$.rows[0].key");
        send(post("/api/road-maps/{id}/approval", id).contentType(MediaType.APPLICATION_JSON).content("{\"revision\": 0}")).andExpect(status().isConflict());
        send(put("/api/road-maps/{id}/draft/rows/correction", id).contentType(MediaType.APPLICATION_JSON).content(
            "{\"revision\": 0, \"key\": \"" + key + "\", \"fields\": [\"WINDOWS\"], \"windows\": [{\"due\": \"2021-06-01\"}]}"))
            .andExpect(status().isOk()).andExpect(jsonPath("$.openDecisions").value(0)).andExpect(jsonPath("$.rows[0].windows[0].due").value("2021-06-01"));
        send(post("/api/road-maps/{id}/approval", id).contentType(MediaType.APPLICATION_JSON).content("{\"revision\": 1}")).andExpect(status().isOk())
            .andExpect(jsonPath("$.version").value(1));
        web.perform(get("/api/road-maps?year=2021").session(session)).andExpect(jsonPath("$[*].title", hasItem("Из программы")));
        web.perform(get("/v3/api-docs").session(session)).andExpect(content().string(containsString("/api/road-maps/preview")));
    }

    /** Prints what an import and its page take; {@code docs/performance.md} says what was measured. */
    @Test
    void threeHundredRowsAreImportedAndShown() throws Exception {
        StringBuilder table = new StringBuilder("№\tМероприятия\tСроки реализации\tОтветственные исполнители\tОжидаемый результат\n");
        for (int n = 1; n <= 300; n++) {
            table.append(n).append(".\tУчастие кураторов в вебинаре по теме № ").append(n).append(n % 3 == 0 ? "\tпо графику ФЦТ\t" : "\tДо 15 апреля 2021 г.\t")
                .append("Кураторы проекта\t100% кураторов приняли участие в вебинаре № ").append(n).append('\n');
        }
        for (int time = 0; time < 3; time++) { // the first is cold
            region = people.region();
            session = signedIn(people.appoint(Role.REGIONAL_COORDINATOR, Place.region(region)));
            long start = System.nanoTime();
            long id = created(table.toString());
            long imported = System.nanoTime();
            show("/road-maps/" + id + "/draft").andExpect(content().string(containsString("осталось решений: 100")));
            System.out.printf("300 rows: import %d ms, page %d ms%n", (imported - start) / 1_000_000, (System.nanoTime() - imported) / 1_000_000);
        }
    }
}
