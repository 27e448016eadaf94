package ru.marshrut.local;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import ru.marshrut.shared.CannotStart;

/** A real PostgreSQL from a Maven package, on a free port of this computer; its data stay in a folder. */
final class EmbeddedDatabase {

    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private EmbeddedDatabase() {}

    static EmbeddedPostgres start(Path folder, Path binaries) {
        try {
            endOrphan(folder);
            return EmbeddedPostgres.builder()
                .setDataDirectory(folder)
                .setCleanDataDirectory(false)
                .setOverrideWorkingDirectory(binaries.toFile())
                // the same letters and order on every computer, whatever its locale
                .setLocaleConfig("locale", "C").setLocaleConfig("locale-provider", "builtin").setLocaleConfig("builtin-locale", "C.UTF-8")
                .setServerConfig("fsync", "on").setServerConfig("synchronous_commit", "off") // quick, and sound after a power cut
                .setPGStartupWait(PATIENCE) // a slow disk, or the repair after a kill
                .setRegisterShutdownHook(false)
                .start();
        } catch (IOException | IllegalStateException e) {
            throw new CannotStart(Words.of("local.databaseFailed",
                Map.of("folder", folder, "data", folder.getParent(), "reason", String.valueOf(e.getMessage()))), e);
        }
    }

    /**
     * After a kill of the Java machine its PostgreSQL lives on and holds the folder. It has nobody to work for any more:
     * the caller holds the folder's lock.
     */
    private static void endOrphan(Path folder) throws IOException {
        Path pidFile = folder.resolve("postmaster.pid");
        if (!Files.exists(pidFile)) {
            return;
        }
        List<String> lines = Files.readAllLines(pidFile);
        if (!lines.isEmpty()) {
            ProcessHandle.of(Long.parseLong(lines.get(0).strip())).filter(EmbeddedDatabase::isPostgres).ifPresent(EmbeddedDatabase::end);
        }
        Files.deleteIfExists(pidFile); // else the number of a process that has nothing to do with us would block the start
    }

    private static void end(ProcessHandle orphan) {
        orphan.destroy();
        orphan.onExit().completeOnTimeout(orphan, PATIENCE.toSeconds(), TimeUnit.SECONDS).join();
        if (orphan.isAlive()) {
            throw new IllegalStateException("PostgreSQL " + orphan.pid() + " does not end");
        }
    }

    private static boolean isPostgres(ProcessHandle process) {
        return process.info().command().map(command -> Path.of(command).getFileName().toString().startsWith("postgres")).orElse(false);
    }
}
