package ru.marshrut.roadmap.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import org.springframework.stereotype.Component;
import ru.marshrut.access.AccessPolicy;
import ru.marshrut.access.Viewer;
import ru.marshrut.shared.NotYours;
import ru.marshrut.territory.Appointment;
import ru.marshrut.territory.Level;
import ru.marshrut.territory.Place;
import ru.marshrut.territory.Territory;

/** Places that can have a road map, by name. */
@Component
class Places {

    /** @param key {@code <level>-<id>} */
    record Choice(String key, String name, Place place) {}

    private final Territory territory;
    private final AccessPolicy policy;
    private final RoadMapWords words;

    Places(Territory territory, AccessPolicy policy, RoadMapWords words) {
        this.territory = territory;
        this.policy = policy;
        this.words = words;
    }

    /** Places for which the viewer can prepare a road map: his own, and the municipalities of his region. */
    List<Choice> coordinatedBy(Viewer viewer) {
        Map<Place, Choice> choices = new LinkedHashMap<>();
        viewer.appointments().stream().map(Appointment::place).distinct()
            .filter(place -> place.level() != Level.SCHOOL && policy.mayCoordinate(viewer, place)).forEach(place -> {
                choices.putIfAbsent(place, choice(place, name(place)));
                if (place.level() == Level.FEDERATION) {
                    territory.regions().forEach(region -> choices.putIfAbsent(Place.region(region.id()), choice(Place.region(region.id()), region.name())));
                } else if (place.level() == Level.REGION) {
                    territory.municipalitiesOf(place.id()).forEach(municipality -> choices.putIfAbsent(Place.municipality(municipality.id()),
                        choice(Place.municipality(municipality.id()), municipality.name())));
                }
            });
        return List.copyOf(choices.values());
    }

    boolean coordinatesAny(Viewer viewer) {
        return viewer.appointments().stream().map(Appointment::place)
            .anyMatch(place -> place.level() != Level.SCHOOL && policy.mayCoordinate(viewer, place));
    }

    /** The place, if the viewer coordinates it; throws {@link NotYours}, as for an unknown one. */
    Place coordinated(Level level, long id, Viewer viewer) {
        Place place = new Place(level, id);
        try {
            if (policy.mayCoordinate(viewer, place)) {
                return place;
            }
        } catch (NoSuchElementException e) {
            // whether it exists is nobody's business
        }
        throw new NotYours("place", place);
    }

    Place place(String key) {
        for (Level level : List.of(Level.FEDERATION, Level.REGION, Level.MUNICIPALITY)) {
            if (key.matches(level.name() + "-\\d{1,18}")) {
                return new Place(level, Long.parseLong(key.substring(level.name().length() + 1)));
            }
        }
        throw new NotYours("place", key);
    }

    String name(Place place) {
        return switch (place.level()) {
            case FEDERATION -> words.of("roadmap.web.federation");
            case REGION -> territory.region(place.id()).name();
            case MUNICIPALITY -> territory.municipality(place.id()).name();
            case SCHOOL -> territory.school(place.id()).name();
        };
    }

    private static Choice choice(Place place, String name) {
        return new Choice(place.level().name() + "-" + place.id(), name, place);
    }
}
