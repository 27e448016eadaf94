package ru.marshrut.roadmap.running;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import ru.marshrut.calendar.Window;
import ru.marshrut.roadmap.Indicator;
import ru.marshrut.roadmap.Measure;
import ru.marshrut.roadmap.OutcomeKind;
import ru.marshrut.roadmap.Population;
import ru.marshrut.roadmap.RoadMap;
import ru.marshrut.roadmap.RoadMaps;
import ru.marshrut.roadmap.StageDates;
import ru.marshrut.roadmap.persistence.RoadMapRows;
import ru.marshrut.territory.Level;

/** Five statements for any number of municipalities. Of several windows of a measure the first is the stage's. */
@Service
@Transactional(readOnly = true)
class PublishedDates implements StageDates {

    private final RoadMapRows rows;
    private final RoadMaps roadMaps;
    private final MeasureDues dues;

    PublishedDates(RoadMapRows rows, RoadMaps roadMaps, MeasureDues dues) {
        this.rows = rows;
        this.roadMaps = roadMaps;
        this.dues = dues;
    }

    @Override
    public Map<Long, Map<OutcomeKind, List<StageDate>>> of(Collection<Long> municipalityIds, int year) {
        List<RoadMap> maps = rows.aboveAll(municipalityIds, year);
        Map<Long, List<Measure>> measures = roadMaps.measuresOf(maps.stream().map(RoadMap::id).toList()).stream()
            .filter(measure -> measure.content().outcome() != null && measure.state() != Measure.State.REMOVED && concernsSchools(measure))
            .collect(groupingBy(Measure::roadMapId));
        List<Given> given = new ArrayList<>();
        maps.forEach(map -> measures.getOrDefault(map.id(), List.of())
            .forEach(measure -> date(map, measure).ifPresent(date -> given.add(new Given(map, date)))));
        Map<Long, Long> regions = rows.regionsOf(municipalityIds);
        Map<Long, Map<OutcomeKind, List<StageDate>>> dates = new HashMap<>();
        municipalityIds.forEach(id -> dates.put(id, given.stream().filter(one -> one.holdsIn(id, regions.get(id))).map(Given::date)
            .sorted(Comparator.comparing(StageDate::dueOn))
            .collect(groupingBy(StageDate::outcome, () -> new EnumMap<>(OutcomeKind.class), toList()))));
        return dates;
    }

    /** Candidates are surveyed too, by a date of their own (seed 003, rows 4 and 5). */
    private static boolean concernsSchools(Measure measure) {
        List<Indicator> indicators = measure.content().indicators();
        return indicators.isEmpty() || indicators.stream().anyMatch(indicator -> !indicator.populations().equals(List.of(Population.CANDIDATES)));
    }

    private Optional<StageDate> date(RoadMap map, Measure measure) {
        List<Window> windows = measure.content().windows();
        if (windows.isEmpty()) {
            return Optional.empty();
        }
        Window first = windows.get(0);
        boolean extended = measure.extendedUntil() != null && (windows.size() == 1 || measure.extendedUntil().isBefore(begin(windows.get(1))));
        LocalDate due = extended ? measure.extendedUntil() : first.due();
        return due == null ? Optional.empty() : Optional.of(new StageDate(measure.content().outcome(), map.level(), measure.id(), first.start(), due,
            dues.source(map, extended ? due : null)));
    }

    private static LocalDate begin(Window window) {
        return window.start() == null ? window.due() : window.start();
    }

    private record Given(RoadMap map, StageDate date) {

        boolean holdsIn(long municipalityId, Long regionId) {
            return map.place().level() == Level.FEDERATION || map.place().level() == Level.REGION && map.regionId().equals(regionId)
                || map.place().level() == Level.MUNICIPALITY && map.place().id() == municipalityId;
        }
    }
}
