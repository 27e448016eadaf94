package ru.marshrut.territory.imports;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import ru.marshrut.territory.ImportPreview.Difference;
import ru.marshrut.territory.ImportPreview.Field;
import ru.marshrut.territory.ImportPreview.Kind;
import ru.marshrut.territory.ImportPreview.Section;

/** What a workbook would change, by sheet, in words for its reader. */
final class Differences {

    private final Words words;
    private final Map<Sheet, List<Difference>> bySheet = new EnumMap<>(Sheet.class);
    private final Map<Sheet, Integer> unchanged = new EnumMap<>(Sheet.class);

    Differences(Words words) {
        this.words = words;
        for (Sheet sheet : Sheet.values()) {
            bySheet.put(sheet, new ArrayList<>());
            unchanged.put(sheet, 0);
        }
    }

    List<Section> sections() {
        return bySheet.entrySet().stream()
            .map(entry -> new Section(words.sheet(entry.getKey()), unchanged.get(entry.getKey()),
                entry.getValue().stream().sorted(Comparator.comparingInt(Difference::row)).toList()))
            .toList();
    }

    void same(Sheet sheet) {
        unchanged.merge(sheet, 1, Integer::sum);
    }

    void differs(Sheet sheet, Kind kind, int row, String subject, List<Field> fields) {
        bySheet.get(sheet).add(new Difference(kind, row, subject, List.copyOf(fields)));
    }

    /** Adds the field where its values differ; null is an empty cell. */
    void field(List<Field> fields, Sheet sheet, String column, String before, String now) {
        String was = Objects.requireNonNullElse(before, "");
        String is = Objects.requireNonNullElse(now, "");
        if (!was.equals(is)) {
            fields.add(new Field(words.column(sheet, column), was, is));
        }
    }
}
