package ru.marshrut.expertise.report;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import org.apache.poi.ss.usermodel.PrintSetup;
import org.springframework.context.MessageSource;
import ru.marshrut.documents.office.WordDocument;
import ru.marshrut.documents.office.Workbook;
import ru.marshrut.documents.office.Workbook.Column;
import ru.marshrut.expertise.Criterion;
import ru.marshrut.expertise.Part;
import ru.marshrut.expertise.Score;
import ru.marshrut.expertise.report.ExpertiseReport.RiskLine;
import ru.marshrut.expertise.result.RegionalResult;
import ru.marshrut.expertise.result.ResultTexts;

/** Writes the report on an expertise: both kinds of files have the same tables, the spreadsheet with all schools. */
public final class ExpertiseReportWriter {

    public static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    public static final String DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    private final MessageSource messages;

    public ExpertiseReportWriter(MessageSource messages) {
        this.messages = messages;
    }

    /** A table of the report; its first column is words, the rest are short. */
    private record Table(String name, List<String> head, List<List<String>> rows) {}

    /** @param out stays open */
    public void writeXlsx(ExpertiseReport report, OutputStream out) throws IOException {
        ResultTexts texts = new ResultTexts(messages, report.zone());
        try (Workbook workbook = new Workbook(title(report, texts), texts, report.preparedAt())) {
            for (Table table : tables(report, texts)) {
                List<Column> columns = new ArrayList<>();
                table.head().forEach(head -> columns.add(new Column(head, columns.isEmpty() ? 60 : 26)));
                Workbook.Sheet sheet = workbook.sheet(table.name(), title(report, texts), state(report, texts), PrintSetup.A4_PAPERSIZE, 1, columns);
                table.rows().forEach(row -> {
                    Workbook.Line line = sheet.line();
                    row.forEach(cell -> {
                        if (cell.matches("\\d{1,9}")) {
                            line.number(Long.parseLong(cell));
                        } else {
                            line.text(cell);
                        }
                    });
                });
                sheet.end();
            }
            workbook.writeTo(out);
        }
    }

    /** @param out stays open */
    public void writeDocx(ExpertiseReport report, OutputStream out) throws IOException {
        ResultTexts texts = new ResultTexts(messages, report.zone());
        String title = title(report, texts);
        try (WordDocument document = new WordDocument(title, title, texts, report.preparedAt(), true)) {
            document.title(texts.of("report.title"));
            document.subject(texts.title(report.result().expertise()));
            document.subtitle(state(report, texts));
            for (Part part : Part.values()) {
                if (report.result().rubric().isIncomplete(part)) {
                    document.notice(texts.part(part) + ". " + texts.incomplete(report.result().rubric(), part));
                }
            }
            for (Table table : tables(report, texts)) {
                document.heading(table.name());
                if (table.rows().isEmpty()) {
                    document.text(texts.of("report.nothing"));
                } else {
                    document.table(table.head(), widths(table.head().size()), table.rows());
                }
            }
            document.writeTo(out);
        }
    }

    private static List<Integer> widths(int columns) {
        int first = columns == 1 ? WordDocument.LANDSCAPE_WIDTH : WordDocument.LANDSCAPE_WIDTH * 2 / 5;
        List<Integer> widths = new ArrayList<>(List.of(first));
        for (int column = 1; column < columns; column++) {
            widths.add((WordDocument.LANDSCAPE_WIDTH - first) / (columns - 1));
        }
        return widths;
    }

    private static String title(ExpertiseReport report, ResultTexts texts) {
        return texts.of("report.documentTitle", texts.title(report.result().expertise()));
    }

    /** Region, how far it has come, and of when the report is. */
    private String state(ExpertiseReport report, ResultTexts texts) {
        return texts.of("report.state", report.region(),
            messages.getMessage("expertise.status." + report.result().expertise().status(), null, ResultTexts.RUSSIAN), texts.minute(report.preparedAt()));
    }

    private static List<Table> tables(ExpertiseReport report, ResultTexts texts) {
        List<Table> tables = new ArrayList<>(List.of(parts(report.result(), texts), distribution(report.result(), texts), municipalities(report, texts),
            remarks(report, texts)));
        report.comparisons().forEach(comparison -> tables.add(comparison(comparison, texts)));
        tables.add(risks(report, texts));
        return tables;
    }

