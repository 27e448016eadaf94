package ru.marshrut.roadmap;

import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import ru.marshrut.access.AccessPolicy;
import ru.marshrut.access.SubjectPlace;
import ru.marshrut.access.Viewer;
import ru.marshrut.audit.Subject;
import ru.marshrut.roadmap.persistence.RoadMapRows;
import ru.marshrut.shared.NotYours;
import ru.marshrut.territory.Appointment;
import ru.marshrut.territory.Level;
import ru.marshrut.territory.Place;
import ru.marshrut.territory.Role;
import ru.marshrut.territory.School;
import ru.marshrut.territory.Territory;

/**
 * Who sees a road map: everybody with an appointment at, below or above its place, and whom its order names for control. Before
 * its first approval only the latter and those who coordinate the place; these change it.
 */
@Service
@Transactional(readOnly = true)
public class RoadMapAccess implements SubjectPlace {

    /** Subject of the audit trail, and type of resource for its documents. */
    public static final String SUBJECT = "roadMap";

    private final RoadMapRows roadMaps;
    private final Territory territory;
    private final AccessPolicy policy;

    RoadMapAccess(RoadMapRows roadMaps, Territory territory, AccessPolicy policy) {
        this.roadMaps = roadMaps;
        this.territory = territory;
        this.policy = policy;
    }

    /** The road map, if the viewer may see it; throws {@link NotYours}, as for an unknown id. */
    public RoadMap seen(long id, Viewer viewer) {
        RoadMap map = roadMaps.find(id).orElseThrow(() -> new NotYours(SUBJECT, id));
        if (!sees(map, viewer)) {
            throw new NotYours(SUBJECT, id);
        }
        return map;
    }

    /** The road map, if the viewer coordinates its place; throws {@link NotYours}, as for an unknown id. */
    public RoadMap coordinated(long id, Viewer viewer) {
        RoadMap map = roadMaps.find(id).orElseThrow(() -> new NotYours(SUBJECT, id));
        if (!coordinates(map, viewer)) {
            throw new NotYours(SUBJECT, id);
        }
        return map;
    }

    @Override
    public Optional<Place> placeOf(Subject subject) {
        return switch (subject.type()) {
            case SUBJECT -> roadMaps.find(Long.parseLong(subject.id())).map(RoadMap::place);
            case Approvals.MEASURE -> roadMaps.ofMeasure(Long.parseLong(subject.id())).map(RoadMap::place);
            default -> Optional.empty();
        };
    }

    public boolean coordinates(RoadMap map, Viewer viewer) {
        return policy.mayCoordinate(viewer, map.place());
    }

    public boolean sees(RoadMap map, Viewer viewer) {
        if (map.controllerId() != null && map.controllerId() == viewer.personId() || coordinates(map, viewer)) {
            return true;
        }
        return map.isApproved() && (policy.maySee(viewer, map.place()) || Standing.of(viewer, territory).isBelow(map.place()));
    }

    /**
     * Road maps of a year that the viewer may see, the widest first.
     *
     * @param words that the title or the name of the place contains, or empty
     */
    public List<RoadMapLine> visible(Viewer viewer, int year, String words, int limit) {
        Standing standing = Standing.of(viewer, territory);
        Set<Place> whole = new LinkedHashSet<>();
        Set<Place> coordinated = new LinkedHashSet<>();
        viewer.appointments().stream().map(Appointment::place).distinct().filter(place -> place.level() != Level.SCHOOL).forEach(place -> {
            if (policy.maySee(viewer, place)) {
                whole.add(place);
            }
            if (policy.mayCoordinate(viewer, place)) {
                coordinated.add(place);
            }
        });
        return roadMaps.visible(year, whole.contains(Place.FEDERATION), standing.regions(), standing.municipalities(),
            whole.stream().filter(place -> place.level() == Level.REGION).map(Place::id).toList(), coordinated, viewer.personId(), words.strip(), limit);
    }

    /** Where a viewer's appointments are: the regions and municipalities at or above them. */
    private record Standing(Set<Long> regions, Set<Long> municipalities, boolean anywhere) {

        static Standing of(Viewer viewer, Territory territory) {
            Set<Long> regions = new HashSet<>();
            Set<Long> municipalities = new HashSet<>();
            Set<Long> schools = new HashSet<>();
            for (Appointment appointment : counting(viewer)) {
                long id = appointment.place().id();
                switch (appointment.place().level()) {
                    case SCHOOL -> schools.add(id);
                    case MUNICIPALITY -> {
                        municipalities.add(id);
                        regions.add(territory.municipality(id).regionId());
                    }
                    case REGION -> regions.add(id);
                    case FEDERATION -> { }
                }
            }
            for (School school : schools.isEmpty() ? List.<School>of() : territory.schools(schools).values()) {
                municipalities.add(school.municipalityId());
                regions.add(school.regionId());
            }
            return new Standing(regions, municipalities, !counting(viewer).isEmpty());
        }

        /** An expert sees only what he was given to score (DESIGN 10). */
        private static List<Appointment> counting(Viewer viewer) {
            return viewer.appointments().stream().filter(appointment -> appointment.role() != Role.EXPERT).toList();
        }

        boolean isBelow(Place place) {
            return switch (place.level()) {
                case FEDERATION -> anywhere;
                case REGION -> regions.contains(place.id());
                case MUNICIPALITY -> municipalities.contains(place.id());
                case SCHOOL -> false;
            };
        }
    }
}
