package ru.marshrut.roadmap.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestBuilders.formLogin;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.flash;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;
import static ru.marshrut.roadmap.process.MeasureStory.attendance;
import static ru.marshrut.roadmap.process.MeasureStory.documents;
import static ru.marshrut.roadmap.process.MeasureStory.fact;
import static ru.marshrut.roadmap.process.MeasureStory.log;
import static ru.marshrut.roadmap.process.MeasureStory.window;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.autoconfigure.web.servlet.AutoConfigureMockMvc;
import org.springframework.boot.test.autoconfigure.web.servlet.MockMvcPrint;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import ru.marshrut.access.Accounts;
import ru.marshrut.notification.Reminders;
import ru.marshrut.roadmap.Indicators;
import ru.marshrut.roadmap.Measure;
import ru.marshrut.roadmap.Measure.State;
import ru.marshrut.roadmap.OutcomeKind;
import ru.marshrut.roadmap.Population;
import ru.marshrut.roadmap.RoadMap;
import ru.marshrut.roadmap.process.MeasureModel;
import ru.marshrut.roadmap.process.MeasureStory;
import ru.marshrut.roadmap.process.MeasureStory.Told;
import ru.marshrut.roadmap.process.RoadMapModel;
import ru.marshrut.roadmap.process.SchoolMeasureModel;
import ru.marshrut.roadmap.running.MeasureFiles;
import ru.marshrut.territory.Person;
import ru.marshrut.territory.Place;
import ru.marshrut.territory.Role;
import ru.marshrut.territory.School;
import ru.marshrut.territory.Staff;
import ru.marshrut.territory.Territory;
import ru.marshrut.testing.MadePeople;
import ru.marshrut.work.OpenTask;

/** The forms of measures as they are asked for and sent without scripts. */
@SpringBootTest
@AutoConfigureMockMvc(print = MockMvcPrint.NONE)
class MeasureFormsTest {

    private static final String PASSWORD = "пример-пароля-для-теста";
    private static final LocalDate DAY = LocalDate.of(2021, 3, 5);

    @Autowired
    MockMvc web;
    @Autowired
    MeasureStory story;
    @Autowired
    MadePeople people;
    @Autowired
    Territory territory;
    @Autowired
    Staff staff;
    @Autowired
    Accounts accounts;
    @Autowired
    Indicators indicators;
    @Autowired
    Reminders reminders;
    @Autowired
    JdbcClient jdbc;
    @Autowired
    Clock clock;

    @BeforeEach
    void inMarch() {
        story.itIs("2021-03-05");
    }

    private MockHttpSession signedIn(long person) throws Exception {
        accounts.setPassword(person, PASSWORD);
        return (MockHttpSession) web.perform(formLogin("/login").user(staff.person(person).email()).password(PASSWORD))
            .andExpect(status().is3xxRedirection()).andReturn().getRequest().getSession();
    }

    private ResultActions shows(MockHttpSession session, OpenTask task, String... words) throws Exception {
        ResultActions page = web.perform(get("/tasks/{id}", task.id()).session(session)).andExpect(status().isOk());
        for (String word : words) {
            page.andExpect(content().string(containsString(word)));
        }
        return page;
    }

    private ResultActions sends(MockHttpSession session, MockHttpServletRequestBuilder request) throws Exception {
        return web.perform(request.session(session).with(csrf()));
    }

    private Person holder(Role role, long school) {
        return staff.holding(role, Place.school(school), DAY).get(0);
    }

    private static byte[] workbook(String[]... rows) throws IOException {
        try (XSSFWorkbook workbook = new XSSFWorkbook(); ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
            Sheet sheet = workbook.createSheet("Участники");
            for (int n = 0; n < rows.length; n++) {
                Row row = sheet.createRow(n);
                for (int cell = 0; cell < rows[n].length; cell++) {
                    row.createCell(cell).setCellValue(rows[n][cell]);
                }
            }
            workbook.write(bytes);
            return bytes.toByteArray();
        }
    }

