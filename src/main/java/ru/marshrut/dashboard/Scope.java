package ru.marshrut.dashboard;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toSet;

import java.util.Collection;
import java.util.Map;
import java.util.Set;
import ru.marshrut.territory.Level;
import ru.marshrut.territory.Place;

/** The places whose schools are meant; nothing where there is none. */
public record Scope(Collection<Place> places) {

    public static Scope of(Place place) {
        return new Scope(Set.of(place));
    }

    /** Ids of the places by level. */
    public Map<Level, Set<Long>> ids() {
        return places.stream().collect(groupingBy(Place::level, mapping(Place::id, toSet())));
    }
}
