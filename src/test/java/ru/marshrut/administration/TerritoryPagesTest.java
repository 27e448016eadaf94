package ru.marshrut.administration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestBuilders.formLogin;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.autoconfigure.web.servlet.AutoConfigureMockMvc;
import org.springframework.boot.test.autoconfigure.web.servlet.MockMvcPrint;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import ru.marshrut.access.Accounts;
import ru.marshrut.territory.Place;
import ru.marshrut.territory.Role;
import ru.marshrut.territory.Settlement;
import ru.marshrut.territory.Staff;
import ru.marshrut.territory.Territory;

@SpringBootTest
@AutoConfigureMockMvc(print = MockMvcPrint.NONE)
class TerritoryPagesTest {

    private static final AtomicInteger REGIONS = new AtomicInteger();
    private static final LocalDate FEBRUARY = LocalDate.of(2022, 2, 1);
    private static final String PASSWORD = "пример-пароля-для-теста";

    @Autowired
    MockMvc web;
    @Autowired
    Territory territory;
    @Autowired
    Staff staff;
    @Autowired
    Accounts accounts;

    private String mail;
    private long region;
    private long municipality;
    private long school;
    private long otherSchool;

    @BeforeEach
    void aRegionWithTwoSchools() {
        int number = REGIONS.incrementAndGet();
        mail = "@pages" + number + ".example.org";
        region = territory.addRegion("P" + number, "Примерная область " + number, "Europe/Moscow");
        municipality = territory.addMunicipality(region, "Примерный район");
        school = territory.addSchool(municipality, "sch1", "Примерная школа № 1", Settlement.VILLAGE);
        otherSchool = territory.addSchool(municipality, "sch2", "Примерная школа № 2", Settlement.TOWN);
    }

    private MockHttpSession signedIn(String name, long regionId, Role role, Place place) throws Exception {
        long person = staff.addPerson(regionId, name, role.name().toLowerCase() + regionId + mail, "8 900 000-00-01");
        staff.appoint(person, role, place, FEBRUARY, "№ 15");
        accounts.setPassword(person, PASSWORD);
        return (MockHttpSession) web.perform(formLogin("/login").user(staff.person(person).email()).password(PASSWORD))
            .andExpect(status().is3xxRedirection()).andReturn().getRequest().getSession();
    }

    private MockHttpSession aRegionalCoordinator() throws Exception {
        return signedIn("Образцова Вера Примеровна", region, Role.REGIONAL_COORDINATOR, Place.region(region));
    }

    private ResultActions show(MockHttpSession session, String page) throws Exception {
        return web.perform(get(page).session(session));
    }

    private ResultActions send(MockHttpSession session, MockHttpServletRequestBuilder request) throws Exception {
        return web.perform(request.session(session).with(csrf()));
    }

    private String upload(MockHttpSession session, long regionId, byte[] file) throws Exception {
        return web.perform(multipart("/territory/regions/" + regionId + "/import").file(new MockMultipartFile("file", "территория.xlsx", null, file))
            .session(session).with(csrf())).andReturn().getResponse().getRedirectedUrl();
    }

    private static byte[] municipalities(String... names) throws IOException {
        try (XSSFWorkbook workbook = new XSSFWorkbook(); ByteArrayOutputStream target = new ByteArrayOutputStream()) {
            var page = workbook.createSheet("Муниципалитеты");
            page.createRow(0).createCell(0).setCellValue("Муниципалитет *");
            for (String name : names) {
                page.createRow(page.getLastRowNum() + 1).createCell(0).setCellValue(name);
            }
            workbook.write(target);
            return target.toByteArray();
        }
    }

