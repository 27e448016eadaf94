package ru.marshrut.schoolyear.web;

import static org.assertj.core.api.Assertions.assertThat;
import static ru.marshrut.schoolyear.process.MonitoringStory.confirmed;
import static ru.marshrut.schoolyear.process.MonitoringStory.done;
import static ru.marshrut.schoolyear.process.MonitoringStory.reported;
import static ru.marshrut.schoolyear.process.MonitoringStory.returned;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import ru.marshrut.access.Accounts;
import ru.marshrut.access.Browser;
import ru.marshrut.documents.Documents;
import ru.marshrut.documents.SampleFiles;
import ru.marshrut.schoolyear.SchoolYear;
import ru.marshrut.schoolyear.Stage;
import ru.marshrut.schoolyear.monitoring.ChangeMark;
import ru.marshrut.schoolyear.monitoring.ChangeSource;
import ru.marshrut.schoolyear.monitoring.MonitoringFiles;
import ru.marshrut.schoolyear.monitoring.PositiveChange;
import ru.marshrut.schoolyear.monitoring.PositiveChanges;
import ru.marshrut.schoolyear.process.MonitoringModel;
import ru.marshrut.schoolyear.process.MonitoringStory;
import ru.marshrut.schoolyear.process.YearStory;
import ru.marshrut.schoolyear.process.YearStory.Told;
import ru.marshrut.territory.Place;
import ru.marshrut.territory.Role;
import ru.marshrut.territory.Staff;
import ru.marshrut.testing.MadePeople;

