package ru.marshrut.schoolyear.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import ru.marshrut.access.Accounts;
import ru.marshrut.schoolyear.SchoolYear;
import ru.marshrut.schoolyear.process.YearStory;
import ru.marshrut.schoolyear.process.YearStory.Told;
import ru.marshrut.schoolyear.programme.ProgrammeDrafts;
import ru.marshrut.schoolyear.programme.ProgrammeText;
import ru.marshrut.schoolyear.programme.Programmes;
import ru.marshrut.territory.Person;
import ru.marshrut.territory.Place;
import ru.marshrut.territory.Role;
import ru.marshrut.territory.Staff;
import ru.marshrut.territory.Territory;
import ru.marshrut.testing.Browser;

/** A school writes its programme on a phone's width, with the keyboard alone. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class AntiriskProgrammeInBrowserTest {

    private static final String PASSWORD = "с-клавиатуры-и-с-телефона";
    private static final int PHONE = 360;

    @LocalServerPort
    int port;
    @Autowired
    YearStory story;
    @Autowired
    Territory territory;
    @Autowired
    Staff staff;
    @Autowired
    Accounts accounts;
    @Autowired
    ProgrammeDrafts drafts;
    @Autowired
    Programmes programmes;

    @Test
    void aRowIsWrittenCorrectedAndHandedInWithTheKeyboard() {
        story.itIs("2021-03-01");
        Told told = story.aSchool();
        SchoolYear year = story.aYearOf(told);
        territory.activateRisks(told.school(), year.year(), Set.of("motivation"));
        Person coordinator = staff.holding(Role.SCHOOL_COORDINATOR, Place.school(told.school()), LocalDate.parse("2021-03-01")).get(0);
        accounts.setPassword(coordinator.id(), PASSWORD);
        drafts.add(year.id(), story.viewer(coordinator.id()), new ProgrammeText("motivation", "", "Повысить интерес к предметам", "Предметная неделя",
            "60% обучающихся", "в течение года", "Завуч", "Приказ"));
        try (Browser browser = Browser.launched()) {
            Page page = browser.context(new NewContextOptions().setLocale("ru-RU").setViewportSize(PHONE, 740)).newPage();
            page.navigate("http://localhost:" + port + "/login");
            page.getByLabel("Электронная почта").fill(coordinator.email());
            page.getByLabel("Пароль").fill(PASSWORD);
            page.keyboard().press("Enter");
            assertThat(page.getByText("Выйти")).isVisible();
            page.navigate("http://localhost:" + port + "/school-years/" + year.id() + "/programme");
            assertThat(page.getByText("не определён конкретный срок")).isVisible();
            fitsThePhone(page);

            page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Изменить строку 1")).focus();
            page.keyboard().press("Enter");
            page.getByLabel("Срок").fill("с 05.04.2021 по 09.04.2021");
            page.keyboard().press("Enter");
            assertThat(page.getByText("Строка сохранена.")).isVisible();
            assertThat(page.getByText("Замечаний нет.")).isVisible();

            page.getByLabel("Рисковое направление").selectOption("motivation"); // the driver's keyboard has no Russian letters to choose by
            page.getByLabel("Рисковое направление").focus();
            for (String text : new String[] {"Поднять успеваемость", "Олимпиада", "30 участников", "15.04.2021", "Завуч"}) {
                page.keyboard().press("Tab");
                page.keyboard().type(text);
            }
            page.keyboard().press("Tab");
            page.keyboard().type("Протокол");
            page.keyboard().press("Enter");
            assertThat(page.getByText("Строка добавлена.")).isVisible();
            assertThat(page.getByText("Мероприятий: 2")).isVisible();
            page.screenshot(new Page.ScreenshotOptions().setFullPage(true).setPath(Path.of("target/screenshots/antirisk-programme-phone.png")));
            fitsThePhone(page);

            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Сохранить версию программы")).focus();
            page.keyboard().press("Enter");
            assertThat(page.getByText("Программа сохранена как новая версия")).isVisible();
            page.setViewportSize(1280, 900);
            page.navigate("http://localhost:" + port + "/school-years/" + year.id() + "/documents");
            page.screenshot(new Page.ScreenshotOptions().setFullPage(true).setPath(Path.of("target/screenshots/school-documents.png")));
        }
        assertThat(programmes.measuresOf(year.id())).extracting(one -> one.measure(), one -> one.direction(), one -> one.concrete())
            .containsExactly(org.assertj.core.groups.Tuple.tuple("Предметная неделя", "motivation", true),
                org.assertj.core.groups.Tuple.tuple("Олимпиада", "motivation", true));
    }

    private static void fitsThePhone(Page page) {
        assertThat((Integer) page.evaluate("document.documentElement.scrollWidth")).as("scrolls sideways").isLessThanOrEqualTo(PHONE);
    }
}
