package ru.marshrut.access.persistence;

import static java.util.stream.Collectors.groupingBy;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import ru.marshrut.access.AccessPolicy;
import ru.marshrut.access.ResourcePolicy;
import ru.marshrut.access.Viewer;
import ru.marshrut.territory.Place;
import ru.marshrut.territory.Role;
import ru.marshrut.territory.School;
import ru.marshrut.territory.Territory;

@Service
@Transactional(readOnly = true)
class JdbcAccessPolicy implements AccessPolicy {

    private static final Set<Role> COORDINATING =
        EnumSet.of(Role.MUNICIPAL_COORDINATOR, Role.REGIONAL_COORDINATOR, Role.ADMINISTRATOR);

    private static final Set<Role> LOOKING = EnumSet.of(Role.OBSERVER, Role.EXPERT);

    private final Territory territory;
    private final Map<String, List<ResourcePolicy>> resources;

    JdbcAccessPolicy(Territory territory, List<ResourcePolicy> resources) {
        this.territory = territory;
        this.resources = resources.stream().collect(groupingBy(ResourcePolicy::resourceType));
    }

    @Override
    public boolean maySee(Viewer viewer, Place place) {
        Set<Place> atOrAbove = atOrAbove(place);
        return viewer.appointments().stream().anyMatch(a -> a.role() != Role.EXPERT && atOrAbove.contains(a.place()));
    }

    @Override
    public boolean mayCoordinate(Viewer viewer, Place place) {
        Set<Place> atOrAbove = atOrAbove(place);
        return viewer.appointments().stream().anyMatch(a -> COORDINATING.contains(a.role()) && atOrAbove.contains(a.place()));
    }

    @Override
    public Optional<Long> coordinatesOnBehalfOf(Viewer viewer, Place place) {
        Set<Place> atOrAbove = atOrAbove(place);
        return viewer.onBehalfOf(a -> COORDINATING.contains(a.role()) && atOrAbove.contains(a.place()));
    }

    @Override
    public Optional<Long> worksOnBehalfOf(Viewer viewer, Place place) {
        Set<Place> atOrAbove = atOrAbove(place);
        return viewer.onBehalfOf(a -> !LOOKING.contains(a.role()) && atOrAbove.contains(a.place()));
    }

    @Override
    public boolean mayRead(Viewer viewer, String resourceType, String id) {
        return resources.getOrDefault(resourceType, List.of()).stream().anyMatch(policy -> policy.mayRead(viewer, id));
    }

    @Override
    public boolean mayChange(Viewer viewer, String resourceType, String id) {
        return resources.getOrDefault(resourceType, List.of()).stream().anyMatch(policy -> policy.mayChange(viewer, id));
    }

    private Set<Place> atOrAbove(Place place) {
        return switch (place.level()) {
            case FEDERATION -> Set.of(Place.FEDERATION);
            case REGION -> Set.of(place, Place.FEDERATION);
            case MUNICIPALITY -> Set.of(place, Place.region(territory.municipality(place.id()).regionId()), Place.FEDERATION);
            case SCHOOL -> {
                School school = territory.school(place.id());
                yield Set.of(place, Place.municipality(school.municipalityId()), Place.region(school.regionId()), Place.FEDERATION);
            }
        };
    }
}
