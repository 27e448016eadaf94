package ru.marshrut.schoolyear.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import ru.marshrut.access.Accounts;
import ru.marshrut.documents.SampleFiles;
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
import ru.marshrut.testing.Browser;
import ru.marshrut.testing.Visitor;

/** A curator plans, visits and answers, in the task list and on a phone. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class CuratorsInBrowserTest {

    private static final String PASSWORD = "посещение школы куратором";

    @LocalServerPort
    int port;
    @Autowired
    YearStory story;
    @Autowired
    VisitSchedules schedules;
    @Autowired
    SchoolConversations conversations;
    @Autowired
    Accounts accounts;
    @Autowired
    Staff staff;
    @TempDir
    Path folder;

    @Test
    void aCuratorProposesReportsAndTalksWithTheSchool() throws IOException {
        story.itIs("2021-03-01");
        Told told = story.aSchool();
        SchoolYear year = story.aYearOf(told);
        story.started(CuratorVisitsModel.KEY, year);
        long coordinator = staff.holding(Role.SCHOOL_COORDINATOR, Place.school(told.school()), LocalDate.of(2021, 3, 1)).get(0).id();
        List.of(told.curator(), told.municipal(), coordinator).forEach(person -> accounts.setPassword(person, PASSWORD));
        try (Browser browser = Browser.launched()) {
            Visitor curator = signedIn(browser, told.curator());
            curator.openInTaskList(story.task(year, CuratorVisitsModel.PROPOSE_VISITS).id());
            curator.sees().getByLabel("День посещения 1").fill("2021-03-08");
            curator.sees().getByLabel("Цель посещения 1").fill("Знакомство с командой школы");
            curator.press("Отправить на согласование");
            assertThat(curator.sees().getByText("08.03.2021 — нерабочий день").first()).isVisible();
            curator.sees().getByLabel("День посещения 1").fill("2021-03-10");
            curator.press("Отправить на согласование");
            assertThat(curator.page().locator("iframe.marshrut-task")).hasCount(0); // the task list closes a done task by itself
            story.run();

            Visitor municipal = signedIn(browser, told.municipal());
            municipal.open("/tasks/" + story.task(year, CuratorVisitsModel.AGREE_ON_VISITS).id());
            municipal.choose("agreed", "YES");
            municipal.shoot(1280, "visits-agreement");
            municipal.press("Принять решение");
            assertThat(municipal.sees().getByText("Готово, шаг завершён")).isVisible();
            story.run();

            story.passesUntil(told, "2021-03-10");
            curator.open("/tasks/" + story.task(year, CuratorVisitsModel.REPORT_VISIT).id());
            curator.choose("held", "YES");
            curator.fill("lookedAt", "Уроки математики в 8 классе");
            curator.fill("agreements", "Открытый урок до 20 апреля");
            curator.upload("Файлы отчёта (не обязательно)", "отчёт.docx", folder, SampleFiles.docx());
            curator.shoot(1280, "visit-report");
            curator.press("Отправить отчёт");
            assertThat(curator.sees().getByText("Готово, шаг завершён")).isVisible();
            assertThat(schedules.visits(List.of(year.id()))).extracting(Visit::state).containsExactly(Visit.State.HELD);

            Visitor school = signedIn(browser, coordinator);
            school.page().setViewportSize(390, 800);
            school.open("/school-years/" + year.id() + "/conversation");
            school.fill("body", "Посмотрите, пожалуйста, программу: " + "длинноеслово".repeat(12));
            assertThat(school.sees().getByText("Черновик сохранён")).isVisible();
            school.open("/school-years/" + year.id() + "/conversation");
            assertThat(school.sees().locator("[name=body]")).hasValue("Посмотрите, пожалуйста, программу: " + "длинноеслово".repeat(12));
            school.sees().getByLabel("Нужен ответ").check();
            school.upload("Приложить файлы", "программа.docx", folder, SampleFiles.docx());
            school.press("Отправить");
            assertThat(school.sees().getByText("Сообщение отправлено")).isVisible();
            assertThat((Integer) school.page().evaluate("document.documentElement.scrollWidth")).as("nothing sticks out").isLessThanOrEqualTo(390);

            curator.open("/curators/me/visits");
            curator.shoot(1280, "my-visits");
            curator.sees().getByText("новых сообщений: 1").click();
            assertThat(curator.sees().getByText("программа.docx")).isVisible();
            curator.fill("body", "Посмотрел: добавьте показатели и сроки.");
            curator.press("Отправить");
            assertThat(curator.sees().getByText("ответ: № 2")).isVisible();
            school.open("/school-years/" + year.id() + "/conversation");
            school.shoot(390, "conversation-phone");
            curator.shoot(1280, "conversation");
            school.open("/school-years/" + year.id() + "/visits");
            school.shoot(390, "visits-phone");
            curator.open("/school-years/" + year.id() + "/visits");
            curator.shoot(1280, "visits");
            municipal.open("/curators?year=2021");
            municipal.shoot(1280, "curators");
            municipal.shoot(390, "curators-phone");
            municipal.sees().getByText(staff.person(told.curator()).fullName()).first().click();
            municipal.shoot(1280, "curator");
            for (Visitor visitor : List.of(curator, municipal, school)) {
                assertThat(visitor.failures()).isEmpty();
            }
        }
        assertThat(conversations.read(year.id(), story.viewer(told.curator()), Integer.MAX_VALUE).messages()).hasSize(2);
    }

    private Visitor signedIn(Browser browser, long person) {
        Visitor visitor = new Visitor(browser, port, "ru-RU");
        visitor.signIn(staff.person(person).email(), PASSWORD);
        return visitor;
    }
}
