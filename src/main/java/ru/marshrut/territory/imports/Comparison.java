package ru.marshrut.territory.imports;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import ru.marshrut.territory.ImportPreview.Difference;
import ru.marshrut.territory.ImportPreview.Field;
import ru.marshrut.territory.ImportPreview.Kind;
import ru.marshrut.territory.ImportPreview.Section;
import ru.marshrut.territory.Level;
import ru.marshrut.territory.Role;
import ru.marshrut.territory.Tenure;
import ru.marshrut.territory.imports.Changes.AppointmentChange;
import ru.marshrut.territory.imports.Facts.PlaceKey;
import ru.marshrut.territory.imports.Facts.Post;
import ru.marshrut.territory.imports.TerritoryFile.AppointmentRow;
import ru.marshrut.territory.imports.TerritoryFile.Stated;

/** A workbook held against the region: what does not fit, what would change, and what is to be written. */
final class Comparison {

    private record PersonAt(String person, PlaceKey place) {}

    private record RoleAt(Role role, PlaceKey place) {}

    private record Change(Stated<Facts.Appointment> stated, Present.Held before) {}

    private final TerritoryFile file;
    private final Present present;
    private final Words words;
    private final Problems problems;
    private final Map<String, String> directionNames;
    private final LocalDate today;

    private final Map<Sheet, List<Difference>> differences = new EnumMap<>(Sheet.class);
    private final Map<Sheet, Integer> unchanged = new EnumMap<>(Sheet.class);
    private final Map<PersonAt, List<Tenure>> tenuresOfPerson = new HashMap<>();
    private final Map<RoleAt, List<Tenure>> tenuresInRole = new HashMap<>();
    private final Map<String, Set<String>> employmentInFile;
    private final Changes changes = new Changes();

    Comparison(TerritoryFile file, Present present, Words words, Problems problems, Map<String, String> directionNames, LocalDate today) {
        this.file = file;
        this.present = present;
        this.words = words;
        this.problems = problems;
        this.directionNames = directionNames;
        this.today = today;
        this.employmentInFile = file.people.stream().map(Stated::fact).filter(person -> person.employedAt() != null)
            .collect(Collectors.toMap(person -> Key.of(person.email()), Facts.Person::employedAt, (one, other) -> one));
        for (Sheet sheet : Sheet.values()) {
            differences.put(sheet, new ArrayList<>());
            unchanged.put(sheet, 0);
        }
        file.municipalities.forEach(this::compareMunicipality);
        file.schools.forEach(this::compareSchool);
        file.people.forEach(this::comparePerson);
        compareAppointments();
        compareRisks();
        file.conflicts.forEach(this::compareConflict);
    }

    Changes changes() {
        return changes;
    }

    List<Section> sections() {
        return differences.entrySet().stream()
            .map(entry -> new Section(words.sheet(entry.getKey()), unchanged.get(entry.getKey()), List.copyOf(entry.getValue())))
            .toList();
    }

    private void compareMunicipality(Stated<String> stated) {
        if (present.municipalities().containsKey(Key.of(stated.fact()))) {
            same(Sheet.MUNICIPALITIES);
        } else {
            changes.newMunicipalities.add(stated.fact());
            differs(Sheet.MUNICIPALITIES, Kind.ADDED, stated.row(), stated.fact(), List.of());
        }
    }

