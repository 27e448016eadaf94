package ru.marshrut.dashboard.persistence;

import static java.util.stream.Collectors.joining;

import java.util.Map;
import java.util.Set;
import ru.marshrut.dashboard.Scope;
import ru.marshrut.territory.Level;

/**
 * A scope as a condition on the table {@code school s}, and where it can be said so on a table that bears school and region itself,
 * so that its index serves.
 */
final class Scopes {

    private Scopes() {}

    /** Puts the condition where a statement says {@code <scope>}, and the one on another table where it says {@code <scope:alias>}. */
    static String within(String sql, Scope scope) {
        Map<Level, ?> ids = scope.ids();
        String condition = ids.containsKey(Level.FEDERATION) ? "true" : ids.isEmpty() ? "false"
            : ids.keySet().stream().sorted().map(level -> column(level) + " = any(:" + level + ")").collect(joining(" or ", "(", ")"));
        String own = ids.keySet().equals(Set.of(Level.REGION)) ? "$1.region_id = any(:REGION)"
            : ids.keySet().equals(Set.of(Level.SCHOOL)) ? "$1.school_id = any(:SCHOOL)" : "true";
        return sql.replace("<scope>", condition).replaceAll("<scope:(\\w+)>", own);
    }

    static void addIds(Map<String, Object> values, Scope scope) {
        scope.ids().forEach((level, ids) -> values.put(level.name(), ids.toArray(Long[]::new)));
    }

    private static String column(Level level) {
        return switch (level) {
            case REGION -> "s.region_id";
            case MUNICIPALITY -> "s.municipality_id";
            case SCHOOL -> "s.id";
            case FEDERATION -> throw new IllegalArgumentException("the federation has no column");
        };
    }
}
