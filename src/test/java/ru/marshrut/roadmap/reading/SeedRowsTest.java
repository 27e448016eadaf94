package ru.marshrut.roadmap.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every row of the seeds' tables, from their own text. */
class SeedRowsTest {

    @ParameterizedTest
    @EnumSource
    void eachRowComesOutAsExpected(Seeds seed) {
        List<String> expected = seed.expected();

        List<ReadTable> tables = Reader.read(seed.text(), seed.context());

        assertThat(RowInWords.of(tables, expected)).containsExactlyElementsOf(expected);
    }

    @ParameterizedTest
    @EnumSource
    void andFromTheOrderAsDocx(Seeds seed, @TempDir Path folder) {
        List<String> expected = seed.expected();

        List<RawTable> tables = Reader.tables(FlatOdf.docx(seed.text(), folder));

        assertThat(RowInWords.of(Reader.READING.read(tables, seed.context()), expected)).containsExactlyElementsOf(expected);
    }

    @ParameterizedTest
    @EnumSource
    void andFromTheOrderAsXlsx(Seeds seed, @TempDir Path folder) {
        List<String> expected = seed.expected();

        List<RawTable> tables = Reader.tables(FlatOdf.xlsx(seed.text(), folder));

        assertThat(RowInWords.of(Reader.READING.read(tables, seed.context()), expected)).containsExactlyElementsOf(expected);
    }
}
