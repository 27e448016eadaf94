package ru.marshrut.roadmap.reading;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.apache.poi.ooxml.POIXMLException;
import org.apache.poi.openxml4j.exceptions.OpenXML4JException;
import org.apache.poi.openxml4j.exceptions.OpenXML4JRuntimeException;
import org.springframework.stereotype.Component;
import org.xml.sax.SAXException;
import ru.marshrut.calendar.DatePhrase;
import ru.marshrut.calendar.DatePhrases;
import ru.marshrut.documents.ContentTypes;
import ru.marshrut.documents.SlotRules;
import ru.marshrut.roadmap.MeasureContent;
import ru.marshrut.shared.Question;
import ru.marshrut.shared.Refusal;

@Component
class OrderReading implements RoadMapReading {

    /** An order of a hundred pages stays far below; both kinds of files are unpacked in memory. */
    private static final SlotRules FILES = new SlotRules(1, 10 << 20, Set.of("docx", "xlsx"));
    private static final int LONGEST_TEXT = 4_000_000;

    private final DatePhrases dates;
    private final ContentTypes contents;

    OrderReading(DatePhrases dates, ContentTypes contents) {
        this.dates = dates;
        this.contents = contents;
    }

    @Override
    public List<RawTable> fromText(String text) {
        if (text.length() > LONGEST_TEXT) {
            throw Refusal.ofField("text", "roadmap.reading.textTooLong", LONGEST_TEXT);
        }
        List<RawTable> tables = PastedLines.tablesOf(text);
        if (tables.isEmpty()) {
            throw Refusal.ofField("text", "roadmap.reading.noTableInText");
        }
        return tables;
    }

    @Override
    public List<RawTable> fromFile(String fileName, InputStream content) {
        try {
            Path file = Files.createTempFile("road-map", ".upload");
            try {
                Files.copy(content, file, StandardCopyOption.REPLACE_EXISTING);
                List<RawTable> tables = contents.extensionOf(file, fileName, FILES).equals("docx")
                    ? WordTables.tablesOf(file) : WorkbookTables.tablesOf(file);
                if (tables.isEmpty()) {
                    throw Refusal.ofField("file", "roadmap.reading.noTableInFile", fileName);
                }
                return tables;
            } finally {
                Files.delete(file);
            }
        } catch (OpenXML4JException | OpenXML4JRuntimeException | POIXMLException | SAXException e) {
            throw (Refusal) Refusal.ofField("file", "roadmap.reading.unreadable", fileName).initCause(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public List<ReadTable> read(List<RawTable> tables, ReadingContext context) {
        RowReading rowReading = new RowReading(dates, context);
        Predicate<String> isDate = words -> isDate(words, context.year());
        List<ReadTable> read = new ArrayList<>();
        for (int index = 0; index < tables.size(); index++) {
            RawTable table = tables.get(index);
            Layout layout = Layout.of(table, context.columns().get(index), isDate, OrderReading::isRole);
            List<CutRows.Row> rows = layout.has(Column.DATES) ? CutRows.of(table, layout, isDate) : List.of();
            if (!rows.isEmpty()) {
                read.add(table(index, table, layout, rows, rowReading, context));
            }
        }
        return List.copyOf(read);
    }

    private static ReadTable table(int index, RawTable table, Layout layout, List<CutRows.Row> rows, RowReading rowReading,
                                   ReadingContext context) {
        boolean namesRoles = layout.has(Column.RESPONSIBLE);
        String caption = table.caption().isEmpty() ? layout.above() : table.caption();
        AcademicYear academicYear = AcademicYear.in(caption);
        List<ReadRow> read = rows.stream().map(row -> rowReading.read(row, namesRoles, academicYear)).toList();
        Set<Integer> sectionStarts = new HashSet<>();
        for (int i = 0; i < rows.size(); i++) {
            if (!rows.get(i).sections().isEmpty()) {
                sectionStarts.add(i);
            }
        }
        List<MeasureContent> contents = read.stream().map(ReadRow::content).toList();
        List<List<Question>> notes = TableNotes.of(contents, sectionStarts);
        List<ReadRow> noted = new ArrayList<>();
        for (int i = 0; i < read.size(); i++) {
            ReadRow row = read.get(i);
            List<Question> all = new ArrayList<>(row.notes());
            all.addAll(notes.get(i));
            noted.add(new ReadRow(row.key(), row.content(), row.decisions(), all, row.namesNobody(), row.words()));
        }
        List<Question> questions = new ArrayList<>(layout.questions());
        if (!namesRoles && context.wholeTable() == null) {
            questions.add(Question.of("roadmap.reading.rolesProposed"));
        }
        return new ReadTable(index, caption, layout.columns(), layout.headings(),
            List.copyOf(noted), List.copyOf(questions));
    }

    private boolean isDate(String words, int year) {
        DatePhrase phrase = dates.read(CellText.oneLine(words), year);
        return !phrase.windows().isEmpty() || phrase.recurrence() != null;
    }

    private static boolean isRole(String words) {
        RoleWords.Read read = RoleWords.read(words);
        return !read.roles().isEmpty() && read.questions().isEmpty();
    }
}
