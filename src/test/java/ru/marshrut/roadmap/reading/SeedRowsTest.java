package ru.marshrut.roadmap.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
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
}
