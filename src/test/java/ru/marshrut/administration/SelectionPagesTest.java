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
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.flash;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
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
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import ru.marshrut.access.Accounts;
import ru.marshrut.audit.AuditEntry;
import ru.marshrut.audit.AuditTrail;
import ru.marshrut.audit.Subject;
import ru.marshrut.territory.Candidates;
import ru.marshrut.territory.Place;
import ru.marshrut.territory.Role;
import ru.marshrut.territory.Selection;
import ru.marshrut.territory.Selection.State;
import ru.marshrut.territory.Settlement;
import ru.marshrut.territory.Staff;
import ru.marshrut.territory.Territory;

/** A region selects its schools and curators (seed 003, rows 2, 4 and 8), looks at its staff and invites people. */
@SpringBootTest
@AutoConfigureMockMvc(print = MockMvcPrint.NONE)
class SelectionPagesTest {

    private static final AtomicInteger REGIONS = new AtomicInteger();
    private static final LocalDate LONG_AGO = LocalDate.of(2020, 1, 1);
    private static final String PASSWORD = "пример-пароля-для-теста";

    @Autowired
    MockMvc web;
    @Autowired
    Territory territory;
    @Autowired
    Staff staff;
    @Autowired
    Selection selection;
    @Autowired
    Candidates candidates;
    @Autowired
    Accounts accounts;
    @Autowired
    AuditTrail audit;
    @Autowired
    JdbcClient jdbc;
    @Autowired
    Clock clock;

    private String mail;
    private long region;
    private long municipality;
    private long school;
    private long otherSchool;
    private String page;
    private MockHttpSession vera;

    @BeforeEach
    void aRegionWithTwoSchools() throws Exception {
        int number = REGIONS.incrementAndGet();
        mail = "@selection" + number + ".example.org";
        region = territory.addRegion("S" + number, "Примерная область " + number, "Europe/Moscow");
        municipality = territory.addMunicipality(region, "Примерный район");
        school = territory.addSchool(municipality, "sch1", "Примерная школа № 1", Settlement.VILLAGE);
        otherSchool = territory.addSchool(municipality, "sch2", "Примерная школа № 2", Settlement.TOWN);
        page = "/territory/regions/" + region + "/selection";
        vera = signedIn("Образцова Вера Примеровна", region, Role.REGIONAL_COORDINATOR, Place.region(region));
    }

    private MockHttpSession signedIn(String name, long regionId, Role role, Place place) throws Exception {
        long person = staff.addPerson(regionId, name, role.name().toLowerCase() + regionId + place.id() + mail, "8 900 000-00-01");
        staff.appoint(person, role, place, LONG_AGO, "№ 15");
        accounts.setPassword(person, PASSWORD);
        return (MockHttpSession) web.perform(formLogin("/login").user(staff.person(person).email()).password(PASSWORD))
            .andExpect(status().is3xxRedirection()).andReturn().getRequest().getSession();
    }

    private ResultActions show(MockHttpSession session, String address) throws Exception {
        return web.perform(get(address).session(session));
    }

    private ResultActions send(MockHttpSession session, MockHttpServletRequestBuilder request) throws Exception {
        return web.perform(request.session(session).with(csrf()));
    }

    private static byte[] workbook(String[] headings, String[]... rows) throws IOException {
        try (XSSFWorkbook workbook = new XSSFWorkbook(); ByteArrayOutputStream target = new ByteArrayOutputStream()) {
            var sheet = workbook.createSheet("Лист1");
            fill(sheet.createRow(0), headings);
            for (String[] row : rows) {
                fill(sheet.createRow(sheet.getLastRowNum() + 1), row);
            }
            workbook.write(target);
            return target.toByteArray();
        }
    }

    private static void fill(org.apache.poi.ss.usermodel.Row row, String... values) {
        for (int i = 0; i < values.length; i++) {
            row.createCell(i).setCellValue(values[i]);
        }
    }

    private MockHttpServletRequestBuilder step(String programme, State to, long... schools) {
        MockHttpServletRequestBuilder request = post(page).param("programme", programme).param("year", "2021").param("to", to.name()).param("from", "2021-01-29")
            .param("orderNumber", "№ 106").param("orderDay", "2021-01-29").param("reason", "закрыта");
        for (long one : schools) {
            request.param("schools", String.valueOf(one));
        }
        return request;
    }

