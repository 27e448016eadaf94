package ru.marshrut.territory.imports;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import ru.marshrut.territory.ImportPreview.Field;
import ru.marshrut.territory.ImportPreview.Kind;
import ru.marshrut.territory.Level;
import ru.marshrut.territory.Role;
import ru.marshrut.territory.Tenure;
import ru.marshrut.territory.imports.Changes.AppointmentChange;
import ru.marshrut.territory.imports.Facts.PlaceKey;
import ru.marshrut.territory.imports.Facts.Post;
import ru.marshrut.territory.imports.TerritoryFile.AppointmentRow;
import ru.marshrut.territory.imports.TerritoryFile.Stated;

/** The appointments of a workbook held against those of the region: they must be able to stand beside each other. */
final class AppointmentComparison {

    private record PersonAt(String person, PlaceKey place) {}

    private record RoleAt(Role role, PlaceKey place) {}

    private record Change(Stated<Facts.Appointment> stated, Present.Held before) {}

    private final TerritoryFile file;
    private final Present present;
    private final Words words;
    private final Names names;
    private final Problems problems;
    private final Differences differences;
    private final Changes changes;
    private final LocalDate today;

    private final Map<PersonAt, List<Tenure>> tenuresOfPerson = new HashMap<>();
    private final Map<RoleAt, List<Tenure>> tenuresInRole = new HashMap<>();
    private final Map<String, Set<String>> employmentInFile;

    AppointmentComparison(TerritoryFile file, Present present, Words words, Names names, Problems problems, Differences differences,
                          Changes changes, LocalDate today) {
        this.file = file;
        this.present = present;
        this.words = words;
        this.names = names;
        this.problems = problems;
        this.differences = differences;
        this.changes = changes;
        this.today = today;
        this.employmentInFile = file.people.stream().map(Stated::fact).filter(person -> person.employedAt() != null)
            .collect(Collectors.toMap(person -> Key.of(person.email()), Facts.Person::employedAt, (one, other) -> one));
    }

    void compare() {
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
                differences.same(Sheet.APPOINTMENTS);
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
        changing.stream().sorted(Comparator.comparing(change -> change.before() == null)).forEach(this::compare);
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
            if (!names.isUnknownSchool(key)) {
                return new PlaceKey(Level.SCHOOL, key);
            }
            problems.add(Sheet.APPOINTMENTS, row.row(), "place", text, "placeIsNoSchool", words.role(role));
        } else if (role.levels().contains(Level.REGION) && (words.meansTheRegion(text) || key.equals(Key.of(present.regionName())))) {
            return new PlaceKey(Level.REGION, "");
        } else if (role.levels().contains(Level.MUNICIPALITY)) {
            if (!names.isUnknownMunicipality(key)) {
                return new PlaceKey(Level.MUNICIPALITY, key);
            }
            problems.add(Sheet.APPOINTMENTS, row.row(), "place", text,
                role.levels().contains(Level.REGION) ? "placeIsNoRegionOrMunicipality" : "placeIsNoMunicipality", words.role(role));
        } else {
            problems.add(Sheet.APPOINTMENTS, row.row(), "place", text, "placeIsNoRegion", words.role(role));
        }
        return null;
    }

    private void compare(Change change) {
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
                other == null ? "" : names.nameOf((String) other.person()), other == null ? "" : words.day(other.from()), words.role(post.role()));
            return;
        }
        AppointmentChange made = new AppointmentChange(change.before(), now);
        changes.appointments.add(made);
        List<Field> fields = new ArrayList<>();
        Facts.Appointment before = change.before() == null ? null : change.before().appointment();
        if (before == null) {
            differences.field(fields, Sheet.APPOINTMENTS, "from", null, words.day(post.from()));
        }
        differences.field(fields, Sheet.APPOINTMENTS, "until", before == null ? null : words.day(before.until()), words.day(now.until()));
        differences.field(fields, Sheet.APPOINTMENTS, "order", before == null ? null : before.order(), now.order());
        differences.differs(Sheet.APPOINTMENTS, before == null ? Kind.ADDED : made.ends() ? Kind.ENDED : Kind.CHANGED, row,
            names.nameOf(post.email()) + " — " + words.role(post.role()) + ", " + names.nameOf(post.place()), fields);
    }

    private String cell(Facts.Appointment appointment, String column) {
        return switch (column) {
            case "from" -> words.day(appointment.post().from());
            case "until" -> words.day(appointment.until());
            default -> names.nameOf(appointment.post().place());
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
                    problems.add(Sheet.PEOPLE, stated.row(), "employment", names.codes(person.employedAt()), "employedWhereCurator", names.codeOf(school));
                }
            }
        }
    }

    private Set<String> employedAt(String person) {
        Facts.Person before = present.people().get(person);
        return employmentInFile.getOrDefault(person, before == null ? Set.of() : before.employedAt());
    }
}