    @Test
    void aFileOfParticipantsIsMatchedAndWhoIsUnknownCanBeAddedForHisSchool() throws Exception {
        Told told = story.aDistrictOf(4);
        RoadMap map = story.approved(told, told.district(), null,
            attendance("Вебинар", 75, window("2021-03-01", "2021-03-31"), Population.SCHOOLS, Population.CURATORS), fact("Итоги", window("2021-12-01", "2021-12-20")));
        Measure measure = story.measure(map, "Вебинар");
        List<School> schools = told.schools().stream().map(territory::school).toList();
        Person curator = holder(Role.CURATOR, schools.get(0).id());
        Person principal = holder(Role.PRINCIPAL, schools.get(1).id());
        story.upload(MeasureFiles.participants(measure.id()), "участники.xlsx", workbook(
            new String[] {"№", "Ф.И.О.", "Почта", "Образовательная организация"},
            new String[] {"1", "записан иначе", curator.email(), ""},
            new String[] {"2", principal.fullName().toUpperCase(), "", schools.get(1).name()},
            new String[] {"3", "Гостев Пример Примерович", "", schools.get(2).code()},
            new String[] {"4", "Незнакомцева Проба Пробовна", "", "Школа № 0"}));
        MockHttpSession coordinator = signedIn(told.municipal());
        OpenTask task = story.task(measure, MeasureModel.MARK_PARTICIPANTS);
        shows(coordinator, task, "Найдено в списке: 2", "Не удалось сопоставить строк: 2", "Гостев Пример Примерович",
            "школы «Школа № 0» на этой территории нет", "name=\"who_ATTENDED\"", schools.get(3).name());

        sends(coordinator, post("/tasks/{id}", task.id()).param("on", "2021-03-04").param("mode_ATTENDED", "ONLY")
            .param("who_ATTENDED", "s" + schools.get(3).id()).param("add", "4")).andExpect(status().is3xxRedirection());
        story.run();
        var figure = indicators.figures(map.id(), DAY, clock.instant()).get(measure.id()).get(0);
        assertThat(figure.of()).isEqualTo(8);
        assertThat(figure.counted()).as("four schools, of which three through their people, and one curator").isEqualTo(5);
        assertThat(story.steps(measure)).containsExactly(MeasureModel.DECIDE_ON_RESULT);
        shows(coordinator, story.task(measure, MeasureModel.DECIDE_ON_RESULT), "5 из 8", "не исполнено");
    }

    @Test
    void fiveHundredRowsAreMarkedAtOnce() throws Exception {
        Told told = story.aDistrictOf(126);
        RoadMap map = story.approved(told, told.district(), null, attendance("Совещание", 99, window("2021-03-01", "2021-03-31"), Population.SCHOOLS,
            Population.PRINCIPALS, Population.CURATORS, Population.SCHOOL_COORDINATORS));
        Measure measure = story.measure(map, "Совещание");
        OpenTask task = story.task(measure, MeasureModel.MARK_PARTICIPANTS);
        assertThat(story.steps(measure)).as("one task, however many are meant").hasSize(1);
        MockHttpSession coordinator = signedIn(told.municipal());
        String page = shows(coordinator, task, "В списке: 504").andReturn().getResponse().getContentAsString();
        assertThat(page.split("name=\"who_ATTENDED\"", -1)).hasSize(505);
        long absent = holder(Role.CURATOR, told.schools().get(0)).id();
        sends(coordinator, post("/tasks/{id}", task.id()).param("on", "2021-03-04").param("mode_ATTENDED", "EXCEPT")
            .param("who_ATTENDED", "p" + absent)).andExpect(status().is3xxRedirection());
        story.run();
        assertThat(indicators.figures(map.id(), DAY, clock.instant()).get(measure.id()).get(0).counted()).isEqualTo(503);
        assertThat(story.measure(map, "Совещание").state()).isEqualTo(State.DONE);
    }

