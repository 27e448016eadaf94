package ru.marshrut.roadmap;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import ru.marshrut.roadmap.reading.Column;
import ru.marshrut.territory.Role;

/**
 * What a coordinator decided about an import, apart from single fields.
 *
 * @param tables   indexes of the tables that are imported, or null while that is not decided
 * @param columns  by table, as corrected by hand
 * @param roles    confirmed for a table without a column of responsible persons, or null
 * @param leftOut  by row key: why the row is not imported
 * @param matching by row key: the approved measure that the row is, {@link #NEW} where it is a new one; only what was decided by hand
 */
public record Choices(Set<Integer> tables, Map<Integer, List<Column>> columns, Set<Role> roles, Map<String, String> leftOut,
                      Map<String, Long> matching) {

    /** The row is a measure that the approved version does not hold. */
    public static final long NEW = 0;

    static final Choices NONE = new Choices(null, Map.of(), null, Map.of(), Map.of());

    Choices withTables(Set<Integer> chosen) {
        return new Choices(chosen, columns, roles, leftOut, matching);
    }

    Choices withColumns(int table, List<Column> corrected) {
        return new Choices(tables, with(columns, table, corrected), roles, leftOut, matching);
    }

    Choices withRoles(Set<Role> confirmed) {
        return new Choices(tables, columns, confirmed, leftOut, matching);
    }

    /** @param reason null takes the row in again */
    Choices withLeftOut(String rowKey, String reason) {
        return new Choices(tables, columns, roles, with(leftOut, rowKey, reason), matching);
    }

    /** @param measureId null leaves it to the comparison again */
    Choices withMatch(String rowKey, Long measureId) {
        return new Choices(tables, columns, roles, leftOut, with(matching, rowKey, measureId));
    }

    /** What still holds for another source: the tables and their columns are decided anew. */
    Choices ofAnotherSource() {
        return new Choices(null, Map.of(), roles, leftOut, matching);
    }

    private static <K, V> Map<K, V> with(Map<K, V> map, K key, V value) {
        Map<K, V> all = new LinkedHashMap<>(map);
        if (value == null) {
            all.remove(key);
        } else {
            all.put(key, value);
        }
        return all;
    }
}
