package ru.marshrut.expertise.report;

import static org.assertj.core.api.Assertions.assertThat;
import static ru.marshrut.expertise.result.MadeResults.PROGRAMME;
import static ru.marshrut.expertise.result.MadeResults.TASKS;
import static ru.marshrut.expertise.result.MadeResults.result;
import static ru.marshrut.expertise.result.MadeResults.school;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import ru.marshrut.documents.office.Texts;
import ru.marshrut.expertise.Expertise.Status;
import ru.marshrut.expertise.report.ExpertiseReport.Comparison;
import ru.marshrut.expertise.report.ExpertiseReport.Frequency;
import ru.marshrut.expertise.report.ExpertiseReport.RiskLine;
import ru.marshrut.expertise.result.MadeResults;
import ru.marshrut.expertise.result.RegionalResult;
import ru.marshrut.expertise.result.SchoolPoints;
import ru.marshrut.expertise.result.SchoolRemark;
import ru.marshrut.testing.LibreOffice;

class ExpertiseReportWriterTest {

    private final ExpertiseReportWriter writer = new ExpertiseReportWriter(MadeResults.messages());

    @Test
    void theTablesHaveTheFiguresOfTheResult() throws IOException {
        Path file = target("expertise-report.xlsx");
        try (OutputStream out = Files.newOutputStream(file)) {
            writer.writeXlsx(report(), out);
        }

        try (InputStream in = Files.newInputStream(file); XSSFWorkbook book = new XSSFWorkbook(in)) {
            assertThat(book.getSheetAt(0).getRow(1).getCell(0).getStringCellValue()).startsWith("Вымышленный край. Экспертиза: ");
            assertThat(rows(book.getSheet("Баллы по критериям"))).contains(
                List.of("Реализация школьной антирисковой программы", "Содержательная часть", "2,50 из 3 (сумма баллов 5, школ: 2)"),
                List.of("Всего", "Содержательная часть", "6,00 из 9 (сумма баллов 12, школ: 2)"),
                List.of("Работа куратора", "Организационная часть", "1 из 2"), List.of("Всего", "Организационная часть", "2 из 3"));
            assertThat(rows(book.getSheet("Распределение баллов"))).contains(List.of("Всего", "3", "1"), List.of("Всего", "9", "1"),
                List.of("Формулировка задач эффективная", "1", "0"));
            assertThat(rows(book.getSheet("По муниципалитетам"))).containsExactly(
                List.of("Озёрский район", "1", "3,00 из 9 (сумма баллов 3, школ: 1)"), List.of("Примерский район", "1", "9,00 из 9 (сумма баллов 9, школ: 1)"));
            assertThat(rows(book.getSheet("Замечания"))).containsExactly(List.of("не поставлены задачи", "типичное", "2"),
                List.of("план не обновлён", "своими словами", "1"));
            assertThat(rows(book.getSheet("Сравнение с 2 этапом 2022"))).containsExactly(List.of("Реализация школьной антирисковой программы",
                "2,50 из 3 (сумма баллов 5, школ: 2)", "1,00 из 3 (сумма баллов 1, школ: 1)", "+1,50"));
            assertThat(rows(book.getSheet("Школы по рискам"))).containsExactly(
                List.of("Школа № 2", "Озёрский район", "2", "Мотивация; Кадры", "выполнено и подтверждено 7 из 12", "3 из 9"),
                List.of("Школа № 3", "Озёрский район", "0", "", "программы нет", "не оценено"));
        }
        assertThat(LibreOffice.textOf(LibreOffice.convert(file, "pdf"))).contains("Распределение баллов", "выполнено и подтверждено 7 из 12");
    }

    @Test
    void theDocumentSaysWhatIsNotItemised() throws IOException {
        Path file = target("expertise-report.docx");
        try (OutputStream out = Files.newOutputStream(file)) {
            writer.writeDocx(report(), out);
        }

        assertThat(LibreOffice.textOf(LibreOffice.convert(file, "pdf"))).contains("Отчёт об экспертизе", "9 из 15", "6,00 из 9", "не поставлены задачи",
            "Сравнение с 2 этапом 2022", "Мотивация; Кадры");
    }

    @Test
    void pointsOfOtherScalesAreNotSubtracted() {
        RegionalResult now = result(Status.LOCKED, school(1, "Район", null, 3, 2, 2, 2));

        assertThat(ExpertiseReport.compared(now, PROGRAMME, now, TASKS).difference()).isNull();
        assertThat(ExpertiseReport.compared(now, PROGRAMME, result(Status.LOCKED), PROGRAMME).difference()).isNull();
        assertThat(ExpertiseReport.compared(now, PROGRAMME, now, PROGRAMME).difference()).isEqualTo("0,00");
    }

    @Test
    void aRemarkIsCountedOncePerSchool() {
        assertThat(ExpertiseReports.frequencies(List.of(new SchoolRemark(1, 1, null, 5L, "не поставлены задачи"),
            new SchoolRemark(1, 2, 2L, 5L, "не поставлены задачи"), new SchoolRemark(2, 1, null, 5L, "не поставлены задачи"),
            new SchoolRemark(2, 1, null, null, "план не обновлён"))))
            .containsExactly(new Frequency("не поставлены задачи", true, 2), new Frequency("план не обновлён", false, 1));
    }

    private static ExpertiseReport report() {
        SchoolPoints weak = school(2, "Озёрский район", null, 2, 0, 0, 1);
        SchoolPoints open = school(3, "Озёрский район", null);
        RegionalResult result = result(Status.RELEASED, school(1, "Примерский район", null, 3, 2, 2, 2), weak, open);
        RegionalResult other = result(Status.LOCKED, school(1, "Примерский район", null, 1, 0, 0, 0));
        return new ExpertiseReport(result, "Вымышленный край", ZoneId.of("Europe/Moscow"), Instant.parse("2022-11-22T05:00:00Z"),
            List.of(new Frequency("не поставлены задачи", true, 2), new Frequency("план не обновлён", false, 1)),
            List.of(new Comparison(other, List.of(ExpertiseReport.compared(result, PROGRAMME, other, PROGRAMME)))),
            List.of(new RiskLine(weak, List.of("Мотивация", "Кадры"), 7, 12), new RiskLine(open, List.of(), 0, 0)));
    }

    private static List<List<String>> rows(XSSFSheet sheet) {
        DataFormatter formatter = new DataFormatter(Texts.RUSSIAN);
        List<List<String>> rows = new ArrayList<>();
        for (int at = 4; at <= sheet.getLastRowNum(); at++) {
            List<String> cells = new ArrayList<>();
            sheet.getRow(at).forEach(cell -> cells.add(formatter.formatCellValue(cell)));
            rows.add(cells);
        }
        return rows;
    }

    private static Path target(String name) throws IOException {
        return Files.createDirectories(Path.of("target", "papers")).resolve(name);
    }
}
