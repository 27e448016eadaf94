package ru.marshrut.packaging;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.google.gson.JsonParser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import java.io.OutputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ru.marshrut.documents.SampleFiles;
import ru.marshrut.testing.Browser;
import ru.marshrut.testing.Visitor;

/** The largest files that the rules allow pass an application whose heap is limited to 512 MB (seed 001: «размер, количество – 30Mb, 3 файла»). */
class SmallHeapUploadIT {

    private static final long JUST_UNDER_30_MEGABYTES = 30L * 1024 * 1024 - 1;
    private static final String PASSWORD = "Маршрут-500-плюс";
    private static final LocatorAssertions.IsVisibleOptions FOR_LARGE_FILES = new LocatorAssertions.IsVisibleOptions().setTimeout(60_000); // ms

    @TempDir
    private Path folder;

    @Test
    void theSilentSchoolUploadsThreeLargeFilesAndGetsOneBack() throws Exception {
        Path[] scans = new Path[3];
        for (int n = 0; n < 3; n++) {
            scans[n] = SampleFiles.scan(folder.resolve("Скан программы, часть " + (n + 1) + ".pdf"), JUST_UNDER_30_MEGABYTES);
        }
        try (StartedApplication application = StartedApplication.locally(folder, "--server.port=0", "--marshrut.local.mail-port=0");
             Browser browser = Browser.launched()) {
            String address = application.localAddress();
            assertThat(application.output()).contains("Координатор молчащей школы");
            Visitor school = new Visitor(browser, URI.create(address).getPort(), "ru-RU");
            school.signIn("school6@demo.example", PASSWORD);
            openTheTask(school, "Отчитаться о мероприятиях антирисковой программы");

            Locator files = uploads(school.page(), scans);

            assertThat(files).containsText(new String[] {"часть 1", "часть 2", "часть 3"});
            Path downloaded = school.page().waitForDownload(() -> files.nth(1).getByRole(AriaRole.LINK).click()).path();
            assertThat(sha256(downloaded)).isEqualTo(sha256(scans[1]));
            assertThat(school.failures()).isEmpty();
            assertThat(application.isAlive()).isTrue();
            assertThat(application.output()).doesNotContain("OutOfMemoryError");
        }
    }

    /** From the first page; the next step appears there a moment after the step before it is done. */
    private static void openTheTask(Visitor school, String title) {
        Locator line = school.page().locator("a.line").filter(new Locator.FilterOptions().setHasText(title));
        await().atMost(Duration.ofSeconds(30)).pollInSameThread().until(() -> {
            school.open("/");
            return line.count() > 0;
        });
        line.first().click();
        assertThat(school.page().getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName(title)).first()).isVisible();
    }

    private static Locator uploads(Page page, Path... scans) {
        // a line of a school, so that the bar can be seen moving; bytes per second
        var network = page.context().newCDPSession(page);
        network.send("Network.enable");
        network.send("Network.emulateNetworkConditions", JsonParser.parseString(
            "{\"offline\":false,\"latency\":5,\"downloadThroughput\":-1,\"uploadThroughput\":20000000}").getAsJsonObject());
        Locator slot = page.locator("[data-upload]").first();
        slot.locator("input[type=file]").setInputFiles(scans);
        Locator bar = slot.getByRole(AriaRole.PROGRESSBAR);
        assertThat(bar).isVisible();
        page.waitForFunction("() => { const bar = document.querySelector('progress'); return bar && bar.value >= 30 && bar.value < 100; }");
        Locator files = slot.locator("li[data-document-id]");
        assertThat(files.nth(2)).isVisible(FOR_LARGE_FILES);
        assertThat(bar).hasCount(0);
        return files;
    }

    private static String sha256(Path file) throws Exception {
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        try (var in = new DigestInputStream(Files.newInputStream(file), digest)) {
            in.transferTo(OutputStream.nullOutputStream());
        }
        return HexFormat.of().formatHex(digest.digest());
    }
}
