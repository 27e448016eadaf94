package ru.marshrut.peerreview.web;

import static java.util.stream.Collectors.toMap;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import ru.marshrut.territory.Municipality;
import ru.marshrut.territory.Place;
import ru.marshrut.territory.School;
import ru.marshrut.territory.Territory;

/** Names schools and places: two statements for any number of schools of a region. */
@Component
class SchoolNames {

    private final Territory territory;

    SchoolNames(Territory territory) {
        this.territory = territory;
    }

    /** By id, in the order of the names. */
    Map<Long, SchoolName> of(long regionId, Collection<Long> ids) {
        return named(regionId, territory.schools(ids).values());
    }

    Map<Long, SchoolName> within(long regionId, Place place) {
        return named(regionId, territory.schoolsWithin(place));
    }

    String place(Place place) {
        return switch (place.level()) {
            case FEDERATION -> "";
            case REGION -> territory.region(place.id()).name();
            case MUNICIPALITY -> territory.municipality(place.id()).name();
            case SCHOOL -> territory.school(place.id()).name();
        };
    }

    private Map<Long, SchoolName> named(long regionId, Collection<School> schools) {
        Map<Long, String> municipalities = territory.municipalitiesOf(regionId).stream().collect(toMap(Municipality::id, Municipality::name));
        List<School> byName = schools.stream().sorted(java.util.Comparator.comparing(School::name).thenComparing(School::id)).toList();
        Map<Long, SchoolName> names = new LinkedHashMap<>();
        byName.forEach(school -> names.put(school.id(), new SchoolName(school.id(), school.name(), municipalities.get(school.municipalityId()))));
        return names;
    }
}
