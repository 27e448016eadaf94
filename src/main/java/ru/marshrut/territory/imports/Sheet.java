package ru.marshrut.territory.imports;

import java.util.Arrays;
import java.util.List;
import java.util.Set;

/** The sheets of our workbooks with their columns. Words: {@code territory.sheet.<name>}, {@code territory.column.<name>.<column>}. */
enum Sheet {
    MUNICIPALITIES("name*"),
    SCHOOLS("code*", "name*", "municipality*", "settlement*"),
    PEOPLE("fullName*", "email*", "phone", "employment"),
    APPOINTMENTS("email*", "role*", "place*", "from*", "until", "order"),
    RISKS("school*", "year*", "direction*"),
    CONFLICTS("school*", "other*", "reason*"),
    SCHOOL_LIST("code*", "name"),
    CANDIDATES("fullName*", "email*", "phone", "employment");

    /** Those of the workbook of a territory; each of the others is a workbook of its own. */
    static final List<Sheet> TERRITORY = List.of(MUNICIPALITIES, SCHOOLS, PEOPLE, APPOINTMENTS, RISKS, CONFLICTS);

    private final List<String> columns;
    private final Set<String> required;

    /** @param columns with an asterisk where each row needs a value */
    Sheet(String... columns) {
        this.columns = Arrays.stream(columns).map(c -> c.replace("*", "")).toList();
        this.required = Set.copyOf(Arrays.stream(columns).filter(c -> c.endsWith("*")).map(c -> c.replace("*", "")).toList());
    }

    List<String> columns() {
        return columns;
    }

    boolean requires(String column) {
        return required.contains(column);
    }
}