    private void compareSchool(Stated<Facts.School> stated) {
        Facts.School school = stated.fact();
        String municipality = Key.of(school.municipality());
        if (!present.municipalities().containsKey(municipality) && !file.mentionedMunicipalities.contains(municipality)) {
            problems.add(Sheet.SCHOOLS, stated.row(), "municipality", school.municipality(), "unknownMunicipality");
            return;
        }
        Facts.School before = present.schools().get(Key.of(school.code()));
        String subject = school.code() + " — " + school.name();
        List<Field> fields = new ArrayList<>();
        field(fields, Sheet.SCHOOLS, "name", before == null ? null : before.name(), school.name());
        if (before == null || !Key.of(before.municipality()).equals(municipality)) {
            field(fields, Sheet.SCHOOLS, "municipality", before == null ? null : before.municipality(), school.municipality());
        }
        field(fields, Sheet.SCHOOLS, "settlement", before == null ? null : words.settlement(before.settlement()),
            words.settlement(school.settlement()));
        if (before == null) {
            changes.newSchools.add(school);
            differs(Sheet.SCHOOLS, Kind.ADDED, stated.row(), subject, fields);
        } else if (fields.isEmpty()) {
            same(Sheet.SCHOOLS);
        } else {
            changes.changedSchools.add(school);
            differs(Sheet.SCHOOLS, Kind.CHANGED, stated.row(), subject, fields);
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
        field(fields, Sheet.PEOPLE, "fullName", before == null ? null : before.fullName(), person.fullName());
        if (person.phone() != null) {
            field(fields, Sheet.PEOPLE, "phone", before == null ? null : before.phone(), person.phone());
        }
        boolean ownFieldsDiffer = !fields.isEmpty();
        boolean employmentDiffers = person.employedAt() != null
            && !person.employedAt().equals(before == null ? Set.of() : before.employedAt());
        if (employmentDiffers) {
            changes.employments.add(person);
            field(fields, Sheet.PEOPLE, "employment", before == null ? null : codes(before.employedAt()), codes(person.employedAt()));
        }
        String subject = person.fullName() + " (" + person.email() + ")";
        if (before == null) {
            changes.newPeople.add(person);
            differs(Sheet.PEOPLE, Kind.ADDED, stated.row(), subject, fields);
        } else if (fields.isEmpty()) {
            same(Sheet.PEOPLE);
        } else {
            if (ownFieldsDiffer) {
                changes.changedPeople.add(person);
            }
            differs(Sheet.PEOPLE, Kind.CHANGED, stated.row(), subject, fields);
        }
    }

    private boolean employmentIsKnown(Stated<Facts.Person> stated) {
        Set<String> schools = stated.fact().employedAt() == null ? Set.of() : stated.fact().employedAt();
        for (String code : schools) {
            if (isUnknownSchool(code)) {
                problems.add(Sheet.PEOPLE, stated.row(), "employment", codes(schools), "unknownSchool", code);
                return false;
            }
        }
        return true;
    }

    private void compareAppointments() {
        List<Change> changing = new ArrayList<>();
        Set<Post> inQuestion = new HashSet<>();
        for (Stated<AppointmentRow> row : file.appointments) {
            Facts.Appointment stated = understood(row);
            if (stated == null) {
                continue;
            }
            Present.Held before = present.appointments().get(stated.post());
            Facts.Appointment now = before == null ? stated : new Facts.Appointment(stated.post(),
                stated.until() == null ? before.appointment().until() : stated.until(),
                stated.order() == null ? before.appointment().order() : stated.order());
            if (before != null && before.appointment().equals(now)) {
                same(Sheet.APPOINTMENTS);
            } else if (inQuestion.add(now.post())) {
                changing.add(new Change(new Stated<>(row.row(), now), before));
            } else {
                problems.add(Sheet.APPOINTMENTS, row.row(), null, "", "sameAppointmentTwice"); // the region named in two ways
            }
        }
        present.appointments().values().stream().map(Present.Held::appointment)
            .filter(appointment -> !inQuestion.contains(appointment.post())).forEach(this::stands);
        checkNewEmployments();
        // What ends first makes room for what begins, wherever their rows are.
        changing.stream().sorted(Comparator.comparing(change -> change.before() == null)).forEach(this::compareAppointment);
        differences.get(Sheet.APPOINTMENTS).sort(Comparator.comparingInt(Difference::row));
    }

    private Facts.Appointment understood(Stated<AppointmentRow> row) {
        AppointmentRow stated = row.fact();
        String person = Key.of(stated.email());
        if (present.strangers().contains(person)) {
            problems.add(Sheet.APPOINTMENTS, row.row(), "email", stated.email(), "personOfAnotherRegion");
            return null;
        }
        boolean known = present.people().containsKey(person) || file.mentionedPeople.contains(person);
        if (!known) {
            problems.add(Sheet.APPOINTMENTS, row.row(), "email", stated.email(), "unknownPerson");
        }
        PlaceKey place = place(row);
        return known && place != null
            ? new Facts.Appointment(new Post(person, stated.role(), place, stated.from()), stated.until(), stated.order()) : null;
    }

    private PlaceKey place(Stated<AppointmentRow> row) {
        Role role = row.fact().role();
        String text = row.fact().place();
        String key = Key.of(text);
        if (role.levels().contains(Level.SCHOOL)) {
            if (!isUnknownSchool(key)) {
                return new PlaceKey(Level.SCHOOL, key);
            }
            problems.add(Sheet.APPOINTMENTS, row.row(), "place", text, "placeIsNoSchool", words.role(role));
        } else if (role.levels().contains(Level.REGION) && (words.meansTheRegion(text) || key.equals(Key.of(present.regionName())))) {
            return new PlaceKey(Level.REGION, "");
        } else if (role.levels().contains(Level.MUNICIPALITY)) {
            if (present.municipalities().containsKey(key) || file.mentionedMunicipalities.contains(key)) {
                return new PlaceKey(Level.MUNICIPALITY, key);
            }
            problems.add(Sheet.APPOINTMENTS, row.row(), "place", text,
                role.levels().contains(Level.REGION) ? "placeIsNoRegionOrMunicipality" : "placeIsNoMunicipality", words.role(role));
        } else {
            problems.add(Sheet.APPOINTMENTS, row.row(), "place", text, "placeIsNoRegion", words.role(role));
        }
        return null;
    }

    private void compareAppointment(Change change) {
        Facts.Appointment now = change.stated().fact();
        int row = change.stated().row();
        Post post = now.post();
        Tenure tenure = tenure(now);
        var collision = tenure.collision(
            tenuresInRole.getOrDefault(new RoleAt(post.role(), post.place()), List.of()),
            tenuresOfPerson.getOrDefault(new PersonAt(post.email(), post.place()), List.of()),
            post.place().level() == Level.SCHOOL && employedAt(post.email()).contains(post.place().key()));
        stands(now);
        if (collision.isPresent()) {
            Tenure other = collision.get().other();
            String column = switch (collision.get().obstacle()) {
                case ENDS_BEFORE_IT_STARTS -> "until";
                case ALREADY_APPOINTED, ROLE_IS_TAKEN -> "from";
                case CURATES_OWN_SCHOOL -> "place";
            };
            problems.add(Sheet.APPOINTMENTS, row, column, cell(now, column), "collision." + collision.get().obstacle(),
                other == null ? "" : nameOf((String) other.person()), other == null ? "" : words.day(other.from()), words.role(post.role()));
            return;
        }
        AppointmentChange made = new AppointmentChange(change.before(), now);
        changes.appointments.add(made);
        List<Field> fields = new ArrayList<>();
        Facts.Appointment before = change.before() == null ? null : change.before().appointment();
        if (before == null) {
            field(fields, Sheet.APPOINTMENTS, "from", null, words.day(post.from()));
        }
        field(fields, Sheet.APPOINTMENTS, "until", before == null ? null : words.day(before.until()), words.day(now.until()));
        field(fields, Sheet.APPOINTMENTS, "order", before == null ? null : before.order(), now.order());
        differs(Sheet.APPOINTMENTS, before == null ? Kind.ADDED : made.ends() ? Kind.ENDED : Kind.CHANGED, row,
            nameOf(post.email()) + " — " + words.role(post.role()) + ", " + nameOf(post.place()), fields);
    }

    private String cell(Facts.Appointment appointment, String column) {
        return switch (column) {
            case "from" -> words.day(appointment.post().from());
            case "until" -> words.day(appointment.until());
            default -> nameOf(appointment.post().place());
        };
    }

    private void stands(Facts.Appointment appointment) {
        Post post = appointment.post();
        Tenure tenure = tenure(appointment);
        tenuresOfPerson.computeIfAbsent(new PersonAt(post.email(), post.place()), at -> new ArrayList<>()).add(tenure);
        if (post.role().atOneTime() < Integer.MAX_VALUE) {
            tenuresInRole.computeIfAbsent(new RoleAt(post.role(), post.place()), at -> new ArrayList<>()).add(tenure);
        }
    }

    private static Tenure tenure(Facts.Appointment appointment) {
        return new Tenure(appointment.post().email(), appointment.post().role(), appointment.post().from(), appointment.until());
    }

    /** Somebody who goes to work in the school that he curates already. */
    private void checkNewEmployments() {
        for (Stated<Facts.Person> stated : file.people) {
            Facts.Person person = stated.fact();
            if (person.employedAt() == null) {
                continue;
            }
            Facts.Person before = present.people().get(Key.of(person.email()));
            for (String school : person.employedAt()) {
                boolean curates = tenuresOfPerson.getOrDefault(new PersonAt(Key.of(person.email()), new PlaceKey(Level.SCHOOL, school)), List.of())
                    .stream().anyMatch(t -> t.role() == Role.CURATOR && (t.until() == null || !t.until().isBefore(today)));
                if (curates && (before == null || !before.employedAt().contains(school))) {
                    problems.add(Sheet.PEOPLE, stated.row(), "employment", codes(person.employedAt()), "employedWhereCurator", codeOf(school));
                }
            }
        }
    }

    private Set<String> employedAt(String person) {
        Facts.Person before = present.people().get(person);
        return employmentInFile.getOrDefault(person, before == null ? Set.of() : before.employedAt());
    }

    private void compareRisks() {
        Map<Facts.SchoolYear, Set<String>> stated = new LinkedHashMap<>();
        Map<Facts.SchoolYear, Integer> rows = new HashMap<>();
        for (Stated<TerritoryFile.RiskRow> row : file.risks) {
            String school = Key.of(row.fact().school());
            if (isUnknownSchool(school)) {
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
                same(Sheet.RISKS);
                return;
            }
            changes.risks.add(new Changes.RiskChange(schoolYear, directions, directionsInWords(directions)));
            List<Field> fields = new ArrayList<>();
            field(fields, Sheet.RISKS, "direction", before.isEmpty() ? null : directionsInWords(before), directionsInWords(directions));
            differs(Sheet.RISKS, before.isEmpty() ? Kind.ADDED : Kind.CHANGED, rows.get(schoolYear),
                words.text("territory.import.schoolYear", codeOf(schoolYear.school()), String.valueOf(schoolYear.year())), fields);
        });
    }

