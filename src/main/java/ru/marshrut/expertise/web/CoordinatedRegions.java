package ru.marshrut.expertise.web;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import ru.marshrut.access.AccessPolicy;
import ru.marshrut.access.Viewer;
import ru.marshrut.shared.NotYours;
import ru.marshrut.territory.Appointment;
import ru.marshrut.territory.Place;
import ru.marshrut.territory.Region;
import ru.marshrut.territory.Role;
import ru.marshrut.territory.Territory;

/** The regions whose expertises a viewer sees, and those in which he may open one; names by id. */
@Component
class CoordinatedRegions {

    private final AccessPolicy policy;
    private final Territory territory;

    CoordinatedRegions(AccessPolicy policy, Territory territory) {
        this.policy = policy;
        this.territory = territory;
    }

    Map<Long, String> seen(Viewer viewer) {
        return regions(viewer, place -> policy.maySee(viewer, place));
    }

    Map<Long, String> coordinated(Viewer viewer) {
        return regions(viewer, place -> policy.mayCoordinate(viewer, place));
    }

    /** The region of a key such as {@code REGION-12}; throws {@link NotYours} for any other, and for one that is not the viewer's to see. */
    long seenByKey(Viewer viewer, String key) {
        return seen(viewer).keySet().stream().filter(region -> key.equals("REGION-" + region)).findFirst().orElseThrow(() -> new NotYours("place", key));
    }

    /** An expert's appointment shows nothing of a region (DESIGN 10). */
    private Map<Long, String> regions(Viewer viewer, Predicate<Place> allowed) {
        Map<Long, String> names = new LinkedHashMap<>();
        viewer.appointments().stream().filter(held -> held.role() != Role.EXPERT).map(Appointment::place).distinct().flatMap(this::regionsOf)
            .filter(region -> allowed.test(Place.region(region.id()))).forEach(region -> names.put(region.id(), region.name()));
        return names;
    }

    private Stream<Region> regionsOf(Place place) {
        return switch (place.level()) {
            case FEDERATION -> territory.regions().stream();
            case REGION -> Stream.of(territory.region(place.id()));
            case MUNICIPALITY, SCHOOL -> Stream.empty();
        };
    }
}
