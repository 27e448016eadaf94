package ru.marshrut.roadmap.reading;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import ru.marshrut.roadmap.Indicator;
import ru.marshrut.roadmap.MapLevel;
import ru.marshrut.territory.Role;

/** Roles, evidence and indicators of every row of the four orders, against a table of expectations. */
class RowsAsWordsTest {

    private final IndicatorWords indicatorWords = new IndicatorWords(ReadDates.PHRASES);

    /** @param responsible empty where the table has no such column */
    record Row(String name, MapLevel level, String title, String responsible, String result, String roles, String evidence,
               String indicators) {

        @Override
        public String toString() {
            return name;
        }
    }

    @ParameterizedTest
    @MethodSource
    void isUnderstood(Row row) {
        Set<Role> roles = row.responsible().isEmpty()
            ? RoleWords.propose(row.level(), row.title(), row.result()).roles() : RoleWords.read(row.responsible()).roles();
        IndicatorWords.Read read = indicatorWords.read(row.result(), row.title(), 2021);
        EvidenceWords.Proposed proposed = EvidenceWords.propose(row.title(), row.result(), roles, read.indicators(), null);

        assertThat(new TreeSet<>(roles).stream().map(Role::name).collect(joining("+"))).isEqualTo(row.roles());
        assertThat(proposed.evidence() + (proposed.outcome() == null ? "" : " " + proposed.outcome())).isEqualTo(row.evidence());
        assertThat(read.indicators().stream().map(RowsAsWordsTest::inShort).collect(joining("; "))).isEqualTo(row.indicators());
        assertThat(read.questions()).isEmpty();
        if (!row.responsible().isEmpty()) {
            assertThat(RoleWords.read(row.responsible()).questions()).isEmpty();
        }
    }

    static Stream<Row> isUnderstood() {
        try (var table = RowsAsWordsTest.class.getResourceAsStream("/roadmap/rows-as-words.tsv")) {
            return new String(table.readAllBytes(), StandardCharsets.UTF_8).lines().skip(1).map(line -> line.split("\t", -1))
                .map(cell -> new Row(cell[0], MapLevel.valueOf(cell[1]), cell[2], cell[3], cell[4], cell[5], cell[6], cell[7]));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static String inShort(Indicator indicator) {
        return Stream.of(indicator.kind().name(), indicator.target() == null ? "" : indicator.target().toPlainString(),
                indicator.populations().stream().map(Enum::name).collect(joining("+")),
                indicator.per() == null ? "" : indicator.per().name(),
                indicator.outcome() == null ? "" : indicator.outcome().name(),
                indicator.asOf() == null ? "" : "as of " + indicator.asOf())
            .filter(part -> !part.isEmpty()).collect(joining(" "));
    }
}