    @Test
    void schoolsComeFromTheProposalToTheOrderAndOutAgain() throws Exception {
        show(vera, page + "?year=2021").andExpect(content().string(allOf(containsString("ещё не отмечены"), containsString("Примерная школа № 1"))));
        for (State to : List.of(State.PROPOSED, State.SURVEYED, State.SELECTED)) {
            send(vera, step("500+", to, school)).andExpect(flash().attributeExists("done"));
        }
        show(vera, page + "?year=2021").andExpect(content().string(allOf(containsString("участвует"), containsString("приказ № 106 от 29.01.2021"), not(containsString("ещё не отмечены")))));
        send(vera, step("500+", State.LEFT, school)).andExpect(flash().attributeExists("done"));
        assertThat(selection.standings(region, "500+", 2021).get(school)).isEqualTo(new Selection.Standing(school, State.LEFT, LocalDate.of(2021, 1, 29), "закрыта"));
        assertThat(audit.about(Subject.of("school", school))).extracting(AuditEntry::text).containsSubsequence(
            "Предложена в программу «500+» 2021 года 29.01.2021", "Прошла анкетирование для программы «500+» 2021 года 29.01.2021",
            "Участвует в программе 2021 года с 29.01.2021", "Выбыла из программы 2021 года с 29.01.2021");
        show(vera, page + "?year=2021").andExpect(content().string(containsString("История отбора")));
        show(vera, "/territory/regions/" + region + "/participants?year=2021").andExpect(redirectedUrl(page + "?year=2021"));
    }

    @Test
    void aSchoolTakesPartInSeveralProgrammes() throws Exception {
        send(vera, post(page + "/programmes").param("name", "Точка роста знаний").param("year", "2021")).andExpect(flash().attributeExists("done"));
        send(vera, post(page + "/programmes").param("name", "точка РОСТА знаний").param("year", "2021"))
            .andExpect(flash().attribute("refused", "Программа «точка РОСТА знаний» уже есть в списке. Выберите её."));
        send(vera, step("Точка роста знаний", State.SELECTED, school)).andExpect(flash().attributeExists("done"));
        send(vera, step("500+", State.SELECTED, school, otherSchool)).andExpect(flash().attributeExists("done"));
        send(vera, step("Точка роста знаний", State.LEFT, school)).andExpect(flash().attributeExists("done"));
        assertThat(selection.standings(region, "500+", 2021).get(school).state()).isEqualTo(State.SELECTED);
        assertThat(selection.standings(region, "ШАНС", 2021)).isEmpty();
        send(vera, step("Чужая программа", State.SELECTED, school))
            .andExpect(flash().attribute("refused", "Программы «Чужая программа» в регионе нет. Выберите программу из списка или добавьте её."));
    }

    @Test
    void aListOfSchoolsIsCheckedBeforeItIsCarriedOut() throws Exception {
        send(vera, step("500+", State.SELECTED, otherSchool));
        byte[] wrong = workbook(new String[] {"Код школы *", "Название"}, new String[] {"sch1"}, new String[] {"sch9"}, new String[] {"SCH1"});
        preview(wrong).andExpect(content().string(allOf(containsString("Школы с кодом «sch9» в регионе нет. Проверьте код в списке школ."),
            containsString("Повторяет строку 2. Оставьте одну из них."), not(containsString("Подтвердить и записать")))));
        preview(workbook(new String[] {"Школа"}, new String[] {"sch1"})).andExpect(content().string(containsString("На листе нет обязательного столбца «Код школы». Верните заголовок, как в шаблоне.")));
        preview(workbook(new String[] {"Код школы"}, new String[] {"sch1"}, new String[] {"sch2"})).andExpect(content().string(allOf(
            containsString("Подтвердить и записать"), containsString("Уже записано, не изменится"), containsString("value=\"" + school + "\""), not(containsString("value=\"" + otherSchool + "\"")))));
        assertThat(selection.standings(region, "500+", 2021)).containsOnlyKeys(otherSchool);
        assertThat(show(vera, page + "/template").andReturn().getResponse().getHeader("Content-Disposition")).startsWith("attachment;");
    }

