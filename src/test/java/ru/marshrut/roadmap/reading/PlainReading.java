package ru.marshrut.roadmap.reading;

import java.io.InputStream;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import ru.marshrut.calendar.Precision;
import ru.marshrut.calendar.Window;
import ru.marshrut.roadmap.Evidence;
import ru.marshrut.roadmap.MeasureContent;
import ru.marshrut.shared.Question;
import ru.marshrut.territory.Role;

/** Reads tables of four columns: number, title, a day or two, result. */
public class PlainReading implements RoadMapReading {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd.MM.yyyy");

    @Override
    public List<RawTable> fromText(String text) {
        return List.of(new RawTable("", text.lines().filter(line -> line.contains("\t")).map(line -> Arrays.asList(line.split("\t", -1))).toList()));
    }

    @Override
    public List<RawTable> fromFile(String fileName, InputStream content) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<ReadTable> read(List<RawTable> tables, ReadingContext context) {
        return tables.stream().filter(table -> !table.rows().isEmpty()).map(table -> new ReadTable(0, "",
            List.of(Column.NUMBER, Column.TITLE, Column.DATES, Column.RESULT), table.rows().get(0),
            table.rows().stream().skip(1).map(row -> row(row, context)).toList(),
            context.wholeTable() == null ? List.of(Question.of("roadmap.source.noTable")) : List.of())).toList();
    }

    private static ReadRow row(List<String> cells, ReadingContext context) {
        String number = cells.get(0).replace(".", "");
        String key = number + " " + cells.get(1);
        List<Window> windows = context.corrections().stream().filter(correction -> correction.rowKey().equals(key)
            && correction.words().equals(cells.get(2)) && correction.field() == ReadRow.Field.WINDOWS).map(correction -> correction.value().windows())
            .findFirst().orElseGet(() -> windows(cells.get(2)));
        return new ReadRow(key, new MeasureContent(number, cells.get(1), cells.get(2), windows, null, "",
            context.wholeTable() == null ? Set.of(Role.CURATOR) : context.wholeTable(), cells.get(3), Evidence.FACT, null, List.of()),
            windows.isEmpty() ? List.of(new ReadRow.Decision(ReadRow.Field.WINDOWS, Question.of("roadmap.source.noTable"))) : List.of(), List.of());
    }

    private static List<Window> windows(String words) {
        if (!words.matches("[0-9.–]+")) {
            return List.of();
        }
        String[] days = words.split("–");
        return List.of(new Window(LocalDate.parse(days[0], DAY), LocalDate.parse(days[days.length - 1], DAY), Precision.DAY));
    }
}
