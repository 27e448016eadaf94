package ru.marshrut.roadmap;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import ru.marshrut.territory.Level;
import ru.marshrut.territory.Person;
import ru.marshrut.territory.Place;
import ru.marshrut.territory.Role;
import ru.marshrut.territory.Staff;
import ru.marshrut.territory.Territory;

/** Who can control a road map: whoever holds an appointment at its place or above it. */
@Component
class Controllers {

    private final Staff staff;
    private final Territory territory;

    Controllers(Staff staff, Territory territory) {
        this.staff = staff;
        this.territory = territory;
    }

    /** By name. */
    List<Person> candidates(Place place, LocalDate on) {
        List<Place> places = switch (place.level()) {
            case FEDERATION -> List.of(Place.FEDERATION);
            case REGION -> List.of(place, Place.FEDERATION);
            default -> List.of(place, Place.region(territory.municipality(place.id()).regionId()), Place.FEDERATION);
        };
        Map<Long, Person> people = new LinkedHashMap<>();
        Arrays.stream(Role.values()).filter(role -> !role.levels().contains(Level.SCHOOL))
            .flatMap(role -> staff.holdingAt(role, places, on).values().stream()).flatMap(Collection::stream)
            .forEach(person -> people.put(person.id(), person));
        return people.values().stream().sorted(Comparator.comparing(Person::fullName)).toList();
    }

    /**
     * The one candidate whose surname the order's words hold in whatever case («Голубицкую Л. В.» for «Голубицкая …»); the
     * coordinator confirms it.
     */
    Optional<Person> named(String words, List<Person> candidates) {
        List<String> written = Arrays.stream(words.toLowerCase(Locale.ROOT).split("[^\\p{L}-]+")).filter(word -> word.length() > 3).toList();
        List<Person> named = candidates.stream().filter(person -> {
            String surname = person.fullName().toLowerCase(Locale.ROOT).split("\\s+")[0];
            String stem = surname.substring(0, Math.max(Math.min(4, surname.length()), surname.length() - 2));
            return written.stream().anyMatch(word -> word.startsWith(stem) && word.length() <= surname.length() + 3);
        }).toList();
        return named.size() == 1 ? Optional.of(named.get(0)) : Optional.empty();
    }
}
