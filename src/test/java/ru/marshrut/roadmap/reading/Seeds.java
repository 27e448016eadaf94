package ru.marshrut.roadmap.reading;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import ru.marshrut.roadmap.MapLevel;

/** The four documents that road maps are read from, with the year and level that they belong to. */
enum Seeds {

    OF_001("001_61e4a64dfd845c14", 2022, MapLevel.REGIONAL),
    OF_002("002_6affaa3946b7ff4a", 2021, MapLevel.MUNICIPAL),
    OF_003("003_293e61bd19a6fb77", 2021, MapLevel.REGIONAL),
    OF_004("004_49959671f311783a", 2021, MapLevel.REGIONAL);

    private final String file;
    private final int year;
    private final MapLevel level;

    Seeds(String file, int year, MapLevel level) {
        this.file = file;
        this.year = year;
        this.level = level;
    }

    String text() {
        return resource("/seeds/" + file + ".txt");
    }

    ReadingContext context() {
        return ReadingContext.of(year, level);
    }

    /** The expected rows: lines as {@link RowInWords} writes them, each table below its caption. */
    List<String> expected() {
        return resource("/roadmap/rows/" + file.substring(0, 3) + ".txt").lines().filter(line -> !line.startsWith("# ") && !line.isBlank()).toList();
    }

    static String resource(String path) {
        try (InputStream content = Seeds.class.getResourceAsStream(path)) {
            return new String(content.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
