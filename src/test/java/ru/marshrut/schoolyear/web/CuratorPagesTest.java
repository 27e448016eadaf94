package ru.marshrut.schoolyear.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.LocalDate;
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
import ru.marshrut.schoolyear.SchoolYear;
import ru.marshrut.schoolyear.conversation.SchoolConversations;
import ru.marshrut.schoolyear.process.CuratorVisitsModel;
import ru.marshrut.schoolyear.process.YearStory;
import ru.marshrut.schoolyear.process.YearStory.Told;
import ru.marshrut.schoolyear.visits.Visit;
import ru.marshrut.schoolyear.visits.VisitSchedules;
import ru.marshrut.territory.Place;
import ru.marshrut.territory.Role;
import ru.marshrut.territory.Staff;
import ru.marshrut.testing.MadePeople;

/** The pages of visits, conversation and curators' figures as people and their neighbours open them. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class CuratorPagesTest {

    private static final String PASSWORD = "учебный-пароль-для-проверки";
    private static final String FORM = "application/x-www-form-urlencoded";
    private static final LocalDate DAY = LocalDate.of(2021, 3, 1);

    @LocalServerPort
    int port;
    @Autowired
    YearStory story;
    @Autowired
    VisitSchedules schedules;
    @Autowired
    SchoolConversations conversations;
    @Autowired
    MadePeople people;
    @Autowired
    Staff staff;
    @Autowired
    Accounts accounts;

    private Told told;
    private SchoolYear year;
    private String visits;
    private String conversation;

    @BeforeEach
    void aYearBegins() {
        story.itIs("2021-03-01");
        told = story.aSchool();
        year = story.aYearOf(told);
        story.started(CuratorVisitsModel.KEY, year);
        visits = "/school-years/" + year.id() + "/visits";
        conversation = "/school-years/" + year.id() + "/conversation";
    }

    @Test
    void neighboursOpenNothingAndObserversNoConversation() {
        agreed();
        long other = people.school(told.municipality());
        long visit = visits().get(0).id();
        Map<String, Browser> strangers = new LinkedHashMap<>();
        strangers.put("neighbour", signedIn(people.appoint(Role.SCHOOL_COORDINATOR, Place.school(other))));
        strangers.put("neighbour's curator", signedIn(people.appoint(Role.CURATOR, Place.school(other))));
        strangers.put("next municipality", signedIn(people.appoint(Role.MUNICIPAL_COORDINATOR, Place.municipality(people.municipality(told.region())))));
        strangers.put("expert", signedIn(people.appoint(Role.EXPERT, Place.region(told.region()))));
        SoftAssertions all = new SoftAssertions();
        strangers.forEach((who, stranger) -> {
            for (String path : List.of(visits, conversation, "/curators?place=municipality-" + told.municipality(),
                "/curators.xlsx?place=region-" + told.region(), "/curators/" + told.curator(),
                "/curators/" + told.curator() + "?place=municipality-" + told.municipality())) {
                all.assertThat(stranger.open(path).statusCode()).as("%s: %s", who, path).isEqualTo(404);
            }
            for (String path : List.of(conversation, conversation + "/draft", visits, visits + "/" + visit + "/move", visits + "/" + visit + "/removal")) {
                all.assertThat(post(stranger, path, "body=x&day=2021-05-17&reason=x&purpose=x").statusCode()).as("%s: %s", who, path).isEqualTo(404);
            }
        });
        Browser observer = signedIn(people.appoint(Role.OBSERVER, Place.region(told.region())));
        all.assertThat(observer.open(visits).statusCode()).isEqualTo(200);
        all.assertThat(observer.open(conversation).statusCode()).isEqualTo(404);
        all.assertThat(post(observer, visits, "day=2021-05-17&purpose=x").statusCode()).isEqualTo(404);
        for (long reader : List.of(told.municipal(), coordinator())) {
            all.assertThat(post(signedIn(reader), visits + "/" + visit + "/move", "day=2021-05-17&reason=x").statusCode()).isEqualTo(404);
        }
        all.assertAll();
        assertThat(visits()).singleElement().extracting(Visit::day).isEqualTo(LocalDate.of(2021, 4, 12));
    }

    @Test
    void theCuratorMovesAddsAndAsksToTakeOutAndWhatHeTypedStaysWhereItIsRefused() {
        agreed();
        Browser curator = signedIn(told.curator());
        String visit = visits + "/" + visits().get(0).id();
        assertThat(post(curator, visit + "/move", "day=2022-05-17&reason=" + Browser.encode("Ярмарка")).statusCode()).isEqualTo(302);
        assertThat(curator.open(visits).body()).contains("17.05.2022 не относится к 2021 году", "value=\"Ярмарка\"", "value=\"2022-05-17\"");
        assertThat(visits().get(0).day()).isEqualTo("2021-04-12");

        post(curator, visit + "/move", "day=2021-05-17&reason=" + Browser.encode("Ярмарка"));
        post(curator, visits, "day=2021-06-07&purpose=" + Browser.encode("Итоги года"));
        post(curator, visit + "/removal", "reason=" + Browser.encode("Карантин"));
        assertThat(curator.open(visits).body()).contains("Посещение", "17.05.2021", "07.06.2021", "Итоги года", "Куратор просит снять посещение: Карантин");
        assertThat(signedIn(coordinator()).open(visits).body()).contains("17.05.2021").doesNotContain("Попросить снять");
        assertThat(signedIn(told.municipal()).open(visits).body()).contains("Решить, снимать ли посещение с графика", "Выполнить");
    }

    @Test
    void aMessageIsWrittenReadAndKeptWhereItIsRefused() {
        Browser school = signedIn(coordinator());
        assertThat(post(school, conversation + "/draft", "body=" + Browser.encode("Начало")).statusCode()).isEqualTo(204);
        assertThat(school.open(conversation).body()).contains("Начало");
        HttpResponse<String> refused = post(school, conversation, "body=" + Browser.encode("Важное " + "а".repeat(10_001)) + "&needsAnswer=true");
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("Важное", "Сократите его", "checked=\"checked\"");

        assertThat(post(school, conversation, "needsAnswer=true&body=" + Browser.encode("Когда <b>приедете</b>?")).statusCode()).isEqualTo(302);
        Browser curator = signedIn(told.curator());
        assertThat(curator.open(conversation).body()).contains("Когда &lt;b&gt;приедете&lt;/b&gt;?", "нужен ответ", "новое");
        post(curator, conversation, "body=" + Browser.encode("В понедельник"));
        assertThat(school.open(conversation).body()).contains("ответ: № 2", "В понедельник", "Исправить").doesNotContain(">Начало<");
        assertThat(school.open(conversation + "?corrects=1").body()).contains("Исправление к сообщению № 1");
    }

    @Test
    void oneProposalGoesToSeveralSchoolsOfACurator() {
        Told second = story.aSchool();
        staff.end(staff.historyOf(Place.school(second.school())).stream().filter(one -> one.role() == Role.CURATOR).findFirst().orElseThrow().id(),
            LocalDate.of(2021, 1, 31), "Замена");
        staff.appoint(told.curator(), Role.CURATOR, Place.school(second.school()), LocalDate.of(2021, 2, 1), "№ 3");
        SchoolYear other = story.aYearOf(second);
        story.started(CuratorVisitsModel.KEY, other);
        Browser curator = signedIn(told.curator());
        String page = "/curators/me/visits";
        assertThat(curator.open(page).body()).contains("Предложить график сразу нескольким школам");
        String rows = "&day=2021-04-12&purpose=" + Browser.encode("Знакомство") + "&day=&purpose=";
        String schools = "school=" + told.school() + "&school=" + second.school();
        assertThat(post(curator, page, rows.substring(1)).body()).contains("Отметьте хотя бы одну школу", "value=\"Знакомство\"");
        assertThat(post(curator, page, schools + "&day=2021-04-17&purpose=x").body()).contains("17.04.2021 — нерабочий день");
        assertThat(post(curator, page, schools + rows).statusCode()).isEqualTo(302);
        assertThat(schedules.visits(List.of(year.id(), other.id()))).extracting(Visit::day).containsExactly(LocalDate.of(2021, 4, 12), LocalDate.of(2021, 4, 12));
        assertThat(curator.open(page).body()).contains("12.04.2021", "предложено").doesNotContain("Предложить график сразу");
        assertThat(signedIn(told.municipal()).open(page).statusCode()).isEqualTo(404);
    }

    @Test
    void figuresAreOpenedDownToTheirRowsAndExported() {
        agreed();
        conversations.send(year.id(), story.viewer(coordinator()), "Когда приедете?", true, null);
        story.itIs("2021-04-30");
        String place = "?place=municipality-" + told.municipality();
        Browser municipal = signedIn(told.municipal());
        String name = staff.person(told.curator()).fullName();
        assertThat(municipal.open("/curators").body()).contains(name, "0 из 1 (0,0%)", "нет данных", "Все вместе");
        assertThat(municipal.open("/curators/" + told.curator() + place).body()).contains(name, "нет отчёта или не состоялось", "ответа пока нет");
        assertThat(signedIn(told.regional()).open("/curators" + place).body()).contains(name);
        assertThat(municipal.open("/curators?place=region-" + told.region()).statusCode()).as("never above").isEqualTo(404);
        HttpResponse<String> workbook = municipal.open("/curators.xlsx" + place + "&year=2021");
        assertThat(workbook.statusCode()).isEqualTo(200);
        assertThat(workbook.headers().firstValue("Content-Type").orElseThrow()).contains("spreadsheetml");

        Browser curator = signedIn(told.curator());
        assertThat(curator.open("/curators/" + told.curator()).body()).contains("0 из 1", "ответа пока нет");
        assertThat(curator.open("/curators").statusCode()).isEqualTo(404);
        assertThat(curator.open("/curators/" + told.municipal()).statusCode()).isEqualTo(404);
    }

    @Test
    void everyFormShowsItself() {
        Browser curator = signedIn(told.curator());
        Browser municipal = signedIn(told.municipal());
        String proposal = "/tasks/" + story.task(year, CuratorVisitsModel.PROPOSE_VISITS).id();
        assertThat(curator.open(proposal).body()).contains("Предложить график посещений школы", "name=\"purpose\"");
        HttpResponse<String> refused = post(curator, proposal, "day=2021-04-17&purpose=" + Browser.encode("Собрание"));
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("Нерабочие дни указаны намеренно", "value=\"Собрание\"", "value=\"2021-04-17\"");
        post(curator, proposal, "day=2021-04-17&daysOffMeant=yes&purpose=" + Browser.encode("Собрание"));
        story.run();
        String agreement = "/tasks/" + story.task(year, CuratorVisitsModel.AGREE_ON_VISITS).id();
        assertThat(municipal.open(agreement).body()).contains("17.04.2021", "суббота", "Собрание");
        post(municipal, agreement, "agreed=YES");
        story.run();
        story.passesUntil(told, "2021-04-16");
        assertThat(curator.open("/tasks/" + story.task(year, CuratorVisitsModel.REPORT_VISIT).id()).body()).contains("Что посмотрели", "17.04.2021");
        schedules.askRemoval(visits().get(0).id(), story.viewer(told.curator()), "Карантин");
        assertThat(municipal.open("/tasks/" + story.task(year, CuratorVisitsModel.DECIDE_ON_REMOVAL).id()).body()).contains("Карантин", "Снять посещение?");
    }

    private void agreed() {
        story.does(year, CuratorVisitsModel.PROPOSE_VISITS, Map.of("day", "2021-04-12", "purpose", "Знакомство"));
        story.does(year, CuratorVisitsModel.AGREE_ON_VISITS, Map.of("agreed", "YES"));
    }

    private List<Visit> visits() {
        return schedules.visits(List.of(year.id()));
    }

    private long coordinator() {
        return staff.holding(Role.SCHOOL_COORDINATOR, Place.school(told.school()), DAY).get(0).id();
    }

    private static HttpResponse<String> post(Browser who, String path, String form) {
        return who.call("POST", path, FORM, form);
    }

    private Browser signedIn(long person) {
        accounts.setPassword(person, PASSWORD);
        Browser browser = new Browser(port);
        assertThat(browser.signIn(staff.person(person).email(), PASSWORD).headers().firstValue("Location").orElseThrow()).doesNotContain("error");
        return browser;
    }
}
