package ru.marshrut.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;
import ru.marshrut.shared.Refusal;
import ru.marshrut.territory.Staff;
import ru.marshrut.territory.Territory;

@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@RecordApplicationEvents
class SignInTest {

    @LocalServerPort
    int port;
    @Autowired
    Territory territory;
    @Autowired
    Staff staff;
    @Autowired
    Accounts accounts;
    @Autowired
    Clock clock;
    @Autowired
    JdbcClient jdbc;
    @Autowired
    ApplicationEvents events;

    TwoSchools here;
    Browser browser;

    @BeforeEach
    void aRegionWithTwoSchools() {
        here = TwoSchools.inANewRegion(territory, staff, clock);
        here.coordinator().giveAccount(accounts);
        browser = new Browser(port);
    }

    @Test
    void aPageThatWasAskedForOpensAfterTheSignIn() {
        assertThat(location(browser.open("/tasks/7"))).endsWith("/login");

        assertThat(location(browser.signIn(here.coordinator().email(), TwoSchools.PASSWORD))).endsWith("/tasks/7");
    }

    @Test
    void theLoginIsTheMailInAnyCaseOfLetters() {
        assertThat(location(browser.signIn(here.coordinator().email().toUpperCase(), TwoSchools.PASSWORD))).doesNotContain("login");
    }

    @Test
    void theSignInPageIsRussianStrictAndKeepsThePartOfTheAddressThatTheServerNeverSees() {
        HttpResponse<String> page = browser.open("/login");

        assertThat(page.body()).contains("Маршрут", "Электронная почта", "Забыли пароль", "sign-in.js").doesNotContain("<script>");
        assertThat(page.headers().firstValue("Content-Security-Policy").orElseThrow())
            .contains("default-src 'self'", "frame-ancestors 'self'").doesNotContain("unsafe");
        assertThat(page.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
        assertThat(page.headers().firstValue("Referrer-Policy")).contains("same-origin");
        assertThat(browser.open("/js/sign-in.js").statusCode()).isEqualTo(200);
        assertThat(browser.open("/css/marshrut.css").statusCode()).isEqualTo(200);
    }

    @Test
    void aNewSessionBeginsWithTheSignIn() {
        browser.open("/login");
        String before = browser.cookie("JSESSIONID");

        browser.signIn(here.coordinator().email(), TwoSchools.PASSWORD);

        assertThat(browser.cookie("JSESSIONID")).isNotEmpty().isNotEqualTo(before);
    }

    @Test
    void whoHoldsNoAppointmentTodayIsToldSoButOnlyWithTheRightPassword() {
        staff.end(here.coordinator().appointmentId(), yesterday(), "переход в другую школу");

        assertThat(location(browser.signIn(here.coordinator().email(), "не тот пароль вовсе"))).endsWith("/login?error");
        assertThat(location(browser.signIn(here.coordinator().email(), TwoSchools.PASSWORD))).endsWith("/login?closed");
    }

    @Test
    void aRunningSessionEndsInEffectWithTheAppointmentAndWithANewPassword() {
        browser.signIn(here.coordinator().email(), TwoSchools.PASSWORD);
        here.principal().giveAccount(accounts);
        Browser principals = new Browser(port);
        principals.signIn(here.principal().email(), TwoSchools.PASSWORD);
        assertThat(browser.getJson("/api/nothing").statusCode()).isEqualTo(404);
        assertThat(principals.getJson("/api/nothing").statusCode()).isEqualTo(404);

        staff.end(here.coordinator().appointmentId(), yesterday(), "переход в другую школу");
        accounts.setPassword(here.principal().id(), "совсем другой пароль");

        assertThat(browser.getJson("/api/nothing").statusCode()).isEqualTo(403);
        assertThat(principals.getJson("/api/nothing").statusCode()).isEqualTo(403);
    }

    @Test
    void tenWrongTriesLockTheAccountForFifteenMinutesOfSystemTime() {
        for (int i = 0; i < 10; i++) {
            assertThat(location(browser.signIn(here.coordinator().email(), "не тот пароль " + i))).endsWith("/login?error");
        }
        assertThat(location(browser.signIn(here.coordinator().email(), TwoSchools.PASSWORD))).endsWith("/login?error");

        jdbc.sql("update account set locked_until = locked_until - interval '15 minutes' where person_id = ?")
            .param(here.coordinator().id()).update();
        assertThat(location(browser.signIn(here.coordinator().email(), TwoSchools.PASSWORD))).doesNotContain("login");
    }

    @Test
    void programsComeWithAPasswordAndGetNoSession() {
        HttpResponse<String> answer = browser.get("/api/nothing", "Authorization", basic(here.coordinator().email(), TwoSchools.PASSWORD));

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.headers().firstValue("Content-Type").orElseThrow()).startsWith("application/problem+json");
        assertThat(answer.body()).contains("Не найдено");
        assertThat(answer.headers().allValues("Set-Cookie")).isEmpty();
        HttpResponse<String> refused = browser.get("/api/nothing", "Authorization", basic(here.coordinator().email(), "не тот пароль"));
        assertThat(refused.statusCode()).isEqualTo(401);
        assertThat(refused.body()).contains("Нужно войти");
    }