    private static Table parts(RegionalResult result, ResultTexts texts) {
        List<List<String>> rows = new ArrayList<>();
        result.content().forEach(criterion -> rows.add(List.of(criterion.title(), texts.part(Part.CONTENT),
            result.mean(criterion).map(mean -> texts.mean(mean, criterion.maximum())).orElseGet(() -> texts.of("noPoints")))));
        rows.add(List.of(texts.of("report.total"), texts.part(Part.CONTENT), texts.content(result)));
        result.rubric().of(Part.ORGANISATIONAL).forEach(criterion -> rows.add(List.of(criterion.title(), texts.part(Part.ORGANISATIONAL),
            texts.points(result.score(criterion).map(Score::points).orElse(null), criterion.maximum()))));
        rows.add(List.of(texts.of("report.total"), texts.part(Part.ORGANISATIONAL), texts.organisational(result)));
        return new Table(texts.of("report.parts"), List.of(texts.of("letter.criterion"), texts.of("report.part"), texts.of("letter.score")), rows);
    }

    private static Table distribution(RegionalResult result, ResultTexts texts) {
        List<List<String>> rows = new ArrayList<>();
        for (Criterion criterion : result.content()) {
            rows.addAll(counts(criterion.title(), result.distribution(criterion)));
        }
        rows.addAll(counts(texts.of("report.total"), result.distribution()));
        return new Table(texts.of("report.distribution"), List.of(texts.of("letter.criterion"), texts.of("letter.score"), texts.of("report.schools")), rows);
    }

    private static List<List<String>> counts(String title, SortedMap<Integer, Integer> distribution) {
        return distribution.entrySet().stream().map(count -> List.of(title, String.valueOf(count.getKey()), String.valueOf(count.getValue()))).toList();
    }

    private static Table municipalities(ExpertiseReport report, ResultTexts texts) {
        int maximum = report.result().rubric().itemised(Part.CONTENT);
        return new Table(texts.of("report.municipalities"), List.of(texts.of("report.municipality"), texts.of("report.schools"), texts.of("report.mean")),
            report.municipalities().entrySet().stream().map(line -> List.of(line.getKey(), String.valueOf(line.getValue().count()),
                texts.mean(line.getValue(), maximum))).toList());
    }

    private static Table remarks(ExpertiseReport report, ResultTexts texts) {
        return new Table(texts.of("report.remarks"), List.of(texts.of("report.remark"), texts.of("report.kind"), texts.of("report.schools")),
            report.remarks().stream().map(remark -> List.of(remark.text(), texts.of(remark.typical() ? "report.typical" : "report.own"),
                String.valueOf(remark.schools()))).toList());
    }

    private static Table comparison(ExpertiseReport.Comparison comparison, ResultTexts texts) {
        var other = comparison.other().expertise();
        return new Table(texts.of("report.comparison", other.stage(), String.valueOf(other.year())),
            List.of(texts.of("letter.criterion"), texts.of("report.now"), texts.of("report.other", other.stage(), String.valueOf(other.year())),
                texts.of("report.difference")),
            comparison.lines().stream().map(line -> List.of(line.criterion().title(),
                line.now() == null ? texts.of("noPoints") : texts.mean(line.now(), line.criterion().maximum()),
                line.other() == null ? texts.of("noPoints") : texts.mean(line.other(), line.otherCriterion().maximum()),
                line.difference() == null ? texts.of("report.notComparable") : line.difference())).toList());
    }

    private static Table risks(ExpertiseReport report, ResultTexts texts) {
        int maximum = report.result().rubric().itemised(Part.CONTENT);
        return new Table(texts.of("report.risks"), List.of(texts.of("report.school"), texts.of("report.municipality"), texts.of("report.directionCount"),
            texts.of("report.directions"), texts.of("report.share"), texts.of("letter.score")),
            report.risks().stream().map(line -> List.of(line.school().name(), line.school().municipality(), String.valueOf(line.directions().size()),
                String.join("; ", line.directions()), share(line, texts), texts.points(line.school().total(), maximum))).toList());
    }

    private static String share(RiskLine line, ResultTexts texts) {
        return line.planned() == 0 ? texts.of("report.noProgramme") : texts.of("report.proven", line.proven(), line.planned());
    }
}
