package ru.marshrut.access;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.ScreenshotOptions;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import java.time.Clock;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import ru.marshrut.territory.Staff;
import ru.marshrut.territory.Territory;
import ru.marshrut.testing.Browser;

/** The sign-in in a real browser; screenshots go to {@code target/screenshots/access}. */
@Import(SchoolStep.class)
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class DeepLinkTest {

    private static final Path SCREENSHOTS = Path.of("target/screenshots/access");

    @LocalServerPort
    int port;
    @Autowired
    Territory territory;
    @Autowired
    Staff staff;
    @Autowired
    Accounts accounts;
    @Autowired
    Clock clock;
    @Autowired
    SchoolStep step;

    @Test
    void theLinkOfAMailOpensItsTaskAfterTheSignInAndSigningOutThereEndsTheSession() {
        TwoSchools here = TwoSchools.inANewRegion(territory, staff, clock);
        here.coordinator().giveAccount(accounts);
        String task = step.opensFor(here.oursId());
        try (Browser browser = Browser.launched()) {
            Page page = browser.context(new NewContextOptions().setLocale("ru-RU")).newPage();
            page.navigate("http://localhost:" + port + "/camunda/app/tasklist/default/#/?task=" + task);
            assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName("Вход"))).isVisible();
            shoot(page, "1-sign-in");
            page.getByLabel("Электронная почта").fill(here.coordinator().email());
            page.getByLabel("Пароль").fill("не тот пароль вовсе");
            page.getByText("Войти").click();
            assertThat(page.getByRole(AriaRole.ALERT)).containsText("Неверная почта или пароль");
            shoot(page, "2-refused");

            page.getByLabel("Электронная почта").fill(here.coordinator().email());
            page.getByLabel("Пароль").fill(TwoSchools.PASSWORD);
            page.getByText("Войти").click();

            assertThat(page).hasURL(Pattern.compile(".*/camunda/app/tasklist/default/#/.*task=" + task + ".*"));
            assertThat(page.locator("body")).containsText(SchoolStep.TITLE);
            shoot(page, "3-task");
            page.navigate("http://localhost:" + port + "/nothing");
            assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName("Не найдено"))).isVisible();
            shoot(page, "4-not-found");
            page.setViewportSize(390, 844);
            shoot(page, "5-phone");
            page.setViewportSize(1280, 720);

            page.navigate("http://localhost:" + port + "/camunda/app/tasklist/default/#/?task=" + task);
            page.locator(".account .dropdown-toggle").click();
            page.locator(".account .logout a").click();
            assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName("Вход"))).isVisible();
        }
    }

    private static void shoot(Page page, String name) {
        page.screenshot(new ScreenshotOptions().setPath(SCREENSHOTS.resolve(name + ".png")));
    }
}