    @Test
    void callsOfAPageWithoutSessionAreAnsweredWithoutTheBrowsersOwnQuestion() {
        HttpResponse<String> answer = browser.getJson("/api/nothing");

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.headers().firstValue("WWW-Authenticate")).isEmpty();
        assertThat(answer.body()).contains("Нужно войти");
    }

    @Test
    void aFormOfAnotherSiteIsRefused() {
        browser.signIn(here.coordinator().email(), TwoSchools.PASSWORD);

        assertThat(browser.post("/logout", "").statusCode()).isEqualTo(403);
        assertThat(browser.post("/api/anything", "a=b").statusCode()).isEqualTo(403);
        assertThat(browser.post("/logout", "").body()).contains("Нет доступа").doesNotContain("Forbidden");
    }

    @Test
    void signingOutEndsTheSession() {
        browser.signIn(here.coordinator().email(), TwoSchools.PASSWORD);

        assertThat(location(browser.submit("/password", "/logout", Map.of()))).endsWith("/login?logout");
        assertThat(browser.getJson("/api/nothing").statusCode()).isEqualTo(401);
    }

    @Test
    void whatIsNotThereIsSaidInRussianWithoutAStackTrace() {
        browser.signIn(here.coordinator().email(), TwoSchools.PASSWORD);

        HttpResponse<String> page = browser.open("/nothing/here");

        assertThat(page.statusCode()).isEqualTo(404);
        assertThat(page.body()).contains("Не найдено", "Выйти", "Тестова Анна Примеровна").doesNotContain("Exception", "Not Found", "at ru.");
    }

    @Test
    void aForgottenPasswordIsSetAnewByALinkThatIsMailed() {
        accounts.requestLink(here.coordinator().email());
        String path = events.stream(PasswordLinkRequested.class).reduce((a, b) -> b).orElseThrow().path();
        assertThat(browser.open(path).body()).contains("Новый пароль", "Ещё раз");

        assertThat(browser.submit(path, path, Map.of("password", "коротко", "repeated", "коротко")).body()).contains("не меньше 12 знаков");
        assertThat(browser.submit(path, path, Map.of("password", "длинная новая фраза", "repeated", "другая новая фраза")).body())
            .contains("Пароли не совпадают");
        assertThat(location(browser.submit(path, path, Map.of("password", "длинная новая фраза", "repeated", "длинная новая фраза"))))
            .endsWith("/login?ready");

        assertThat(location(browser.signIn(here.coordinator().email(), "длинная новая фраза"))).doesNotContain("login");
        assertThat(browser.open(path).body()).contains("уже использована или устарела");
    }

    @Test
    void nobodyLearnsWhetherAnAddressIsKnown() {
        HttpResponse<String> known = browser.submit("/password", "/password", Map.of("email", here.coordinator().email()));
        HttpResponse<String> again = browser.submit("/password", "/password", Map.of("email", here.coordinator().email()));
        HttpResponse<String> unknown = browser.submit("/password", "/password", Map.of("email", "nobody@access.example"));

        assertThat(location(known)).endsWith("/password?sent").isEqualTo(location(unknown)).isEqualTo(location(again));
        assertThat(known.body()).isEqualTo(unknown.body());
        assertThat(jdbc.sql("select count(*) from password_link where person_id = ?").param(here.coordinator().id())
            .query(Integer.class).single()).as("asked for twice, sent once").isOne();
    }

    @Test
    void aLinkIsGoodForSevenDays() {
        String path = accounts.inviteLink(here.coordinator().id());
        jdbc.sql("update password_link set expires_at = expires_at - interval '7 days' where person_id = ?")
            .param(here.coordinator().id()).update();

        assertThatThrownBy(() -> accounts.redeem(path.substring("/password/".length()), "длинная новая фраза"))
            .isInstanceOf(Refusal.class).hasMessageContaining("access.link.closed");
    }

    @Test
    void aPasswordThatRepeatsTheLoginIsRefused() {
        assertThatThrownBy(() -> accounts.setPassword(here.coordinator().id(), "x" + here.coordinator().email()))
            .isInstanceOf(Refusal.class).hasMessageContaining("isLogin");
        assertThatThrownBy(() -> accounts.setPassword(here.coordinator().id(), "111111111111"))
            .isInstanceOf(Refusal.class).hasMessageContaining("tooPlain");
    }

    @Test
    void metricsAreForAdministratorsAndNothingElseOfTheActuatorIsThere() {
        TwoSchools.Someone administering = TwoSchools.administrator(staff, clock);
        administering.giveAccount(accounts);
        String administrator = basic(administering.email(), TwoSchools.PASSWORD);
        String participant = basic(here.coordinator().email(), TwoSchools.PASSWORD);

        assertThat(browser.getJson("/actuator/health").statusCode()).isEqualTo(200);
        assertThat(browser.getJson("/actuator/health").body()).doesNotContain("components");
        assertThat(browser.getJson("/actuator/prometheus").statusCode()).isEqualTo(401);
        assertThat(browser.get("/actuator/prometheus", "Authorization", participant).statusCode()).isEqualTo(403);
        assertThat(browser.get("/actuator/env", "Authorization", administrator).statusCode()).isEqualTo(404);
        assertThat(browser.get("/actuator/heapdump", "Authorization", participant).statusCode()).isEqualTo(403);
    }

    private LocalDate yesterday() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).minusDays(2);
    }

    private static String location(HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").orElse("(status " + answer.statusCode() + ")");
    }

    private static String basic(String email, String password) {
        return "Basic " + Base64.getEncoder().encodeToString((email + ":" + password).getBytes(StandardCharsets.UTF_8));
    }
}
