package ru.marshrut.territory.imports;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import ru.marshrut.territory.ImportPreview.Field;
import ru.marshrut.territory.ImportPreview.Kind;
import ru.marshrut.territory.ImportPreview.Section;
import ru.marshrut.territory.imports.TerritoryFile.Stated;

/** A workbook held against the region: what does not fit, what would change, and what is to be written. */
final class Comparison {

    private final TerritoryFile file;
    private final Present present;
    private final Words words;
    private final Names names;
    private final Problems problems;
    private final Differences differences;
    private final Changes changes = new Changes();

    Comparison(TerritoryFile file, Present present, Words words, Problems problems, Map<String, String> directionNames, LocalDate today) {
        this.file = file;
        this.present = present;
        this.words = words;
        this.names = new Names(file, present, words, directionNames);
        this.problems = problems;
        this.differences = new Differences(words);
        file.municipalities.forEach(this::compareMunicipality);
        file.schools.forEach(this::compareSchool);
        file.people.forEach(this::comparePerson);
        new AppointmentComparison(file, present, words, names, problems, differences, changes, today).compare();
        compareRisks();
        file.conflicts.forEach(this::compareConflict);
    }

    Changes changes() {
        return changes;
    }

    List<Section> sections() {
        return differences.sections();
    }

    private void compareMunicipality(Stated<String> stated) {
        if (present.municipalities().containsKey(Key.of(stated.fact()))) {
            differences.same(Sheet.MUNICIPALITIES);
        } else {
            changes.newMunicipalities.add(stated.fact());
            differences.differs(Sheet.MUNICIPALITIES, Kind.ADDED, stated.row(), stated.fact(), List.of());
        }
    }

    private void compareSchool(Stated<Facts.School> stated) {
        Facts.School school = stated.fact();
        String municipality = Key.of(school.municipality());
        if (names.isUnknownMunicipality(municipality)) {
            problems.add(Sheet.SCHOOLS, stated.row(), "municipality", school.municipality(), "unknownMunicipality");
            return;
        }
        Facts.School before = present.schools().get(Key.of(school.code()));
        String subject = school.code() + " — " + school.name();
        List<Field> fields = new ArrayList<>();
        differences.field(fields, Sheet.SCHOOLS, "name", before == null ? null : before.name(), school.name());
        if (before == null || !Key.of(before.municipality()).equals(municipality)) {
            differences.field(fields, Sheet.SCHOOLS, "municipality", before == null ? null : before.municipality(), school.municipality());
        }
        differences.field(fields, Sheet.SCHOOLS, "settlement", before == null ? null : words.settlement(before.settlement()),
            words.settlement(school.settlement()));
        if (before == null) {
            changes.newSchools.add(school);
            differences.differs(Sheet.SCHOOLS, Kind.ADDED, stated.row(), subject, fields);
        } else if (fields.isEmpty()) {
            differences.same(Sheet.SCHOOLS);
        } else {
            changes.changedSchools.add(school);
            differences.differs(Sheet.SCHOOLS, Kind.CHANGED, stated.row(), subject, fields);
        }
    }

    private void comparePerson(Stated<Facts.Person> stated) {
        Facts.Person person = stated.fact();
        String key = Key.of(person.email());
        if (present.strangers().contains(key)) {
            problems.add(Sheet.PEOPLE, stated.row(), "email", person.email(), "personOfAnotherRegion");
            return;
        }
        if (!employmentIsKnown(stated)) {
            return;
        }
        Facts.Person before = present.people().get(key);
        List<Field> fields = new ArrayList<>();
        differences.field(fields, Sheet.PEOPLE, "fullName", before == null ? null : before.fullName(), person.fullName());
        if (person.phone() != null) {
            differences.field(fields, Sheet.PEOPLE, "phone", before == null ? null : before.phone(), person.phone());
        }
        boolean ownFieldsDiffer = !fields.isEmpty();
        boolean employmentDiffers = person.employedAt() != null
            && !person.employedAt().equals(before == null ? Set.of() : before.employedAt());
        if (employmentDiffers) {
            changes.employments.add(person);
            differences.field(fields, Sheet.PEOPLE, "employment", before == null ? null : names.codes(before.employedAt()), names.codes(person.employedAt()));
        }
        String subject = person.fullName() + " (" + person.email() + ")";
        if (before == null) {
            changes.newPeople.add(person);
            differences.differs(Sheet.PEOPLE, Kind.ADDED, stated.row(), subject, fields);
        } else if (fields.isEmpty()) {
            differences.same(Sheet.PEOPLE);
        } else {
            if (ownFieldsDiffer) {
                changes.changedPeople.add(person);
            }
            differences.differs(Sheet.PEOPLE, Kind.CHANGED, stated.row(), subject, fields);
        }
    }

