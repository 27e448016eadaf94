package ru.marshrut.local;

import java.time.Clock;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.annotation.Profile;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;
import ru.marshrut.shared.Terminal;

/** Says at the end of the start what a new user needs: address, accounts, where the letters and the clock are. */
@Component
@Profile("local")
class Banner {

    private static final DateTimeFormatter DAY_AND_TIME = DateTimeFormatter.ofPattern("dd.MM.yyyy HH:mm").withZone(ClockPage.MOSCOW);

    private final Environment environment;
    private final Clock clock;
    private final ObjectProvider<DemoAccounts> demo;
    private final String folder;

    Banner(Environment environment, Clock clock, ObjectProvider<DemoAccounts> demo, @Value("${marshrut.data}") String folder) {
        this.environment = environment;
        this.clock = clock;
        this.demo = demo;
        this.folder = folder;
    }

    @EventListener(ApplicationReadyEvent.class)
    @Order(Ordered.LOWEST_PRECEDENCE)
    void show() {
        String address = "http://localhost:" + environment.getProperty("local.server.port");
        StringBuilder banner = new StringBuilder("\n").append(word("ready", Map.of())).append("\n\n");
        line(banner, "address", address);
        demo.stream().flatMap(all -> all.accounts().stream()).forEach(account ->
            line(banner, "accounts", "%-34s %-34s %s".formatted(account.role(), account.login(), account.password())));
        line(banner, "mail", address + "/local/mail");
        line(banner, "clock", address + "/local/clock   " + word("now", Map.of("now", DAY_AND_TIME.format(clock.instant()))));
        line(banner, "data", word("dataHint", Map.of("folder", folder)));
        banner.append("\n  ").append(word("stop", Map.of())).append('\n');
        Terminal.say(banner.toString());
    }

    private static void line(StringBuilder banner, String title, String content) {
        banner.append("  %-9s %s%n".formatted(word(title, Map.of()), content));
    }

    private static String word(String key, Map<String, ?> values) {
        return Words.of("local.banner." + key, values);
    }
}
