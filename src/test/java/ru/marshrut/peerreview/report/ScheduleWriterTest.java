package ru.marshrut.peerreview.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Iterator;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import ru.marshrut.documents.office.Texts;
import ru.marshrut.testing.LibreOffice;

class ScheduleWriterTest {

    private final ScheduleWriter writer = new ScheduleWriter(Papers.messages());

    @Test
    void aRowTellsWhoMeetsWhenWhoseFormIsInAndWhereTheVideoIs() throws IOException {
        Path file = write("schedule", List.of(
            Rounds.row(1, Rounds.done("МБОУ «Берёзовская СОШ № 1»", "Примерский район"), Rounds.MEETING, "МКОУ «Озёрская СОШ»", "МБОУ «Сосновская ООШ»"),
            Rounds.row(2, Rounds.late("МБОУ «Полянская СОШ»", "Примерский район"), null, "МКОУ «Заречная СОШ»", "МКОУ «Заречная СОШ»")).iterator());

        try (InputStream in = Files.newInputStream(file); XSSFWorkbook book = new XSSFWorkbook(in)) {
            XSSFSheet sheet = book.getSheet("График");
            assertThat(sheet.getRow(0).getCell(0).getStringCellValue()).isEqualTo("График взаимоэкспертизы: Взаимоэкспертиза антирисковых программ, 2022 год");
            assertThat(sheet.getRow(1).getCell(0).getStringCellValue()).isEqualTo("Вымышленный край. Состояние на 03.11.2022 10:00 (МСК+4)");
            assertThat(words(sheet.getRow(4))).containsExactly("1", "МБОУ «Берёзовская СОШ № 1»", "Примерский район", "МКОУ «Озёрская СОШ»",
                "МБОУ «Сосновская ООШ»", "Загрузить итоговый файл в ИС МЭДК", "17.09.2022", "05.10.2022", "28.10.2022", "20.10.2022 14:30",
                "https://meet.example.org/krug-7", "9", "https://video.example.org/krug-7", "29.10.2022", "31.10.2022",
                "Дефицит педагогических кадров", "Кураторова Вера Шаблоновна", "", "Тестова Анна Примеровна", "+7 000 000-00-01", "testova@example.org");
            assertThat(words(sheet.getRow(5))).contains("не передана", "не назначена", "не готов", "не загружен", "не проверен",
                "документы: с опозданием на 3\u00A0дн.\nформа рекомендаций: просрочено на 2\u00A0дн.");
            assertThat(sheet.getRow(4).getCell(6).getLocalDateTimeCellValue().toLocalDate()).isEqualTo(LocalDate.of(2022, 9, 17));
            assertThat(sheet.getRow(4).getCell(9).getLocalDateTimeCellValue()).isEqualTo(LocalDateTime.of(2022, 10, 20, 14, 30));
            assertThat(sheet.getRow(4).getCell(12).getHyperlink().getAddress()).isEqualTo("https://video.example.org/krug-7");
            assertThat(sheet.getPaneInformation().getHorizontalSplitTopRow()).isEqualTo((short) 4);
            assertThat(sheet.getCTWorksheet().getAutoFilter().getRef()).isEqualTo("A4:U6");
            assertThat(sheet.getRepeatingRows().formatAsString()).isEqualTo("4:4");
            assertThat(sheet.getPrintSetup().getLandscape()).isTrue();
            assertThat(sheet.getPrintSetup().getFitWidth()).isEqualTo((short) 1);
        }
        assertThat(LibreOffice.textOf(LibreOffice.convert(file, "pdf"))).contains("20.10.2022 14:30", "Полянская", "не передана", "Страница 1 из 1");
    }

    @Test
    void anEmptyRoundHasAHeadOnly() throws IOException {
        Path file = write("schedule-empty", List.<ScheduleRow>of().iterator());

        try (InputStream in = Files.newInputStream(file); XSSFWorkbook book = new XSSFWorkbook(in)) {
            assertThat(book.getSheetAt(0).getLastRowNum()).isEqualTo(3);
            assertThat(words(book.getSheetAt(0).getRow(3))).contains("Круг", "Видеозапись", "Электронная почта").doesNotContain("");
        }
    }

    @Test
    void theSchoolsOfTheCountryAreWrittenAsTheyCome() throws IOException {
        Path file = write("schedule-country", IntStream.range(0, 5_400).mapToObj(number -> Rounds.row(number / 2,
            Rounds.done("Школа " + number, "Район " + number % 50), Rounds.MEETING, "Школа " + (number ^ 1), "Школа " + (number ^ 1))).iterator());

        try (InputStream in = Files.newInputStream(file); XSSFWorkbook book = new XSSFWorkbook(in)) {
            assertThat(book.getSheetAt(0).getLastRowNum()).isEqualTo(3 + 5_400);
        }
    }

    private static List<String> words(Row row) {
        DataFormatter formatter = new DataFormatter(Texts.RUSSIAN);
        return IntStream.range(0, row.getLastCellNum()).mapToObj(column -> formatter.formatCellValue(row.getCell(column))).toList();
    }

    private Path write(String name, Iterator<ScheduleRow> rows) throws IOException {
        Path file = Files.createDirectories(Path.of("target", "papers")).resolve(name + ".xlsx");
        try (OutputStream out = Files.newOutputStream(file)) {
            writer.write(Rounds.HEAD, rows, out);
        }
        return file;
    }
}
