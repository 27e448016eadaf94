package ru.marshrut.roadmap.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import ru.marshrut.roadmap.MapLevel;
import ru.marshrut.shared.Refusal;

/** Tables as Word and Excel copy them. */
class PastedTextTest {

    private static final ReadingContext CONTEXT = ReadingContext.of(2021, MapLevel.MUNICIPAL);
    private static final String HEADING = "№\tМероприятия\tСрок\tОтветственный\tРезультат\n";

    @Test
    void wordBeginsANewLineForEachParagraphOfACell() {
        assertThat(rows("""
            №
            п/п\tМероприятия\tСрок\tОтветственный\tРезультат
            1.\tПроведение вебинара
            - для школ
            - для кураторов\tМай\tМуниципальный координатор
            Кураторы\tВебинар проведён
            Запись размещена
            2.\tПосещение школ\tИюнь\tКураторы\tШколы посещены
            Приказ подготовил специалист отдела
            """)).containsExactly(
            "1 | Проведение вебинара - для школ - для кураторов | 2021-05-01/2021-05-31 MONTH | - | - | CURATOR MUNICIPAL_COORDINATOR",
            "2 | Посещение школ | 2021-06-01/2021-06-30 MONTH | - | - | CURATOR");
    }

    @Test
    void wordPutsATabAfterTheNumberOfAnAutomaticList() {
        assertThat(rows(HEADING + "1.\t\tСовещание\tМай\tКураторы\tПроведено\n2.\t\tОтчёт\tИюнь\tКураторы\t\n"))
            .containsExactly("1 | Совещание | 2021-05-01/2021-05-31 MONTH | - | - | CURATOR",
                "2 | Отчёт | 2021-06-01/2021-06-30 MONTH | - | - | CURATOR");
    }

    @Test
    void excelQuotesCellsWithLineEnds() {
        assertThat(rows("Мероприятия\tСрок\r\n\"Посещение \"\"сложных\"\" школ:\r\n- первое\"\t\"с 10 марта\r\nпо 2 апреля\"\r\n\"Школа\" в кавычках\tМай\r\n"))
            .containsExactly(
                "- | Посещение \"сложных\" школ: - первое | 2021-03-10/2021-04-02 DAY | - | -",
                "- | \"Школа\" в кавычках | 2021-05-01/2021-05-31 MONTH | - | -");
    }

    @Test
    void invisibleSignsAndWindowsLineEndsMakeNoDifference() {
        assertThat(rows("\uFEFF" + HEADING.replace("\n", "\r\n") + "1.\tРаз\u00ADме\u00ADще\u00ADние\u00A0документов\tдо\u00A015\u00A0апреля\t\u200BКураторы\tПринято\r\n"))
            .containsExactly("1 | Размещение документов | /2021-04-15 DAY | - | - | CURATOR");
    }

    @Test
    void aHeadingRepeatedOnEachPageAndPageMarksAreDropped() {
        assertThat(rows(HEADING + "1.\tСовещание\tМай\tКураторы\tПроведено\n\n- 2 -\n\n" + HEADING + "1\t2\t3\t4\t5\n2.\tОтчёт\tИюнь\tКураторы\tПредставлен\n"))
            .containsExactly("1 | Совещание | 2021-05-01/2021-05-31 MONTH | - | - | CURATOR",
                "2 | Отчёт | 2021-06-01/2021-06-30 MONTH | - | - | CURATOR");
    }

    @Test
    void aRowCutByAPageBreakIsPutTogether() {
        List<ReadTable> tables = Reader.read(HEADING
            + "1.\tОказание методи-\t01.06.-\tМуниципальный\tПодготовлен план-\n\n\tческой помощи\t21.06.2021\tкоординатор\tграфик; план\n", CONTEXT);

        assertThat(RowInWords.of(tables, List.of())).endsWith("1 | Оказание методической помощи | 2021-06-01/2021-06-21 DAY | - | - | MUNICIPAL_COORDINATOR");
        ReadRow row = tables.get(0).rows().get(0);
        assertThat(row.content().expectedResult()).as("the table knows «план» as a word").isEqualTo("Подготовлен план-график; план");
        assertThat(row.notes()).extracting(note -> note.code()).contains("roadmap.reading.joined");
    }

    @Test
    void twoDifferentRowsAreNotGluedTogether() {
        assertThat(rows(HEADING + """
            1.\tСовещание кураторов\tМай\tКураторы\tПроведено

            \tПодведение итогов\t\tМуниципальный координатор\tИтоги подведены
            \tОтчёт\tИюнь\tКураторы\tПредставлен
            """)).containsExactly("1 | Совещание кураторов | 2021-05-01/2021-05-31 MONTH | - | - | CURATOR",
            "- | Подведение итогов | - | - | WINDOWS | MUNICIPAL_COORDINATOR",
            "- | Отчёт | 2021-06-01/2021-06-30 MONTH | - | - | CURATOR");
    }

    @Test
    void aRowOverTheWholeWidthIsASectionAndNoMeasure() {
        List<ReadTable> tables = Reader.read(HEADING + """
            I. Организационные мероприятия
            1.\tСовещание\tМай\tКураторы\tПроведено
            \tРабота с кураторами\t\t\t
            1.\tОтчёт\tИюнь\tКураторы\tПредставлен
            """, CONTEXT);

        assertThat(tables.get(0).rows()).extracting(row -> row.content().title()).containsExactly("Совещание", "Отчёт");
        assertThat(tables.get(0).rows().get(1).notes()).extracting(Reader::inRussian)
            .containsExactly("Строка «Работа с кураторами» прочитана как заголовок раздела, а не как мероприятие.");
    }

    @Test
    void numberedListsAndIndentedParagraphsAreNoTables() {
        assertThatThrownBy(() -> Reader.READING.fromText("План совещания\n1.\tВзаимоэкспертиза\n2.\tОтветы\n\n\tС новой строки\n"))
            .isInstanceOfSatisfying(Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo("roadmap.reading.noTableInText"));
    }

    @Test
    void endlessTablesAreRefused() {
        assertThatThrownBy(() -> Reader.READING.fromText("Мероприятия\tСрок\n" + "Отчёт\tМай\n".repeat(RoadMapReading.MOST_ROWS)))
            .isInstanceOfSatisfying(Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo("roadmap.reading.tooManyRows"));
        assertThatThrownBy(() -> Reader.READING.fromText("Отчёт\tМай" + "\t".repeat(100)))
            .isInstanceOfSatisfying(Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo("roadmap.reading.tooManyColumns"));
    }

    @Test
    void aTableOf300RowsIsReadWithinASecond() {
        StringBuilder text = new StringBuilder(HEADING);
        for (int i = 1; i <= 300; i++) {
            text.append(i).append(".\tПроведение еженедельных вебинаров для школ (с 10.03 по 02.04), часть ").append(i)
                .append("\t10.03.- 30.04.2021\tМуниципальный координатор, кураторы проекта\t100% школ-500+ приняли участие в вебинарах\n");
        }
        Reader.read(text.toString(), CONTEXT);

        long begin = System.nanoTime();
        List<ReadTable> tables = Reader.read(text.toString(), CONTEXT);
        System.out.printf("300 rows read in %d ms%n", (System.nanoTime() - begin) / 1_000_000);

        assertThat(tables.get(0).rows()).hasSize(300);
    }

    private static List<String> rows(String text) {
        return RowInWords.of(Reader.read(text, CONTEXT), List.of()).stream().filter(line -> !line.startsWith("##")).toList();
    }
}
