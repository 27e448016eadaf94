package ru.marshrut.schoolyear.web;

import java.time.ZoneId;
import java.util.List;
import org.springframework.stereotype.Component;
import ru.marshrut.access.AccessPolicy;
import ru.marshrut.access.SeenPlaces;
import ru.marshrut.access.SeenPlaces.Choice;
import ru.marshrut.access.Viewer;
import ru.marshrut.shared.NotYours;
import ru.marshrut.territory.Level;
import ru.marshrut.territory.Place;
import ru.marshrut.territory.Territory;

/** Regions and municipalities whose years somebody sees. */
@Component
class YearPlaces {

    private final SeenPlaces places;
    private final Territory territory;
    private final AccessPolicy policy;

    YearPlaces(SeenPlaces places, Territory territory, AccessPolicy policy) {
        this.places = places;
        this.territory = territory;
        this.policy = policy;
    }

    /** To choose from beside the one that is shown; years are looked at by region, never of the whole country at once. */
    List<Choice> of(Viewer viewer, Place shown) {
        return places.choices(viewer, shown).stream().filter(choice -> choice.place().level() != Level.FEDERATION).toList();
    }

    /** The place, or the viewer's first where none is named; throws {@link NotYours}. */
    Place seen(String key, Viewer viewer) {
        Place place = places.shown(viewer, key);
        return place.level() != Level.FEDERATION ? place
            : of(viewer, place).stream().findFirst().map(Choice::place).orElseThrow(() -> new NotYours("place", key));
    }

    boolean coordinates(Place place, Viewer viewer) {
        return policy.mayCoordinate(viewer, place);
    }

    String name(Place place) {
        return places.name(place);
    }

    /** The region of a place, or null where the viewer sees only a part of it. */
    Long seenRegion(Place place, Viewer viewer) {
        long region = region(place);
        return policy.maySee(viewer, Place.region(region)) ? region : null;
    }

    /** Address of the page of what the place's staff lacks. */
    static String staffing(Place place) {
        return "/territory/" + (place.level() == Level.REGION ? "regions/" : "municipalities/") + place.id() + "/staffing";
    }

    /** By which its days begin and end. */
    ZoneId zone(Place place) {
        return territory.region(region(place)).zone();
    }

    private long region(Place place) {
        return places.regionOf(place).orElseThrow();
    }
}
