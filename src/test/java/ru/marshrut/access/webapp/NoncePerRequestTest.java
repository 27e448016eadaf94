package ru.marshrut.access.webapp;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.ServletContext;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
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
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Asks the shipped webapps for many pages at once, as a school's computer class or a morning of deadlines would. */
@ShippedWebapps
class NoncePerRequestTest {

    private static final int PAGES = 400;
    private static final int READERS = 50;
    private static final List<String> APPLICATIONS = List.of("tasklist", "cockpit", "admin", "welcome");
    private static final Pattern IN_HEADER = Pattern.compile("'nonce-([^']+)'");
    private static final Pattern IN_PAGE = Pattern.compile("nonce=\"([^\"]*)\"");

    @LocalServerPort
    private int port;

    @Autowired
    private ServletContext context;

    private final HttpClient browser = HttpClient.newHttpClient();

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
        String application = APPLICATIONS.get(number % APPLICATIONS.size());
        URI address = URI.create("http://localhost:%d/camunda/app/%s/default/".formatted(port, application));
        HttpResponse<String> response =
                browser.send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofString());
        assertThat(response.statusCode()).isEqualTo(200);
        String policy = response.headers().firstValue("Content-Security-Policy").orElseThrow();
        return new Page(first(policy), IN_PAGE.matcher(response.body()).results()
                .map(found -> found.group(1)).collect(Collectors.toSet()));
    }

    private static String first(String policy) {
        return IN_HEADER.matcher(policy).results().map(found -> found.group(1)).findFirst().orElseThrow();
    }

    private record Page(String inHeader, Set<String> inPage) {}
}
