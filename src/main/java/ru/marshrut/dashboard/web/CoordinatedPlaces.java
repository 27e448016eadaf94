package ru.marshrut.dashboard.web;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;
import ru.marshrut.access.AccessPolicy;
import ru.marshrut.access.Viewer;
import ru.marshrut.territory.Appointment;
import ru.marshrut.territory.Level;
import ru.marshrut.territory.Municipality;
import ru.marshrut.territory.Place;
import ru.marshrut.territory.Region;
import ru.marshrut.territory.Territory;

/** The places that a viewer was appointed to coordinate, with their names and pages. */
@Component
class CoordinatedPlaces {

    private static final Set<Level> COORDINATED = EnumSet.of(Level.FEDERATION, Level.REGION, Level.MUNICIPALITY);

    private final AccessPolicy policy;
    private final Territory territory;
    private final DashboardWords words;

    CoordinatedPlaces(AccessPolicy policy, Territory territory, DashboardWords words) {
        this.policy = policy;
        this.territory = territory;
        this.words = words;
    }

    List<Coordinated> of(Viewer viewer) {
        return viewer.appointments().stream().map(Appointment::place).distinct()
            .filter(place -> COORDINATED.contains(place.level()) && policy.mayCoordinate(viewer, place)).map(this::coordinated).toList();
    }

    Coordinated coordinated(Place place) {
        return switch (place.level()) {
            case MUNICIPALITY -> {
                Municipality municipality = territory.municipality(place.id());
                yield new Coordinated(place, title(place), municipality.name(), "/my-territory/municipalities/" + place.id(),
                    territory.region(municipality.regionId()));
            }
            case REGION -> {
                Region region = territory.region(place.id());
                yield new Coordinated(place, title(place), region.name(), "/my-territory/regions/" + place.id(), region);
            }
            case FEDERATION -> new Coordinated(place, title(place), words.of("dashboard.place.federation"), "/my-territory", null);
            case SCHOOL -> throw new IllegalArgumentException("a school is not coordinated: " + place);
        };
    }

    private String title(Place place) {
        return words.of("dashboard.mine." + place.level());
    }

    /** @param region null for the federation */
    record Coordinated(Place place, String title, String name, String path, Region region) {}
}
