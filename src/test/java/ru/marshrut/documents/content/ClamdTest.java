package ru.marshrut.documents.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.DataInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ru.marshrut.documents.SampleFiles;
import ru.marshrut.documents.SlotRules;
import ru.marshrut.shared.Refusal;

class ClamdTest {

    @TempDir
    Path folder;

    Path file;

    @BeforeEach
    void aFile() throws IOException {
        file = SampleFiles.scan(folder.resolve("scan.pdf"), 100_000);
    }

    @Test
    void acceptsWhatTheDaemonCallsClean() throws Exception {
        try (ServerSocket daemon = daemon()) {
            CompletableFuture<byte[]> received = answering(daemon, "stream: OK\0");
            DocumentType type = new ContentCheck(Optional.of(clamd(daemon))).check(file, "scan.pdf", SlotRules.PUBLISHED);
            assertThat(type).isEqualTo(DocumentType.PDF);
            assertThat(received.get(10, TimeUnit.SECONDS)).isEqualTo(Files.readAllBytes(file));
        }
    }

    @Test
    void refusesAVirus() throws Exception {
        assertThat(codeAfter("stream: Eicar-Test-Signature FOUND\0")).isEqualTo("documents.virus");
    }

    @Test
    void acceptsNothingWithoutAClearAnswer() throws Exception {
        assertThat(codeAfter("INSTREAM size limit exceeded. ERROR\0")).isEqualTo("documents.scannerUnavailable");
        assertThat(codeAfter("")).isEqualTo("documents.scannerUnavailable");
        ServerSocket gone = daemon();
        gone.close();
        assertThat(catchThrowableOfType(Refusal.class, () -> clamd(gone).scan(file, "scan.pdf")).code()).isEqualTo("documents.scannerUnavailable");
    }

    @Test
    void namesASettingThatIsNoAddress() {
        assertThatThrownBy(() -> new Clamd("localhost")).hasMessageContaining("marshrut.clamd must be host:port");
        assertThatCode(() -> new Clamd("localhost:3310")).doesNotThrowAnyException();
    }

    private String codeAfter(String answer) throws IOException {
        try (ServerSocket daemon = daemon()) {
            answering(daemon, answer);
            return catchThrowableOfType(Refusal.class, () -> clamd(daemon).scan(file, "scan.pdf")).code();
        }
    }

    private static Clamd clamd(ServerSocket daemon) {
        return new Clamd(daemon.getInetAddress().getHostAddress() + ":" + daemon.getLocalPort());
    }

    private static ServerSocket daemon() throws IOException {
        return new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"));
    }

    /** Takes one INSTREAM command; completes with the content. */
    private static CompletableFuture<byte[]> answering(ServerSocket daemon, String answer) {
        return CompletableFuture.supplyAsync(() -> {
            try (Socket socket = daemon.accept(); DataInputStream in = new DataInputStream(socket.getInputStream())) {
                assertThat(new String(in.readNBytes(10), StandardCharsets.US_ASCII)).isEqualTo("zINSTREAM\0");
                var content = new java.io.ByteArrayOutputStream();
                for (int length; (length = in.readInt()) > 0;) {
                    content.write(in.readNBytes(length));
                }
                socket.getOutputStream().write(answer.getBytes(StandardCharsets.US_ASCII));
                return content.toByteArray();
            } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        });
    }
}
