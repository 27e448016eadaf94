package ru.marshrut.peerreview.report;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;
import org.apache.poi.ss.usermodel.PrintSetup;
import org.springframework.context.MessageSource;
import ru.marshrut.documents.office.Texts;
import ru.marshrut.documents.office.WordDocument;
import ru.marshrut.documents.office.Workbook;
import ru.marshrut.documents.office.Workbook.Column;
import ru.marshrut.peerreview.report.CircleOutcome.Result;
import ru.marshrut.peerreview.report.RoundReport.Figures;

/** Writes the report of a round, as XLSX with all circles and as a short DOCX to sign. */
public final class RoundReportWriter {

    private final MessageSource messages;

    public RoundReportWriter(MessageSource messages) {
        this.messages = messages;
    }

    /** Name of the file with the given ending, {@code xlsx} or {@code docx}. */
    public String fileName(RoundHead head, String ending) {
        return new ReviewTexts(messages, head.zone()).of("report.fileName", String.valueOf(head.year()), ending);
    }

    /** @param out stays open */
    public void writeXlsx(RoundReport report, OutputStream out) throws IOException {
        ReviewTexts texts = new ReviewTexts(messages, report.head().zone());
        try (Workbook workbook = new Workbook(title(report, texts), texts, report.head().preparedAt())) {
            new Tables(report, texts, workbook).write();
            workbook.writeTo(out);
        }
    }

    /** @param out stays open */
    public void writeDocx(RoundReport report, OutputStream out) throws IOException {
        ReviewTexts texts = new ReviewTexts(messages, report.head().zone());
        String title = title(report, texts);
        try (WordDocument document = new WordDocument(title, title, texts, report.head().preparedAt())) {
            new Pages(report, texts, document).write();
            document.writeTo(out);
        }
    }

    private static String title(RoundReport report, ReviewTexts texts) {
        return texts.of("report.documentTitle", String.valueOf(report.head().year()));
    }

    /** A figure of the schools: its name in the bundle and where it is found. */
    private record Measure(String name, ToLongFunction<Figures> value) {

        static final List<Measure> ALL = List.of(new Measure("confirmed", Figures::confirmed), new Measure("documents", Figures::documents),
            new Measure("forms", Figures::forms), new Measure("finalFiles", Figures::finalFiles), new Measure("uploaded", Figures::uploaded),
            new Measure("checked", Figures::checked), new Measure("late", Figures::late));
    }

    /** A figure of the circles. */
    private record Count(String name, long value) {

        static List<Count> of(RoundReport report) {
            return List.of(
                new Count("circles", report.standing(circle -> true)),
                new Count("threes", report.standing(circle -> circle.schools().size() == 3)),
                new Count("completed", report.with(Result.COMPLETED).size()),
                new Count("inProgress", report.with(Result.IN_PROGRESS).size()),
                new Count("oneSided", report.with(Result.ONE_SIDED).size()),
                new Count("replaced", report.with(Result.REPLACED).size()),
                new Count("dissolved", report.with(Result.DISSOLVED).size()),
                new Count("meetings", report.standing(circle -> report.isHeld(circle.meeting()))),
                new Count("videos", report.standing(circle -> circle.meeting() != null && !Texts.isBlank(circle.meeting().videoLink()))));
        }
    }

    private record Tables(RoundReport report, ReviewTexts texts, Workbook workbook) {

        void write() {
            totals();
            municipalities();
            circles();
        }

        private void totals() {
            Workbook.Sheet sheet = sheet("report.sheet.totals", 1,
                List.of(column("report.figure", 60), column("report.count", 14), column("report.share", 18)));
            for (Count count : Count.of(report)) {
                sheet.line().text(texts.of("report." + count.name())).number(count.value()).text(null);
            }
            Figures figures = report.figures();
            sheet.line().text(texts.of("report.schools")).number(figures.schools()).text(null);
            for (Measure measure : Measure.ALL) {
                long value = measure.value().applyAsLong(figures);
                sheet.line().text(texts.of("report." + measure.name())).number(value).share(value, figures.schools());
            }
            sheet.end();
        }

        private void municipalities() {
            List<Column> columns = new ArrayList<>(List.of(column("report.municipality", 36), column("report.short.schools", 12)));
            Measure.ALL.forEach(measure -> columns.add(column("report.short." + measure.name(), 16)));
            columns.add(column("report.short.checkedShare", 16));
            Workbook.Sheet sheet = sheet("report.sheet.municipalities", 1, columns);
            report.byMunicipality().forEach((municipality, figures) -> {
                Workbook.Line line = sheet.line().text(municipality).number(figures.schools());
                Measure.ALL.forEach(measure -> line.number(measure.value().applyAsLong(figures)));
                line.share(figures.checked(), figures.schools());
            });
            sheet.end();
        }

        private void circles() {
            Workbook.Sheet sheet = sheet("report.sheet.circles", 2, List.of(column("schedule.circle", 7), column("schedule.school", 24),
                column("schedule.municipality", 19), column("report.result", 15), column("report.note", 28), column("schedule.meeting", 17),
                column("schedule.video", 20), column("schedule.confirmed", 14), column("schedule.documents", 12),
                column("schedule.form", 15), column("schedule.finalFile", 12), column("schedule.uploaded", 12),
                column("report.checkedOn", 12), column("schedule.lateness", 22)));
            for (CircleOutcome circle : report.circles()) {
                for (SchoolProgress school : circle.schools()) {
                    circle(sheet.line(), circle, school);
                }
            }
            sheet.end();
        }

