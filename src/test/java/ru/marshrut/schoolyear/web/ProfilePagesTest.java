package ru.marshrut.schoolyear.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import ru.marshrut.access.Accounts;
import ru.marshrut.access.Browser;
import ru.marshrut.schoolyear.SchoolYear;
import ru.marshrut.schoolyear.process.ProfileForms;
import ru.marshrut.schoolyear.process.ProfileTables;
import ru.marshrut.schoolyear.process.RiskProfileModel;
import ru.marshrut.schoolyear.process.YearStory;
import ru.marshrut.schoolyear.process.YearStory.Told;
import ru.marshrut.schoolyear.profile.ProfileEntry;
import ru.marshrut.schoolyear.profile.ProfileFiles;
import ru.marshrut.schoolyear.profile.RiskLevel;
import ru.marshrut.territory.Place;
import ru.marshrut.territory.Role;
import ru.marshrut.territory.Staff;
import ru.marshrut.territory.Territory;
import ru.marshrut.testing.MadePeople;
import ru.marshrut.work.OpenTask;

/** The pages and forms of the risk profile as a browser gets them, and what neighbours get instead. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class ProfilePagesTest {

    private static final String PASSWORD = "профиль-не-для-чужих";
    private static final String FORM = "application/x-www-form-urlencoded";
    private static final Pattern FINGERPRINT = Pattern.compile("name=\"fingerprint\" value=\"(\\w+)\"");

    @LocalServerPort
    int port;
    @Autowired
    YearStory story;
    @Autowired
    MadePeople people;
    @Autowired
    Staff staff;
    @Autowired
    Territory territory;
    @Autowired
    Accounts accounts;
    @Autowired
    ProfileEntry profiles;

    private Told told;
    private SchoolYear year;
    private String page;
    private String table;

    @BeforeEach
    void aSchoolInItsYear() {
        story.itIs("2021-02-01");
        told = story.aSchool();
        year = story.aYearOf(told);
        story.started(RiskProfileModel.KEY, year);
        page = "/school-years/" + year.id() + "/profile";
        table = "place=region-" + told.region() + "&year=" + YearStory.YEAR;
    }

    private Browser signedIn(long person) {
        accounts.setPassword(person, PASSWORD);
        Browser browser = new Browser(port);
        assertThat(browser.signIn(staff.person(person).email(), PASSWORD).headers().firstValue("Location").orElseThrow()).doesNotContain("error");
        return browser;
    }

    private long coordinator() {
        return staff.holding(Role.SCHOOL_COORDINATOR, Place.school(told.school()), LocalDate.of(2021, 2, 1)).get(0).id();
    }

    private void opens(Browser browser, String step, String... words) {
        HttpResponse<String> form = browser.open("/tasks/" + story.task(year, step).id());
        assertThat(form.statusCode()).as(step).isEqualTo(200);
        assertThat(form.body()).as(step).contains(words).doesNotContain("??schoolyear", "th:");
    }

    @Test
    void everyFormAndThePageOpenAllTheWay() {
        Browser school = signedIn(coordinator());
        Browser curator = signedIn(told.curator());
        Browser municipal = signedIn(told.municipal());
        opens(school, RiskProfileModel.CONDUCT_SURVEY, "Обучающиеся", "answered_pupils");
        assertThat(school.open(page).body()).contains("Профиль ещё не внесён", "Итоги ещё не сообщены");
        story.does(year, RiskProfileModel.CONDUCT_SURVEY, ProfileForms.survey("2021-02-01"));
        opens(school, RiskProfileModel.ENTER_PROFILE, "level_staff", "не определён", "Скачать шаблон");
        story.does(year, RiskProfileModel.ENTER_PROFILE, ProfileForms.levels(Map.of("staff", RiskLevel.HIGH, "parents", RiskLevel.UNKNOWN)));
        opens(curator, RiskProfileModel.MAKE_FIRST_VISIT, "Дефицит педагогических кадров", "высокий");
        story.does(year, RiskProfileModel.MAKE_FIRST_VISIT, ProfileForms.visit("2021-02-01"));
        opens(curator, RiskProfileModel.VERIFY_PROFILE, "verdict_staff", "оспариваю", "Обсудили рисковый профиль");
        story.does(year, RiskProfileModel.VERIFY_PROFILE, ProfileForms.verdicts(Map.of("staff", "DISPUTE", "language", "CORRECT:HIGH")));
        opens(municipal, RiskProfileModel.DECIDE_ON_DISPUTES, "reason_staff", "Видел своими глазами");
        story.does(year, RiskProfileModel.DECIDE_ON_DISPUTES, Map.of("level_staff", "MEDIUM", "reason_staff", "Учителя приняты"));
        opens(school, RiskProfileModel.ACTIVATE_DIRECTIONS, "reason_language");
        story.does(year, RiskProfileModel.ACTIVATE_DIRECTIONS, ProfileForms.activation("language"));
        opens(curator, RiskProfileModel.CONFIRM_ACTIVATION, "не выбрано");
        story.does(year, RiskProfileModel.CONFIRM_ACTIVATION, Map.of("decision", "RETURN", "comment", "Возьмите кадры"));
        opens(school, RiskProfileModel.ACTIVATE_DIRECTIONS, "Куратор вернул: Возьмите кадры");
        story.does(year, RiskProfileModel.ACTIVATE_DIRECTIONS, ProfileForms.activation("language", "staff"));
        story.does(year, RiskProfileModel.CONFIRM_ACTIVATION, Map.of("decision", "CONFIRM", "comment", ""));

        for (long reader : List.of(coordinator(), told.curator(), told.municipal(), told.regional(), people.appoint(Role.OBSERVER, Place.region(told.region())))) {
            HttpResponse<String> shown = signedIn(reader).open(page);
            assertThat(shown.statusCode()).isEqualTo(200);
            assertThat(shown.body()).contains("оспорен куратором", "решение муниципального координатора", "Учителя приняты", "80\u00a0%", "никого нет",
                "Обсудили рисковый профиль", "возвращено", "Возьмите кадры", "Рисковый профиль " + territory.school(told.school()).code(),
                "class=\"bar HIGH\"", "Направления активированы 01.02.2021").doesNotContain("??", "th:");
        }
    }

    @Test
    void whatWasTypedStaysWhenItIsRefused() {
        Browser school = signedIn(coordinator());
        OpenTask task = story.task(year, RiskProfileModel.CONDUCT_SURVEY);
        HttpResponse<String> refused = school.call("POST", "/tasks/" + task.id(), FORM,
            "on=2021-02-01&of_pupils=100&answered_pupils=101&of_teachers=7&answered_teachers=7&of_parents=0&answered_parents=0&of_administration=0&answered_administration=0");
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("value=\"101\"", "Обучающиеся: прошли анкетирование 101, а всего в группе 100");
    }

    @Test
    void theSchoolsOwnFileFillsItsForm() {
        story.does(year, RiskProfileModel.CONDUCT_SURVEY, ProfileForms.survey("2021-02-01"));
        Browser school = signedIn(coordinator());
        assertThat(school.open(page + "/template").statusCode()).isEqualTo(200);
        List<List<String>> rows = new ArrayList<>(List.of(List.of("Направление", "Уровень")));
        territory.riskDirections().forEach((code, name) -> rows.add(List.of(name, code.equals("staff") ? "так себе" : "3")));
        HttpResponse<String> uploaded = school.upload("/documents/" + ProfileFiles.PROFILE + "/" + year.id() + "/file", "профиль.xlsx", ProfileTables.of(rows));
        assertThat(uploaded.statusCode()).as(uploaded.body()).isEqualTo(200);
        OpenTask task = story.task(year, RiskProfileModel.ENTER_PROFILE);
        assertThat(school.call("POST", "/tasks/" + task.id() + "/risk-profile", FORM, "level_staff=LOW").statusCode()).isEqualTo(302);
        String form = school.open("/tasks/" + task.id()).body();
        assertThat(form).contains("так себе", "Уровень не удалось понять однозначно", "value=\"HIGH\" selected", "value=\"LOW\" selected");
        assertThat(profiles.of(year.id()).isThere()).isFalse();
        Map<String, RiskLevel> levels = new LinkedHashMap<>();
        ProfileForms.DIRECTIONS.forEach(direction -> levels.put(direction, RiskLevel.HIGH));
        story.does(task, ProfileForms.levels(levels));
        assertThat(school.upload("/documents/" + ProfileFiles.PROFILE + "/" + year.id() + "/file", "профиль.xlsx", ProfileTables.of(rows)).statusCode())
            .as("the profile is entered").isEqualTo(404);
    }

    @Test
    void theRegionLooksAtItsTableAndTakesItOver() {
        story.does(year, RiskProfileModel.CONDUCT_SURVEY, ProfileForms.survey("2021-02-01"));
        Browser regional = signedIn(told.regional());
        String address = "/school-years/profiles?" + table;
        assertThat(regional.open(address).body()).contains("Скачать шаблон").doesNotContain("id=\"preview\"");
        assertThat(regional.open("/school-years/profiles/template?" + table).statusCode()).isEqualTo(200);
        String code = territory.school(told.school()).code();
        assertThat(regional.upload(address, "профили.xlsx", ProfileTables.ofSchools(territory.riskDirections().values(), List.of(code, "чужая"), "3"))
            .statusCode()).isEqualTo(302);
        String wrong = regional.open(address).body();
        assertThat(wrong).contains("Школы с таким кодом здесь нет", "чужая").doesNotContain("Подтвердить и записать");
        regional.upload(address, "профили.xlsx", ProfileTables.ofSchools(territory.riskDirections().values(), List.of(code), "3"));
        Matcher fingerprint = FINGERPRINT.matcher(regional.open(address).body());
        assertThat(fingerprint.find()).isTrue();
        assertThat(regional.call("POST", "/school-years/profiles/confirm?" + table, FORM, "fingerprint=" + fingerprint.group(1)).statusCode()).isEqualTo(302);
        assertThat(regional.open(address).body()).contains("Внесено профилей: 1");
        story.run();
        assertThat(story.openSteps(year)).containsExactly(RiskProfileModel.MAKE_FIRST_VISIT);
    }

    @Test
    void neighboursFindNothingAndChangeNothing() {
        story.does(year, RiskProfileModel.CONDUCT_SURVEY, ProfileForms.survey("2021-02-01"));
        OpenTask task = story.task(year, RiskProfileModel.ENTER_PROFILE);
        Told neighbour = story.aSchool();
        Map<String, Long> strangers = new LinkedHashMap<>();
        strangers.put("curator of another school", neighbour.curator());
        strangers.put("municipality of another region", neighbour.municipal());
        strangers.put("another region", neighbour.regional());
        strangers.put("neighbouring municipality", people.appoint(Role.MUNICIPAL_COORDINATOR, Place.municipality(people.municipality(told.region()))));
        strangers.put("school of the same municipality", staff.holding(Role.SCHOOL_COORDINATOR,
            Place.school(people.school(told.municipality())), LocalDate.of(2021, 2, 1)).get(0).id());
        strangers.put("expert", people.appoint(Role.EXPERT, Place.region(told.region())));
        SoftAssertions all = new SoftAssertions();
        strangers.forEach((who, person) -> {
            Browser browser = signedIn(person);
            for (String path : List.of(page, page + "/template", "/school-years/profiles?" + table, "/school-years/profiles/template?" + table,
                "/documents/" + ProfileFiles.PROFILE + "/" + year.id(), "/documents/" + ProfileFiles.VISIT + "/" + year.id(), "/tasks/" + task.id())) {
                all.assertThat(browser.open(path).statusCode()).as("%s: %s", who, path).isEqualTo(404);
            }
            all.assertThat(browser.call("POST", "/tasks/" + task.id(), FORM, "level_staff=LOW").statusCode()).as(who).isEqualTo(404);
            all.assertThat(browser.call("POST", "/tasks/" + task.id() + "/risk-profile", FORM, "").statusCode()).as(who).isEqualTo(404);
            all.assertThat(browser.call("POST", "/school-years/profiles/confirm?" + table, FORM, "fingerprint=x").statusCode()).as(who).isEqualTo(404);
            all.assertThat(browser.call("POST", "/school-years/profiles/discard?" + table, FORM, "").statusCode()).as(who).isEqualTo(404);
            all.assertThat(browser.upload("/school-years/profiles?" + table, "x.xlsx", new byte[0]).statusCode()).as(who).isEqualTo(404);
            all.assertThat(browser.upload("/documents/" + ProfileFiles.PROFILE + "/" + year.id() + "/file", "x.xlsx", new byte[0]).statusCode()).as(who).isEqualTo(404);
        });
        Browser curator = signedIn(told.curator());
        all.assertThat(curator.open(page).statusCode()).isEqualTo(200);
        all.assertThat(curator.open("/school-years/profiles?" + table).statusCode()).as("the curator imports nothing").isEqualTo(404);
        all.assertThat(curator.upload("/documents/" + ProfileFiles.PROFILE + "/" + year.id() + "/file", "x.xlsx", new byte[0]).statusCode())
            .as("the curator does not put the school's file").isEqualTo(404);
        for (String wrong : List.of("place=school-" + told.school(), "place=federation", "place=region-0", "place=nonsense", "place=region-99999999999999999999")) {
            all.assertThat(signedIn(told.regional()).open("/school-years/profiles?year=2021&" + wrong).statusCode()).as(wrong).isEqualTo(404);
        }
        all.assertThat(new Browser(port).open(page).statusCode()).as("nobody").isIn(302, 401);
        all.assertThat(story.openSteps(year)).containsExactly(RiskProfileModel.ENTER_PROFILE);
        all.assertAll();
    }
}
