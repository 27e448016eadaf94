package ru.marshrut.schoolyear.programme;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.apache.poi.ss.usermodel.PrintSetup;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import ru.marshrut.documents.office.Texts;
import ru.marshrut.documents.office.WordDocument;
import ru.marshrut.documents.office.Workbook;
import ru.marshrut.schoolyear.SchoolYear;
import ru.marshrut.territory.School;
import ru.marshrut.territory.Territory;

/** The programme as a file: for the curator and ИС МЭДК, for work in a spreadsheet, and empty for filling in. All of them can be read in again. */
@Component
public class ProgrammeFiles {

    public static final String DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
    public static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private static final int EMPTY_ROWS = 20;
    /** Twentieths of a point; together the width of the text. */
    private static final List<Integer> WIDTHS = List.of(600, 2200, 2200, 3000, 2200, 1600, 1500, 1554);
    /** Characters. */
    private static final List<Integer> CHARACTERS = List.of(5, 30, 32, 42, 32, 22, 24, 28);

    private final Territory territory;
    private final MessageSource messages;
    private final Clock clock;

    ProgrammeFiles(Territory territory, MessageSource messages, Clock clock) {
        this.territory = territory;
        this.messages = messages;
        this.clock = clock;
    }

    public String fileName(String extension) {
        return Texts.printable(messages.getMessage("schoolyear.programme.file.name", null, Texts.RUSSIAN)) + "." + extension;
    }

    public String templateName() {
        return messages.getMessage("schoolyear.programme.file.templateName", null, Texts.RUSSIAN) + ".xlsx";
    }

    /** @param version of the programme, or 0 for what is still being prepared */
    public void writeDocx(SchoolYear year, int version, List<ProgrammeRow> rows, OutputStream out) throws IOException {
        Texts texts = texts(year);
        School school = territory.school(year.schoolId());
        Map<String, String> directions = territory.riskDirections();
        try (WordDocument document = new WordDocument(texts.of("file.title"), school.name(), texts, clock.instant(), true)) {
            document.title(texts.of("file.title"));
            document.subtitle(texts.of("file.subtitle", school.name(), String.valueOf(year.year())));
            document.text(version == 0 ? texts.of("file.draft", texts.day(clock.instant())) : texts.of("file.version", version, texts.day(clock.instant())));
            List<List<String>> lines = new ArrayList<>();
            rows.forEach(row -> lines.add(cells(lines.size() + 1, row, directions)));
            document.table(headings(texts), WIDTHS, lines);
            document.writeTo(out);
        }
    }

    public void writeXlsx(SchoolYear year, List<ProgrammeRow> rows, OutputStream out) throws IOException {
        Texts texts = texts(year);
        School school = territory.school(year.schoolId());
        Map<String, String> directions = territory.riskDirections();
        try (Workbook workbook = new Workbook(texts.of("file.title"), texts, clock.instant())) {
            Workbook.Sheet sheet = sheet(workbook, texts, texts.of("file.subtitle", school.name(), String.valueOf(year.year())));
            for (int at = 0; at < rows.size(); at++) {
                Workbook.Line line = sheet.line();
                cells(at + 1, rows.get(at), directions).forEach(line::text);
            }
            sheet.end();
            workbook.writeTo(out);
        }
    }

    /** An empty table with the headings that are understood, and the names of the directions. */
    public void writeTemplate(SchoolYear year, OutputStream out) throws IOException {
        Texts texts = texts(year);
        try (Workbook workbook = new Workbook(texts.of("file.title"), texts, clock.instant())) {
            Workbook.Sheet sheet = sheet(workbook, texts, texts.of("file.templateHint"));
            for (int row = 0; row < EMPTY_ROWS; row++) {
                Workbook.Line line = sheet.line();
                Collections.nCopies(WIDTHS.size(), "").forEach(line::text);
            }
            sheet.end();
            Workbook.Sheet list = workbook.sheet(texts.of("file.directionsSheet"), texts.of("file.directionsSheet"), texts.of("file.directionsHint"),
                PrintSetup.A4_PAPERSIZE, 0, List.of(new Workbook.Column(texts.of("column.DIRECTION"), 100)));
            territory.riskDirections().values().forEach(name -> list.line().text(name));
            list.end();
            workbook.writeTo(out);
        }
    }

    private static Workbook.Sheet sheet(Workbook workbook, Texts texts, String subtitle) {
        List<String> headings = headings(texts);
        List<Workbook.Column> columns = new ArrayList<>();
        for (int at = 0; at < headings.size(); at++) {
            columns.add(new Workbook.Column(headings.get(at), CHARACTERS.get(at)));
        }
        return workbook.sheet(texts.of("file.sheet"), texts.of("file.title"), subtitle, PrintSetup.A4_PAPERSIZE, 1, columns);
    }

    private static List<String> headings(Texts texts) {
        return List.of(texts.of("column.NUMBER"), texts.of("column.DIRECTION"), texts.of("column.TASK"), texts.of("column.MEASURE"),
            texts.of("column.INDICATOR"), texts.of("column.DATES"), texts.of("column.RESPONSIBLE"), texts.of("column.EVIDENCE"));
    }

    private static List<String> cells(int number, ProgrammeRow row, Map<String, String> directions) {
        ProgrammeText text = row.text();
        String direction = text.direction() == null ? text.directionWords() : directions.get(text.direction());
        return List.of(String.valueOf(number), direction, text.task(), text.measure(), text.indicator(), text.dateWords(), text.responsible(),
            text.evidence());
    }

    private Texts texts(SchoolYear year) {
        return new Texts(messages, "schoolyear.programme", territory.region(year.regionId()).zone());
    }
}
