package ru.marshrut.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.env.EnvironmentPostProcessor;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.util.StringUtils;
import ru.marshrut.shared.CannotStart;
import ru.marshrut.shared.Terminal;

/**
 * Local mode: without a database URL everything that the application needs is started beside it, on this computer only,
 * and kept in one folder ({@code marshrut.data}, by default {@code data}). {@code marshrut.local=false} turns it off.
 */
final class LocalMode implements EnvironmentPostProcessor, Ordered {

    private static FileChannel possession; // a channel that nobody holds is closed by the garbage collector, its lock with it

    @Override
    public int getOrder() {
        return Ordered.LOWEST_PRECEDENCE; // after the settings files have been read
    }

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        if (StringUtils.hasText(environment.getProperty("marshrut.database.url"))
            || !environment.getProperty("marshrut.local", Boolean.class, true)) {
            return;
        }
        Path data = Path.of(environment.getProperty("marshrut.data", "data")).toAbsolutePath().normalize();
        int port = environment.getProperty("server.port", Integer.class, 8080);
        takePossessionOf(data);
        refuseIfBusy(port);
        Terminal.say(Words.of(Files.exists(data.resolve("postgres")) ? "local.starting" : "local.startingFirst", Map.of()));

        var postgres = EmbeddedDatabase.start(data.resolve("postgres"), data.resolve("postgres-binaries"));
        var catcher = MailCatcher.start(data.resolve("mail"),
            environment.getProperty("marshrut.local.mail-port", Integer.class, 0), Clock.systemUTC());
        // after the contexts, which still need both
        SpringApplication.getShutdownHandlers().add(() -> {
            catcher.stop();
            close(postgres);
        });

        environment.addActiveProfile("local");
        // Known passwords are safe only on this computer's own address: these cannot be set otherwise.
        environment.getPropertySources().addFirst(new MapPropertySource("localMode", Map.of(
            "marshrut.data", data.toString(),
            "server.address", "127.0.0.1",
            "spring.datasource.url", postgres.getJdbcUrl("postgres", "postgres") + "&reWriteBatchedInserts=true",
            "spring.datasource.username", "postgres",
            "spring.mail.host", "127.0.0.1",
            "spring.mail.port", catcher.getPortAllocated())));
        Map<String, Object> defaults = new HashMap<>();
        defaults.put("server.port", port);
        defaults.put("marshrut.public-url", "http://localhost:" + port);
        defaults.put("marshrut.documents.folder", data.resolve("documents").toString());
        defaults.put("marshrut.mail.from", "Маршрут 500+ <marshrut@localhost>");
        defaults.put("marshrut.clock.shift", KeptClock.shiftKeptIn(data).toString());
        defaults.put("logging.file.name", data.resolve("marshrut.log").toString());
        defaults.put("logging.threshold.console", "ERROR");
        environment.getPropertySources().addAfter(StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME,
            new MapPropertySource("localModeDefaults", defaults));
    }

    /** Two runs on one folder would spoil each other's data. The lock goes with this Java machine, however it ends. */
    private static synchronized void takePossessionOf(Path data) {
        try {
            Files.createDirectories(data);
            FileChannel channel = FileChannel.open(data.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (channel.tryLock() == null) {
                channel.close();
                throw alreadyRunningOn(data);
            }
            possession = channel;
        } catch (OverlappingFileLockException e) {
            throw alreadyRunningOn(data);
        } catch (IOException e) {
            throw new CannotStart(Words.of("local.folderRefused", Map.of("folder", data, "reason", String.valueOf(e.getMessage()))), e);
        }
    }

    private static CannotStart alreadyRunningOn(Path data) {
        return new CannotStart(Words.of("local.alreadyRunning", Map.of("folder", data)));
    }

    private static void refuseIfBusy(int port) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true); // a port in the wake of its last user is free
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        } catch (IOException e) {
            throw new CannotStart(Words.of("local.portBusy", Map.of("port", port)), e);
        }
    }

    private static void close(AutoCloseable postgres) {
        try {
            postgres.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
