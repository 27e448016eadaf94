package ru.marshrut.roadmap.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ru.marshrut.roadmap.MapLevel;
import ru.marshrut.shared.Question;
import ru.marshrut.shared.Refusal;
import ru.marshrut.testing.LibreOffice;

/** Word and Excel files as people shape them; made by LibreOffice of the sources shapes.fodt and shapes.fods. */
class FilesTest {

    private static final ReadingContext CONTEXT = ReadingContext.of(2023, MapLevel.MUNICIPAL);

    @TempDir
    Path folder;

    @Test
    void aDocumentOfMergedAndSplitCellsSectionsListsAndSeveralTables() {
        List<RawTable> tables = Reader.tables(FlatOdf.fixture("shapes.fodt", "docx", folder));

        List<ReadTable> read = Reader.READING.read(tables, CONTEXT);

        assertThat(RowInWords.of(read, List.of())).containsExactly(
            "## План мероприятий на 2023 год",
            "1 | Проведение совещаний: - с директорами: - городских школ - сельских школ - с кураторами | 2023-03-01/2023-03-31 MONTH | - | - | MUNICIPAL_COORDINATOR",
            "2 | Издание приказа | 2023-03-01/2023-03-31 MONTH | - | - | MUNICIPAL_COORDINATOR",
            "3 | Размещение документов школами | /2023-04-15 DAY | - | - | CURATOR SCHOOL_COORDINATOR",
            "4 | Обучение команд первая группа 10 часов | 2023-09-23/2023-10-31 DAY | - | - | CURATOR",
            "## Приложение 3. Этапы",
            "- | Подведение итогов | 2023-10-01/2023-12-31 QUARTER | - | -");
        assertThat(tables).as("with the stamp and the schools, which are no road maps").hasSize(4);
        assertThat(read).extracting(ReadTable::index).containsExactly(1, 3);
        assertThat(row(read, 1).content().expectedResult()).isEqualTo("Приказ издан\nПриказ направлен в школы");
        assertThat(notes(row(read, 0))).containsExactly("Строка «I. Организационные мероприятия» прочитана как заголовок раздела, а не как мероприятие.");
        assertThat(notes(row(read, 2))).containsExactly("Строка «II. Работа со школами» прочитана как заголовок раздела, а не как мероприятие.");
    }

    @Test
    void aWorkbookOfDatesNumbersMergedCellsAndSeveralSheets() {
        List<ReadTable> read = Reader.READING.read(Reader.tables(FlatOdf.fixture("shapes.fods", "xlsx", folder)), CONTEXT);

        assertThat(RowInWords.of(read, List.of())).containsExactly(
            "## План мероприятий на 2023 год",
            "1 | Посещение школ: - первое - второе | 2023-03-15/2023-03-15 DAY | - | INDICATORS | CURATOR",
            "2 | Отчёт кураторов | 2023-05-01/2023-05-31 MONTH | - | - | CURATOR",
            "## Этапы",
            "- | Сбор заявок | /2023-06-01 DAY | - | -");
        assertThat(row(read, 0).content().dateWords()).isEqualTo("15.03.2023");
        assertThat(row(read, 0).content().expectedResult()).isEqualTo("100%");
        assertThat(notes(row(read, 0))).containsExactly("Строка «Раздел 1. Подготовка» прочитана как заголовок раздела, а не как мероприятие.");
    }

    @Test
    void refusesWhatIsNoRoadMapFile() throws IOException {
        Path old = LibreOffice.convert(Files.writeString(folder.resolve("old.fodt"), Seeds.resource("/roadmap/shapes.fodt")), "doc");
        assertRefused(() -> Reader.tables(old), "documents.wrongType");
        assertRefused(() -> fromBytes("план.docx", "Мероприятия\tСрок"), "documents.wrongType");
        assertRefused(() -> fromBytes("план.xlsx", ""), "documents.empty");
        assertRefused(() -> Reader.tables(FlatOdf.docx("Только слова\n", folder)), "roadmap.reading.noTableInFile");
        assertRefused(() -> Reader.tables(FlatOdf.xlsx("Только слова\n", folder)), "roadmap.reading.noTableInFile");
    }

    private static void fromBytes(String name, String content) {
        Reader.READING.fromFile(name, new ByteArrayInputStream(content.getBytes(StandardCharsets.UTF_8)));
    }

    private static void assertRefused(ThrowingCallable reading, String code) {
        assertThatThrownBy(reading).isInstanceOfSatisfying(Refusal.class, refusal -> {
            assertThat(refusal.code()).isEqualTo(code);
            assertThat(Reader.inRussian(new Question(refusal.code(), List.of(refusal.arguments())))).isNotBlank();
        });
    }

    private static ReadRow row(List<ReadTable> tables, int row) {
        return tables.get(0).rows().get(row);
    }

    private static List<String> notes(ReadRow row) {
        return row.notes().stream().map(Reader::inRussian).toList();
    }
}
