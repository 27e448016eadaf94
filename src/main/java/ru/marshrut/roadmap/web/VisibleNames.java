package ru.marshrut.roadmap.web;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;
import ru.marshrut.access.AccessPolicy;
import ru.marshrut.access.Viewer;
import ru.marshrut.roadmap.Indicators.Name;
import ru.marshrut.roadmap.Indicators.Names;
import ru.marshrut.roadmap.RoadMap;
import ru.marshrut.territory.Appointment;
import ru.marshrut.territory.Place;
import ru.marshrut.territory.School;
import ru.marshrut.territory.Territory;

/** Names behind a figure, as far as the viewer may see the schools; school staff and curators see their own schools only. */
@Component
class VisibleNames {

    private final AccessPolicy policy;
    private final Territory territory;

    VisibleNames(AccessPolicy policy, Territory territory) {
        this.policy = policy;
        this.territory = territory;
    }

    boolean seesAll(RoadMap map, Viewer viewer) {
        return policy.maySee(viewer, map.place()) || map.controllerId() != null && map.controllerId() == viewer.personId();
    }

    Names of(Names names, RoadMap map, Viewer viewer) {
        if (seesAll(map, viewer)) {
            return names;
        }
        Set<Long> schools = new HashSet<>();
        viewer.appointments().stream().map(Appointment::place).distinct().filter(place -> policy.maySee(viewer, place))
            .forEach(place -> territory.schoolsWithin(place).stream().map(School::id).forEach(schools::add));
        Set<Long> municipalities = new HashSet<>();
        viewer.appointments().stream().map(Appointment::place).filter(place -> place.equals(Place.municipality(place.id())) && policy.maySee(viewer, place))
            .forEach(place -> municipalities.add(place.id()));
        Predicate<Name> visible = name -> name.schoolId() != null && schools.contains(name.schoolId())
            || name.personId() != null && name.personId() == viewer.personId()
            || name.municipalityId() != null && municipalities.contains(name.municipalityId()) || name.measureId() != null;
        return new Names(filtered(names.counted(), visible), filtered(names.missing(), visible));
    }

    private static List<Name> filtered(List<Name> names, Predicate<Name> visible) {
        return names.stream().filter(visible).toList();
    }
}