    private ResultActions preview(byte[] file) throws Exception {
        return web.perform(multipart(page + "/preview").file(new MockMultipartFile("file", "школы.xlsx", null, file)).param("programme", "500+")
            .param("year", "2021").param("to", "SELECTED").param("from", "2021-01-29").param("orderNumber", "106").param("orderDay", "2021-01-29")
            .session(vera).with(csrf()));
    }

    @Test
    void aRefusedStepKeepsWhatWasTyped() throws Exception {
        String back = send(vera, step("500+", State.LEFT, school)).andExpect(flash().attribute("refused",
            "Ни с одной из отмеченных школ этого сделать нельзя. Посмотрите, на каком шаге они сейчас, и отметьте другие школы или выберите другой шаг."))
            .andReturn().getResponse().getRedirectedUrl();
        web.perform(get(URI.create(back)).session(vera)).andExpect(content().string(containsString("value=\"закрыта\"")));
        send(vera, post(page).param("programme", "500+").param("year", "2021").param("to", "SELECTED").param("from", "2021-01-29").param("schools", "" + school))
            .andExpect(flash().attribute("refused", "Укажите номер приказа, не длиннее 100 знаков."));
    }

    private MockHttpServletRequestBuilder candidate(String action) {
        return post(page + "/candidates/" + action).param("year", "2021").param("from", "2021-02-01");
    }

    private long borisApplies() throws Exception {
        send(vera, candidate("new").param("email", "boris" + mail).param("fullName", "Примеров Борис Тестович").param("phone", "8 900 000-00-02").param("employment", "sch2"))
            .andExpect(flash().attributeExists("done"));
        return staff.personByEmail("boris" + mail).orElseThrow().id();
    }

    @Test
    void aCandidateIsSurveyedSelectedAndAppointedByOrderAndInvited() throws Exception {
        long boris = borisApplies();
        assertThat(letters(boris)).as("a candidate holds no appointment").isZero();
        send(vera, appointment(boris, "sch1")).andExpect(flash().attribute("refused", "Кандидатура не отобрана: Примеров Борис Тестович. Сначала запишите, что она отобрана."));
        send(vera, candidate("step").param("people", "" + boris).param("to", "SURVEYED")).andExpect(flash().attributeExists("done"));
        show(vera, page + "/candidates?year=2021").andExpect(content().string(allOf(containsString("Примеров Борис Тестович"), containsString("анкетирование пройдено"), containsString(">100</span>%"))));
        send(vera, candidate("step").param("people", "" + boris).param("to", "SELECTED")).andExpect(flash().attributeExists("done"));
        send(vera, appointment(boris, "sch2")).andExpect(flash().attribute("refused", "Куратор не может быть сотрудником своей школы. Назначьте другого человека."));
        send(vera, appointment(boris, "sch1, sch9")).andExpect(flash().attribute("refused", "Школы с кодом «sch9» в регионе нет. Проверьте код в списке школ."));
        send(vera, appointment(boris, "sch1")).andExpect(flash().attributeExists("done"));

        assertThat(staff.holding(Role.CURATOR, Place.school(school), LocalDate.of(2021, 2, 16))).extracting("id").containsExactly(boris);
        assertThat(staff.careerOf(boris).get(0).orderNumber()).isEqualTo("приказ № 12 от 16.02.2021");
        assertThat(candidates.all(region, 2021)).singleElement().satisfies(one -> {
            assertThat(one.state()).isEqualTo(Candidates.State.APPOINTED);
            assertThat(one.surveyedOn()).isEqualTo("2021-02-01");
        });
        assertThat(letters(boris)).isEqualTo(1);
        show(vera, page + "/candidates?year=2021").andExpect(content().string(allOf(containsString("назначение состоялось"), containsString("Примерная школа № 1"))));
    }

    private MockHttpServletRequestBuilder appointment(long person, String codes) {
        return post(page + "/candidates/" + person + "/appointment").param("year", "2021").param("from", "2021-02-16").param("schools", codes)
            .param("orderNumber", "12").param("orderDay", "2021-02-16");
    }

    private long letters(long person) {
        return jdbc.sql("select count(*) from letter where recipient_id = ? and template = 'invitation'").param(person).query(Long.class).single();
    }

