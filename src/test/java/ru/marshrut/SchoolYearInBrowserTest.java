package ru.marshrut;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.awaitility.Awaitility.await;
import static ru.marshrut.roadmap.process.MeasureStory.documents;
import static ru.marshrut.roadmap.process.MeasureStory.window;

import com.microsoft.playwright.Locator;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.annotation.DirtiesContext.ClassMode;
import org.springframework.transaction.support.TransactionTemplate;
import ru.marshrut.access.Accounts;
import ru.marshrut.roadmap.OutcomeKind;
import ru.marshrut.roadmap.Outcomes;
import ru.marshrut.roadmap.Outcomes.Member;
import ru.marshrut.roadmap.Outcomes.Outcome;
import ru.marshrut.roadmap.process.MeasureStory;
import ru.marshrut.schoolyear.SchoolYears;
import ru.marshrut.schoolyear.Stage;
import ru.marshrut.schoolyear.process.CuratorVisitsModel;
import ru.marshrut.schoolyear.process.ProfileForms;
import ru.marshrut.schoolyear.process.RiskProfileModel;
import ru.marshrut.schoolyear.process.SchoolYearModel;
import ru.marshrut.schoolyear.process.YearCourse;
import ru.marshrut.schoolyear.process.YearStory;
import ru.marshrut.schoolyear.process.YearStory.Told;
import ru.marshrut.territory.Place;
import ru.marshrut.territory.Staff;
import ru.marshrut.territory.Territory;
import ru.marshrut.testing.Browser;
import ru.marshrut.testing.Visitor;

/**
 * One school's year in real browsers, from the region's start to the positive changes: its coordinator, its curator, the
 * municipal and the regional coordinator. The stages' days are those of an approved road map. Screenshots: {@code target/screenshots}.
 */