    @Test
    void entriesAreAddedAndRemovedOnTheFormOfTheLog() throws Exception {
        Told told = story.aDistrictOf(1);
        Measure measure = story.measure(story.approved(told, told.district(), null, log("Публикации", window("2021-03-01", "2021-03-31"))), "Публикации");
        OpenTask task = story.task(measure, MeasureModel.KEEP_LOG);
        MockHttpSession coordinator = signedIn(told.municipal());
        shows(coordinator, task, "Записей пока нет", "Добавить запись");
        sends(coordinator, post("/tasks/{id}/log", task.id()).param("on", "2021-03-04").param("link", "не ссылка").param("words", "О проекте"))
            .andExpect(flash().attributeExists("refused"));
        shows(coordinator, task, "Записей пока нет", "О проекте");
        sends(coordinator, post("/tasks/{id}/log", task.id()).param("on", "2021-03-04").param("link", "https://news.example.test/1").param("words", "О проекте"))
            .andExpect(flash().attribute("done", "Запись добавлена."));
        String page = shows(coordinator, task, "Записи: 1", "https://news.example.test/1").andReturn().getResponse().getContentAsString();
        String removal = page.replaceAll("(?s).*formaction=\"(/tasks/[^\"]*/removal)\".*", "$1");
        sends(coordinator, post(removal)).andExpect(flash().attribute("done", "Запись убрана."));
        shows(coordinator, task, "Записей пока нет");
        sends(signedIn(told.regional()), post("/tasks/{id}/log", task.id()).param("on", "2021-03-04").param("link", "https://news.example.test/2")
            .param("words", "Регион")).andExpect(flash().attribute("done", "Запись добавлена."));
        sends(signedIn(holder(Role.PRINCIPAL, told.schools().get(0)).id()), post("/tasks/{id}/log", task.id())).andExpect(status().isNotFound());
    }

    @Test
    void thePageOfAMeasureLeadsWhoeversTurnItIsToTheTask() throws Exception {
        Told told = story.aDistrictOf(1);
        RoadMap map = story.approved(told, told.district(), null, fact("Семинар", window("2021-03-01", "2021-03-20")),
            documents("Документы", "Размещены", OutcomeKind.CONCEPT_DOCUMENTS_PLACED, window("2021-03-01", "2021-03-20")));
        Measure seminar = story.measure(map, "Семинар");
        String task = "/tasks/" + story.task(seminar, MeasureModel.REPORT_RESULT).id();
        String page = "/road-maps/" + map.id() + "/measures/";

        web.perform(get(page + seminar.id()).session(signedIn(told.municipal()))).andExpect(content().string(containsString("href=\"" + task)));
        web.perform(get(page + seminar.id()).session(signedIn(told.regional()))).andExpect(content().string(not(containsString(task))));
        String placing = "/tasks/" + story.schoolTasks(told, SchoolMeasureModel.PLACE_DOCUMENT).get(0).id();
        web.perform(get(page + story.measure(map, "Документы").id() + "?indicator=0").session(signedIn(holder(Role.PRINCIPAL, told.schools().get(0)).id())))
            .andExpect(content().string(containsString("href=\"" + placing)));
    }

    @Test
    void aDayMoreCanBeAskedForAndTheSameDayCannot() throws Exception {
        Told told = story.aDistrictOf(1);
        RoadMap map = story.approved(told, told.district(), null, fact("Семинар", window("2021-03-01", "2021-03-20")));
        OpenTask task = story.task(story.measure(map, "Семинар"), MeasureModel.REPORT_RESULT);
        MockHttpSession coordinator = signedIn(told.municipal());

        sends(coordinator, post("/tasks/{id}/extension", task.id()).param("until", "2021-03-20").param("reason", "карантин"))
            .andExpect(flash().attribute("refused", containsString("20.03.2021")));
        sends(coordinator, post("/tasks/{id}/extension", task.id()).param("until", "2021-03-21").param("reason", "карантин"))
            .andExpect(flash().attributeExists("done"));
    }

    @Test
    void programsEndAMeasureAsNotDoneWithAReason() throws Exception {
        Told told = story.aDistrictOf(1);
        RoadMap map = story.approved(told, told.district(), null, fact("Семинар", window("2021-03-01", "2021-03-20")), fact("Итоги", window("2021-12-01", "2021-12-20")));
        Measure seminar = story.measure(map, "Семинар");
        String address = "/api/road-maps/" + map.id() + "/measures/" + seminar.id() + "/not-done";

        sends(signedIn(told.municipal()), post(address).contentType(MediaType.APPLICATION_JSON).content("{\"reason\": \" \"}")).andExpect(status().is4xxClientError());
        sends(signedIn(holder(Role.PRINCIPAL, told.schools().get(0)).id()), post(address).contentType(MediaType.APPLICATION_JSON).content("{\"reason\": \"нет\"}"))
            .andExpect(status().isNotFound());
        sends(signedIn(told.municipal()), post(address).contentType(MediaType.APPLICATION_JSON).content("{\"reason\": \"отменён\"}")).andExpect(status().isNoContent());
        assertThat(story.measure(map, "Семинар").state()).isEqualTo(State.NOT_DONE);
    }

