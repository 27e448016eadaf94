package ru.marshrut.territory.imports;

import java.util.Map;
import java.util.Set;

/**
 * What the region holds before the import, by the keys that a file uses.
 *
 * @param municipalities names by key
 * @param employedAt     within the people, keys of schools, never null
 * @param names          of everybody who holds an appointment in the region or belongs to it, by key
 * @param strangers      keys of addresses in the file that belong to people of other regions
 */
record Present(String regionName, Map<String, String> municipalities, Map<String, Facts.School> schools,
               Map<String, Facts.Person> people, Map<Facts.Post, Held> appointments, Map<Facts.SchoolYear, Set<String>> risks,
               Map<Facts.Pair, String> conflicts, Map<String, String> names, Set<String> strangers) {

    record Held(long id, Facts.Appointment appointment) {}
}
