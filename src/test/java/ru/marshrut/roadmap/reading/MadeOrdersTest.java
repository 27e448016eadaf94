package ru.marshrut.roadmap.reading;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import ru.marshrut.roadmap.Indicator;
import ru.marshrut.roadmap.MapLevel;
import ru.marshrut.roadmap.MeasureContent;

/** Made tables in the manner of other regions' orders: other headings, other orders of columns, other words for dates and people. */
class MadeOrdersTest {

    @ParameterizedTest
    @ValueSource(strings = {"1-municipal", "2-regional", "3-school-municipal", "4-literacy-regional", "5-curators-municipal", "6-numbers-regional",
        "7-no-headings-municipal", "8-single-municipal", "9-fragment-municipal", "10-begin-and-end-regional", "11-paragraphs-municipal"})
    void eachRowComesOutAsExpected(String order) {
        assertThat(lines(Reader.read(text(order), context(order)))).containsExactlyElementsOf(expected(order));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1-municipal", "4-literacy-regional", "10-begin-and-end-regional"})
    void andFromFilesOfWordAndExcel(String order, @TempDir Path folder) {
        assertThat(lines(Reader.READING.read(Reader.tables(FlatOdf.docx(text(order), folder)), context(order))))
            .containsExactlyElementsOf(expected(order));
        assertThat(lines(Reader.READING.read(Reader.tables(FlatOdf.xlsx(text(order), folder)), context(order))))
            .containsExactlyElementsOf(expected(order));
    }

    @Test
    void aPlanOfAnAcademicYearSaysWhichOneItTookTheYearFrom() {
        List<ReadRow> rows = Reader.read(text("4-literacy-regional"), context("4-literacy-regional")).get(0).rows();

        assertThat(rows.stream().filter(row -> row.notes().stream().map(Reader::inRussian)
            .anyMatch("Срок без года отнесён к учебному году из заголовка таблицы: 2021/2022."::equals)).map(row -> row.content().number()))
            .containsExactly("2.2", "2.3", "3.1", "3.3");
        assertThat(rows.stream().flatMap(row -> row.decisions().stream()).map(decision -> Reader.inRussian(decision.question())))
            .contains("«август»: неясно, 2021 или 2022 год, потому что таблица составлена на учебный год. Показан 2021; если это 2022, исправьте.");
    }

    private static ReadingContext context(String order) {
        return ReadingContext.of(2021, order.endsWith("regional") ? MapLevel.REGIONAL : MapLevel.MUNICIPAL);
    }

    private static String text(String order) {
        return Seeds.resource("/roadmap/made/" + order + ".txt");
    }

    private static List<String> expected(String order) {
        return Seeds.resource("/roadmap/made/" + order + ".rows").lines().filter(line -> !line.startsWith("# ")).toList();
    }

    /** Rows as {@link RowInWords} writes them, with evidence and indicators. */
    static List<String> lines(List<ReadTable> tables) {
        List<String> inWords = RowInWords.of(tables, List.of());
        List<String> lines = new ArrayList<>();
        int at = 0;
        for (ReadTable table : tables) {
            lines.add(inWords.get(at++));
            for (ReadRow row : table.rows()) {
                MeasureContent content = row.content();
                lines.add(String.join(" | ", inWords.get(at++), content.evidence() + (content.outcome() == null ? "" : " " + content.outcome()),
                    content.indicators().isEmpty() ? "-" : content.indicators().stream().map(MadeOrdersTest::inShort).collect(joining("; "))));
            }
        }
        return lines;
    }

    private static String inShort(Indicator indicator) {
        return Stream.of(indicator.kind(), indicator.target() == null ? null : indicator.target().toPlainString(),
                indicator.populations().stream().map(Enum::name).collect(joining("+")), indicator.per(), indicator.outcome())
            .filter(Objects::nonNull).map(Object::toString).filter(part -> !part.isEmpty()).collect(joining(" "));
    }
}
