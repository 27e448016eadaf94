package ru.marshrut;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.LongFunction;
import java.util.stream.Stream;
import ru.marshrut.schoolyear.SchoolYear;
import ru.marshrut.schoolyear.process.YearStory;
import ru.marshrut.schoolyear.process.YearStory.Told;
import ru.marshrut.territory.Place;
import ru.marshrut.territory.Role;
import ru.marshrut.territory.Staff;
import ru.marshrut.testing.Visitor;

/** The people of one school's year, each at a browser of his own. */
final class YearVisitors {

    final Visitor regional;
    final Visitor municipal;
    final Visitor curator;
    final Visitor school;

    private final YearStory story;
    private final Told told;
    private final Path folder;
    private int pictures = 40;
    private SchoolYear year;

    /**
     * @param folder   for the files that they upload
     * @param signedIn by a person's id
     */
    YearVisitors(YearStory story, Told told, Path folder, Staff staff, LocalDate today, LongFunction<Visitor> signedIn) {
        this.story = story;
        this.told = told;
        this.folder = folder;
        regional = signedIn.apply(told.regional());
        municipal = signedIn.apply(told.municipal());
        curator = signedIn.apply(told.curator());
        school = signedIn.apply(staff.holding(Role.SCHOOL_COORDINATOR, Place.school(told.school()), today).get(0).id());
    }

    void areIn(SchoolYear begun) {
        year = begun;
    }

    SchoolYear year() {
        return year;
    }

    /** The year's own page of this name. */
    String page(String name) {
        return "/school-years/" + year.id() + "/" + name;
    }

    String map() {
        return "/schools/" + told.school() + "/years/" + year.year();
    }

    /** Whose turn it is opens the step, from the list of what waits for him. */
    void opens(Visitor who, String step, String title) {
        String task = story.task(year, step).id();
        who.open("/");
        who.sees().locator("a[href$='/tasks/" + task + "']").first().click();
        assertThat(who.sees().locator("h1")).hasText(title);
    }

    void opensInTaskList(Visitor who, String step, String title) {
        who.openInTaskList(story.task(year, step).id());
        assertThat(who.sees().locator("h1")).hasText(title);
    }

    /** He sends the form, and the year goes on. */
    void sends(Visitor who, String button) {
        who.press(button);
        assertThat(who.sees()).containsText("Готово, шаг завершён");
        story.run();
    }

    void sendsInTaskList(Visitor who, String button) {
        who.press(button);
        assertThat(who.page().locator("iframe.marshrut-task")).hasCount(0);
        story.run();
    }

    /** The form comes back, says why, and is looked at. */
    void isRefused(Visitor who, String button, String why) {
        who.press(button);
        assertThat(who.sees()).containsText(why);
    }

    void fill(Visitor who, Map<String, String> fields) {
        fields.forEach(who::fill);
    }

    /** The card of a page or form that is about one thing. */
    static Locator about(Visitor who, String thing) {
        return who.sees().locator("section.card, article.card").filter(new Locator.FilterOptions().setHasText(thing));
    }

    void attaches(Visitor who, String thing, String fileName, byte[] content) throws IOException {
        Locator card = about(who, thing);
        card.locator("input[type=file]").setInputFiles(file(fileName, content));
        assertThat(card.locator("li[data-document-id]").last()).containsText(fileName);
    }

    Path file(String name, byte[] content) throws IOException {
        return Files.write(folder.resolve(name), content);
    }

    /** What the curator says of one document or report. */
    void decides(Visitor curator, String thing, String decision, String comment) {
        about(curator, thing).locator("[name^=decision_][value=" + decision + "]").check();
        about(curator, thing).locator("textarea").fill(comment);
    }

    /** What the year does of itself. */
    void goesOn() {
        story.run();
    }

    /** Numbered as they were taken. */
    void shoot(Visitor who, int width, String name) {
        who.look(width, pictures++ + "-" + name);
    }

    void passesUntil(String day) {
        story.passesUntil(told, day);
    }

    /** What the map of the school tells each of them of whose turn it is and by when. */
    void allSeeOnTheMap(String... words) {
        for (Visitor who : List.of(school, curator, municipal, regional)) {
            who.open(map());
            for (String one : words) {
                assertThat(who.sees()).containsText(one);
            }
        }
    }

    void nothingWentWrong() {
        assertThat(Stream.of(regional, municipal, curator, school).flatMap(visitor -> visitor.failures().stream())).isEmpty();
    }
}
