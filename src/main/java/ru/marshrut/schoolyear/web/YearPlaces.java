package ru.marshrut.schoolyear.web;

import java.time.ZoneId;
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
import ru.marshrut.territory.Role;
import ru.marshrut.territory.Territory;

/** Regions and municipalities whose years somebody sees. */
@Component
class YearPlaces {

    private final Territory territory;
    private final AccessPolicy policy;

    YearPlaces(Territory territory, AccessPolicy policy) {
        this.territory = territory;
        this.policy = policy;
    }

    /** His own and those below it, by key {@code <level>-<id>}; an expert's appointment counts for nothing. */
    Map<String, String> of(Viewer viewer) {
        Map<String, String> names = new LinkedHashMap<>();
        viewer.appointments().stream().filter(held -> held.role() != Role.EXPERT).map(Appointment::place).distinct().forEach(place -> {
            switch (place.level()) {
                case FEDERATION -> territory.regions().forEach(region -> names.put(key(Place.region(region.id())), region.name()));
                case REGION -> {
                    names.put(key(place), territory.region(place.id()).name());
                    territory.municipalitiesOf(place.id()).forEach(one -> names.put(key(Place.municipality(one.id())), one.name()));
                }
                case MUNICIPALITY -> names.put(key(place), territory.municipality(place.id()).name());
                case SCHOOL -> { }
            }
        });
        return names;
    }

    /** The place, or the viewer's first where none is named; throws {@link NotYours}. */
    Place seen(String key, Viewer viewer) {
        String asked = key.isEmpty() ? of(viewer).keySet().stream().findFirst().orElseThrow(() -> new NotYours("place", key)) : key;
        for (Level level : List.of(Level.REGION, Level.MUNICIPALITY)) {
            if (asked.matches(level.name() + "-\\d{1,18}")) {
                Place place = new Place(level, Long.parseLong(asked.substring(level.name().length() + 1)));
                if (isSeen(place, viewer)) {
                    return place;
                }
            }
        }
        throw new NotYours("place", asked);
    }

    private boolean isSeen(Place place, Viewer viewer) {
        try {
            name(place);
            return policy.maySee(viewer, place);
        } catch (NoSuchElementException unknown) {
            return false; // whether it exists is nobody's business
        }
    }

    boolean coordinates(Place place, Viewer viewer) {
        return policy.mayCoordinate(viewer, place);
    }

    String name(Place place) {
        return place.level() == Level.REGION ? territory.region(place.id()).name() : territory.municipality(place.id()).name();
    }

    /** The region of a place, or null where the viewer sees only a part of it. */
    Long seenRegion(Place place, Viewer viewer) {
        long region = place.level() == Level.REGION ? place.id() : territory.municipality(place.id()).regionId();
        return policy.maySee(viewer, Place.region(region)) ? region : null;
    }

    /** Address of the page of what the place's staff lacks. */
    static String staffing(Place place) {
        return "/territory/" + (place.level() == Level.REGION ? "regions/" : "municipalities/") + place.id() + "/staffing";
    }

    /** By which its days begin and end. */
    ZoneId zone(Place place) {
        return territory.region(regionOf(place)).zone();
    }

    static String key(Place place) {
        return place.level().name() + "-" + place.id();
    }
}
