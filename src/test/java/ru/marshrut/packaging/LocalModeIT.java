package ru.marshrut.packaging;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.CookieManager;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.time.Duration;
import java.util.Collections;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.mail.SimpleMailMessage;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/** Local mode as {@code mvn spring-boot:run} starts it, in a process of its own. */
class LocalModeIT {

    @TempDir
    private Path folder;
    private final HttpClient browser = HttpClient.newBuilder().cookieHandler(new CookieManager())
        .followRedirects(HttpClient.Redirect.NORMAL).build();

    @Test
    void keepsEverythingInOneFolderOnThisComputerOverAKill() throws Exception {
        int mailPort = freePort();
        StartedApplication first = StartedApplication.locally(folder, "--server.port=0", "--marshrut.local.mail-port=" + mailPort);
        String address = first.localAddress();

        listensOnLoopbackOnly(URI.create(address).getPort());
        listensOnLoopbackOnly(mailPort);

        sendALetter(mailPort);
        assertThat(get(address + "/local/mail?to=a.testova@example.test").body()).contains("Проба почты");

        theDemoIsInTheMiddleOfItsSchoolYears(address);

        Duration demo = Duration.parse(Files.readString(data().resolve("clock")));
        moveTheClockByADay(address);
        String shift = Files.readString(data().resolve("clock"));
        assertThat(Duration.parse(shift).minus(demo)).isCloseTo(Duration.ofDays(1), Duration.ofMinutes(1));

        try (Connection database = database(); var statement = database.createStatement()) {
            statement.execute("create table kept (word text)");
        }

        try (StartedApplication second = StartedApplication.locally(folder, "--server.port=0")) {
            assertThat(second.awaitEnd()).isEqualTo(1);
            assertThat(second.output()).contains("уже запущен").doesNotContain("Exception");
        }

        first.kill();
        try (StartedApplication again = StartedApplication.locally(folder, "--server.port=0")) {
            address = again.localAddress();
            assertThat(get(address + "/local/mail").body()).contains("Проба почты");
            assertThat(Files.readString(data().resolve("clock"))).isEqualTo(shift);
            try (Connection database = database(); var statement = database.createStatement()) {
                statement.execute("select * from kept");
            }
        }
        assertThat(data().resolve("postgres/postmaster.pid")).doesNotExist();
    }

    @Test
    void aBusyPortIsNamed() throws Exception {
        try (ServerSocket busy = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
             StartedApplication application = StartedApplication.locally(folder, "--server.port=" + busy.getLocalPort())) {
            assertThat(application.awaitEnd()).isEqualTo(1);
            assertThat(application.output()).contains("Порт " + busy.getLocalPort() + " занят").doesNotContain("Exception");
        }
    }

    private Path data() {
        return folder.resolve("data");
    }

    private static void listensOnLoopbackOnly(int port) throws IOException {
        new Socket(InetAddress.getLoopbackAddress(), port).close();
        for (NetworkInterface network : Collections.list(NetworkInterface.getNetworkInterfaces())) {
            for (InetAddress outside : Collections.list(network.getInetAddresses())) {
                if (outside instanceof Inet4Address && !outside.isLoopbackAddress()) {
                    assertThatThrownBy(() -> {
                        try (Socket socket = new Socket()) {
                            socket.connect(new InetSocketAddress(outside, port), 2000);
                        }
                    }).as("port %s at %s", port, outside).isInstanceOf(IOException.class);
                }
            }
        }
    }

    private static void sendALetter(int port) {
        JavaMailSenderImpl sender = new JavaMailSenderImpl();
        sender.setHost("127.0.0.1");
        sender.setPort(port);
        SimpleMailMessage letter = new SimpleMailMessage();
        letter.setFrom("marshrut@localhost");
        letter.setTo("a.testova@example.test");
        letter.setSubject("Проба почты");
        letter.setText("Здравствуйте!");
        sender.send(letter);
    }

    /** What the past of the demo has left: schools in the second stage, one late, one gone, one without a curator; and a substitute. */
    private static void theDemoIsInTheMiddleOfItsSchoolYears(String address) throws Exception {
        HttpClient browser = HttpClient.newBuilder().cookieHandler(new CookieManager()).followRedirects(HttpClient.Redirect.NORMAL).build();
        signIn(browser, address, "district@demo.example");
        assertThat(get(browser, address + "/my-schools").body()).contains("Найдено 9 школ", "Мониторинг, 2 этап", "просрочено", "Вышла из проекта",
            "не прочитано");
        assertThat(get(browser, address + "/programme").body()).contains("Мониторинг, 2 этап");
        signIn(browser, address, "region@demo.example");
        assertThat(get(browser, address + "/territory/regions/1/staffing").body()).contains("Школа без куратора");
        signIn(browser, address, "curator3@demo.example");
        assertThat(get(browser, address + "/my-schools").body()).contains("Условная", "Макетное", "Черновиково");
    }

    private static void signIn(HttpClient browser, String address, String login) throws Exception {
        ((CookieManager) browser.cookieHandler().orElseThrow()).getCookieStore().removeAll();
        Matcher token = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"").matcher(get(browser, address + "/login").body());
        assertThat(token.find()).isTrue();
        String form = "_csrf=" + token.group(1) + "&username=" + login + "&password=" + URLEncoder.encode("Маршрут-500-плюс", UTF_8);
        browser.send(HttpRequest.newBuilder(URI.create(address + "/login")).header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(form)).build(), BodyHandlers.discarding());
    }

    private void moveTheClockByADay(String address) throws Exception {
        Matcher token = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"").matcher(get(address + "/local/clock").body());
        assertThat(token.find()).isTrue();
        browser.send(HttpRequest.newBuilder(URI.create(address + "/local/clock/day")).header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString("_csrf=" + token.group(1))).build(), BodyHandlers.ofString());
        await().atMost(Duration.ofMinutes(3)).until(() -> get(address + "/local/clock").body().contains("+1 день"));
    }

    private HttpResponse<String> get(String url) throws Exception {
        return get(browser, url);
    }

    private static HttpResponse<String> get(HttpClient browser, String url) throws Exception {
        return browser.send(HttpRequest.newBuilder(URI.create(url)).build(), BodyHandlers.ofString());
    }

    /** PostgreSQL writes its port into the fourth line of its pid file. */
    private Connection database() throws Exception {
        String port = Files.readAllLines(data().resolve("postgres/postmaster.pid")).get(3).strip();
        return DriverManager.getConnection("jdbc:postgresql://localhost:" + port + "/postgres?user=postgres");
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
