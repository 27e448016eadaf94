package ru.marshrut.territory.imports;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import ru.marshrut.shared.Refusal;
import ru.marshrut.territory.TerritoryImports;

/** The bytes of an uploaded workbook. */
final class KeptFile {

    private KeptFile() {}

    /** Throws {@link Refusal} for an empty file and for one that is too large. */
    static byte[] bytes(InputStream content) {
        try {
            byte[] bytes = content.readNBytes(TerritoryImports.LARGEST + 1);
            if (bytes.length == 0) {
                throw Refusal.ofField("file", "territory.import.emptyFile");
            }
            if (bytes.length > TerritoryImports.LARGEST) {
                throw Refusal.ofField("file", "territory.import.tooLarge", String.valueOf(TerritoryImports.LARGEST / 1024 / 1024));
            }
            return bytes;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A file on disk is read part by part, where a stream would have to be unpacked whole in memory. */
    static void onDisk(byte[] content, Consumer<Path> use) {
        try {
            Path file = Files.createTempFile("territory", ".xlsx");
            try {
                Files.write(file, content);
                use.accept(file);
            } finally {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
