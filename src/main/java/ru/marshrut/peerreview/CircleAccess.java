package ru.marshrut.peerreview;

import static java.util.stream.Collectors.toSet;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import ru.marshrut.access.AccessPolicy;
import ru.marshrut.access.SubjectPlace;
import ru.marshrut.access.Viewer;
import ru.marshrut.audit.Subject;
import ru.marshrut.peerreview.persistence.CircleRows;
import ru.marshrut.peerreview.persistence.RoundRows;
import ru.marshrut.peerreview.process.PeerReviewModel;
import ru.marshrut.shared.NotYours;
import ru.marshrut.territory.Appointment;
import ru.marshrut.territory.Place;
import ru.marshrut.territory.Role;
import ru.marshrut.territory.School;
import ru.marshrut.territory.Territory;

/**
 * Who sees which rounds, circles and forms. Whoever has a say at or above the round's place sees all of it; whoever
 * belongs to some of its schools sees their circles, once the pairs are approved.
 */
@Component
@Transactional(readOnly = true)
public class CircleAccess implements SubjectPlace {

    private final RoundRows rounds;
    private final CircleRows circles;
    private final Territory territory;
    private final AccessPolicy policy;

    CircleAccess(RoundRows rounds, CircleRows circles, Territory territory, AccessPolicy policy) {
        this.rounds = rounds;
        this.circles = circles;
        this.territory = territory;
        this.policy = policy;
    }

    /** Rounds of the viewer's own places, the newest first. */
    public List<Round> rounds(Viewer viewer) {
        Set<Long> known = new HashSet<>();
        return viewer.appointments().stream().map(Appointment::place).distinct().flatMap(place -> (place.equals(Place.FEDERATION)
                ? territory.regions().stream().map(region -> Place.region(region.id())) : java.util.stream.Stream.of(place))
                .flatMap(at -> rounds.touching(at).stream()))
            .filter(round -> known.add(round.id())).filter(round -> seesSome(round, viewer))
            .sorted(java.util.Comparator.comparingInt(Round::year).thenComparingLong(Round::id).reversed()).toList();
    }

    /** The round; throws {@link NotYours} where nothing of it is the viewer's. */
    public Round round(long id, Viewer viewer) {
        Round round = rounds.round(id);
        if (!seesSome(round, viewer)) {
            throw new NotYours(Rounds.SUBJECT, id);
        }
        return round;
    }

    /** Whether the viewer sees all of the round and not only the circles of his schools. */
    public boolean seesAll(Round round, Viewer viewer) {
        return policy.maySee(viewer, round.place());
    }

    public boolean coordinates(Round round, Viewer viewer) {
        return policy.mayCoordinate(viewer, round.place());
    }

    @Override
    public Optional<Place> placeOf(Subject subject) {
        return switch (subject.type()) {
            case Rounds.SUBJECT -> Optional.of(rounds.round(Long.parseLong(subject.id())).place());
            case "circle", PeerReviewModel.KEY -> Optional.of(rounds.round(circles.circle(Long.parseLong(subject.id())).roundId()).place());
            default -> Optional.empty();
        };
    }

    /** Circles of the round that have started and that the viewer sees. */
    public List<Circle> circles(Round round, Viewer viewer) {
        boolean all = seesAll(round, viewer);
        Set<Long> own = all ? Set.of() : schoolsOf(viewer);
        return circles.ofRound(round.id()).stream().filter(circle -> circle.status() != Circle.Status.PROPOSED)
            .filter(circle -> all || circle.sides().stream().anyMatch(side -> own.contains(side.schoolId()))).toList();
    }

    /** The circle, if it has started and a school of it is the viewer's to see; throws {@link NotYours}. */
    public Circle circle(long id, Viewer viewer) {
        Circle circle = circles.circle(id);
        boolean seen = circle.status() != Circle.Status.PROPOSED
            && circle.sides().stream().anyMatch(side -> policy.maySee(viewer, Place.school(side.schoolId())));
        if (!seen) {
            throw new NotYours("circle", id);
        }
        return circle;
    }

    public boolean coordinates(long schoolId, Viewer viewer) {
        return policy.mayCoordinate(viewer, Place.school(schoolId));
    }

    /** Whether the viewer watches over the circle: coordinator or curator of one of its schools. */
    public boolean watches(Circle circle, Viewer viewer) {
        return circle.sides().stream().anyMatch(side -> sendsBack(side.schoolId(), viewer));
    }

    /** Whether the viewer may send a form of this school back. */
    public boolean sendsBack(long schoolId, Viewer viewer) {
        return viewer.holds(Role.CURATOR, Place.school(schoolId)) || coordinates(schoolId, viewer);
    }

    /** A form is read by its own school, by those who watch over the circle, and after the exchange by the partners. */
    public boolean readsForm(Circle circle, long reviewerId, Viewer viewer) {
        return watches(circle, viewer) || worksIn(reviewerId, viewer)
            || circle.partnersOf(reviewerId).stream().anyMatch(side -> side.finalDocumentId() != null && worksIn(side.schoolId(), viewer));
    }

    /** Whether the viewer works for this school as its coordinator or principal. */
    public boolean worksIn(long schoolId, Viewer viewer) {
        return viewer.answersFor(Role.SCHOOL_COORDINATOR, Place.school(schoolId));
    }

    private boolean seesSome(Round round, Viewer viewer) {
        return seesAll(round, viewer) || round.status() != Round.Status.PAIRING && !circles(round, viewer).isEmpty();
    }

    private Set<Long> schoolsOf(Viewer viewer) {
        return viewer.appointments().stream().map(Appointment::place).distinct().filter(place -> policy.maySee(viewer, place))
            .flatMap(place -> territory.schoolsWithin(place).stream()).map(School::id).collect(toSet());
    }
}