@DirtiesContext(classMode = ClassMode.BEFORE_CLASS) // others may have left changed models and an engine of theirs in the task list
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class SchoolYearInBrowserTest {

    private static final String PASSWORD = "год одной школы целиком";

    @LocalServerPort
    int port;
    @Autowired
    YearStory story;
    @Autowired
    YearCourse course;
    @Autowired
    MeasureStory measures;
    @Autowired
    SchoolYears years;
    @Autowired
    Outcomes outcomes;
    @Autowired
    Territory territory;
    @Autowired
    Staff staff;
    @Autowired
    Accounts accounts;
    @Autowired
    TransactionTemplate transaction;
    @TempDir
    Path folder;

    private Told told;
    private YearVisitors people;

    @Test
    void aSchoolGoesThroughItsYear() throws IOException {
        story.itIs("2021-03-01");
        told = story.aSchool();
        course.takePart(told, told.school());
        theRoadMapDatesTheStages();
        try (Browser browser = Browser.launched()) {
            people = new YearVisitors(story, told, folder, staff, LocalDate.of(2021, 3, 1), person -> signedIn(browser, person));
            theRegionStartsTheYear();
            theSurveyIsHeldAndTheProfileEntered();
            theCuratorVisitsAndVerifies();
            theDirectionsAreActivated();
            theVisitsAreAgreedOn();
            DocumentsInBrowser documents = new DocumentsInBrowser(people, territory.riskDirections().get("staff"));
            documents.theProgrammeIsWritten();
            documents.theyAreCheckedAndPlaced();
            MonitoringInBrowser monitoring = new MonitoringInBrowser(people, territory.riskDirections());
            monitoring.theFirstStageIsReportedOn();
            monitoring.theFirstStageIsOpenedAgain();
            aQuestionIsAnswered();
            autumnComes();
            monitoring.theSecondStageIsReportedOn();
            theYearIsJudged();
            theYearIsComplete();
            people.nothingWentWrong();
        }
    }

    private void theRoadMapDatesTheStages() {
        measures.approved(course.toldToMeasures(told), Place.region(told.region()), null,
            documents("Анкетирование участников", "Проведено", OutcomeKind.SURVEY_DONE, window(null, "2021-03-15")),
            documents("Первое посещение школ кураторами", "Посещены", OutcomeKind.SCHOOL_VISITED, window(null, "2021-03-26")),
            documents("Верификация рискового профиля", "Проведена", OutcomeKind.RISK_PROFILE_VERIFIED, window(null, "2021-03-31")),
            documents("Активация рисковых направлений", "Активированы", OutcomeKind.RISKS_ACTIVATED, window(null, "2021-04-05")),
            documents("Размещение концептуальных документов", "Размещены", OutcomeKind.CONCEPT_DOCUMENTS_PLACED, window(null, "2021-04-30")),
            documents("Первый этап мониторинга", "Завершён", OutcomeKind.MONITORING_1_PLACED, window("2021-05-11", "2021-05-25")),
            documents("Взаимоэкспертиза", "Проведена", OutcomeKind.PEER_REVIEW_DONE, window(null, "2021-09-30")),
            documents("Второй этап мониторинга", "Завершён", OutcomeKind.MONITORING_2_PLACED, window("2021-10-04", "2021-10-20")),
            documents("Позитивные изменения", "Отмечены", OutcomeKind.POSITIVE_CHANGES, window("2021-12-01", "2021-12-20")));
    }

    private void theRegionStartsTheYear() {
        Visitor regional = people.regional;
        String school = territory.school(told.school()).name();
        regional.open("/school-years");
        assertThat(regional.sees()).containsText("в 2021 году год школ ещё не начат");
        people.shoot(regional, 1280, "years-before");
        regional.sees().getByText("Начать год школ…").click();
        assertThat(regional.sees()).containsText("Будет начат: 1");
        assertThat(regional.sees()).containsText(school);
        people.shoot(regional, 1280, "years-dry-run");
        regional.press("Начать");
        assertThat(regional.sees().locator("tbody tr")).containsText(school);
        story.run();
        people.areIn(years.of(told.school(), YearStory.YEAR).orElseThrow());
        people.allSeeOnTheMap("Провести анкетирование", "15.03.2021", "приказ № 89 от 01.03.2021");
        people.shoot(people.municipal, 1280, "map-at-the-start");
        people.municipal.open("/programme");
        assertThat(line(people.municipal, "SURVEY").locator("a").first()).hasText("1");
    }

    private void theSurveyIsHeldAndTheProfileEntered() {
        Visitor school = people.school;
        people.passesUntil("2021-03-05");
        people.opens(school, RiskProfileModel.CONDUCT_SURVEY, "Провести анкетирование");
        Map<String, String> survey = ProfileForms.survey("2021-03-05");
        survey.put("answered_parents", "200");
        people.fill(school, survey);
        people.isRefused(school, "Анкетирование проведено", "прошли анкетирование 200, а всего в группе 150. Проверьте оба числа.");
        assertThat(school.sees().locator("[name=answered_pupils]")).hasValue("80");
        people.shoot(school, 390, "survey-refused-phone");
        school.fill("answered_parents", "60");
        people.sends(school, "Анкетирование проведено");

        people.passesUntil("2021-03-10");
        people.opensInTaskList(school, RiskProfileModel.ENTER_PROFILE, "Внести рисковый профиль");
        for (String direction : ProfileForms.DIRECTIONS) {
            String level = List.of("motivation", "staff", "failing").contains(direction) ? "HIGH" : "LOW";
            school.sees().locator("[name=level_" + direction + "]").selectOption(direction.equals("parents") ? "" : level);
        }
        school.press("Внести профиль");
        assertThat(school.sees().locator(".field:has([name=level_parents]) .error")).isVisible();
        assertThat(school.sees().locator("[name=level_motivation]")).hasValue("HIGH");
        people.shoot(school, 1280, "profile-refused-in-task-list");
        school.sees().locator("[name=level_parents]").selectOption("MEDIUM");
        people.sendsInTaskList(school, "Внести профиль");
    }

    private void theCuratorVisitsAndVerifies() {
        Visitor curator = people.curator;
        people.passesUntil("2021-03-15");
        people.opens(curator, RiskProfileModel.MAKE_FIRST_VISIT, "Провести первое посещение школы");
        people.fill(curator, Map.of("on", "2021-03-15", "participants", "Директор, завуч", "report", "Обсудили профиль, посмотрели уроки"));
        people.shoot(curator, 390, "first-visit-phone");
        people.sends(curator, "Сообщить о посещении");

        people.opens(curator, RiskProfileModel.VERIFY_PROFILE, "Верифицировать рисковый профиль");
        ProfileForms.DIRECTIONS.forEach(direction -> curator.choose("verdict_" + direction, direction.equals("failing") ? "DISPUTE" : "CONFIRM"));
        people.isRefused(curator, "Завершить верификацию", "напишите, почему вы не согласны с профилем");
        curator.fill("comment_failing", "Результаты ВПР не ниже средних по району");
        people.shoot(curator, 1280, "verification");
        people.sends(curator, "Завершить верификацию");

        Visitor municipal = people.municipal;
        people.opens(municipal, RiskProfileModel.DECIDE_ON_DISPUTES, "Решить по спорным направлениям");
        assertThat(municipal.sees()).containsText("Куратор: Результаты ВПР не ниже средних по району");
        municipal.sees().locator("[name=level_failing]").selectOption("MEDIUM");
        municipal.fill("reason_failing", "Согласны с куратором, но риск есть");
        people.shoot(municipal, 1280, "dispute");
        people.sends(municipal, "Принять решение");
        people.allSeeOnTheMap("Активировать рисковые направления", "05.04.2021", "координатор от школы");
    }

    private void theDirectionsAreActivated() {
        people.passesUntil("2021-03-19");
        people.opens(people.school, RiskProfileModel.ACTIVATE_DIRECTIONS, "Активировать рисковые направления");
        people.shoot(people.school, 390, "activation-phone");
        assertThat(people.school.sees().locator("[name=direction]:checked")).hasCount(2); // those that are high after the decision
        people.sends(people.school, "Отправить куратору");
        people.opens(people.curator, RiskProfileModel.CONFIRM_ACTIVATION, "Подтвердить активацию направлений");
        people.curator.choose("decision", "CONFIRM");
        people.curator.fill("comment", "Выбор обоснован");
        people.shoot(people.curator, 1280, "activation-check");
        people.sends(people.curator, "Завершить проверку");
        people.school.open(people.page("profile"));
        assertThat(people.school.sees()).containsText("Согласны с куратором, но риск есть");
        people.shoot(people.school, 1280, "profile");
        people.shoot(people.school, 390, "profile-phone");
    }

    private void theVisitsAreAgreedOn() {
        people.opensInTaskList(people.curator, CuratorVisitsModel.PROPOSE_VISITS, "Предложить график посещений школы");
        visit(1, "2021-04-20", "Реализация антирисковой программы");
        visit(2, "2021-09-15", "Готовность ко второму этапу мониторинга");
        people.shoot(people.curator, 1280, "visits-in-task-list");
        people.sendsInTaskList(people.curator, "Отправить на согласование");
        people.opens(people.municipal, CuratorVisitsModel.AGREE_ON_VISITS, "Согласовать график посещений школы");
        people.municipal.choose("agreed", "YES");
        people.shoot(people.municipal, 390, "visits-agreement-phone");
        people.sends(people.municipal, "Принять решение");
    }

    private void visit(int row, String day, String purpose) {
        people.curator.sees().getByLabel("День посещения " + row).fill(day);
        people.curator.sees().getByLabel("Цель посещения " + row).fill(purpose);
    }

    private void aQuestionIsAnswered() {
        people.school.open(people.page("conversation"));
        people.school.fill("body", "Какие документы готовить ко второму этапу?");
        people.school.sees().getByLabel("Нужен ответ").check();
        people.school.press("Отправить");
        assertThat(people.school.sees()).containsText("Сообщение отправлено");
        people.curator.open("/my-schools");
        assertThat(people.curator.sees()).containsText(territory.school(told.school()).name());
        people.shoot(people.curator, 1280, "my-schools-of-the-curator");
        people.shoot(people.curator, 390, "my-schools-of-the-curator-phone");
        people.curator.open(people.page("conversation"));
        assertThat(people.curator.sees()).containsText("нужен ответ");
        people.curator.fill("body", "Протоколы наставничества и справку по мотивации.");
        people.curator.press("Отправить");
        assertThat(people.curator.sees()).containsText("ответ: № 2");
        people.municipal.open(people.page("conversation"));
        people.shoot(people.municipal, 1280, "conversation");
        people.shoot(people.municipal, 390, "conversation-phone");
    }

    private void autumnComes() {
        people.passesUntil("2021-09-15");
        people.opens(people.curator, CuratorVisitsModel.REPORT_VISIT, "Провести посещение и составить отчёт");
        people.curator.choose("held", "YES");
        people.fill(people.curator, Map.of("heldOn", "2021-09-15", "lookedAt", "Документы ко второму этапу", "agreements", "Собрать протоколы до 1 октября"));
        people.sends(people.curator, "Отправить отчёт");
        transaction.executeWithoutResult(status -> outcomes.record(List.of(new Outcome(OutcomeKind.PEER_REVIEW_DONE,
            Member.school(told.school(), told.region()), YearStory.YEAR, null, LocalDate.of(2021, 9, 15), true))));
        await().until(() -> story.standing(people.year(), Stage.PEER_REVIEW).doneOn() != null);
        story.run();
        people.school.open(people.map());
        assertThat(people.school.sees()).containsText("Дальше: Мониторинг, 2 этап");
        people.shoot(people.school, 1280, "map-in-autumn");
    }

    private void theYearIsJudged() {
        people.opens(people.curator, SchoolYearModel.MARK_POSITIVE_CHANGES, "Отметить позитивные изменения");
        assertThat(people.curator.sees()).containsText("3 из 3");
        people.curator.choose("mark", "YES");
        people.curator.choose("source", "VPR");
        people.fill(people.curator, Map.of("period", "2020/21", "words", "Доля успешно написавших ВПР выросла"));
        people.shoot(people.curator, 1280, "positive-changes");
        people.sends(people.curator, "Сохранить отметку");
    }

    private void theYearIsComplete() {
        people.allSeeOnTheMap("завершён", "3 из 3");
        Locator stops = people.municipal.sees().locator(".path .stop");
        assertThat(stops).hasCount(Stage.values().length);
        assertThat(stops.filter(new Locator.FilterOptions().setHasText("завершено в срок"))).hasCount(Stage.values().length - 1);
        assertThat(stops.filter(new Locator.FilterOptions().setHasText("завершено с опозданием"))).containsText("Концептуальные документы");
        people.shoot(people.municipal, 1280, "map-at-the-end");
        people.shoot(people.municipal, 390, "map-at-the-end-phone");
        people.municipal.sees().locator("summary").filter(new Locator.FilterOptions().setHasText("Показать, что и кем сделано")).click();
        assertThat(people.municipal.sees()).containsText("Год школы начат 01.03.2021");
        people.shoot(people.municipal, 1280, "history-of-the-year");
        people.municipal.open("/programme");
        assertThat(line(people.municipal, "COMPLETED").locator("a").first()).hasText("1");
        people.shoot(people.municipal, 1280, "programme-at-the-end");
        people.regional.open("/school-years");
        people.shoot(people.regional, 1280, "years-at-the-end");
        people.shoot(people.regional, 390, "years-at-the-end-phone");
        people.municipal.open("/curators");
        assertThat(people.municipal.sees()).containsText("2 из 2 (100,0%)");
        people.shoot(people.municipal, 1280, "curators-figures");
        people.shoot(people.municipal, 390, "curators-figures-phone");
    }

    private static Locator line(Visitor visitor, String stage) {
        return visitor.sees().locator("tr[data-line=" + stage + "]");
    }

    private Visitor signedIn(Browser browser, long person) {
        accounts.setPassword(person, PASSWORD);
        Visitor visitor = new Visitor(browser, port, "ru-RU");
        visitor.signIn(staff.person(person).email(), PASSWORD);
        return visitor;
    }
}
