package ru.marshrut.documents.storage;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.stream.Stream;
import org.apache.commons.io.input.BoundedInputStream;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * A folder on disk. Content is received in {@code incoming} of the same file system and moved at once to
 * {@code aa/bb/<key>}, where aa and bb are the first letters of the key, so that no folder grows too large.
 */
@Component
class FolderContentStore implements ContentStore {

    private static final boolean FOLDERS_CAN_BE_SYNCED = FileSystems.getDefault().supportedFileAttributeViews().contains("posix");

    private final Path root;
    private final Path incoming;
    private final SecureRandom random = new SecureRandom();
    /** The file system stamps files with system time, whatever the installation's clock says. */
    private final Clock system = Clock.systemUTC();

    FolderContentStore(@Value("${marshrut.documents.folder}") Path root) throws IOException {
        this.root = root.toAbsolutePath().normalize();
        this.incoming = this.root.resolve("incoming");
        Files.createDirectories(incoming);
        if (!Files.isWritable(incoming)) {
            throw new IOException("marshrut.documents.folder is not writable: " + this.root);
        }
    }

    @Override
    public Received receive(InputStream content, long maxBytes) throws IOException {
        Path file = Files.createTempFile(incoming, "", ".part");
        try {
            MessageDigest digest = sha256();
            InputStream bounded = BoundedInputStream.builder().setInputStream(content).setMaxCount(maxBytes + 1)
                .setPropagateClose(false).get();
            long size;
            try (FileChannel target = FileChannel.open(file, StandardOpenOption.WRITE)) {
                size = new DigestInputStream(bounded, digest).transferTo(Channels.newOutputStream(target));
                target.force(true);
            }
            return new Received(file, size, HexFormat.of().formatHex(digest.digest()));
        } catch (IOException | RuntimeException e) {
            Files.deleteIfExists(file);
            throw e;
        }
    }

    @Override
    public String keep(Received received) throws IOException {
        byte[] bytes = new byte[16];
        random.nextBytes(bytes);
        String key = HexFormat.of().formatHex(bytes);
        Path target = file(key);
        Files.createDirectories(target.getParent());
        Files.move(received.file(), target, StandardCopyOption.ATOMIC_MOVE);
        sync(target.getParent());
        sync(target.getParent().getParent());
        sync(root);
        return key;
    }

    @Override
    public InputStream open(String key) throws IOException {
        return Files.newInputStream(file(key));
    }

    @Override
    public void delete(String key) throws IOException {
        Files.deleteIfExists(file(key));
    }

    @Override
    public Stream<String> olderThan(Duration age) throws IOException {
        Instant limit = system.instant().minus(age);
        return Files.walk(root, 3)
            .filter(path -> root.relativize(path).getNameCount() == 3 && isOlder(path, limit))
            .map(path -> path.getFileName().toString());
    }

    @Override
    public void discardAbandoned(Duration age) throws IOException {
        Instant limit = system.instant().minus(age);
        try (Stream<Path> parts = Files.list(incoming)) {
            for (Path part : (Iterable<Path>) parts::iterator) {
                if (isOlder(part, limit)) {
                    Files.deleteIfExists(part);
                }
            }
        }
    }

    private Path file(String key) {
        return root.resolve(key.substring(0, 2)).resolve(key.substring(2, 4)).resolve(key);
    }

    private static boolean isOlder(Path path, Instant limit) {
        try {
            return Files.getLastModifiedTime(path).toInstant().isBefore(limit);
        } catch (NoSuchFileException e) {
            return false; // kept or discarded meanwhile
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Makes the name of a new entry durable; its bytes were synced before. */
    private static void sync(Path folder) throws IOException {
        if (FOLDERS_CAN_BE_SYNCED) {
            try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
                channel.force(true);
            }
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