    private boolean employmentIsKnown(Stated<Facts.Person> stated) {
        Set<String> schools = stated.fact().employedAt() == null ? Set.of() : stated.fact().employedAt();
        for (String code : schools) {
            if (names.isUnknownSchool(code)) {
                problems.add(Sheet.PEOPLE, stated.row(), "employment", names.codes(schools), "unknownSchool", code);
                return false;
            }
        }
        return true;
    }

    private void compareRisks() {
        Map<Facts.SchoolYear, Set<String>> stated = new LinkedHashMap<>();
        Map<Facts.SchoolYear, Integer> rows = new HashMap<>();
        for (Stated<TerritoryFile.RiskRow> row : file.risks) {
            String school = Key.of(row.fact().school());
            if (names.isUnknownSchool(school)) {
                problems.add(Sheet.RISKS, row.row(), "school", row.fact().school(), "unknownSchool", row.fact().school());
                continue;
            }
            Facts.SchoolYear schoolYear = new Facts.SchoolYear(school, row.fact().year());
            rows.putIfAbsent(schoolYear, row.row());
            stated.computeIfAbsent(schoolYear, at -> new TreeSet<>()).add(row.fact().direction());
        }
        stated.forEach((schoolYear, directions) -> {
            Set<String> before = present.risks().getOrDefault(schoolYear, Set.of());
            if (directions.equals(before)) {
                differences.same(Sheet.RISKS);
                return;
            }
            changes.risks.add(new Changes.RiskChange(schoolYear, directions, names.directionsInWords(directions)));
            List<Field> fields = new ArrayList<>();
            differences.field(fields, Sheet.RISKS, "direction", before.isEmpty() ? null : names.directionsInWords(before), names.directionsInWords(directions));
            differences.differs(Sheet.RISKS, before.isEmpty() ? Kind.ADDED : Kind.CHANGED, rows.get(schoolYear),
                words.text("territory.import.schoolYear", names.codeOf(schoolYear.school()), String.valueOf(schoolYear.year())), fields);
        });
    }

    private void compareConflict(Stated<TerritoryFile.ConflictRow> stated) {
        TerritoryFile.ConflictRow conflict = stated.fact();
        boolean known = true;
        for (String column : List.of("school", "other")) {
            String code = column.equals("school") ? conflict.school() : conflict.other();
            if (names.isUnknownSchool(Key.of(code))) {
                problems.add(Sheet.CONFLICTS, stated.row(), column, code, "unknownSchool", code);
                known = false;
            }
        }
        if (!known) {
            return;
        }
        Facts.Pair pair = Facts.Pair.of(Key.of(conflict.school()), Key.of(conflict.other()));
        String before = present.conflicts().get(pair);
        if (conflict.reason().equals(before)) {
            differences.same(Sheet.CONFLICTS);
            return;
        }
        changes.conflicts.add(new Changes.ConflictChange(pair, names.codeOf(pair.second()), conflict.reason()));
        List<Field> fields = new ArrayList<>();
        differences.field(fields, Sheet.CONFLICTS, "reason", before, conflict.reason());
        differences.differs(Sheet.CONFLICTS, before == null ? Kind.ADDED : Kind.CHANGED, stated.row(),
            conflict.school() + " — " + conflict.other(), fields);
    }
}
