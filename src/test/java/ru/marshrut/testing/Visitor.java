package ru.marshrut.testing;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.ScreenshotOptions;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.TimeoutError;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;

/** Somebody at a browser of his own. What he fills and presses is in his hands: a page of ours, or a form inside of the task list. */
public final class Visitor {

    private static final Pattern DONE_TASK = Pattern.compile("/engine/default/task/[0-9a-f-]{36}$");
    private static final Path SCREENSHOTS = Path.of("target/screenshots");

    static {
        PlaywrightAssertions.setDefaultAssertionTimeout(20_000); // ms; a busy machine is no failure
    }

    private final String base;
    private final Page page;
    private final List<String> failures = new ArrayList<>();
    private Locator hands;

    /** @param language that the browser asks for, such as {@code ru-RU} */
    public Visitor(Browser browser, int port, String language) {
        base = "http://localhost:" + port;
        page = browser.context(new NewContextOptions().setLocale(language).setTimezoneId("Europe/Moscow").setViewportSize(1280, 900)).newPage();
        page.onPageError(failures::add);
        page.onResponse(response -> {
            if (response.status() >= (response.url().contains("/camunda/") ? 400 : 500) && !asksForADoneTask(response)) {
                failures.add(response.status() + " " + response.request().method() + " " + response.url());
            }
        });
        hands = page.locator("body");
    }

    /** On a slow machine the task list may ask once more for the task that was completed just now. */
    private static boolean asksForADoneTask(Response response) {
        return response.status() == 404 && DONE_TASK.matcher(response.url()).find();
    }

    /** Signs in where the product sends him for it. */
    public void signIn(String email, String password) {
        open("/login");
        page.getByLabel("Электронная почта").fill(email);
        page.getByLabel("Пароль").fill(password);
        page.getByText("Войти").click();
        assertThat(page.getByText("Выйти")).isVisible();
    }

    public void open(String path) {
        page.navigate(base + path);
        hands = page.locator("body");
    }

    /** Opens a task as the task list shows it. */
    public void openInTaskList(String taskId) {
        page.navigate(base + "/camunda/app/tasklist/default/#/?task=" + taskId);
        hands = page.frameLocator("iframe.marshrut-task").locator("body");
        try {
            hands.locator("form").first().waitFor();
        } catch (TimeoutError slow) {
            page.reload(); // while its filters load, the task list may forget the task of the address; people open it once more
        }
        assertThat(hands.locator("form").first()).isVisible();
        assertThat(page.locator("li.task.active")).isVisible();
    }

    public Page page() {
        return page;
    }

    /** What he sees of the form or page. */
    public Locator sees() {
        return hands;
    }

    /** @param field name of the field, which is its id too */
    public void fill(String field, String text) {
        hands.locator("[name='" + field + "']").fill(text);
    }

    public void choose(String field, String value) {
        hands.locator("[name='" + field + "'][value='" + value + "']").check();
    }

    public void press(String button) {
        hands.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(button)).click();
    }

    public Path download(String link) {
        return page.waitForDownload(() -> hands.getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName(link)).first().click()).path();
    }

    /** Uploads into the slot of this name and waits until the server has taken the file. */
    public void upload(String slot, String fileName, Path folder, byte[] content) throws IOException {
        hands.getByLabel(slot, new Locator.GetByLabelOptions().setExact(true)).setInputFiles(Files.write(folder.resolve(fileName), content));
        Locator files = hands.locator("[data-upload]").filter(new Locator.FilterOptions().setHasText(slot)).locator("li[data-document-id]");
        assertThat(files).containsText(fileName);
        files.scrollIntoViewIfNeeded();
    }

    /** @param width of the screen in pixels */
    public void shoot(int width, String name) {
        page.setViewportSize(width, 900);
        page.screenshot(new ScreenshotOptions().setPath(SCREENSHOTS.resolve(name + ".png")).setFullPage(true));
        page.setViewportSize(1280, 900);
    }

    /** Shoots a page that is as it should be: nothing sticks out sideways, no text is missing, and the browser renders by the standards. */
    public void look(int width, String name) {
        page.setViewportSize(width, 900);
        Assertions.assertThat((Integer) page.evaluate("document.documentElement.scrollWidth")).as("width of %s", name).isLessThanOrEqualTo(width);
        Assertions.assertThat(page.evaluate("document.compatMode")).as(name).isEqualTo("CSS1Compat");
        Assertions.assertThat(hands.innerText()).as(name).doesNotContain("??").doesNotContainPattern("\\b(schoolyear|dashboard|work|territory)\\.[a-z]");
        shoot(width, name);
    }

    /** What went wrong on his pages: errors of scripts, answers that no page should get. */
    public List<String> failures() {
        return failures;
    }
}
