package ru.marshrut.roadmap;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static ru.marshrut.roadmap.process.MeasureStory.attendance;
import static ru.marshrut.roadmap.process.MeasureStory.log;
import static ru.marshrut.roadmap.process.MeasureStory.window;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import ru.marshrut.access.Accounts;
import ru.marshrut.roadmap.process.MeasureModel;
import ru.marshrut.roadmap.process.MeasureStory;
import ru.marshrut.roadmap.process.MeasureStory.Told;
import ru.marshrut.territory.Place;
import ru.marshrut.territory.Role;
import ru.marshrut.territory.Staff;
import ru.marshrut.testing.Browser;
import ru.marshrut.testing.Visitor;
import ru.marshrut.work.OpenTask;

/** Participants and publications as a coordinator enters them, in the task list and on a page of its own. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class MeasureInBrowserTest {

    private static final String PASSWORD = "дорожная карта школы";

    @LocalServerPort
    int port;
    @Autowired
    MeasureStory story;
    @Autowired
    Accounts accounts;
    @Autowired
    Staff staff;
    @TempDir
    Path folder;

    @Test
    void participantsComeFromAFileAndFromTicksAndPublicationsAreLogged() throws IOException {
        story.itIs("2021-03-05");
        Told told = story.aDistrictOf(3);
        RoadMap map = story.approved(told, told.district(), null,
            attendance("Установочный вебинар", 100, window("2021-03-01", "2021-03-31"), Population.SCHOOLS, Population.PRINCIPALS),
            log("Освещение проекта", window("2021-03-01", "2021-03-31")));
        accounts.setPassword(told.municipal(), PASSWORD);
        OpenTask marking = story.task(story.measure(map, "Установочный вебинар"), MeasureModel.MARK_PARTICIPANTS);
        OpenTask keeping = story.task(story.measure(map, "Освещение проекта"), MeasureModel.KEEP_LOG);
        try (Browser browser = Browser.launched()) {
            Visitor coordinator = new Visitor(browser, port, "ru-RU");
            coordinator.signIn(staff.person(told.municipal()).email(), PASSWORD);
            coordinator.openInTaskList(marking.id());
            coordinator.upload("Файл участников", "участники.xlsx", folder, list(told.schools().get(0)));
            coordinator.fill("words", "Тема: план на год");
            coordinator.press("Сверить файл");
            assertThat(coordinator.sees().locator("[name=words]")).hasValue("Тема: план на год");
            assertThat(coordinator.sees().getByText("Найдено в списке: 1")).isVisible();
            assertThat(coordinator.sees().getByText("Не удалось сопоставить строк: 1")).isVisible();

            coordinator.open("/tasks/" + marking.id());
            coordinator.sees().getByLabel("Найти в списке").fill("Школа №");
            coordinator.press("Отметить всех показанных");
            coordinator.fill("on", "2021-03-04");
            coordinator.shoot(1280, "measure-participants");
            coordinator.shoot(390, "measure-participants-phone");
            coordinator.press("Сохранить отметки");
            assertThat(coordinator.sees().getByText("Готово, шаг завершён")).isVisible();

            coordinator.openInTaskList(keeping.id());
            coordinator.fill("on", "2021-03-04");
            coordinator.fill("link", "https://news.example.test/500");
            coordinator.fill("words", "Школы района в проекте");
            coordinator.press("Добавить запись");
            assertThat(coordinator.sees().getByText("Записи: 1")).isVisible();
            assertThat(coordinator.sees().locator("[name=words]")).hasValue("");
            coordinator.open("/tasks/" + keeping.id());
            coordinator.shoot(1280, "measure-log");
            coordinator.press("Закрыть журнал");
            assertThat(coordinator.sees().getByText("Журнал ведётся до 31.03.2021").first()).isVisible();
            assertThat(coordinator.failures()).isEmpty();
        }
    }

    private byte[] list(long school) throws IOException {
        String principal = staff.holding(Role.PRINCIPAL, Place.school(school), LocalDate.of(2021, 3, 5)).get(0).fullName();
        try (XSSFWorkbook workbook = new XSSFWorkbook(); ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
            XSSFSheet sheet = workbook.createSheet("Лист1");
            String[][] rows = {{"ФИО", "Школа"}, {principal, ""}, {"Гостев Пример Примерович", "Школа № 0"}};
            for (int n = 0; n < rows.length; n++) {
                for (int cell = 0; cell < rows[n].length; cell++) {
                    (cell == 0 ? sheet.createRow(n) : sheet.getRow(n)).createCell(cell).setCellValue(rows[n][cell]);
                }
            }
            workbook.write(bytes);
            return bytes.toByteArray();
        }
    }
}
