package ru.marshrut.expertise.federal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.poi.xwpf.extractor.XWPFWordExtractor;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import ru.marshrut.access.AccessPolicy;
import ru.marshrut.access.Accounts;
import ru.marshrut.access.Browser;
import ru.marshrut.access.Viewer;
import ru.marshrut.documents.Slot;
import ru.marshrut.expertise.Criterion;
import ru.marshrut.expertise.Rubric;
import ru.marshrut.expertise.process.ExpertiseStory;
import ru.marshrut.expertise.process.ExpertiseStory.Told;
import ru.marshrut.shared.NotYours;
import ru.marshrut.shared.Refusal;
import ru.marshrut.territory.Place;
import ru.marshrut.territory.Role;
import ru.marshrut.territory.Staff;
import ru.marshrut.testing.MadePeople;

/** What the federal coordinator found, with the numbers of seed 001 and the days of seed 004, beside the region's own check. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class FederalResultsTest {

    private static final String PASSWORD = "письмо-пришло-в-понедельник";
    private static final LocalDate DAY = LocalDate.of(2022, 10, 21);

    @LocalServerPort
    int port;
    @Autowired
    ExpertiseStory story;
    @Autowired
    FederalResults results;
    @Autowired
    FederalComparison comparison;
    @Autowired
    FederalFile file;
    @Autowired
    MadePeople people;
    @Autowired
    Staff staff;
    @Autowired
    Accounts accounts;
    @Autowired
    AccessPolicy policy;

    private long region;
    private Viewer regional;
    private FederalKey key;

    @BeforeEach
    void aRegionWithoutAnOwnCheck() {
        story.itIs("2022-10-21");
        region = people.region();
        regional = story.viewer(people.appoint(Role.REGIONAL_COORDINATOR, Place.region(region)));
        key = new FederalKey(region, 2022, 1);
    }

    @Test
    void theNumbersOfTheSeedAreEnteredWhereTheRegionHasMadeNoCheck() throws IOException {
        List<int[]> published = published();
        assertThat(published).extracting(pair -> pair[0] + "/" + pair[1]).containsExactly("1/3", "2/5", "2/3");
        Rubric rubric = results.rubric(key);
        assertThat(rubric.code()).isEqualTo("2022-stage-1");
        assertThat(rubric.criteria()).extracting(Criterion::maximum).containsExactly(3, 5, 3);
        enter(DAY, "1", "2", "2");
        assertThat(comparison.of(key)).extracting(one -> one.federal().points().intValue(), one -> one.criterion().maximum(), Compared::note, Compared::difference)
            .containsExactly(tuple(1, 3, Compared.Note.NO_OWN, null), tuple(2, 5, Compared.Note.NO_OWN, null), tuple(2, 3, Compared.Note.NO_OWN, null));
        assertThat(document()).contains("№ ИД-17 от 21.10.2022", "Своей оценки нет", rubric.criteria().get(0).title());
    }

    @Test
    void theDaysOfTheSecondSeedStandInTheLetters() throws IOException {
        String seed = Files.readString(Path.of("src/test/resources/seeds/004_49959671f311783a.txt"));
        Matcher days = Pattern.compile("(\\d{2}\\.\\d{2}\\.2021) г\\.\\s+Экспертиза документов\\s+Получение").matcher(seed);
        List<LocalDate> found = days.results().map(one -> LocalDate.parse(one.group(1), DateTimeFormatter.ofPattern("dd.MM.yyyy"))).toList();
        assertThat(found).containsExactly(LocalDate.of(2021, 6, 28), LocalDate.of(2021, 11, 15));
        for (int stage : List.of(1, 2)) {
            key = new FederalKey(region, 2021, stage);
            enter(found.get(stage - 1), "1", "1");
            assertThat(results.valid(key)).hasSize(2).allSatisfy(one -> assertThat(one.letterOn()).isEqualTo(found.get(key.stage() - 1)));
        }
    }

    @Test
    void aCorrectionReplacesAndTheEarlierEntryStaysWithWhoAndWhen() {
        enter(DAY, "1", "2", "2");
        Viewer another = story.viewer(people.appoint(Role.REGIONAL_COORDINATOR, Place.region(region)));
        results.enter(another, key, "ИД-17", DAY, entries("1", "2.5"));
        assertThat(results.valid(key)).extracting(one -> FederalFile.number(one.points())).containsExactlyInAnyOrder("1", "2,5");
        assertThat(results.replaced(key)).extracting(one -> FederalFile.number(one.points()), FederalResult::enteredBy, FederalResult::replacedBy)
            .containsExactlyInAnyOrder(tuple("2", regional.personId(), another.personId()), tuple("2", regional.personId(), another.personId()));
        refused("expertise.federal.nothingNew", () -> results.enter(another, key, "ИД-17", DAY, entries("1", "2,5")));
        assertThat(signedIn(regional.personId()).open(page()).body()).contains("2,5", staff.person(another.personId()).fullName(), "Своей оценки нет");
    }

    @Test
    void itIsComparedWithTheMeanOfTheSampleAndTheOrganisationalPoints() {
        Told told = story.scored(story.checking(1, 1, 1), 1);
        story.itIs("2022-10-21");
        region = told.region();
        regional = story.viewer(told.regional());
        key = new FederalKey(region, ExpertiseStory.YEAR, 2);
        enter(DAY, "0.5", "2");
        List<Compared> compared = comparison.of(key);
        assertThat(compared.get(0)).returns(new BigDecimal("-0.50"), Compared::difference).returns(Compared.Note.NONE, Compared::note)
            .satisfies(one -> assertThat(one.own()).isEqualTo(new Compared.Own(new BigDecimal("1.00"), 3, 1, 1)));
        assertThat(compared.get(1).difference()).isEqualByComparingTo("1");
        assertThat(compared.get(4)).returns(Compared.Note.NO_FEDERAL, Compared::note)
            .satisfies(one -> assertThat(one.own().points()).isEqualByComparingTo("1"));
        assertThat(signedIn(told.regional()).open(page()).body()).contains("−0,5", "(школ: 1 из 1)");
        assertThat(document()).contains("−0,5", "1 (школ: 1 из 1)", "Федеральной оценки нет");
    }

    @Test
    void aWrongEntryIsRefused() {
        refused("expertise.federal.outOfRange", () -> enter(DAY, "3,1"));
        refused("expertise.federal.outOfRange", () -> enter(DAY, "1,25"));
        refused("expertise.federal.nothing", () -> enter(DAY));
        refused("expertise.federal.letterOfTheFuture", () -> enter(DAY.plusDays(1), "1"));
        refused("expertise.federal.noLetter", () -> results.enter(regional, key, " ", DAY, entries("1")));
        assertThat(results.valid(key)).isEmpty();
    }

    @Test
    void theRegionAndAboveReadItsCoordinatorWrites() {
        enter(DAY, "1");
        long municipality = people.municipality(region);
        long school = people.school(municipality);
        Slot letter = FederalAccess.letter(key);
        for (long stranger : List.of(people.appoint(Role.MUNICIPAL_COORDINATOR, Place.municipality(municipality)), people.appoint(Role.CURATOR, Place.school(school)),
                people.appoint(Role.SCHOOL_COORDINATOR, Place.school(school)), people.appoint(Role.EXPERT, Place.region(region)),
                people.appoint(Role.REGIONAL_COORDINATOR, Place.region(people.region())))) {
            Browser browser = signedIn(stranger);
            assertThat(browser.open(page()).statusCode()).isEqualTo(404);
            assertThat(browser.open(page().replace("results", "results.docx")).statusCode()).isEqualTo(404);
            assertThat(post(browser, Map.of("letter", "1", "letterOn", "2022-10-21")).statusCode()).isEqualTo(404);
            assertThatThrownBy(() -> results.enter(story.viewer(stranger), key, "1", DAY, entries("1"))).isInstanceOf(NotYours.class);
            assertThat(policy.mayRead(story.viewer(stranger), letter.subjectType(), letter.subjectId())).isFalse();
        }
        long observer = people.appoint(Role.OBSERVER, Place.region(region));
        assertThat(signedIn(observer).open(page()).body()).contains("ИД-17").doesNotContain("Исправить внесённое");
        assertThat(post(signedIn(observer), Map.of("letter", "1", "letterOn", "2022-10-21")).statusCode()).isEqualTo(404);
        assertThat(policy.mayRead(story.viewer(observer), letter.subjectType(), letter.subjectId())).isTrue();
        assertThat(policy.mayChange(story.viewer(observer), letter.subjectType(), letter.subjectId())).isFalse();
        assertThat(policy.mayChange(regional, letter.subjectType(), letter.subjectId())).isTrue();
        assertThat(policy.mayRead(regional, letter.subjectType(), "x-2022-1")).isFalse();
    }

    @Test
    void whatWasTypedStays() {
        List<Criterion> criteria = results.rubric(key).criteria();
        Browser browser = signedIn(regional.personId());
        HttpResponse<String> refused = post(browser, Map.of("letter", "ИД-99", "letterOn", "2022-10-20", "points-" + criteria.get(0).id(), "много",
            "comment-" + criteria.get(0).id(), "Из письма"));
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("«много» не похоже на балл", "value=\"ИД-99\"", "value=\"2022-10-20\"", "value=\"много\"", "Из письма");
        assertThat(post(browser, Map.of("letter", "ИД-99", "letterOn", "2022-10-20", "points-" + criteria.get(0).id(), "1,5")).statusCode()).isEqualTo(302);
        assertThat(browser.open(page()).body()).contains("value=\"1,5\"", "№ ИД-99 от 20.10.2022");
    }

    private void enter(LocalDate on, String... points) {
        results.enter(regional, key, "ИД-17", on, entries(points));
    }

    private List<FederalEntry> entries(String... points) {
        List<Criterion> criteria = results.rubric(key).criteria();
        List<FederalEntry> entries = new ArrayList<>();
        for (int n = 0; n < points.length; n++) {
            entries.add(new FederalEntry(criteria.get(n).id(), new BigDecimal(points[n].replace(',', '.')), ""));
        }
        return entries;
    }

    /** «… – 1/3 баллов», as the seed prints them. */
    private static List<int[]> published() throws IOException {
        String seed = Files.readString(Path.of("src/test/resources/seeds/001_61e4a64dfd845c14.txt")).replaceAll("\\s+", " ");
        return Pattern.compile("– (\\d)/(\\d) баллов").matcher(seed).results()
            .map(one -> new int[] {Integer.parseInt(one.group(1)), Integer.parseInt(one.group(2))}).toList();
    }

    private String document() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            file.write(key, out);
            try (XWPFDocument document = new XWPFDocument(new ByteArrayInputStream(out.toByteArray())); var words = new XWPFWordExtractor(document)) {
                return words.getText();
            }
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private String page() {
        return "/federal-results?place=" + Place.region(region).key() + "&year=" + key.year() + "&stage=" + key.stage();
    }

    private HttpResponse<String> post(Browser browser, Map<String, String> fields) {
        String form = fields.entrySet().stream().map(field -> field.getKey() + "=" + Browser.encode(field.getValue())).collect(Collectors.joining("&"));
        return browser.call("POST", page(), "application/x-www-form-urlencoded", form);
    }

    private Browser signedIn(long person) {
        accounts.setPassword(person, PASSWORD);
        Browser browser = new Browser(port);
        browser.signIn(staff.person(person).email(), PASSWORD);
        return browser;
    }

    private static void refused(String code, ThrowingCallable what) {
        assertThatThrownBy(what).isInstanceOfSatisfying(Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(code));
    }
}