    @Test
    void somebodyAppliesByHimselfAndTakesItBack() throws Exception {
        MockHttpSession anna = signedIn("Тестова Анна Примеровна", region, Role.PRINCIPAL, Place.school(school));
        show(anna, "/candidacy").andExpect(status().isOk()).andExpect(content().string(containsString("Подать заявку")));
        send(anna, post("/candidacy/application")).andExpect(flash().attribute("done", "Заявка подана."));
        show(anna, "/candidacy").andExpect(content().string(allOf(containsString("кандидатура заявлена"), not(containsString("Подать заявку")))));
        send(anna, post("/candidacy/withdrawal")).andExpect(flash().attribute("refused", "Напишите причину: она останется в истории кандидата."));
        send(anna, post("/candidacy/withdrawal").param("reason", "другая работа")).andExpect(flash().attributeExists("done"));
        int year = LocalDate.now(clock.withZone(ZoneId.of("Europe/Moscow"))).getYear();
        assertThat(candidates.all(region, year)).singleElement().extracting(Candidates.Candidate::state).isEqualTo(Candidates.State.WITHDRAWN);
    }

    @Test
    void anImportInvitesThoseWhomItAppointsUnlessItIsAskedNotTo() throws Exception {
        long before = staff.addPerson(region, "Прежняя Дарья Примеровна", "darya" + mail, null);
        staff.appoint(before, Role.CURATOR, Place.school(otherSchool), LONG_AGO, "№ 1");
        confirmed(territoryFile("anna", "sch1"), true);
        long anna = staff.personByEmail("anna" + mail).orElseThrow().id();
        assertThat(letters(anna)).isEqualTo(1);
        assertThat(letters(before)).as("who waited before the file is not its business").isZero();
        confirmed(territoryFile("boris", "sch2"), false);
        assertThat(letters(staff.personByEmail("boris" + mail).orElseThrow().id())).isZero();
    }

    private byte[] territoryFile(String name, String code) throws IOException {
        try (XSSFWorkbook workbook = new XSSFWorkbook(); ByteArrayOutputStream target = new ByteArrayOutputStream()) {
            var people = workbook.createSheet("Люди");
            fill(people.createRow(0), "ФИО *", "Почта *");
            fill(people.createRow(1), "Тестова Анна Примеровна", name + mail);
            var appointments = workbook.createSheet("Назначения");
            fill(appointments.createRow(0), "Почта *", "Роль *", "Место *", "С *");
            fill(appointments.createRow(1), name + mail, "директор", code, "01.02.2020");
            workbook.write(target);
            return target.toByteArray();
        }
    }

    private void confirmed(byte[] file, boolean invite) throws Exception {
        String preview = web.perform(multipart("/territory/regions/" + region + "/import").file(new MockMultipartFile("file", "территория.xlsx", null, file))
            .session(vera).with(csrf())).andReturn().getResponse().getRedirectedUrl();
        String shown = show(vera, preview).andExpect(content().string(containsString("Отправить приглашения"))).andReturn().getResponse().getContentAsString();
        Matcher fingerprint = Pattern.compile("name=\"fingerprint\" value=\"([\\w-]+)\"").matcher(shown);
        assertThat(fingerprint.find()).isTrue();
        MockHttpServletRequestBuilder confirmation = post(preview + "/confirm").param("fingerprint", fingerprint.group(1));
        send(vera, invite ? confirmation.param("invite", "true") : confirmation).andExpect(flash().attributeExists("done"));
    }

