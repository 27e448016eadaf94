package ru.marshrut.roadmap.reading;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import ru.marshrut.calendar.Recurrence;
import ru.marshrut.calendar.Window;
import ru.marshrut.roadmap.MeasureContent;

/** A row as the table of expectations writes it: number | title | windows | recurrence | open decisions | roles where the table names them. */
final class RowInWords {

    private RowInWords() {}

    /** Lines of all tables, each below its caption; titles as far as the expectations write them. */
    static List<String> of(List<ReadTable> tables, List<String> expected) {
        List<String> lines = new ArrayList<>();
        for (ReadTable table : tables) {
            lines.add("## " + table.caption());
            for (ReadRow row : table.rows()) {
                String title = lines.size() < expected.size() && !expected.get(lines.size()).startsWith("##")
                    ? expected.get(lines.size()).split(" \\| ")[1] : "";
                lines.add(line(row, title, table.columns().contains(Column.RESPONSIBLE)));
            }
        }
        return lines;
    }

    private static String line(ReadRow row, String title, boolean withRoles) {
        MeasureContent content = row.content();
        String line = String.join(" | ", content.number().isEmpty() ? "-" : content.number(),
            !title.isEmpty() && content.title().startsWith(title) ? title : content.title(),
            windows(content.windows()), recurrence(content.recurrence()),
            decisions(row));
        return withRoles ? line + " | " + content.roles().stream().map(Enum::name).sorted().collect(joining(" ")) : line;
    }

    private static String windows(List<Window> windows) {
        return windows.isEmpty() ? "-" : windows.stream().map(window -> Objects.toString(window.start(), "") + "/" + Objects.toString(window.due(), "") + " " + window.precision())
            .collect(joining(", "));
    }

    private static String recurrence(Recurrence recurrence) {
        return recurrence == null ? "-" : recurrence.kind() + " " + recurrence.count();
    }

    private static String decisions(ReadRow row) {
        String fields = row.decisions().stream().map(decision -> decision.field().name()).distinct().collect(joining(" "));
        return fields.isEmpty() ? "-" : fields;
    }
}
