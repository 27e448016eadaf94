package ru.marshrut.roadmap.persistence;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Values between Java and PostgreSQL. */
final class Columns {

    private Columns() {}

    static Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }

    static OffsetDateTime at(Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }

    static LocalDate date(ResultSet row, String column) throws SQLException {
        return row.getObject(column, LocalDate.class);
    }

    /** Null where the name is. */
    static <E extends Enum<E>> E named(Class<E> type, ResultSet row, String column) throws SQLException {
        String name = row.getString(column);
        return name == null ? null : Enum.valueOf(type, name);
    }

    static <E extends Enum<E>> List<E> list(Class<E> type, ResultSet row, String column) throws SQLException {
        Array array = row.getArray(column);
        List<E> values = new ArrayList<>();
        if (array != null) {
            for (String name : (String[]) array.getArray()) {
                values.add(Enum.valueOf(type, name));
            }
        }
        return values;
    }

    /** Null stays null. */
    static String[] names(Collection<? extends Enum<?>> values) {
        return values == null ? null : values.stream().map(Enum::name).toArray(String[]::new);
    }

    static String name(Enum<?> value) {
        return value == null ? null : value.name();
    }
}
