package ru.marshrut.documents.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import ru.marshrut.documents.DocumentsApplication;
import ru.marshrut.documents.SampleFiles;
import ru.marshrut.documents.TestSlots;
import ru.marshrut.territory.Staff;
import ru.marshrut.testing.Browser;

/** The upload widget in a real browser. */
@DocumentsApplication
class UploadWidgetTest {

    private static final Path SCREENSHOTS = Path.of("target/screenshots");
    private static final int MEGABYTE = 1024 * 1024;
    private static final LocatorAssertions.IsVisibleOptions FOR_LARGE_FILES = new LocatorAssertions.IsVisibleOptions().setTimeout(60_000);

    private static Browser browser;

    @Autowired Staff staff;
    @LocalServerPort int port;
    @TempDir Path folder;

    BrowserContext context;
    Page page;
    Locator programme;
    Locator files;

    @BeforeAll
    static void startBrowser() {
        browser = Browser.launched();
    }

    @AfterAll
    static void stopBrowser() {
        browser.close();
    }

    @BeforeEach
    void anEmptySlot() {
        long person = staff.addPerson(null, "Тестова Анна Примеровна", UUID.randomUUID() + "@example.org", null);
        context = browser.context(new NewContextOptions().setLocale("ru-RU").setViewportSize(900, 800)
            .setExtraHTTPHeaders(Map.of(TestSlots.PERSON, Long.toString(person))));
        page = context.newPage();
        page.navigate("http://localhost:" + port + "/test-upload/" + person + "-" + UUID.randomUUID());
        programme = page.getByLabel("Антирисковая программа");
        files = page.locator("[data-upload]").first().locator("li[data-document-id]");
    }

    @AfterEach
    void closePage() {
        context.close();
    }

    @Test
    void threeFilesOfThirtyMegabytesAreUploadedWithAProgressBar() throws Exception {
        Path[] scans = new Path[3];
        for (int i = 0; i < 3; i++) {
            scans[i] = SampleFiles.scan(folder.resolve("Скан программы, часть " + (i + 1) + ".pdf"), 30L * MEGABYTE - 1);
        }
        // a line of a school, so that the bar can be seen moving
        var network = context.newCDPSession(page);
        network.send("Network.enable");
        network.send("Network.emulateNetworkConditions", com.google.gson.JsonParser.parseString(
            "{\"offline\":false,\"latency\":5,\"downloadThroughput\":-1,\"uploadThroughput\":20000000}").getAsJsonObject());

        programme.setInputFiles(scans);
        Locator bar = page.getByRole(AriaRole.PROGRESSBAR);
        assertThat(bar).isVisible();
        page.waitForFunction("() => { const bar = document.querySelector('progress'); return bar && bar.value >= 30 && bar.value < 100; }");
        screenshot("documents-progress");

        assertThat(files.nth(2)).isVisible(FOR_LARGE_FILES);
        assertThat(bar).hasCount(0);
        assertThat(files).containsText(new String[] {"часть 1", "часть 2", "часть 3"});
        assertThat(files.first()).containsText("30 МБ");
        screenshot("documents-uploaded");

        Download download = page.waitForDownload(() -> files.nth(1).getByRole(AriaRole.LINK).click());
        assertThat(download.suggestedFilename()).isEqualTo("Скан программы, часть 2.pdf");
        assertThat(Files.mismatch(download.path(), scans[1])).isEqualTo(-1);

        page.reload();
        assertThat(files).hasCount(3);
        programme.setInputFiles(Files.write(folder.resolve("лишний.pdf"), SampleFiles.pdf()));
        assertThat(page.getByRole(AriaRole.ALERT)).containsText("не больше 3 файлов");
    }

    @Test
    void aWrongFileIsRefusedAndTheFormStaysUsable() throws Exception {
        page.getByLabel("Комментарий").fill("не потерять");
        assertThat(page.getByText("Выбрать файлы").first()).isVisible();
        programme.setInputFiles(Files.write(folder.resolve("Программа.docx"), SampleFiles.docm()));
        Locator refusal = page.getByRole(AriaRole.ALERT);
        assertThat(refusal).containsText("Сохраните файл как .docx без макросов");
        screenshot("documents-refused");

        programme.setInputFiles(Files.write(folder.resolve("картинка.png"), new byte[] {1}));
        assertThat(refusal.nth(1)).containsText("Принимаются: docx, pdf, rtf, xls, xlsx");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Скрыть")).first().click();
        assertThat(refusal).hasCount(1);

        programme.setInputFiles(Files.write(folder.resolve("Исправленная программа.docx"), SampleFiles.docx()));
        assertThat(files).hasCount(1);
        assertThat(files.first()).containsText("Исправленная программа.docx");
        assertThat(page.getByLabel("Комментарий")).hasValue("не потерять");
    }

    @Test
    void aFileIsTakenOutByKeyboard() throws Exception {
        programme.setInputFiles(Files.write(folder.resolve("план.pdf"), SampleFiles.pdf()));
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Убрать файл план.pdf")).press("Enter");
        page.keyboard().type("не тот год");
        page.keyboard().press("Enter");
        assertThat(files).hasCount(0);
        assertThat(page.getByRole(AriaRole.STATUS).first()).containsText("Файл «план.pdf» убран.");
        assertThat(programme).isFocused();
        page.reload();
        assertThat(files).hasCount(0);
    }

    @Test
    void aSlotWithoutServerSideListFetchesItsRulesAndFitsAPhone() throws Exception {
        page.setViewportSize(360, 740);
        Locator small = page.getByLabel("Справка");
        assertThat(page.locator("#small-hint")).containsText("До 2 файлов, каждый не больше 1 МБ: pdf");
        small.setInputFiles(SampleFiles.scan(folder.resolve("Очень длинное название справки о выполнении программы.pdf"), MEGABYTE + 1));
        assertThat(page.getByRole(AriaRole.ALERT)).containsText("больше 1 МБ");
        small.setInputFiles(SampleFiles.scan(folder.resolve("Очень длинное название справки о выполнении программы 2022.pdf"), MEGABYTE));
        assertThat(page.locator("li[data-document-id]")).hasCount(1);
        assertThat((Integer) page.evaluate("document.documentElement.scrollWidth")).isLessThanOrEqualTo(360);
        screenshot("documents-phone");
    }

    private void screenshot(String name) {
        page.screenshot(new Page.ScreenshotOptions().setPath(SCREENSHOTS.resolve(name + ".png")).setFullPage(true));
    }
}