    @Test
    void aListOfCandidatesIsCheckedAndThenEntered() throws Exception {
        String[] headings = {"ФИО *", "Почта *", "Телефон", "Место работы"};
        String refused = upload(workbook(headings, new String[] {"Тестова", "anna", "нет", "sch9"}, new String[] {"Тестова Анна Примеровна", "", "", ""}));
        show(vera, refused).andExpect(content().string(allOf(containsString("Нужны фамилия и имя. Напишите ФИО полностью."),
            containsString("Не похоже на адрес почты. Напишите его полностью, например anna.testova@example.org."),
            containsString("Не похоже на номер телефона. Напишите его с кодом, например +7 900 000-00-00."),
            containsString("Школы с кодом «sch9» в регионе нет. Проверьте код в списке школ."), containsString("Ячейка пуста. Заполните её."),
            not(containsString("Подтвердить и записать")))));
        long boris = borisApplies();
        String sound = upload(workbook(headings, new String[] {"Тестова Анна Примеровна", "anna" + mail, "8 900 000-00-03", "sch1"},
            new String[] {"Примеров Борис Тестович", "BORIS" + mail, "", ""}));
        String shown = show(vera, sound).andExpect(content().string(allOf(containsString("новый человек, будет заявлен"), containsString("не изменится")))).andReturn().getResponse().getContentAsString();
        assertThat(staff.personByEmail("anna" + mail)).as("a dry run").isEmpty();
        Matcher fingerprint = Pattern.compile("name=\"fingerprint\" value=\"([\\w-]+)\"").matcher(shown);
        assertThat(fingerprint.find()).isTrue();
        send(vera, post(sound).param("from", "2021-02-01").param("fingerprint", fingerprint.group(1))).andExpect(flash().attribute("done", "Список загружен, заявлено кандидатов: 1."));
        long anna = staff.personByEmail("anna" + mail).orElseThrow().id();
        assertThat(candidates.all(region, 2021)).extracting(Candidates.Candidate::personId).containsExactlyInAnyOrder(boris, anna);
        assertThat(staff.employmentsOf(anna)).containsExactly(school);
    }

    private String upload(byte[] file) throws Exception {
        return web.perform(multipart(page + "/candidates/import").file(new MockMultipartFile("file", "кандидаты.xlsx", null, file)).param("year", "2021")
            .session(vera).with(csrf())).andExpect(status().is3xxRedirection()).andReturn().getResponse().getRedirectedUrl();
    }

    @Test
    void theStaffingPageShowsWhatIsMissingAndInvites() throws Exception {
        long anna = staff.addPerson(region, "Тестова Анна Примеровна", "anna" + mail, null);
        staff.appoint(anna, Role.CURATOR, Place.school(school), LONG_AGO, "№ 1");
        assertThat(letters(anna)).as("made people are not mailed").isZero();
        String staffing = "/territory/regions/" + region + "/staffing";
        show(vera, staffing).andExpect(status().isOk()).andExpect(content().string(allOf(containsString("Школа без куратора"), containsString("Школа без директора"),
            containsString("Муниципалитет без координатора"), containsString("приглашение не отправлялось"), containsString("/territory/schools/" + otherSchool + "#appointments"))));
        send(vera, post(staffing + "/invitations").param("people", "" + anna)).andExpect(flash().attributeExists("done"));
        assertThat(letters(anna)).isEqualTo(1);
        send(vera, post(staffing + "/invitations").param("people", "" + anna)).andExpect(flash().attribute("refused",
            "Отмеченным людям приглашения уже отправлены, и ссылки в них ещё действуют. Подождите семь дней или отметьте других."));
        assertThat(letters(anna)).isEqualTo(1);

        MockHttpSession observer = signedIn("Смотрова Ольга Примеровна", region, Role.OBSERVER, Place.region(region));
        show(observer, staffing).andExpect(status().isOk()).andExpect(content().string(allOf(containsString("Школа без куратора"), not(containsString("#appointments\"")))));
        send(observer, post(staffing + "/invitations").param("people", "" + anna)).andExpect(status().isNotFound());
        MockHttpSession galina = signedIn("Примерова Галина Тестовна", region, Role.MUNICIPAL_COORDINATOR, Place.municipality(municipality));
        show(galina, staffing).andExpect(status().isNotFound());
        show(galina, "/territory/municipalities/" + municipality + "/staffing").andExpect(status().isOk())
            .andExpect(content().string(not(containsString("Муниципалитет без координатора"))));
        byte[] export = show(observer, staffing + "/export").andExpect(status().isOk()).andReturn().getResponse().getContentAsByteArray();
        try (XSSFWorkbook book = new XSSFWorkbook(new java.io.ByteArrayInputStream(export))) {
            assertThat(book.getSheet("Кадры").getRow(4).getCell(0).getStringCellValue()).isEqualTo("Школа без куратора");
        }
    }

