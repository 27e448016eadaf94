package ru.marshrut.roadmap.collisions;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import ru.marshrut.roadmap.IndicatorKind;
import ru.marshrut.roadmap.Measure;
import ru.marshrut.roadmap.OutcomeKind;
import ru.marshrut.roadmap.RoadMap;
import ru.marshrut.roadmap.RoadMaps;
import ru.marshrut.roadmap.collisions.Collision.Side;
import ru.marshrut.territory.Place;

/** Finds collisions among the approved road maps above a place. */
@Service
@Transactional(readOnly = true)
public class Collisions {

    /** Not a stage that ends at one date for a school: told of other things, or several times in one map (seed 002, rows 8 and 18). */
    private static final Set<OutcomeKind> NO_STAGE = EnumSet.of(OutcomeKind.MEASURE_DONE, OutcomeKind.ROAD_MAP_APPROVED, OutcomeKind.DOCUMENTS_CHECKED);

    private static final Comparator<Side> BY_DATE =
        Comparator.comparing(Side::due, Comparator.nullsLast(Comparator.<LocalDate>naturalOrder())).thenComparing(side -> side.map().id());

    private final RoadMaps roadMaps;

    Collisions(RoadMaps roadMaps) {
        this.roadMaps = roadMaps;
    }

    /** Among the road maps of a year that hold for a place, its own and those above it; by the earliest date. */
    public List<Collision> above(Place place, int year) {
        Map<Long, RoadMap> maps = roadMaps.above(place, year).stream().filter(RoadMap::isApproved)
            .collect(toMap(RoadMap::id, map -> map, (one, same) -> one, LinkedHashMap::new));
        return maps.size() < 2 ? List.of() : among(roadMaps.measuresOf(maps.keySet()).stream()
            .filter(measure -> measure.state() != Measure.State.REMOVED)
            .map(measure -> new Side(maps.get(measure.roadMapId()), measure, measure.lastDay())).toList());
    }

    static List<Collision> among(List<Side> sides) {
        List<Collision> collisions = new ArrayList<>();
        Map<Boolean, List<Side>> staged = sides.stream().collect(groupingBy(side -> stage(side.measure()) != null));
        staged.getOrDefault(true, List.of()).stream().collect(groupingBy(side -> stage(side.measure())))
            .forEach((stage, same) -> collision(stage, same).ifPresent(collisions::add));
        List<Side> left = new ArrayList<>(staged.getOrDefault(false, List.of()));
        while (!left.isEmpty()) {
            Side first = left.remove(0);
            List<Side> same = new ArrayList<>(List.of(first));
            Set<Long> met = new HashSet<>(Set.of(first.map().id()));
            left.removeIf(other -> Titles.agree(first.measure().content().title(), other.measure().content().title())
                && met.add(other.map().id()) && same.add(other));
            collision(null, same).ifPresent(collisions::add);
        }
        collisions.sort(Comparator.comparing(collision -> collision.sides().get(0), BY_DATE));
        return collisions;
    }

    private static Optional<Collision> collision(OutcomeKind stage, Collection<Side> sides) {
        if (sides.stream().map(side -> side.map().id()).distinct().count() < 2) {
            return Optional.empty();
        }
        boolean dates = sides.stream().map(Side::due).distinct().count() > 1;
        boolean demands = sides.stream().map(side -> demands(side.measure())).filter(demand -> !demand.isEmpty()).distinct().count() > 1;
        return dates || demands ? Optional.of(new Collision(stage, sides.stream().sorted(BY_DATE).toList(), dates, demands)) : Optional.empty();
    }

    /** Numbers that are asked for; that a text also wants a list approved is no other demand. */
    private static Set<String> demands(Measure measure) {
        return measure.content().indicators().stream().filter(indicator -> indicator.kind() != IndicatorKind.FACT && indicator.target() != null)
            .map(indicator -> indicator.kind() + " " + indicator.target().stripTrailingZeros().toPlainString() + " " + indicator.per()).collect(toSet());
    }

    private static OutcomeKind stage(Measure measure) {
        OutcomeKind outcome = measure.content().outcome();
        return outcome == null || outcome.belongsToAMeasure() || NO_STAGE.contains(outcome) ? null : outcome;
    }
}
