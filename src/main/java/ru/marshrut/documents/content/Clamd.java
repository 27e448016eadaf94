package ru.marshrut.documents.content;

import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import ru.marshrut.shared.Refusal;

/** A ClamAV daemon, asked by TCP with the command INSTREAM. Without its clear answer nothing is accepted. */
final class Clamd {

    private static final Logger LOG = LoggerFactory.getLogger(Clamd.class);
    private static final int CONNECT_MILLIS = 5_000;
    private static final int ANSWER_MILLIS = 60_000;

    private final String host;
    private final int port;

    /** @param address {@code host:port} */
    Clamd(String address) {
        int colon = address.lastIndexOf(':');
        if (colon < 1) {
            throw new IllegalArgumentException("marshrut.clamd must be host:port, but is " + address);
        }
        this.host = address.substring(0, colon);
        this.port = Integer.parseInt(address.substring(colon + 1));
    }

    /** @throws Refusal when the file holds a virus, or when the daemon does not say that it is clean */
    void scan(Path file, String name) {
        String answer;
        try {
            answer = ask(file);
        } catch (IOException e) {
            LOG.warn("clamd at {}:{} did not answer", host, port, e);
            throw Refusal.of("documents.scannerUnavailable", name);
        }
        if (answer.endsWith("FOUND")) {
            LOG.warn("clamd refused an upload: {}", answer);
            throw Refusal.of("documents.virus", name);
        }
        if (!answer.equals("stream: OK")) {
            LOG.warn("clamd at {}:{} answered {}", host, port, answer);
            throw Refusal.of("documents.scannerUnavailable", name);
        }
    }

    private String ask(Path file) throws IOException {
        try (Socket socket = new Socket(); InputStream content = Files.newInputStream(file)) {
            socket.connect(new InetSocketAddress(host, port), CONNECT_MILLIS);
            socket.setSoTimeout(ANSWER_MILLIS);
            DataOutputStream out = new DataOutputStream(socket.getOutputStream());
            out.write("zINSTREAM\0".getBytes(StandardCharsets.US_ASCII));
            byte[] chunk = new byte[32 * 1024];
            for (int read; (read = content.read(chunk)) > 0;) {
                out.writeInt(read);
                out.write(chunk, 0, read);
            }
            out.writeInt(0);
            out.flush();
            return new String(socket.getInputStream().readNBytes(1024), StandardCharsets.UTF_8).replace("\0", "").strip();
        }
    }
}
