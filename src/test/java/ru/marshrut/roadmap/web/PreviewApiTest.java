package ru.marshrut.roadmap.web;

import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestBuilders.formLogin;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.httpBasic;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.autoconfigure.web.servlet.AutoConfigureMockMvc;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import ru.marshrut.access.Accounts;
import ru.marshrut.access.Viewers;
import ru.marshrut.roadmap.Order;
import ru.marshrut.roadmap.OrderSource;
import ru.marshrut.roadmap.RoadMapDrafts;
import ru.marshrut.territory.Place;
import ru.marshrut.territory.Role;
import ru.marshrut.territory.Staff;
import ru.marshrut.testing.LibreOffice;
import ru.marshrut.testing.MadePeople;

/** Programs hand in orders in whatever form they have them. */
@SpringBootTest
@AutoConfigureMockMvc
class PreviewApiTest {

    private static final String PASSWORD = "пример-пароля-для-теста";
    private static final String ROW = "1.\tПровести вебинар\tдо 15 апреля 2021 г.\tМуниципальный координатор\tВебинар проведён";
    private static final String TABLE = "№\tМероприятие\tОтветственный\tСрок исполнения\tПланируемый результат\r\n"
        + "1.1.\tАктивация рисковых направлений\tДиректора ОО\tдо 5 числа месяца, следующего за отчетным\t100% школ активировали рисковые направления\r\n"
        + "1.2.\tКонсультации\tКураторы\tпо мере поступления запросов\tСправка\r\n";

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

    private long person;
    private long region;

    @BeforeEach
    void aCoordinator() {
        region = people.region();
        person = people.appoint(Role.REGIONAL_COORDINATOR, Place.region(region));
        accounts.setPassword(person, PASSWORD);
    }

    private ResultActions preview(byte[] text, String type, String query) throws Exception {
        return web.perform(post("/api/road-maps/preview?" + query).header("Content-Type", type).content(text)
            .with(httpBasic(staff.person(person).email(), PASSWORD)));
    }

    private ResultActions previewFile(String name, byte[] bytes) throws Exception {
        return web.perform(multipart("/api/road-maps/preview?year=2021&level=municipal").file(new MockMultipartFile("file", name, null, bytes))
            .with(httpBasic(staff.person(person).email(), PASSWORD)));
    }

    @Test
    void theAnswerHasEachFieldEvenWhereItIsEmpty() throws Exception {
        preview(TABLE.getBytes(StandardCharsets.UTF_8), "text/plain", "year=2021&level=MUNICIPAL").andExpect(status().isOk())
            .andExpect(jsonPath("$.rows", hasSize(2))).andExpect(jsonPath("$.rows[0].number").value("1.1"))
            .andExpect(jsonPath("$.rows[0].recurrence.kind").value("MONTHLY")).andExpect(jsonPath("$.rows[0].recurrence.count").value(1))
            .andExpect(jsonPath("$.rows[0].recurrence.byDay").value(5)).andExpect(jsonPath("$.rows[0].decisions", empty()))
            .andExpect(jsonPath("$.rows[0].indicators[0].target").isNumber()).andExpect(jsonPath("$.rows[0].indicators[0].target").value(100))
            .andExpect(jsonPath("$.rows[1].windows", empty())).andExpect(jsonPath("$.rows[1].decisions[0]").value(containsString("по мере поступления запросов")))
            .andExpect(content().string(containsString("\"recurrence\":null")));
        preview(ROW.getBytes(StandardCharsets.UTF_8), "text/plain;charset=UTF-8", "year=2021&level=MUNICIPAL").andExpect(status().isOk())
            .andExpect(jsonPath("$.rows", hasSize(1))).andExpect(jsonPath("$.rows[0].title").value("Провести вебинар"))
            .andExpect(jsonPath("$.rows[0].roles[0]").value("MUNICIPAL_COORDINATOR")).andExpect(jsonPath("$.rows[0].expectedResult").value("Вебинар проведён"))
            .andExpect(content().string(containsString("\"windows\":[{\"start\":null,\"due\":\"2021-04-15\"")));
    }

    @Test
    void allEncodingsThatOfficeProgramsWriteAreRead() throws Exception {
        byte[][] encoded = {("\uFEFF" + TABLE).getBytes(StandardCharsets.UTF_8), ("\uFEFF" + TABLE).getBytes(StandardCharsets.UTF_16LE),
            TABLE.getBytes(Charset.forName("windows-1251"))};
        for (byte[] bytes : encoded) {
            preview(bytes, "text/plain", "year=2021&level=municipal").andExpect(status().isOk()).andExpect(jsonPath("$.rows", hasSize(2)))
                .andExpect(jsonPath("$.rows[0].title").value("Активация рисковых направлений"));
            previewFile("Таблица.txt", bytes).andExpect(status().isOk()).andExpect(jsonPath("$.rows[1].roles[0]").value("CURATOR"));
        }
    }

    @Test
    void filesOfWordAndExcelAreRead(@TempDir Path folder) throws Exception {
        Path document = Files.copy(Path.of("src/test/resources/roadmap/shapes.fodt"), folder.resolve("order.fodt"));
        previewFile("Приказ.docx", Files.readAllBytes(LibreOffice.convert(document, "docx"))).andExpect(status().isOk()).andExpect(jsonPath("$.rows", not(empty())));
        Path book = Files.copy(Path.of("src/test/resources/roadmap/shapes.fods"), folder.resolve("order.fods"));
        previewFile("Приказ.xlsx", Files.readAllBytes(LibreOffice.convert(book, "xlsx"))).andExpect(status().isOk()).andExpect(jsonPath("$.rows", not(empty())));
    }

    @Test
    void whatHoldsNoTableIsRefusedInRussian() throws Exception {
        preview("Приказываю провести вебинар до 15 апреля.".getBytes(StandardCharsets.UTF_8), "text/plain", "year=2021&level=MUNICIPAL")
            .andExpect(status().isBadRequest()).andExpect(jsonPath("$.field").value("text")).andExpect(jsonPath("$.detail").value(containsString("таблиц")));
        preview("Куратор\tШкола\nТестова\tВымышленская СШ\n".getBytes(StandardCharsets.UTF_8), "text/plain", "year=2021&level=MUNICIPAL")
            .andExpect(status().isBadRequest()).andExpect(jsonPath("$.detail").value(containsString("таблиц")));
    }

    @Test
    void theDraftProposesNumberAndDateOfTheOrderAndSaysForHowManyRowsTheRolesAreTaken() throws Exception {
        String order = Files.readString(Path.of("src/test/resources/seeds/003_293e61bd19a6fb77.txt"));
        long id = drafts.create(viewers.of(person), Place.region(region), 2021, "Дорожная карта", new Order("", null, null), new OrderSource.Pasted(order));

        MockHttpSession session = (MockHttpSession) web.perform(formLogin("/login").user(staff.person(person).email()).password(PASSWORD))
            .andReturn().getRequest().getSession();
        web.perform(get("/road-maps/{id}/draft", id).session(session)).andExpect(status().isOk())
            .andExpect(content().string(allOf(containsString("value=\"604\""), containsString("value=\"2021-03-16\""),
                containsString("предложены по тексту приказа"), containsString("из 30. Только для них и берутся эти роли."))))
            .andExpect(content().string(org.hamcrest.Matchers.matchesPattern("(?s).*value=\"REGIONAL_COORDINATOR\" checked.*")))
            .andExpect(content().string(not(org.hamcrest.Matchers.matchesPattern("(?s).*value=\"(?:CURATOR|PRINCIPAL|SCHOOL_COORDINATOR)\" checked.*"))));
    }
}
