package ru.marshrut;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import ru.marshrut.access.Accounts;
import ru.marshrut.roadmap.OutcomeKind;
import ru.marshrut.roadmap.process.MeasureStory;
import ru.marshrut.schoolyear.SchoolYear;
import ru.marshrut.schoolyear.process.RiskProfileModel;
import ru.marshrut.schoolyear.process.YearCourse;
import ru.marshrut.schoolyear.process.YearStory;
import ru.marshrut.schoolyear.process.YearStory.Told;
import ru.marshrut.territory.Place;
import ru.marshrut.territory.Staff;
import ru.marshrut.testing.Browser;
import ru.marshrut.testing.Visitor;

/** The pages by which coordinators prepare and steer the years of their schools, at a desk's and at a phone's width. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class PagesOfCoordinatorsInBrowserTest {

    private static final String PASSWORD = "страницы координаторов";
    private static final int DESK = 1280;
    private static final int PHONE = 390;

    @LocalServerPort
    int port;
    @Autowired
    YearStory story;
    @Autowired
    YearCourse course;
    @Autowired
    MeasureStory measures;
    @Autowired
    Staff staff;
    @Autowired
    Accounts accounts;

    @Test
    void coordinatorsSeeTheirPagesAndChangeManyTasksAfterADryRun() {
        story.itIs("2021-03-01");
        Told told = story.aSchool();
        long second = course.anotherSchool(told);
        long outside = course.anotherSchool(told);
        course.takePart(told, told.school(), second);
        measures.approved(course.toldToMeasures(told), Place.region(told.region()), null,
            MeasureStory.documents("Анкетирование участников", "Проведено", OutcomeKind.SURVEY_DONE, MeasureStory.window(null, "2021-03-15")));
        SchoolYear year = course.begunByRegion(told);
        story.itIs("2021-03-10");
        accounts.setPassword(told.regional(), PASSWORD);
        accounts.setPassword(told.municipal(), PASSWORD);
        try (Browser browser = Browser.launched()) {
            Visitor regional = new Visitor(browser, port, "ru-RU");
            regional.signIn(staff.person(told.regional()).email(), PASSWORD);
            String region = "/territory/regions/" + told.region();
            String place = "?place=region-" + told.region() + "&year=2021";
            Map<String, String> pages = new LinkedHashMap<>();
            pages.put("home", "/");
            pages.put("territory", region);
            pages.put("selection", region + "/selection");
            pages.put("candidates", region + "/selection/candidates");
            pages.put("staffing", region + "/staffing");
            pages.put("school", "/territory/schools/" + outside);
            pages.put("person", "/territory/people/" + told.curator());
            pages.put("absences", "/my/absences");
            pages.put("absences-of-another", "/territory/people/" + told.curator() + "/absences");
            pages.put("years", "/school-years" + place);
            pages.put("years-join", "/school-years/join" + place);
            pages.put("years-closing", "/school-years/closing" + place + "&id=" + year.id());
            pages.put("year-end", "/school-years/" + year.id() + "/end");
            pages.put("required", "/school-years/required?region=" + told.region() + "&year=2021");
            pages.put("profiles", "/school-years/profiles" + place);
            pages.put("curators", "/curators");
            pages.put("my-schools", "/my-schools");
            pages.put("my-mail", "/my/mail");
            pages.forEach((name, address) -> {
                regional.open(address);
                assertThat(regional.sees().locator("h1")).not().hasText("Не найдено");
                regional.look(DESK, "coordinator-" + name);
                regional.look(PHONE, "coordinator-" + name + "-phone");
            });
            manyTasksAreExtended(regional);
            assertThat(regional.failures()).isEmpty();
        }
    }

    private static void manyTasksAreExtended(Visitor coordinator) {
        coordinator.open("/bulk");
        coordinator.sees().locator("select[name=step]").selectOption(RiskProfileModel.CONDUCT_SURVEY);
        coordinator.sees().locator("form[method=get] button").click();
        assertThat(coordinator.sees()).containsText("Найдено заданий: 2");
        coordinator.look(DESK, "coordinator-bulk");
        coordinator.look(PHONE, "coordinator-bulk-phone");
        coordinator.sees().getByText("со всеми найденными").click();
        coordinator.sees().locator("[name=action]").selectOption("EXTEND");
        coordinator.fill("comment", "Карантин в районе");
        coordinator.fill("until", "2021-03-31");
        coordinator.press("Показать, что изменится");
        assertThat(coordinator.sees()).containsText("Пока ничего не изменено");
        coordinator.look(DESK, "coordinator-bulk-dry-run");
        coordinator.look(PHONE, "coordinator-bulk-dry-run-phone");
        coordinator.press("Подтвердить и выполнить");
        assertThat(coordinator.sees()).containsText("Сделано: 2");
        assertThat(coordinator.sees().locator("tbody tr").filter(new Locator.FilterOptions().setHasText("сделано"))).hasCount(2);
        coordinator.look(DESK, "coordinator-bulk-done");
    }
}