    @Test
    void aRegionalCoordinatorImportsHisRegion() throws Exception {
        MockHttpSession vera = aRegionalCoordinator();
        show(vera, "/territory").andExpect(redirectedUrl("/territory/regions/" + region));
        show(vera, "/territory/import").andExpect(redirectedUrl("/territory/regions/" + region + "/import"));
        assertThat(show(vera, "/territory/import/template").andReturn().getResponse().getHeader("Content-Disposition")).startsWith("attachment;");

        show(vera, upload(vera, region, "не таблица".getBytes())).andExpect(status().isOk());
        show(vera, upload(vera, region, municipalities("Новый район", "Новый район")))
            .andExpect(content().string(allOf(containsString("Повторяет строку 2. Оставьте одну из них."), not(containsString("Подтвердить и записать")))));
        String preview = upload(vera, region, municipalities("Примерный район", "Новый район"));
        String page = show(vera, preview).andExpect(content().string(containsString("Подтвердить и записать"))).andReturn().getResponse().getContentAsString();
        Matcher fingerprint = Pattern.compile("name=\"fingerprint\" value=\"(\\w+)\"").matcher(page);
        assertThat(fingerprint.find()).isTrue();
        send(vera, post(preview + "/confirm").param("fingerprint", fingerprint.group(1))).andExpect(redirectedUrl("/territory/regions/" + region));

        show(vera, "/territory/regions/" + region + "?q=SCH1").andExpect(content().string(allOf(
            containsString("Новый район"), containsString("без куратора: 2"), containsString("Примерная школа № 1"), not(containsString("Примерная школа № 2")))));
        show(vera, "/territory/regions/" + region + "/import").andExpect(content().string(containsString("Загружены, но не подтверждены")));
        show(vera, preview).andExpect(content().string(containsString("Этот файл уже загружен")));
    }

    @Test
    void aNeighbourFindsNothingHere() throws Exception {
        MockHttpSession vera = aRegionalCoordinator();
        String preview = upload(vera, region, municipalities("Новый район"));
        long neighbourRegion = territory.addRegion("Q" + region, "Соседняя область " + region, "Europe/Moscow");
        MockHttpSession galina = signedIn("Соседова Галина Примеровна", neighbourRegion, Role.REGIONAL_COORDINATOR, Place.region(neighbourRegion));
        long person = staff.personByEmail("regional_coordinator" + region + mail).orElseThrow().id();

        for (String page : new String[] {"/territory/regions/" + region, "/territory/regions/" + region + "/import", preview,
            "/territory/municipalities/" + municipality, "/territory/schools/" + school, "/territory/people/" + person, "/territory/schools/987654321"}) {
            show(galina, page).andExpect(status().isNotFound());
        }
        assertThat(upload(galina, region, municipalities("Чужой район"))).isNull();
        send(galina, post(preview + "/confirm").param("fingerprint", "")).andExpect(status().isNotFound());
        send(galina, post(preview + "/discard")).andExpect(status().isNotFound());
        send(galina, post(preview.replace("regions/" + region, "regions/" + neighbourRegion) + "/confirm").param("fingerprint", ""))
            .andExpect(status().isNotFound());
        send(galina, appointment("/territory/schools/" + school, Role.CURATOR)).andExpect(status().isNotFound());
        send(galina, post("/territory/schools/" + school + "/risks").param("year", "2022")).andExpect(status().isNotFound());
        send(galina, post("/territory/schools/" + school + "/conflicts").param("other", "sch2").param("reason", "Причина")).andExpect(status().isNotFound());
        assertThat(territory.municipalitiesOf(region)).hasSize(1);
    }

    private MockHttpServletRequestBuilder appointment(String page, Role role) {
        return post(page + "/appointments").param("role", role.name()).param("email", "boris" + mail).param("fullName", "Примеров Борис Тестович")
            .param("phone", "8 900 000-00-02").param("startsOn", "2022-02-01").param("orderNumber", "№ 16");
    }

