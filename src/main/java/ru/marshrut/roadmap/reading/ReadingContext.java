package ru.marshrut.roadmap.reading;

import java.util.List;
import java.util.Map;
import java.util.Set;
import ru.marshrut.roadmap.MapLevel;
import ru.marshrut.territory.Role;

/**
 * What is known beside the tables.
 *
 * @param year        that is meant where words name none
 * @param columns     by table index: what each column holds, where it was corrected by hand
 * @param wholeTable  roles confirmed for all rows of a table without a column of responsible persons that name none
 *                    themselves, or null while they are only proposed
 * @param corrections of single fields
 */
public record ReadingContext(int year, MapLevel level, Map<Integer, List<Column>> columns, Set<Role> wholeTable,
                             List<Correction> corrections) {

    public static ReadingContext of(int year, MapLevel level) {
        return new ReadingContext(year, level, Map.of(), null, List.of());
    }
}
