package ru.marshrut.packaging;

import static org.awaitility.Awaitility.await;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The application in a process of its own, as a user starts it. */
final class StartedApplication implements AutoCloseable {

    private static final Duration START = Duration.ofMinutes(4);

    private final Process process;
    private final Path output;

    /** @param javaArguments what follows {@code java}; the JVM's own settings are given here */
    StartedApplication(Path folder, Map<String, String> environment, List<String> javaArguments) throws IOException {
        output = Files.createTempFile(folder, "output", ".log");
        List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx512m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
        command.addAll(javaArguments);
        ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true).redirectOutput(output.toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("MARSHRUT_") || name.startsWith("SPRING_") || name.startsWith("SERVER_"));
        builder.environment().put("LC_ALL", "C"); // Russian has to come out right without a locale, too
        builder.environment().putAll(environment);
        process = builder.start();
    }

    /** Local mode as {@code mvn spring-boot:run} starts it, with its data below the folder. */
    static StartedApplication locally(Path folder, String... arguments) throws IOException {
        String classPath = Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
            .filter(entry -> !entry.contains("test-classes")).collect(Collectors.joining(File.pathSeparator));
        List<String> java = new ArrayList<>(List.of("-cp", classPath, "ru.marshrut.MarshrutApplication"));
        java.addAll(List.of(arguments));
        return new StartedApplication(folder, Map.of(), java);
    }

    /** Where local mode answers; waits for its banner, which comes when the demo has been played. */
    String localAddress() {
        awaitOutput("Остановить: Ctrl\\+C");
        return awaitOutput("Открыть: +(http://localhost:\\d+)").group(1);
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** Waits until the output has this; fails with the output when the process ends before. */
    MatchResult awaitOutput(String pattern) {
        Pattern wanted = Pattern.compile(pattern);
        await().atMost(START).pollInterval(Duration.ofMillis(200)).until(() -> wanted.matcher(output()).find() || !process.isAlive());
        var found = wanted.matcher(output());
        if (!found.find()) {
            throw new AssertionError("ended before «" + pattern + "»:\n" + output());
        }
        return found.toMatchResult();
    }

    int awaitEnd() throws InterruptedException {
        if (!process.waitFor(START.toSeconds(), TimeUnit.SECONDS)) {
            throw new AssertionError("did not end:\n" + output());
        }
        return process.exitValue();
    }

    String output() {
        try {
            return Files.readString(output);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void kill() throws InterruptedException {
        process.destroyForcibly();
        awaitEnd();
    }

    @Override
    public void close() throws InterruptedException {
        process.destroy();
        awaitEnd();
    }
}
