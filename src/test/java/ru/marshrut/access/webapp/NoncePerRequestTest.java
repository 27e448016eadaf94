package ru.marshrut.access.webapp;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.ServletContext;
import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.camunda.bpm.webapp.impl.security.filter.headersec.provider.impl.ContentSecurityPolicyProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import ru.marshrut.access.Accounts;
import ru.marshrut.territory.Person;
import ru.marshrut.territory.Place;
import ru.marshrut.territory.Role;
import ru.marshrut.territory.Staff;

/** Asks the shipped webapps for many pages at once, as a school's computer class or a morning of deadlines would. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class NoncePerRequestTest {

    private static final int PAGES = 400;
    private static final int READERS = 50;
    private static final List<String> APPLICATIONS = List.of("tasklist", "cockpit", "admin", "welcome");
    private static final String EMAIL = "nonce@school.example";
    private static final String PASSWORD = "Длинный пароль 42";
    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" (?:value|content)=\"([^\"]+)\"");
    private static final Pattern IN_HEADER = Pattern.compile("'nonce-([^']+)'");
    private static final Pattern IN_PAGE = Pattern.compile("nonce=\"([^\"]*)\"");

    @LocalServerPort
    private int port;

    @Autowired
    private ServletContext context;

    @Autowired
    private Staff staff;

    @Autowired
    private Accounts accounts;

    @Autowired
    private Clock clock;

    private final HttpClient browser = HttpClient.newBuilder().cookieHandler(new CookieManager()).build();

    /** Only an administrator may open all four. */
    @BeforeEach
    void signInAsAdministrator() throws Exception {
        long person = staff.personByEmail(EMAIL).map(Person::id).orElseGet(this::administrator);
        accounts.setPassword(person, PASSWORD);
        String token = first(TOKEN, open("/login").body());
        String form = "_csrf=%s&username=%s&password=%s".formatted(
                URLEncoder.encode(token, UTF_8), URLEncoder.encode(EMAIL, UTF_8), URLEncoder.encode(PASSWORD, UTF_8));
        browser.send(HttpRequest.newBuilder(address("/login")).POST(BodyPublishers.ofString(form))
                .header("Content-Type", "application/x-www-form-urlencoded").build(), BodyHandlers.discarding());
    }

    private long administrator() {
        long person = staff.addPerson(null, "Тестова Анна Примеровна", EMAIL, null);
        staff.appoint(person, Role.ADMINISTRATOR, Place.FEDERATION, LocalDate.ofInstant(clock.instant(), clock.getZone()), null);
        return person;
    }

    @Test
    void everyPageCarriesTheNonceOfItsOwnHeader() throws Exception {
        List<Page> pages = readAtOnce();

        assertThat(pages).allSatisfy(page ->
                assertThat(page.inPage()).isNotEmpty().containsOnly(page.inHeader()));
        assertThat(pages.stream().map(Page::inHeader).distinct()).hasSize(PAGES);
    }

    @Test
    void noNonceIsLeftWhereAnotherRequestCouldReadIt() throws Exception {
        read(0);

        assertThat(context.getAttribute(ContentSecurityPolicyProvider.ATTR_CSP_FILTER_NONCE)).isNull();
    }

    private List<Page> readAtOnce() throws Exception {
        ExecutorService readers = Executors.newFixedThreadPool(READERS);
        try {
            List<Callable<Page>> visits = IntStream.range(0, PAGES)
                    .mapToObj(number -> (Callable<Page>) () -> read(number)).toList();
            List<Page> pages = new ArrayList<>();
            for (Future<Page> visit : readers.invokeAll(visits)) {
                pages.add(visit.get());
            }
            return pages;
        } finally {
            readers.shutdownNow();
        }
    }

    private Page read(int number) throws IOException, InterruptedException {
        HttpResponse<String> response = open("/camunda/app/%s/default/".formatted(APPLICATIONS.get(number % APPLICATIONS.size())));
        assertThat(response.statusCode()).isEqualTo(200);
        String policy = response.headers().firstValue("Content-Security-Policy").orElseThrow();
        return new Page(first(IN_HEADER, policy), IN_PAGE.matcher(response.body()).results()
                .map(found -> found.group(1)).collect(Collectors.toSet()));
    }

    private HttpResponse<String> open(String path) throws IOException, InterruptedException {
        return browser.send(HttpRequest.newBuilder(address(path)).build(), BodyHandlers.ofString());
    }

    private URI address(String path) {
        return URI.create("http://localhost:" + port + path);
    }

    private static String first(Pattern pattern, String text) {
        return pattern.matcher(text).results().map(found -> found.group(1)).findFirst().orElseThrow();
    }

    private record Page(String inHeader, Set<String> inPage) {}
}
