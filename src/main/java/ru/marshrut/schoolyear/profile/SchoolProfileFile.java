package ru.marshrut.schoolyear.profile;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.poi.ss.usermodel.PrintSetup;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import ru.marshrut.documents.Documents;
import ru.marshrut.documents.StoredDocument;
import ru.marshrut.documents.office.Texts;
import ru.marshrut.documents.office.Workbook;
import ru.marshrut.documents.office.Workbook.Column;
import ru.marshrut.schoolyear.SchoolYear;
import ru.marshrut.schoolyear.SchoolYears;
import ru.marshrut.shared.Refusal;
import ru.marshrut.territory.ImportProblem;
import ru.marshrut.territory.School;
import ru.marshrut.territory.Territory;

/** The profile of one school as a table of two columns, «Направление» and «Уровень»; only what is beyond doubt is taken over. */
@Component
public class SchoolProfileFile {

    private static final String DIRECTION = "направлен";
    private static final String LEVEL = "уровень";

    private final Documents documents;
    private final Territory territory;
    private final SchoolYears years;
    private final ProfileEntry profiles;
    private final MessageSource messages;
    private final Clock clock;

    SchoolProfileFile(Documents documents, Territory territory, SchoolYears years, ProfileEntry profiles, MessageSource messages, Clock clock) {
        this.documents = documents;
        this.territory = territory;
        this.years = years;
        this.profiles = profiles;
        this.messages = messages;
        this.clock = clock;
    }

    /** What the file says; without a file nothing. */
    public record Read(Map<String, RiskLevel> levels, List<ImportProblem> problems) {}

    /** Where the two columns stand. */
    private record Head(int row, int direction, int level) {}

    /** Reads the file that was uploaded last. */
    public Read read(long yearId) {
        List<StoredDocument> files = documents.in(ProfileFiles.profile(yearId));
        if (files.isEmpty()) {
            return new Read(Map.of(), List.of());
        }
        StoredDocument file = files.get(files.size() - 1);
        FileProblems problems = new FileProblems(messages);
        try (InputStream content = documents.open(file.id())) {
            return read(SheetCells.of(file.fileName(), content), territory.riskDirections(), problems);
        } catch (Refusal refusal) {
            problems.add("", 0, "", file.fileName(), "unreadable", file.fileName());
            return new Read(Map.of(), problems.found());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Read read(List<SheetCells.Sheet> sheets, Map<String, String> directions, FileProblems problems) {
        Map<String, RiskLevel> levels = new LinkedHashMap<>();
        Map<String, Integer> rows = new LinkedHashMap<>();
        boolean headed = false;
        for (SheetCells.Sheet sheet : sheets) {
            Optional<Head> head = head(sheet);
            headed |= head.isPresent();
            head.ifPresent(found -> sheet.rows().tailMap(found.row(), false)
                .forEach((row, cells) -> take(sheet, row, cells, found, directions, levels, rows, problems)));
        }
        if (!headed) {
            problems.add("", 0, "", "", "noHeadings");
        } else {
            directions.forEach((code, name) -> {
                if (!rows.containsKey(code)) {
                    problems.add("", 0, "", name, "missingDirection", name);
                }
            });
        }
        return new Read(levels, problems.found());
    }

    private static void take(SheetCells.Sheet sheet, int row, NavigableMap<Integer, String> cells, Head head, Map<String, String> directions,
                             Map<String, RiskLevel> levels, Map<String, Integer> rows, FileProblems problems) {
        String name = cells.getOrDefault(head.direction(), "");
        String level = cells.getOrDefault(head.level(), "");
        if (name.isEmpty() && level.isEmpty()) {
            return;
        }
        String headings = sheet.rows().get(head.row()).get(head.direction());
        Optional<String> code = Words.direction(name, directions);
        if (code.isEmpty()) {
            problems.add(sheet.name(), row, headings, name, "unknownDirection");
        } else if (rows.putIfAbsent(code.get(), row) != null) {
            problems.add(sheet.name(), row, headings, name, "directionTwice", rows.get(code.get()));
            levels.remove(code.get());
        } else {
            problems.level(sheet.name(), row, sheet.rows().get(head.row()).get(head.level()), level)
                .ifPresent(read -> levels.put(code.get(), read));
        }
    }

    private static Optional<Head> head(SheetCells.Sheet sheet) {
        for (Map.Entry<Integer, NavigableMap<Integer, String>> row : sheet.rows().entrySet()) {
            Map<String, Integer> found = new TreeMap<>();
            row.getValue().forEach((column, text) -> {
                String words = Words.letters(text);
                if (words.contains(Words.letters(DIRECTION))) {
                    found.putIfAbsent(DIRECTION, column);
                } else if (words.contains(Words.letters(LEVEL))) {
                    found.putIfAbsent(LEVEL, column);
                }
            });
            if (found.size() == 2) {
                return Optional.of(new Head(row.getKey(), found.get(DIRECTION), found.get(LEVEL)));
            }
        }
        return Optional.empty();
    }

    /** A table to fill in, with the levels that are there. */
    public void writeTemplate(long yearId, OutputStream out) throws IOException {
        SchoolYear year = years.get(yearId);
        School school = territory.school(year.schoolId());
        Texts texts = new Texts(messages, "schoolyear", territory.region(year.regionId()).zone());
        List<Column> columns = List.of(new Column(texts.of("template.direction"), 80), new Column(texts.of("template.level"), 24));
        try (Workbook workbook = new Workbook(texts.of("paper.title"), texts, clock.instant())) {
            Workbook.Sheet sheet = workbook.sheet(texts.of("template.sheet"), texts.of("paper.title"),
                texts.of("template.school", school.name(), String.valueOf(year.year())), PrintSetup.A4_PAPERSIZE, 1, columns);
            profiles.of(yearId).directions().forEach(direction -> sheet.line().text(direction.name())
                .text(direction.last() == null ? "" : texts.of("level", direction.level())));
            sheet.end();
            workbook.writeTo(out);
        }
    }
}
