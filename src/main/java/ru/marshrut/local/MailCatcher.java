package ru.marshrut.local;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.concurrent.atomic.AtomicInteger;
import org.subethamail.smtp.helper.SimpleMessageListener;
import org.subethamail.smtp.server.SMTPServer;

/** A mail server that sends nothing on: each letter becomes a file, one per recipient, named by the time of its arrival. */
final class MailCatcher implements SimpleMessageListener {

    private static final DateTimeFormatter ARRIVAL = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss-SSS").withZone(ZoneOffset.UTC);

    private final Path folder;
    private final Clock systemClock;
    private final AtomicInteger count = new AtomicInteger();

    private MailCatcher(Path folder, Clock systemClock) {
        this.folder = folder;
        this.systemClock = systemClock;
    }

    /**
     * @param port        0 takes a free one
     * @param systemClock the computer's own time: the order of arrival does not depend on where the business clock stands
     */
    static SMTPServer start(Path folder, int port, Clock systemClock) {
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        MailCatcher catcher = new MailCatcher(folder, systemClock);
        SMTPServer server = SMTPServer.port(port)
            .bindAddress(InetAddress.getLoopbackAddress())
            .hostName("localhost")
            .simpleMessageListener(catcher)
            .build();
        server.start();
        return server;
    }

    @Override
    public boolean accept(String from, String recipient) {
        return true;
    }

    @Override
    public void deliver(String from, String recipient, InputStream content) throws IOException {
        String name = ARRIVAL.format(systemClock.instant()) + "-%06d".formatted(count.incrementAndGet());
        Path part = folder.resolve(name + ".part");
        try (OutputStream letter = Files.newOutputStream(part)) {
            letter.write((CaughtMail.RECIPIENT + ": " + recipient + "\r\n").getBytes(StandardCharsets.UTF_8));
            content.transferTo(letter);
        }
        Files.move(part, folder.resolve(name + CaughtMail.ENDING), StandardCopyOption.ATOMIC_MOVE); // never read half a letter
    }
}