        private void circle(Workbook.Line line, CircleOutcome circle, SchoolProgress school) {
            line.number(circle.number()).text(school.school()).text(school.municipality())
                .text(texts.of("report.result", circle.result())).text(circle.note());
            if (circle.meeting() == null) {
                line.missing(texts.of("schedule.noMeeting")).text(null);
            } else {
                line.minute(circle.meeting().startsAt()).linkOr(circle.meeting().videoLink(), texts.of("schedule.noVideo"));
            }
            line.dayOr(school.confirmedOn(), texts.of("schedule.notConfirmed"))
                .dayOr(school.documentsOn(), texts.of("schedule.noDocuments"))
                .dayOr(school.formOn(), texts.of("schedule.noForm"))
                .dayOr(school.finalFileOn(), texts.of("schedule.noFinalFile"))
                .dayOr(school.uploadedOn(), texts.of("schedule.notUploaded"))
                .dayOr(school.checkedOn(), texts.of("schedule.notChecked"));
            if (school.isLate()) {
                line.missing(texts.lateness(school));
            } else {
                line.text(null);
            }
        }

        private Workbook.Sheet sheet(String name, int frozen, List<Column> columns) {
            RoundHead head = report.head();
            return workbook.sheet(texts.of(name), texts.of("report.sheetTitle", texts.of(name), head.title(), String.valueOf(head.year())),
                texts.of("round.state", texts.territory(head), texts.minute(head.preparedAt())), PrintSetup.A4_PAPERSIZE, frozen, columns);
        }

        private Column column(String key, int characters) {
            return new Column(texts.of(key), characters);
        }
    }

    private record Pages(RoundReport report, ReviewTexts texts, WordDocument document) {

        void write() {
            RoundHead head = report.head();
            document.title(texts.of("report.title"));
            document.subject(texts.of("report.roundTitle", head.title(), String.valueOf(head.year())));
            document.subtitle(texts.of("round.state", texts.territory(head), texts.minute(head.preparedAt())));
            document.text(texts.of("report.calendar", texts.day(head.calendar().notice()), texts.day(head.calendar().documents()),
                texts.day(head.calendar().meeting()), texts.day(head.calendar().forms())));
            totals();
            municipalities();
            late();
            circles("report.oneSidedList", "report.noOneSided", report.with(Result.ONE_SIDED));
            List<CircleOutcome> changed = new ArrayList<>(report.with(Result.REPLACED));
            changed.addAll(report.with(Result.DISSOLVED));
            circles("report.changedList", "report.noChanged", changed);
            document.signatures(List.of(List.of(texts.of(head.signerIsMunicipal() ? "finalFile.signature.municipalCoordinator"
                : "report.signature.regionalCoordinator"), head.signer())), texts.of("finalFile.signature.sign"), texts.of("finalFile.signature.day"));
        }

        private void totals() {
            document.heading(texts.of("report.totals"));
            List<List<String>> rows = new ArrayList<>();
            Count.of(report).forEach(count -> rows.add(List.of(texts.of("report." + count.name()), String.valueOf(count.value()), "")));
            Figures figures = report.figures();
            rows.add(List.of(texts.of("report.schools"), String.valueOf(figures.schools()), ""));
            for (Measure measure : Measure.ALL) {
                long value = measure.value().applyAsLong(figures);
                rows.add(List.of(texts.of("report." + measure.name()), String.valueOf(value), percent(value, figures.schools())));
            }
            document.table(List.of(texts.of("report.figure"), texts.of("report.count"), texts.of("report.share")),
                List.of(5755, 1600, 2000), rows);
        }

        private void municipalities() {
            Map<String, Figures> municipalities = report.byMunicipality();
            if (municipalities.size() < 2) {
                return;
            }
            document.heading(texts.of("report.byMunicipality"));
            List<List<String>> rows = new ArrayList<>();
            municipalities.forEach((municipality, figures) -> rows.add(List.of(municipality, String.valueOf(figures.schools()),
                String.valueOf(figures.forms()), String.valueOf(figures.uploaded()), String.valueOf(figures.checked()),
                String.valueOf(figures.late()))));
            document.table(List.of(texts.of("report.municipality"), texts.of("report.short.schools"), texts.of("report.short.forms"),
                texts.of("report.short.uploaded"), texts.of("report.short.checked"), texts.of("report.short.late")),
                List.of(2755, 900, 1300, 1450, 1500, 1450), rows);
        }

        private void late() {
            document.heading(texts.of("report.lateList"));
            List<List<String>> rows = report.schools().stream().filter(SchoolProgress::isLate)
                .map(school -> List.of(school.school(), school.municipality(), texts.lateness(school))).toList();
            if (rows.isEmpty()) {
                document.text(texts.of("report.noLate"));
            } else {
                document.table(List.of(texts.of("schedule.school"), texts.of("schedule.municipality"), texts.of("schedule.lateness")),
                    List.of(3600, 2500, 3255), rows);
            }
        }

        private void circles(String heading, String none, List<CircleOutcome> circles) {
            document.heading(texts.of(heading));
            if (circles.isEmpty()) {
                document.text(texts.of(none));
                return;
            }
            document.table(List.of(texts.of("schedule.circle"), texts.of("report.circleSchools"), texts.of("report.result"), texts.of("report.note")),
                List.of(900, 3400, 1755, 3300),
                circles.stream().map(circle -> List.of(String.valueOf(circle.number()),
                    String.join("\n", circle.schools().stream().map(SchoolProgress::school).toList()),
                    texts.of("report.result", circle.result()), texts.or(circle.note(), "report.noNote"))).toList());
        }

        private String percent(long part, long whole) {
            return whole == 0 ? texts.of("report.noShare") : String.format(Texts.RUSSIAN, "%.1f %%", 100.0 * part / whole);
        }
    }
}