    @Test
    void everyOtherFormShowsWhatItIsAbout() throws Exception {
        Told told = story.aDistrictOf(1);
        long school = told.schools().get(0);
        long controller = people.appoint(Role.OBSERVER, Place.region(told.region()));
        MockHttpSession coordinator = signedIn(told.municipal());
        RoadMap checked = story.imported(told, told.district(), controller, fact("Семинар", window("2021-03-01", "2021-03-10")),
            documents("Документы", "Размещены документы, подтвержденные кураторами", OutcomeKind.DELIVERED, window("2021-03-01", "2021-03-20")));
        shows(coordinator, story.task(checked, RoadMapModel.CHECK_MEASURES), "Открытых вопросов нет", "/road-maps/" + checked.id() + "/draft");
        story.approve(told, checked, Map.of());
        Measure seminar = story.measure(checked, "Семинар");
        shows(coordinator, story.task(seminar, MeasureModel.REPORT_RESULT), "Что сделано", "Акт или другой", "попросить о продлении");
        story.asksForExtension(story.task(seminar, MeasureModel.REPORT_RESULT), "2021-03-15");
        shows(coordinator, story.task(seminar, MeasureModel.DECIDE_ON_EXTENSION), "Карантин", "Продлить?", "15.03.2021");

        MockHttpSession atSchool = signedIn(holder(Role.SCHOOL_COORDINATOR, school).id());
        OpenTask placing = story.schoolTasks(told, SchoolMeasureModel.PLACE_DOCUMENT).get(0);
        shows(atSchool, placing, "Документ школы", "/documents/school-measure/" + placing.businessKey() + "/document");
        story.upload(MeasureFiles.schoolDocument(Long.parseLong(placing.businessKey())));
        sends(atSchool, post("/tasks/{id}", placing.id()).param("on", "2021-03-05")).andExpect(status().is3xxRedirection());
        story.run();
        MockHttpSession curator = signedIn(holder(Role.CURATOR, school).id());
        OpenTask confirming = story.schoolTasks(told, SchoolMeasureModel.CONFIRM_DOCUMENT).get(0);
        shows(curator, confirming, "документ.pdf", "Подтверждаете?");
        sends(curator, post("/tasks/{id}", confirming.id()).param("confirmed", "NO").param("comment", "Нет подписи")).andExpect(status().is3xxRedirection());
        story.run();
        shows(atSchool, story.schoolTasks(told, SchoolMeasureModel.PLACE_DOCUMENT).get(0), "Возвращено: Нет подписи");

        story.does(story.task(seminar, MeasureModel.DECIDE_ON_EXTENSION), Map.of("granted", "NO", "reason", "нет"));
        story.reports(seminar, "2021-03-05");
        Measure documents = story.measure(checked, "Документы");
        sends(coordinator, post("/measures/{id}/not-done", documents.id()).param("reason", "")).andExpect(flash().attributeExists("refused"));
        sends(coordinator, post("/measures/{id}/not-done", documents.id()).param("reason", "школа закрыта")).andExpect(flash().attributeExists("done"));
        story.run();
        OpenTask sign = story.task(checked, RoadMapModel.SIGN_CLOSING_REPORT);
        shows(signedIn(controller), sign, "Подписать отчёт", "05.03.2021").andExpect(content().string(not(containsString("может только"))));
        shows(signedIn(told.regional()), sign, "Подписать может только тот");
    }

    @Test
    void theLadderRemindsOfMeasuresAndTheControllerReadsWhatIsOverdue() {
        Told told = story.aDistrictOf(1);
        long controller = people.appoint(Role.OBSERVER, Place.region(told.region()));
        story.approved(told, told.district(), controller, fact("Отчёт за март", window("2021-03-01", "2021-03-10")));
        story.itIs("2021-03-09");
        reminders.runFor(clock.instant());
        assertThat(digests(told.municipal())).as("due tomorrow").isEqualTo(1);
        assertThat(digests(controller)).isZero();
        story.itIs("2021-03-11");
        reminders.runFor(clock.instant());
        assertThat(digests(told.municipal())).as("overdue since today").isEqualTo(2);
        assertThat(jdbc.sql("select text from letter where recipient_id = ? and template = 'digest'").param(controller).query(String.class).single())
            .contains("Отчёт за март", "10.03.2021");
    }

    private int digests(long person) {
        return jdbc.sql("select count(*) from letter where recipient_id = ? and template = 'digest'").param(person).query(Integer.class).single();
    }
}