/** The pages of a monitoring stage as people open them, and what neighbours get. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class MonitoringPagesTest {

    private static final String PASSWORD = "чужой-огород-не-наш";
    private static final String FORM = "application/x-www-form-urlencoded";
    private static final Stage ONE = Stage.MONITORING_1;
    private static final String RISK = "risk-motivation";

    @LocalServerPort
    int port;
    @Autowired
    YearStory story;
    @Autowired
    MonitoringStory school;
    @Autowired
    MadePeople people;
    @Autowired
    Staff staff;
    @Autowired
    Accounts accounts;
    @Autowired
    Documents documents;
    @Autowired
    PositiveChanges changes;

    Told told;
    SchoolYear year;
    String club;
    String forum;
    String page;

    @BeforeEach
    void aSchoolInItsFirstStage() {
        story.itIs("2021-05-11");
        told = story.aSchool();
        year = school.aYearOf(told);
        club = school.plans(year, "Провести клуб", "2021-05-10");
        forum = school.plans(year, "Провести форум", "2021-10-01");
        school.opens(year, ONE);
        page = "/school-years/" + year.id() + "/monitoring/1";
    }

    @Test
    void theFormsShowWhatIsAskedAndKeepWhatWasTyped() throws IOException {
        Browser coordinator = signedIn(school.coordinator(year));
        String task = "/tasks/" + school.task(year, ONE, MonitoringModel.REPORT).id();
        assertThat(coordinator.open(task).body()).contains("Мероприятие: Провести клуб", "Направление: Низкая учебная мотивация", "Срок: 10.05.2021",
            "claim_" + club, "data-url=\"/documents/monitoring-evidence/" + year.id() + "-1/" + club).doesNotContain("on_" + RISK, "??");
        assertThat(coordinator.upload(slot(club), "протокол.docx", SampleFiles.docx()).statusCode()).isEqualTo(200);
        HttpResponse<String> refused = coordinator.call("POST", task, FORM, "words_" + RISK + "=" + Browser.encode("Опрос проведён"));
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("нет подтверждения", "Опрос проведён", "протокол.docx");
        school.reports(year, ONE, withLater(done(reported(), club, "2021-05-05")));

        assertThat(coordinator.upload(slot(club), "ещё.docx", SampleFiles.docx()).statusCode()).as("the curator checks it now").isNotEqualTo(200);
        Browser curator = signedIn(told.curator());
        String check = "/tasks/" + school.task(year, ONE, MonitoringModel.CHECK).id();
        assertThat(curator.open(check).body()).contains("Провести клуб", "протокол.docx", "Проведено, участвовали все классы", "commentForAll",
            "0 из 2").doesNotContain("decision_" + forum, "??");
        school.checks(year, ONE, returned(confirmed(Map.of(), RISK), club, "Приложите список участников"));
        assertThat(coordinator.open("/tasks/" + school.task(year, ONE, MonitoringModel.REPORT).id()).body())
            .contains("Возвращено: Приложите список участников", "Проведено, участвовали все классы").doesNotContain("words_" + RISK);
        school.reports(year, ONE, done(Map.of(), club, "2021-05-05"));
        school.checks(year, ONE, confirmed(Map.of(), club));
        assertThat(coordinator.open("/tasks/" + school.task(year, ONE, MonitoringModel.PLACE).id()).body())
            .contains("evidence.zip", "Низкая учебная мотивация обучающихся", "1 из 2", "50,00").doesNotContain("Дефицит педагогических кадров", "??");
    }

    @Test
    void thePageShowsReportsDecisionsTheShareAndWhatWasBefore() throws IOException {
        Browser coordinator = signedIn(school.coordinator(year));
        assertThat(coordinator.open(page).body()).contains("Отчёта пока нет", "0 из 2", "отчёта нет").doesNotContain("??");
        assertThat(coordinator.upload(slot(club), "протокол.docx", SampleFiles.docx()).statusCode()).isEqualTo(200);
        school.reports(year, ONE, withLater(done(reported(), club, "2021-05-05")));
        school.checks(year, ONE, returned(confirmed(Map.of(), RISK), club, "Приложите список участников"));
        long replaced = documents.in(MonitoringFiles.evidence(year.id(), ONE, club)).get(0).id();
        assertThat(coordinator.call("DELETE", "/documents/" + replaced, FORM, "").statusCode()).isEqualTo(204);
        assertThat(coordinator.upload(slot(club), "список.docx", SampleFiles.docx()).statusCode()).isEqualTo(200);
        school.reports(year, ONE, done(Map.of(), club, "2021-05-05"));
        school.checks(year, ONE, confirmed(Map.of(), club));
        school.places(year, ONE, "2021-05-11");

        Browser municipal = signedIn(told.municipal());
        String shown = municipal.open(page).body();
        assertThat(shown).contains("завершено в срок", "1 из 2", "50,00", "выполнено и подтверждено", "срок ещё не наступил", "Приложите список участников",
            "Прежние версии: 1", "протокол.docx", "список.docx", "Открыть этап снова").doesNotContain("??", "MONITORING");
        assertThat(municipal.open(page + "/files/" + replaced).statusCode()).as("what was sent stays readable").isEqualTo(200);
        assertThat(municipal.open(page + "/evidence.zip").statusCode()).isEqualTo(200);
        assertThat(municipal.open("/school-years/" + year.id() + "/monitoring/2").body()).contains("Выполнение подтверждено на 1 этапе");
        assertThat(municipal.open("/school-years/" + year.id() + "/monitoring/3").statusCode()).isEqualTo(404);
        assertThat(coordinator.open(page).body()).doesNotContain("Открыть этап снова");
        assertThat(coordinator.call("POST", page + "/reopening", FORM, "reason=x").statusCode()).isEqualTo(404);

        assertThat(municipal.call("POST", page + "/reopening", FORM, "reason=").headers().firstValue("Location").orElseThrow()).endsWith(page);
        assertThat(story.standing(year, ONE).doneOn()).as("without a reason nothing happens").isNotNull();
        municipal.call("POST", page + "/reopening", FORM, "reason=" + Browser.encode("Нет подписи") + "&item=" + club);
        assertThat(story.standing(year, ONE).doneOn()).isNull();
        assertThat(municipal.open(page).body()).contains("Как этап завершался раньше", "Нет подписи", "открывался снова: 1", "Запрошено заново",
            "Было подтверждено мероприятий: 1 из 2").doesNotContain("??");
    }

    @Test
    void neighboursFindNothing() throws IOException {
        school.uploads(year, ONE, club);
        long file = documents.in(MonitoringFiles.evidence(year.id(), ONE, club)).get(0).id();
        long otherSchool = people.school(told.municipality());
        long district = people.municipality(told.region());
        Map<String, Browser> neighbours = new LinkedHashMap<>();
        neighbours.put("coordinator of another school", signedIn(staff.holding(Role.SCHOOL_COORDINATOR, Place.school(otherSchool),
            LocalDate.of(2021, 5, 11)).get(0).id()));
        neighbours.put("curator of another school", signedIn(people.appoint(Role.CURATOR, Place.school(otherSchool))));
        neighbours.put("coordinator of the next municipality", signedIn(people.appoint(Role.MUNICIPAL_COORDINATOR, Place.municipality(district))));
        neighbours.put("observer of the next municipality", signedIn(people.appoint(Role.OBSERVER, Place.municipality(district))));
        neighbours.put("expert of the region", signedIn(people.appoint(Role.EXPERT, Place.region(told.region()))));
        String evidence = "/documents/monitoring-evidence/" + year.id() + "-1";
        SoftAssertions all = new SoftAssertions();
        neighbours.forEach((who, neighbour) -> {
            for (String path : List.of(page, page + "/evidence.zip", page + "/files/" + file, "/school-years/" + year.id() + "/positive-changes", evidence,
                evidence + ".zip", evidence + "/" + club, "/documents/" + file, "/tasks/" + school.task(year, ONE, MonitoringModel.REPORT).id())) {
                all.assertThat(neighbour.open(path).statusCode()).as("%s: %s", who, path).isEqualTo(404);
            }
            for (String path : List.of(page + "/reopening", "/school-years/" + year.id() + "/positive-changes")) {
                all.assertThat(neighbour.call("POST", path, FORM, "reason=x&mark=YES").statusCode()).as("%s: POST %s", who, path).isEqualTo(404);
            }
            all.assertThat(neighbour.call("DELETE", "/documents/" + file, FORM, "").statusCode()).as("%s removes", who).isEqualTo(404);
        });
        Browser stranger = neighbours.get("curator of another school");
        all.assertThat(stranger.upload(slot(club), "чужое.docx", SampleFiles.docx()).statusCode()).isEqualTo(404);
        Browser curator = signedIn(told.curator());
        all.assertThat(curator.open("/documents/" + file).statusCode()).isEqualTo(200);
        all.assertThat(curator.upload(slot(club), "моё.docx", SampleFiles.docx()).statusCode()).as("evidence is the school's").isEqualTo(404);
        all.assertAll();
    }

    @Test
    void coordinatorsCorrectAMarkOnItsPage() {
        String path = "/school-years/" + year.id() + "/positive-changes";
        Browser municipal = signedIn(told.municipal());
        assertThat(municipal.open(path).body()).contains("Куратор ещё не отметил").doesNotContain("Исправить отметку", "??");
        changes.mark(year.id(), story.viewer(told.curator()), PositiveChange.of(ChangeMark.NO, Set.of(ChangeSource.VPR), "2020/21", "Без изменений", null));
        assertThat(municipal.open(path).body()).contains("Исправить отметку", "ВПР", "Без изменений").doesNotContain("??");
        String typed = "mark=YES&source=OGE&source=VPR&period=2021&words=" + Browser.encode("Рост результатов") + "&reason=";
        municipal.call("POST", path, FORM, typed);
        assertThat(municipal.open(path).body()).contains("Напишите, почему отметка исправляется", "Рост результатов");
        assertThat(changes.of(year.id())).hasSize(1);
        municipal.call("POST", path, FORM, typed + Browser.encode("Пришли данные"));
        assertThat(changes.of(year.id()).get(0).mark()).isEqualTo(ChangeMark.YES);
        assertThat(signedIn(told.curator()).open(path).body()).contains("Пришли данные", "да, отмечены").doesNotContain("Исправить отметку", "??");
    }

    private Map<String, String> withLater(Map<String, String> fields) {
        return MonitoringStory.with(fields, "claim_" + forum, "NOT_DUE");
    }

    private String slot(String item) {
        return "/documents/monitoring-evidence/" + year.id() + "-1/" + item;
    }

    private Browser signedIn(long person) {
        accounts.setPassword(person, PASSWORD);
        Browser browser = new Browser(port);
        assertThat(browser.signIn(staff.person(person).email(), PASSWORD).headers().firstValue("Location").orElseThrow()).doesNotContain("error");
        return browser;
    }
}
