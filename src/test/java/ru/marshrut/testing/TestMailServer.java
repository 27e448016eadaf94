package ru.marshrut.testing;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.subethamail.smtp.MessageContext;
import org.subethamail.smtp.MessageHandler;
import org.subethamail.smtp.RejectException;
import org.subethamail.smtp.server.SMTPServer;

/**
 * A real SMTP server that can be told to be down, to refuse an address, and to lose the connection after it has taken a
 * letter. It keeps what it accepted.
 */
public final class TestMailServer {

    private final List<Accepted> accepted = new CopyOnWriteArrayList<>();
    private final Set<String> refused = ConcurrentHashMap.newKeySet();
    private final Set<Socket> connections = ConcurrentHashMap.newKeySet();
    private final AtomicInteger losses = new AtomicInteger();
    private SMTPServer server;
    private int port;

    /** A letter that the server accepted for a recipient. */
    public record Accepted(String recipient, MimeMessage message) {}

    public static TestMailServer started() {
        TestMailServer server = new TestMailServer();
        server.comeUp();
        return server;
    }

    /** Points the application at this server. */
    public void register(DynamicPropertyRegistry properties) {
        properties.add("spring.mail.host", () -> "127.0.0.1");
        properties.add("spring.mail.port", () -> port);
    }

    public void comeUp() {
        if (server == null) {
            server = SMTPServer.port(port).bindAddress(InetAddress.getLoopbackAddress()).serverSocketFactory(this::listen)
                .messageHandlerFactory(Reception::new).build();
            server.start();
            port = server.getPortAllocated();
        }
    }

    public void goDown() {
        if (server != null) {
            server.stop();
            server = null;
        }
    }

    /** Answers 550 to the address, until {@link #clear}. */
    public void refuse(String address) {
        refused.add(address);
    }

    /** The next letters are accepted, but the connection breaks before the client learns it. */
    public void loseConnectionAfterAccepting(int letters) {
        losses.set(letters);
    }

    public List<Accepted> accepted() {
        return List.copyOf(accepted);
    }

    public List<MimeMessage> acceptedFor(String address) {
        return accepted.stream().filter(each -> each.recipient().equals(address)).map(Accepted::message).toList();
    }

    /** Forgets what was accepted and what was told, and is up. */
    public void clear() {
        accepted.clear();
        refused.clear();
        losses.set(0);
        comeUp();
    }

    private ServerSocket listen() throws IOException {
        ServerSocket socket = new ServerSocket() {
            @Override
            public Socket accept() throws IOException {
                Socket connection = super.accept();
                connections.add(connection);
                return connection;
            }
        };
        socket.setReuseAddress(true);
        return socket;
    }

    private void breakConnections() throws IOException {
        for (Socket connection : connections) {
            connections.remove(connection);
            connection.close();
        }
    }

    private final class Reception implements MessageHandler {

        private String recipient;

        private Reception(MessageContext context) {}

        @Override
        public void from(String sender) {}

        @Override
        public void recipient(String address) throws RejectException {
            if (refused.contains(address)) {
                throw new RejectException(550, "5.1.1 No such user here");
            }
            recipient = address;
        }

        @Override
        public String data(InputStream content) throws IOException {
            try {
                byte[] letter = content.readAllBytes();
                accepted.add(new Accepted(recipient, new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(letter))));
            } catch (MessagingException e) {
                throw new UncheckedIOException(new IOException(e));
            }
            if (losses.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
                breakConnections();
            }
            return null;
        }

        @Override
        public void done() {}
    }
}
