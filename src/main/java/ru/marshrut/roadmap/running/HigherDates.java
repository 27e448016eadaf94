package ru.marshrut.roadmap.running;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import ru.marshrut.calendar.Window;
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
            .map(other -> new Higher(above.get(other.roadMapId()), lastDay(other)))
            .filter(higher -> higher.due() != null && day.isAfter(higher.due())).min(Comparator.comparing(Higher::due));
    }

    private static LocalDate lastDay(Measure measure) {
        return measure.extendedUntil() != null ? measure.extendedUntil()
            : measure.content().windows().stream().map(Window::due).filter(Objects::nonNull).max(Comparator.naturalOrder()).orElse(null);
    }

    record Higher(RoadMap map, LocalDate due) {}
}