    private void compareConflict(Stated<TerritoryFile.ConflictRow> stated) {
        TerritoryFile.ConflictRow conflict = stated.fact();
        boolean known = true;
        for (String column : List.of("school", "other")) {
            String code = column.equals("school") ? conflict.school() : conflict.other();
            if (isUnknownSchool(Key.of(code))) {
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
            same(Sheet.CONFLICTS);
            return;
        }
        changes.conflicts.add(new Changes.ConflictChange(pair, codeOf(pair.second()), conflict.reason()));
        List<Field> fields = new ArrayList<>();
        field(fields, Sheet.CONFLICTS, "reason", before, conflict.reason());
        differs(Sheet.CONFLICTS, before == null ? Kind.ADDED : Kind.CHANGED, stated.row(),
            conflict.school() + " — " + conflict.other(), fields);
    }

    private boolean isUnknownSchool(String key) {
        return !present.schools().containsKey(key) && !file.mentionedSchools.contains(key);
    }

    private void same(Sheet sheet) {
        unchanged.merge(sheet, 1, Integer::sum);
    }

    private void differs(Sheet sheet, Kind kind, int row, String subject, List<Field> fields) {
        differences.get(sheet).add(new Difference(kind, row, subject, List.copyOf(fields)));
    }

    private void field(List<Field> fields, Sheet sheet, String column, String before, String now) {
        String was = Objects.requireNonNullElse(before, "");
        String is = Objects.requireNonNullElse(now, "");
        if (!was.equals(is)) {
            fields.add(new Field(words.column(sheet, column), was, is));
        }
    }

    private String directionsInWords(Set<String> codes) {
        return directionNames.entrySet().stream().filter(entry -> codes.contains(entry.getKey())).map(Map.Entry::getValue)
            .collect(Collectors.joining("; "));
    }

    private String codes(Collection<String> keys) {
        return keys.stream().map(this::codeOf).sorted().collect(Collectors.joining(", "));
    }

    private String codeOf(String school) {
        return present.schools().containsKey(school) ? present.schools().get(school).code() : file.spellings.getOrDefault(school, school);
    }

    private String nameOf(String person) {
        return file.namesOfPeople.getOrDefault(person, present.names().getOrDefault(person, person));
    }

    private String nameOf(PlaceKey place) {
        return switch (place.level()) {
            case SCHOOL -> codeOf(place.key());
            case MUNICIPALITY -> present.municipalities().getOrDefault(place.key(), file.spellings.getOrDefault(place.key(), place.key()));
            default -> words.text("territory.place.region");
        };
    }
}
