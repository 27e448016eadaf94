package ru.marshrut.access.webapp;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.LoadState;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import ru.marshrut.testing.Browser;

/** Opens the webapps in a real browser, as an administrator, who sees the most of them. */
@ShippedWebapps
class WebappsInBrowserTest {

    @LocalServerPort
    private int port;

    private final List<String> failures = new ArrayList<>();
    private Browser browser;
    private Page page;

    @BeforeEach
    void openTheBrowser() {
        browser = Browser.launched();
        page = browser.context(new NewContextOptions().setViewportSize(1400, 850)).newPage();
        page.onPageError(failures::add);
        signIn();
    }

    @AfterEach
    void closeTheBrowser() {
        browser.close();
    }

    @ParameterizedTest
    @CsvSource({
        "tasklist, #/",
        "cockpit, #/dashboard",
        "cockpit, #/processes",
        "cockpit, #/tasks",
        "cockpit, #/repository",
        "admin, #/",
        "admin, #/users",
        "admin, #/authorization?resource=7",
        "welcome, #!/welcome"
    })
    void everyPageIsRussianFromTheFirstMoment(String application, String route) throws IOException {
        open(application, route);

        assertThat(failures).isEmpty();
        assertThat(page.title()).startsWith("Маршрут 500+");
        assertThat(page.getAttribute("html", "lang")).isEqualTo("ru");
        assertThat(page.locator(".ce-eol-banner").isVisible()).isFalse();
        assertThat(visibleLines())
                .isNotEmpty()
                .doesNotContainAnyElementsOf(englishTexts(application))
                .noneMatch(line -> line.matches(".*\\b[A-Z]{3,}_[A-Z_]{3,}\\b.*"));
    }

    @Test
    void theWayHomeIsInTheHeader() {
        open("tasklist", "#/");

        assertThat(page.locator(".way-home a").getAttribute("href")).isEqualTo("/");
        assertThat(page.locator(".navbar-brand").getAttribute("href")).isEqualTo("/");
    }

    @Test
    void nobodyStartsAProcessOrMakesATaskFromTheTaskList() {
        open("tasklist", "#/");

        assertThat(page.locator(".start-process-action, .create-task-action").count()).isZero();
    }

    @Test
    void signOutLeavesNoDraftsAndEndsAtTheProductsOwnPage() {
        open("tasklist", "#/");
        page.evaluate("localStorage.setItem('camForm:1', '{}')");

        page.click(".account > a");
        page.click(".account .logout a");
        page.waitForURL("http://localhost:" + port + "/");

        assertThat(page.evaluate("Object.keys(localStorage).filter(key => key.startsWith('camForm:')).length")).isEqualTo(0);
    }

    private void open(String application, String route) {
        page.navigate("http://localhost:%d/camunda/app/%s/default/%s".formatted(port, application, route));
        page.waitForSelector(".way-home");
        page.waitForLoadState(LoadState.NETWORKIDLE);
    }

    /** Through the webapps' own interface: their sign-in page is not shown in the product. */
    private void signIn() {
        page.navigate("http://localhost:%d/camunda/app/tasklist/scripts/config.js".formatted(port));
        Object status = page.evaluate("""
                async ([name, password]) => {
                  await fetch('/camunda/api/engine/engine/');
                  const token = document.cookie.match(/XSRF-TOKEN=([^;]+)/)[1];
                  const answer = await fetch('/camunda/api/admin/auth/user/default/login/tasklist', {
                    method: 'POST',
                    headers: {'Content-Type': 'application/x-www-form-urlencoded', 'X-XSRF-TOKEN': token},
                    body: new URLSearchParams({username: name, password: password})
                  });
                  return answer.status;
                }""", List.of(ShippedWebapps.ADMINISTRATOR, ShippedWebapps.PASSWORD));
        assertThat(status).isEqualTo(200);
    }

    private Set<String> visibleLines() {
        Stream<String> texts = page.locator("body").innerText().lines();
        Stream<String> titles = page.locator("[title]:visible").all().stream().map(element -> element.getAttribute("title"));
        return Stream.concat(texts, titles).map(String::strip).filter(line -> !line.isEmpty()).collect(Collectors.toSet());
    }

    /** What the bundle would show in English, and what it writes in English without asking for a translation. */
    private static Set<String> englishTexts(String application) throws IOException {
        try (InputStream shipped = WebappsInBrowserTest.class.getResourceAsStream(
                "/META-INF/resources/webjars/camunda/app/%s/locales/en.json".formatted(application))) {
            JsonNode labels = new ObjectMapper()
                    .readTree(new String(shipped.readAllBytes(), UTF_8).replace("\uFEFF", "")).get("labels");
            Stream<String> translated = StreamSupport.stream(labels.spliterator(), false).map(JsonNode::asText);
            return Stream.concat(translated, Stream.of("zoom in", "zoom out", "reset zoom", "Welcome", "Admin", "Cockpit", "Tasklist"))
                    .filter(text -> text.matches(".*[A-Za-z]{2,}.*"))
                    .collect(Collectors.toSet());
        }
    }
}
