package ru.marshrut.documents.storage;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Content that was received and is not kept yet; closing discards it unless it was kept.
 *
 * @param size   bytes
 * @param sha256 lower-case hex
 */
public record Received(Path file, long size, String sha256) implements Closeable {

    @Override
    public void close() throws IOException {
        Files.deleteIfExists(file);
    }
}