    @Test
    void aMunicipalCoordinatorKeepsTheStaffOfHisSchools() throws Exception {
        MockHttpSession anna = signedIn("Тестова Анна Примеровна", region, Role.MUNICIPAL_COORDINATOR, Place.municipality(municipality));
        String page = "/territory/schools/" + school;
        show(anna, "/territory").andExpect(redirectedUrl("/territory/municipalities/" + municipality));
        show(anna, "/territory/municipalities/" + municipality).andExpect(content().string(containsString("нет куратора")));
        show(anna, "/territory/regions/" + region).andExpect(status().isNotFound());

        send(anna, appointment(page, Role.CURATOR)).andExpect(redirectedUrl(page));
        show(anna, page).andExpect(content().string(allOf(containsString("Примеров Борис Тестович"), containsString("+79000000002"),
            containsString("№ 16"), containsString("01.02.2022"), not(containsString("нет куратора")))));
        long boris = staff.personByEmail("boris" + mail).orElseThrow().id();
        show(anna, "/territory/people/" + boris).andExpect(content().string(allOf(containsString("куратор"), containsString("Примерная школа № 1"))));

        long curatorship = staff.historyOf(Place.school(school)).get(0).id();
        send(anna, post("/territory/appointments/" + curatorship + "/end").param("lastDay", "2022-08-31").param("reason", "Приказ № 40"))
            .andExpect(redirectedUrl(page));
        show(anna, page).andExpect(content().string(allOf(containsString("нет куратора"), containsString("Прежние назначения"))));

        send(anna, appointment("/territory/municipalities/" + municipality, Role.MUNICIPAL_COORDINATOR)).andExpect(status().isNotFound());
        send(anna, appointment("/territory/regions/" + region, Role.ADMINISTRATOR)).andExpect(status().isNotFound());
    }

    @Test
    void aRefusedFormSaysWhyAndKeepsWhatWasTyped() throws Exception {
        MockHttpSession vera = aRegionalCoordinator();
        long boris = staff.addPerson(region, "Примеров Борис Тестович", "boris" + mail, null);
        staff.employ(boris, school);
        String page = "/territory/schools/" + school;

        send(vera, appointment(page, Role.CURATOR)).andExpect(redirectedUrl(page));
        show(vera, page).andExpect(content().string(allOf(
            containsString("Куратор не может быть сотрудником своей школы. Назначьте другого человека."), containsString("value=\"boris" + mail + "\""))));

        send(vera, post(page + "/appointments").param("role", "PRINCIPAL").param("email", "new" + mail).param("startsOn", "2022-02-01"))
            .andExpect(redirectedUrl(page));
        show(vera, page).andExpect(content().string(containsString("Человека с почтой «new" + mail + "» в программе ещё нет.")));
        assertThat(staff.personByEmail("new" + mail)).isEmpty();
    }

    @Test
    void risksAndConflictsOfASchoolAreKeptOnItsCard() throws Exception {
        MockHttpSession vera = aRegionalCoordinator();
        String page = "/territory/schools/" + school;
        send(vera, post(page + "/risks").param("year", "2022").param("directions", "staff", "motivation")).andExpect(redirectedUrl(page));
        send(vera, post(page + "/conflicts").param("other", "SCH2").param("reason", "Директора школ — родственники")).andExpect(redirectedUrl(page));
        show(vera, page).andExpect(content().string(allOf(containsString("2022 год"), containsString("Дефицит педагогических кадров"),
            containsString("Примерная школа № 2"), containsString("Активированы рисковые направления за 2022 год: Дефицит педагогических кадров; Низкая учебная мотивация обучающихся"))));
        send(vera, post(page + "/conflicts/" + otherSchool + "/withdraw").param("reason", "Сменился директор")).andExpect(redirectedUrl(page));
        assertThat(territory.conflictsOf(school)).isEmpty();
    }

    @Test
    void thePeopleOfASchoolSeeItsCardAndChangeNothing() throws Exception {
        MockHttpSession coordinator = signedIn("Тестова Анна Примеровна", region, Role.SCHOOL_COORDINATOR, Place.school(school));
        show(coordinator, "/territory/schools/" + school).andExpect(status().isOk())
            .andExpect(content().string(allOf(containsString("Тестова Анна Примеровна"), not(containsString("Заявить конфликт")), not(containsString("Назначить")))));
        show(coordinator, "/territory/schools/" + otherSchool).andExpect(status().isNotFound());
        show(coordinator, "/territory").andExpect(status().isNotFound());
        send(coordinator, appointment("/territory/schools/" + school, Role.CURATOR)).andExpect(status().isNotFound());
        long own = staff.historyOf(Place.school(school)).get(0).id();
        send(coordinator, post("/territory/appointments/" + own + "/end").param("lastDay", "2022-08-31").param("reason", "x")).andExpect(status().isNotFound());
    }
}
