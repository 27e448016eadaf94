package ru.marshrut.roadmap.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import ru.marshrut.access.Accounts;
import ru.marshrut.calendar.MovableClock;
import ru.marshrut.territory.Place;
import ru.marshrut.territory.Role;
import ru.marshrut.territory.Staff;
import ru.marshrut.testing.Browser;
import ru.marshrut.testing.MadePeople;
import ru.marshrut.testing.Visitor;

/** A coordinator pastes the order of seed 003, corrects what asks for a decision, and approves; then amends it. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class ImportInBrowserTest {

    private static final String PASSWORD = "дорожная карта края";
    private static final int PHONE = 390; // pixels

    @LocalServerPort
    int port;
    @Autowired
    MadePeople people;
    @Autowired
    Staff staff;
    @Autowired
    Accounts accounts;
    @Autowired
    MovableClock clock;

    private Visitor coordinator;

    @Test
    void theOrderIsPastedCheckedApprovedAndAmended() throws IOException {
        clock.moveTo(LocalDate.of(2021, 3, 17).atTime(9, 0).toInstant(ZoneOffset.UTC));
        String order = Files.readString(Path.of("src/test/resources/seeds/003_293e61bd19a6fb77.txt"));
        long person = people.appoint(Role.REGIONAL_COORDINATOR, Place.region(people.region()));
        accounts.setPassword(person, PASSWORD);
        try (Browser browser = Browser.launched()) {
            coordinator = new Visitor(browser, port, "ru-RU");
            coordinator.signIn(staff.person(person).email(), PASSWORD);
            coordinator.sees().getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName("Дорожные карты")).first().click();
            link("Новая дорожная карта").click();
            coordinator.fill("title", "Дорожная карта 500+");
            coordinator.fill("text", order);
            coordinator.fill("orderNumber", "604");
            coordinator.fill("orderDate", "2021-03-16");
            coordinator.fill("effectiveFrom", "2021-01-29");
            coordinator.press("Загрузить и проверить");
            assertThat(coordinator.sees().getByText("Таблица прочитана")).isVisible();
            fitsAPhone("import-draft");
            coordinator.press("Подтвердить роли");
            correctTheFortnightlyDay();
            confirmTheRest();
            link("Перейти к утверждению").click();
            fitsAPhone("import-approval");
            coordinator.press("Утвердить");
            assertThat(coordinator.sees().getByText("Дорожная карта утверждена")).isVisible();

            link("Версии и история").click();
            coordinator.press("Подготовить изменение");
            link("Загрузить таблицу заново").click();
            coordinator.fill("text", order.replace("\t30.05.2021\t", "\t05.06.2021\t").replaceAll("(?m)^25\\..*\\n", ""));
            coordinator.press("Загрузить и проверить");
            coordinator.fill("orderNumber", "700");
            coordinator.fill("orderDate", "2021-03-17");
            coordinator.sees().locator("#order").getByText("Сохранить").click();
            link("Что изменится и утверждение").click();
            assertThat(coordinator.sees().getByText("Изменены: 1")).isVisible();
            assertThat(coordinator.sees().getByText("Исключаются: 1")).isVisible();
            fitsAPhone("import-differences");
            coordinator.sees().getByLabel("Почему исключается").fill("проведено вместе с другим мероприятием");
            coordinator.press("Утвердить изменение");
            assertThat(coordinator.sees().getByText("Утверждена версия 2")).isVisible();
            assertThat(coordinator.failures()).isEmpty();
        }
    }

    /** Row 24: «2 раза в месяц» stands in the title only. A wrong number is refused first and stays in the form. */
    private void correctTheFortnightlyDay() {
        link("Требуют решения").click();
        Locator row = coordinator.sees().locator("article").filter(new Locator.FilterOptions().setHasText("24. Организация единого методического дня"));
        row.locator("[name=count]").fill("2");
        row.locator("[name=byDay]").fill("32");
        row.locator("form").first().evaluate("form => form.noValidate = true");
        row.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Сохранить")).click();
        assertThat(row.locator(".error")).containsText("от 1 до 31");
        assertThat(row.locator("[name=byDay]")).hasValue("32");
        row.locator("[name=byDay]").fill("");
        row.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Сохранить")).click();
        assertThat(coordinator.sees().getByText("Строка сохранена")).isVisible();
    }

    private void confirmTheRest() {
        Locator confirm = coordinator.sees().getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Всё верно, подтвердить"));
        for (int left = 3; left > 0; left--) { // rows 15, 21 and 30
            assertThat(confirm).hasCount(left);
            confirm.first().click();
        }
        assertThat(coordinator.sees().getByText("всё решено")).isVisible();
    }

    private Locator link(String name) {
        return coordinator.sees().getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName(name)).first();
    }

    private void fitsAPhone(String name) {
        coordinator.page().setViewportSize(PHONE, 900);
        assertThat((int) coordinator.page().evaluate("document.documentElement.scrollWidth")).as("width of " + name).isLessThanOrEqualTo(PHONE);
        coordinator.shoot(PHONE, name + "-phone");
        coordinator.shoot(1280, name);
    }
}
