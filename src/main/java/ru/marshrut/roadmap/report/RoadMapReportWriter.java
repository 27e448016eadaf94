package ru.marshrut.roadmap.report;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import org.apache.poi.ss.usermodel.PrintSetup;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import ru.marshrut.documents.office.Texts;
import ru.marshrut.documents.office.WordDocument;
import ru.marshrut.documents.office.Workbook;
import ru.marshrut.documents.office.Workbook.Column;
import ru.marshrut.roadmap.Measure;

/** Writes the report of a road map at a date: the order's table with two columns more, «Факт» and «Примечание». */
@Component
public class RoadMapReportWriter {

    public static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    public static final String DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    private static final List<String> COLUMNS = List.of("number", "title", "dates", "responsible", "expected", "fact", "note");

    private final MessageSource messages;

    RoadMapReportWriter(MessageSource messages) {
        this.messages = messages;
    }

    /** @param ending {@code xlsx} or {@code docx} */
    public String fileName(ReportContent report, String ending) {
        return texts(report).of("report.fileName", report.on().toString(), ending);
    }

    /** @param out stays open */
    public void writeXlsx(ReportContent report, OutputStream out) throws IOException {
        ReportTexts texts = texts(report);
        List<Integer> widths = List.of(6, 46, 22, 24, 40, 34, 30);
        List<Column> columns = new ArrayList<>();
        for (int column = 0; column < COLUMNS.size(); column++) {
            columns.add(new Column(texts.of("report.column." + COLUMNS.get(column)), widths.get(column)));
        }
        try (Workbook workbook = new Workbook(title(report, texts), texts, report.knownAt())) {
            Workbook.Sheet sheet = workbook.sheet(texts.of("report.sheet"), report.title(), subtitle(report, texts), PrintSetup.A4_PAPERSIZE, 2, columns);
            report.rows().forEach(row -> {
                Workbook.Line line = sheet.line();
                cells(row, texts).forEach(line::text);
            });
            sheet.end();
            workbook.writeTo(out);
        }
    }

    /** @param out stays open */
    public void writeDocx(ReportContent report, OutputStream out) throws IOException {
        ReportTexts texts = texts(report);
        try (WordDocument document = new WordDocument(title(report, texts), title(report, texts), texts, report.knownAt(), true)) {
            document.title(texts.of("report.title"));
            document.subject(report.title());
            document.subtitle(subtitle(report, texts));
            document.text(texts.of("report.totals", report.rows().size(), count(report, Measure.State.DONE),
                report.rows().stream().filter(ReportContent.Row::overdue).count(), count(report, Measure.State.NOT_DONE)));
            if (report.assumed()) {
                document.notice(texts.of("report.assumed", String.valueOf(report.year())));
            }
            document.table(COLUMNS.stream().map(column -> texts.of("report.column." + column)).toList(),
                List.of(600, 3500, 1600, 2154, 2700, 2200, 2100), report.rows().stream().map(row -> cells(row, texts)).toList());
            document.writeTo(out);
        }
    }

    private static List<String> cells(ReportContent.Row row, ReportTexts texts) {
        return List.of(row.number(), row.title(), row.dateWords(), row.responsibleWords(), row.expectedResult(), texts.fact(row), texts.note(row));
    }

    private static long count(ReportContent report, Measure.State state) {
        return report.rows().stream().filter(row -> row.state() == state).count();
    }

    private static String title(ReportContent report, ReportTexts texts) {
        return texts.of("report.documentTitle", texts.day(report.on()), report.title());
    }

    private static String subtitle(ReportContent report, ReportTexts texts) {
        String head = texts.of("report.state", texts.day(report.on()), texts.minute(report.knownAt()));
        String order = texts.order(report);
        String place = Texts.isBlank(report.place()) ? "" : report.place() + ". ";
        return place + head + (order.isEmpty() ? "" : ". " + order);
    }

    private ReportTexts texts(ReportContent report) {
        return new ReportTexts(messages, report.zone());
    }
}
