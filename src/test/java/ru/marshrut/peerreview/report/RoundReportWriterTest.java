package ru.marshrut.peerreview.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import ru.marshrut.documents.office.Texts;
import ru.marshrut.peerreview.report.RoundReport.Figures;
import ru.marshrut.testing.LibreOffice;

class RoundReportWriterTest {

    private final RoundReportWriter writer = new RoundReportWriter(Papers.messages());

    @Test
    void schoolsOfADissolvedCircleAreCountedWhereTheyWentOn() {
        RoundReport report = Rounds.report();

        assertThat(report.figures()).isEqualTo(new Figures(7, 6, 6, 5, 5, 5, 5, 1));
        assertThat(report.byMunicipality()).containsExactly(
            Map.entry("Примерский район", new Figures(4, 3, 3, 3, 3, 3, 3, 0)),
            Map.entry("Учебный муниципальный округ", new Figures(3, 3, 3, 2, 2, 2, 2, 1)));
    }

    @Test
    void theWorkbookHasTotalsMunicipalitiesAndCircles() throws IOException {
        Path file = file("report.xlsx");
        try (OutputStream out = Files.newOutputStream(file)) {
            writer.writeXlsx(Rounds.report(), out);
        }

        try (InputStream in = Files.newInputStream(file); XSSFWorkbook book = new XSSFWorkbook(in)) {
            assertThat(rows(book.getSheet("Итоги"))).contains(
                List.of("Действующих кругов", "3", ""), List.of("из них кругов из трёх школ", "1", ""),
                List.of("Кругов с односторонней взаимоэкспертизой", "1", ""), List.of("Распущенных кругов", "1", ""),
                List.of("Кругов, проведших встречу", "1", ""), List.of("Кругов с видеозаписью встречи", "1", ""),
                List.of("Школ, участвующих во взаимоэкспертизе", "7", ""), List.of("Школ, передавших форму рекомендаций", "5", "71,4%"));
            assertThat(rows(book.getSheet("По муниципалитетам"))).contains(
                List.of("Примерский район", "4", "3", "3", "3", "3", "3", "3", "0", "75,0%"));
            assertThat(rows(book.getSheet("По кругам"))).hasSize(4 + 9 - 1).anySatisfy(row ->
                assertThat(row).contains("МБОУ «Выбывшая СОШ»", "распущен", "Школа вышла из программы 03.10.2022", "не подтверждён"));
        }
        assertThat(LibreOffice.textOf(LibreOffice.convert(file, "pdf"))).contains("Итоги", "Учебный муниципальный округ", "Полянская");
    }

    @Test
    void theDocumentNamesTotalsLateOnesOneSidedAndChangedCircles() throws IOException {
        Path file = file("report-signed.docx");
        try (OutputStream out = Files.newOutputStream(file)) {
            writer.writeDocx(Rounds.report(), out);
        }

        String text = LibreOffice.textOf(LibreOffice.convert(file, "pdf"));

        assertThat(text).contains("Отчёт о взаимоэкспертизе", "Вымышленный край. Состояние на 03.11.2022 10:00 (МСК+4)",
            "Школ, участвующих во взаимоэкспертизе 7", "Школ, загрузивших файл в ИС МЭДК 5 71,4 %", "обмен документами — до 07.10.2022",
            "Полянская СОШ", "форма рекомендаций: просрочено на 2 дн.", "Луговская", "решение районного координатора от 25.10.2022",
            "МБОУ «Выбывшая СОШ»", "Региональный координатор", "Главнова Инна Образцовна");
    }

    @Test
    void aRoundWithoutTroubleSaysSo() throws IOException {
        Path file = file("report-clean.docx");
        try (OutputStream out = Files.newOutputStream(file)) {
            writer.writeDocx(new RoundReport(Rounds.HEAD, List.of()), out);
        }

        assertThat(LibreOffice.textOf(LibreOffice.convert(file, "pdf")))
            .contains("Опозданий нет.", "Односторонней взаимоэкспертизы нет.", "Замен и роспусков не было.", "—");
    }

    @Test
    void filesAreNamedInRussian() {
        assertThat(writer.fileName(Rounds.HEAD, "docx")).isEqualTo("Отчёт о взаимоэкспертизе 2022.docx");
        assertThat(new ScheduleWriter(Papers.messages()).fileName(Rounds.HEAD)).isEqualTo("График взаимоэкспертизы 2022.xlsx");
        assertThat(new FinalFileWriter(Papers.messages()).fileName()).isEqualTo("Взаимоэкспертиза.docx");
    }

    private static List<List<String>> rows(Sheet sheet) {
        DataFormatter formatter = new DataFormatter(Texts.RUSSIAN);
        List<List<String>> rows = new ArrayList<>();
        sheet.forEach(row -> {
            List<String> cells = new ArrayList<>();
            row.forEach(cell -> cells.add(formatter.formatCellValue(cell)));
            rows.add(cells);
        });
        return rows;
    }

    private static Path file(String name) throws IOException {
        return Files.createDirectories(Path.of("target", "papers")).resolve(name);
    }
}
