package ru.marshrut.dashboard.cockpit;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.LoadState;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import ru.marshrut.access.Accounts;
import ru.marshrut.calendar.MovableClock;
import ru.marshrut.dashboard.ProgrammeStory;
import ru.marshrut.dashboard.ProgrammeStory.Told;
import ru.marshrut.schoolyear.Stage;
import ru.marshrut.territory.Place;
import ru.marshrut.territory.Role;
import ru.marshrut.territory.Staff;
import ru.marshrut.territory.Territory;
import ru.marshrut.testing.Browser;
import ru.marshrut.testing.MadePeople;
import ru.marshrut.testing.Visitor;

/** The panel «Программа» in Cockpit and on our own page, and the lists and the map that its numbers lead to. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class ProgrammeInBrowserTest {

    private static final String PASSWORD = "панель программы региона";

    @LocalServerPort
    int port;
    @Autowired
    ProgrammeStory story;
    @Autowired
    MadePeople people;
    @Autowired
    MovableClock clock;
    @Autowired
    Accounts accounts;
    @Autowired
    Staff staff;
    @Autowired
    Territory territory;

    @Test
    void aNumberOfThePanelOpensTheListAndTheListTheMap() {
        clock.moveTo(LocalDate.of(2021, 4, 12).atTime(10, 0).atZone(ZoneId.of("Europe/Moscow")).toInstant());
        Told told = story.aRegion();
        Told second = new Told(told.region(), told.regional(), people.municipality(told.region()), told.municipal());
        long late = 0;
        for (int n = 0; n < 14; n++) {
            long school = story.aSchool(n < 9 ? told : second);
            Stage[] stages = Stage.values();
            for (int done = 0; done < n % 7; done++) {
                story.done(school, stages[done], "2021-0" + (2 + n % 2) + "-15");
            }
            story.opened(school, stages[n % 7], n % 3 == 0 ? "2021-04-05" : "2021-04-2" + n % 7);
            story.due(school, Stage.MONITORING_1, "2021-05-25");
            story.due(school, Stage.MONITORING_2, "2021-10-30");
            late = n == 3 ? school : late;
        }
        story.aParticipant(told);
        accounts.setPassword(told.regional(), PASSWORD);
        accounts.setPassword(told.municipal(), PASSWORD);
        String name = territory.school(late).name();
        try (Browser browser = Browser.launched()) {
            Visitor regional = new Visitor(browser, port, "ru-RU");
            regional.signIn(staff.person(told.regional()).email(), PASSWORD);
            regional.open("/camunda/app/cockpit/default/#/dashboard");
            Locator panel = regional.page().locator(".marshrut-programme");
            assertThat(panel.locator("h3")).hasText("Программа: " + territory.region(told.region()).name() + ", 2021");
            assertThat(panel.locator("tr[data-line=VERIFICATION] a.count")).hasText("2");
            assertThat(panel.locator("#marshrut-programme-place option")).hasCount(3);
            regional.page().waitForLoadState(LoadState.NETWORKIDLE);
            regional.shoot(1280, "programme-cockpit");
            regional.page().setViewportSize(390, 1700);
            panel.screenshot(new Locator.ScreenshotOptions().setPath(Path.of("target/screenshots/programme-cockpit-phone.png")));
            regional.page().setViewportSize(1280, 1100);
            panel.screenshot(new Locator.ScreenshotOptions().setPath(Path.of("target/screenshots/programme-cockpit-panel.png")));
            Assertions.assertThat(panel.boundingBox().y).as("the programme goes first").isLessThan(
                regional.page().getByText("Развёрнуто", new Page.GetByTextOptions().setExact(true)).boundingBox().y);
            panel.locator("#marshrut-programme-place").selectOption("municipality-" + second.municipality());
            assertThat(panel.locator("h3")).hasText("Программа: " + territory.municipality(second.municipality()).name() + ", 2021");
            panel.locator("#marshrut-programme-place").selectOption("region-" + told.region());
            assertThat(panel.locator("tr[data-line=VERIFICATION] a.late")).hasText("1");

            panel.locator("tr[data-line=VERIFICATION] a.late").click();
            assertThat(regional.sees().getByText("Найдена 1 школа")).isVisible();
            assertThat(regional.sees().locator("tbody tr")).containsText(name);
            regional.sees().getByText(name).click();
            assertThat(regional.sees().locator(".path .stop")).hasCount(11);
            assertThat(regional.sees().locator(".path .overdue .name")).hasText("Верификация профиля");
            regional.shoot(1280, "school-map");
            regional.shoot(390, "school-map-phone");
            regional.open("/my-schools?year=2021");
            regional.shoot(1280, "my-schools");
            regional.shoot(390, "my-schools-phone");
            Assertions.assertThat(regional.failures()).isEmpty();

            Visitor municipal = new Visitor(browser, port, "ru-RU");
            municipal.signIn(staff.person(told.municipal()).email(), PASSWORD);
            municipal.sees().getByText("Программа", new Locator.GetByTextOptions().setExact(true)).click();
            assertThat(municipal.sees().locator("tr[data-line=SURVEY] a").first()).hasText("2");
            municipal.shoot(1280, "programme");
            municipal.shoot(390, "programme-phone");
            regional.open("/programme");
            regional.shoot(1280, "programme-region");
            Assertions.assertThat(municipal.failures()).isEmpty();
            Visitor coordinator = new Visitor(browser, port, "ru-RU");
            long person = staff.holding(Role.SCHOOL_COORDINATOR, Place.school(late), LocalDate.of(2021, 4, 12)).get(0).id();
            accounts.setPassword(person, PASSWORD);
            coordinator.signIn(staff.person(person).email(), PASSWORD);
            assertThat(coordinator.sees().locator(".strip li")).hasCount(11);
            coordinator.shoot(1280, "home-of-a-school");
            coordinator.sees().getByText("Моя школа", new Locator.GetByTextOptions().setExact(true)).click();
            assertThat(coordinator.sees().locator("h1")).containsText(name);
            Assertions.assertThat(coordinator.failures()).isEmpty();
        }
    }
}
