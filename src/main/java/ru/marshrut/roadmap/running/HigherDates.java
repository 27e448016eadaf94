package ru.marshrut.roadmap.running;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import ru.marshrut.roadmap.Measure;
import ru.marshrut.roadmap.OutcomeKind;
import ru.marshrut.roadmap.RoadMap;
import ru.marshrut.roadmap.RoadMaps;

/** Dates that road maps of higher territories give for what a measure asks: those that count the same outcome of a stage. */
@Component
class HigherDates {

    private final RoadMaps roadMaps;

    HigherDates(RoadMaps roadMaps) {
        this.roadMaps = roadMaps;
    }

    /** The earliest date of a higher territory that the day would pass. */
    Optional<Higher> passedBy(RoadMap map, Measure measure, LocalDate day) {
        OutcomeKind outcome = measure.content().outcome();
        if (outcome == null || outcome == OutcomeKind.DELIVERED) {
            return Optional.empty();
        }
        Map<Long, RoadMap> above = roadMaps.above(map.place(), map.year()).stream()
            .filter(other -> other.isApproved() && other.level() != map.level()).collect(Collectors.toMap(RoadMap::id, Function.identity()));
        return roadMaps.measuresOf(above.keySet()).stream()
            .filter(other -> other.content().outcome() == outcome && other.state() != Measure.State.REMOVED)
            .map(other -> new Higher(above.get(other.roadMapId()), other.lastDay()))
            .filter(higher -> higher.due() != null && day.isAfter(higher.due())).min(Comparator.comparing(Higher::due));
    }

    record Higher(RoadMap map, LocalDate due) {}
}
