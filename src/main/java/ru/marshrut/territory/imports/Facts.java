package ru.marshrut.territory.imports;

import java.time.LocalDate;
import java.util.Set;
import ru.marshrut.territory.Level;
import ru.marshrut.territory.Role;
import ru.marshrut.territory.Settlement;

/** What a workbook states and a region holds, named by the words of the workbook rather than by ids. */
final class Facts {

    private Facts() {}

    record School(String code, String name, String municipality, Settlement settlement) {}

    /** @param phone null where unknown; {@code employedAt} keys of schools, null where the file says nothing */
    record Person(String email, String fullName, String phone, Set<String> employedAt) {}

    /** @param key of the school's code or the municipality's name; empty for the region itself */
    record PlaceKey(Level level, String key) {}

    /** What makes an appointment the same one in the file and in the region; {@code email} as a key. */
    record Post(String email, Role role, PlaceKey place, LocalDate from) {}

    /** @param until last day, or null until further notice */
    record Appointment(Post post, LocalDate until, String order) {}

    record SchoolYear(String school, int year) {}

    /** Two schools by their keys, whatever their order. */
    record Pair(String first, String second) {

        static Pair of(String one, String other) {
            return one.compareTo(other) < 0 ? new Pair(one, other) : new Pair(other, one);
        }
    }
}
