package ru.marshrut.territory.imports;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import ru.marshrut.territory.Contact;
import ru.marshrut.territory.Role;
import ru.marshrut.territory.Settlement;

/**
 * What a workbook says, row by row, apart from what the region holds already. A row with a problem is left out, but
 * its school or person still counts as mentioned, so that one mistake is told once.
 */
final class TerritoryFile {

    record Stated<T>(int row, T fact) {}

    /** An appointment whose place is still the text of its cell. */
    record AppointmentRow(String email, Role role, String place, LocalDate from, LocalDate until, String order) {}

    record ConflictRow(String school, String other, String reason) {}

    record RiskRow(String school, int year, String direction) {}

    private final Words words;
    private final Problems problems;
    private final Map<String, String> directions = new HashMap<>();
    private final Map<Object, Integer> firstRows = new HashMap<>();

    final List<Stated<String>> municipalities = new ArrayList<>();
    final List<Stated<Facts.School>> schools = new ArrayList<>();
    final List<Stated<Facts.Person>> people = new ArrayList<>();
    final List<Stated<AppointmentRow>> appointments = new ArrayList<>();
    final List<Stated<RiskRow>> risks = new ArrayList<>();
    final List<Stated<ConflictRow>> conflicts = new ArrayList<>();
    final Set<String> mentionedMunicipalities = new HashSet<>();
    final Set<String> mentionedSchools = new HashSet<>();
    final Set<String> mentionedPeople = new HashSet<>();
    /** People's names, schools' codes and municipalities as the file writes them, by key. */
    final Map<String, String> namesOfPeople = new HashMap<>();
    final Map<String, String> spellings = new HashMap<>();

    /** @param directions names of the risk directions by code, in their published order */
    TerritoryFile(Words words, Problems problems, Map<String, String> directions) {
        this.words = words;
        this.problems = problems;
        int number = 0;
        for (Map.Entry<String, String> direction : directions.entrySet()) {
            this.directions.put(String.valueOf(++number), direction.getKey());
            this.directions.put(Key.of(direction.getValue()), direction.getKey());
        }
    }

    void add(Row row) {
        RowReading reading = new RowReading(row, problems);
        switch (row.sheet()) {
            case MUNICIPALITIES -> addMunicipality(row, reading);
            case SCHOOLS -> addSchool(row, reading);
            case PEOPLE -> addPerson(row, reading);
            case APPOINTMENTS -> addAppointment(row, reading);
            case RISKS -> addRisk(row, reading);
            case CONFLICTS -> addConflict(row, reading);
            case SCHOOL_LIST, CANDIDATES -> throw new IllegalArgumentException("not of a territory: " + row.sheet());
        }
    }

    private void addMunicipality(Row row, RowReading reading) {
        String name = reading.text("name");
        if (name != null && isFirst(row, reading, "name", Key.of(name))) {
            mentionedMunicipalities.add(Key.of(name));
            spellings.put(Key.of(name), name);
            municipalities.add(new Stated<>(row.number(), name));
        }
    }

    private void addSchool(Row row, RowReading reading) {
        String code = reading.text("code");
        String name = reading.text("name");
        String municipality = reading.text("municipality");
        Settlement settlement = reading.value("settlement", words::settlement, "notASettlement");
        if (code != null) {
            mentionedSchools.add(Key.of(code));
            spellings.put(Key.of(code), code);
            isFirst(row, reading, "code", Key.of(code));
        }
        if (reading.isSound()) {
            schools.add(new Stated<>(row.number(), new Facts.School(code, name, municipality, settlement)));
        }
    }

    private void addPerson(Row row, RowReading reading) {
        String fullName = reading.value("fullName", text -> Optional.of(text.replaceAll("\\s+", " ")).filter(n -> n.contains(" ")), "notAName");
        String email = reading.value("email", text -> Optional.of(text).filter(Contact::isMail), "notAMail");
        String phone = reading.value("phone", Contact::phone, "notAPhone");
        String employment = reading.text("employment");
        if (email != null) {
            mentionedPeople.add(Key.of(email));
            if (isFirst(row, reading, "email", Key.of(email)) && fullName != null) {
                namesOfPeople.put(Key.of(email), fullName);
            }
        }
        if (reading.isSound()) {
            people.add(new Stated<>(row.number(), new Facts.Person(email, fullName, phone, schoolsOf(employment))));
        }
    }

    private static Set<String> schoolsOf(String employment) {
        if (employment == null) {
            return null;
        }
        Set<String> schools = new LinkedHashSet<>();
        Arrays.stream(employment.split("[,;]")).map(Key::of).filter(code -> !code.isEmpty()).forEach(schools::add);
        return schools;
    }

    private void addAppointment(Row row, RowReading reading) {
        String email = reading.text("email");
        Role role = reading.value("role", words::role, "notARole");
        if (role == Role.ADMINISTRATOR) {
            reading.wrong("role", "administrator");
        }
        String place = reading.text("place");
        LocalDate from = reading.day("from");
        LocalDate until = reading.day("until");
        String order = reading.text("order");
        if (reading.isSound() && isFirst(row, reading, null, List.of(Key.of(email), role, Key.of(place), from))) {
            appointments.add(new Stated<>(row.number(), new AppointmentRow(email, role, place, from, until, order)));
        }
    }

    private void addRisk(Row row, RowReading reading) {
        String school = reading.text("school");
        Integer year = reading.value("year", text -> Optional.of(text).filter(t -> t.matches("20[2-9]\\d")).map(Integer::valueOf), "notAYear");
        String direction = reading.value("direction", text -> Optional.ofNullable(directions.get(Key.of(text))), "notADirection");
        if (reading.isSound() && isFirst(row, reading, null, List.of(Key.of(school), year, direction))) {
            risks.add(new Stated<>(row.number(), new RiskRow(school, year, direction)));
        }
    }

    private void addConflict(Row row, RowReading reading) {
        String school = reading.text("school");
        String other = reading.text("other");
        String reason = reading.text("reason");
        if (school != null && other != null && Key.of(school).equals(Key.of(other))) {
            reading.wrong("other", "conflictWithItself");
        }
        if (reading.isSound() && isFirst(row, reading, null, Facts.Pair.of(Key.of(school), Key.of(other)))) {
            conflicts.add(new Stated<>(row.number(), new ConflictRow(school, other, reason)));
        }
    }

    private boolean isFirst(Row row, RowReading reading, String column, Object key) {
        Integer first = firstRows.putIfAbsent(List.of(row.sheet(), key), row.number());
        if (first != null) {
            reading.wrong(column, "repeated", String.valueOf(first));
        }
        return first == null;
    }
}
