package ru.marshrut.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import ru.marshrut.territory.Place;
import ru.marshrut.territory.Role;
import ru.marshrut.territory.Staff;

/** An installation behind https, started on an empty database with the mail of its first administrator. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
    properties = {"marshrut.public-url=https://marshrut.example", "marshrut.admin-email=First@access.example"})
class PublicAddressTest {

    @LocalServerPort
    int port;
    @Autowired
    Staff staff;
    @Autowired
    Accounts accounts;
    @Autowired
    Clock clock;
    @Autowired
    JdbcClient jdbc;

    @Test
    void cookiesGoByHttpsOnlyAndBrowsersAreToldToStayThere() {
        HttpResponse<String> page = new Browser(port).open("/login");

        assertThat(page.headers().allValues("Set-Cookie")).isNotEmpty().allSatisfy(cookie ->
            assertThat(cookie).contains("Secure", "HttpOnly", "SameSite=Lax"));
        assertThat(page.headers().firstValue("Strict-Transport-Security").orElseThrow()).contains("max-age=31536000");
    }

    @Test
    void theFirstAdministratorIsAppointedOnceAndGetsALink() {
        var administrators = staff.holding(Role.ADMINISTRATOR, Place.FEDERATION, LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC));

        assertThat(administrators).singleElement().satisfies(person -> {
            assertThat(person.email()).isEqualToIgnoringCase("first@access.example");
            assertThat(jdbc.sql("select count(*) from password_link where person_id = ?").param(person.id()).query(Integer.class).single()).isOne();
        });
    }

    @Test
    void onTheEmptyDatabaseTheSetUpPageMakesNobodyAnAdministrator() {
        Browser stranger = new Browser(port);

        assertThat(stranger.open("/camunda/app/admin/default/setup/").headers().firstValue("Location").orElseThrow()).endsWith("/login");
        assertThat(stranger.webapp("POST", "/admin/setup/default/user/create",
            "{\"profile\":{\"id\":\"p0\",\"firstName\":\"x\",\"lastName\":\"y\"},\"credentials\":{\"password\":\"abcdefghijkl12\"}}").statusCode()).isEqualTo(401);
        assertThat(jdbc.sql("select count(*) from act_id_user").query(Integer.class).single()).isZero();
    }
}