    @Test
    void aCuratorIsReplacedByOneOrder() throws Exception {
        long anna = staff.addPerson(region, "Тестова Анна Примеровна", "anna" + mail, null);
        long former = staff.appoint(anna, Role.CURATOR, Place.school(school), LONG_AGO, "№ 1");
        String card = "/territory/schools/" + school;
        show(vera, card).andExpect(content().string(containsString("Заменить куратора")));
        send(vera, replacement(former, "2020-01-01")).andExpect(flash().attribute("refused", "Прежнее назначение начинается 01.01.2020. Новый человек может начать только позже."));
        show(vera, card).andExpect(content().string(containsString("value=\"boris" + mail + "\"")));
        send(vera, replacement(former, "2021-04-01")).andExpect(redirectedUrl(card));

        assertThat(staff.appointment(former).endsOn()).isEqualTo("2021-03-31");
        long boris = staff.personByEmail("boris" + mail).orElseThrow().id();
        assertThat(staff.holding(Role.CURATOR, Place.school(school), LocalDate.of(2021, 4, 1))).extracting("id").containsExactly(boris);
        assertThat(letters(boris)).isEqualTo(1);
        send(vera, replacement(former, "2021-05-01")).andExpect(flash().attribute("refused", "Прежнее назначение заканчивается 31.03.2021. Назначьте нового человека отдельно."));
    }

    private MockHttpServletRequestBuilder replacement(long appointment, String from) {
        return post("/territory/appointments/" + appointment + "/replacement").param("email", "boris" + mail).param("fullName", "Примеров Борис Тестович")
            .param("startsOn", from).param("orderNumber", "№ 40 от 30.03.2021");
    }

    @Test
    void neighboursFindNothingHere() throws Exception {
        long boris = borisApplies();
        String file = upload(workbook(new String[] {"ФИО", "Почта"}, new String[] {"Тестова Анна Примеровна", "anna" + mail}));
        long former = staff.appoint(boris, Role.CURATOR, Place.school(school), LONG_AGO, "№ 1");
        long neighbourRegion = territory.addRegion("N" + region, "Соседняя область " + region, "Europe/Moscow");
        MockHttpSession galina = signedIn("Соседова Галина Примеровна", neighbourRegion, Role.REGIONAL_COORDINATOR, Place.region(neighbourRegion));
        MockHttpSession inside = signedIn("Школьная Анна Тестовна", region, Role.SCHOOL_COORDINATOR, Place.school(school));
        MockHttpSession municipal = signedIn("Примерова Галина Тестовна", region, Role.MUNICIPAL_COORDINATOR, Place.municipality(municipality));
        String staffing = "/territory/regions/" + region + "/staffing";
        for (MockHttpSession stranger : List.of(galina, inside, municipal)) {
            for (String address : List.of(page, page + "/candidates", page + "/template", page + "/candidates/template", file, staffing, staffing + "/export",
                "/territory/regions/" + region + "/participants")) {
                show(stranger, address).andExpect(status().isNotFound());
            }
            send(stranger, step("500+", State.SELECTED, school)).andExpect(status().isNotFound());
            send(stranger, post(page + "/programmes").param("name", "Чужая").param("year", "2021")).andExpect(status().isNotFound());
            send(stranger, candidate("step").param("people", "" + boris).param("to", "SURVEYED")).andExpect(status().isNotFound());
            send(stranger, candidate("new").param("email", "x" + mail)).andExpect(status().isNotFound());
            send(stranger, appointment(boris, "sch1")).andExpect(status().isNotFound());
            send(stranger, post(file).param("fingerprint", "")).andExpect(status().isNotFound());
            send(stranger, post(staffing + "/invitations").param("people", "" + boris)).andExpect(status().isNotFound());
        }
        for (MockHttpSession stranger : List.of(galina, inside)) {
            show(stranger, "/territory/municipalities/" + municipality + "/staffing").andExpect(status().isNotFound());
            send(stranger, replacement(former, "2021-04-01")).andExpect(status().isNotFound());
        }
        String theirs = file.replace("regions/" + region, "regions/" + neighbourRegion);
        show(galina, theirs).andExpect(status().isNotFound());
        assertThat(selection.standings(region, "500+", 2021)).isEmpty();
        send(galina, post("/territory/regions/" + neighbourRegion + "/selection").param("programme", "500+").param("year", "2021").param("to", "SELECTED")
            .param("from", "2021-01-29").param("orderNumber", "1").param("orderDay", "2021-01-29").param("schools", "" + school)).andExpect(flash().attributeExists("refused"));
        assertThat(selection.standings(neighbourRegion, "500+", 2021)).isEmpty();
    }
}
