package ru.marshrut.roadmap.figures;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import ru.marshrut.roadmap.Indicators.Figure;
import ru.marshrut.roadmap.Measure;
import ru.marshrut.roadmap.RoadMap;

/**
 * Where a road map stands on a day, as known at an instant.
 *
 * @param assumed whether all schools of a region count, since it had told nothing of the year's participants
 */
public record MapStanding(RoadMap map, LocalDate on, Instant knownAt, List<MeasureStanding> measures, boolean assumed) {

    /**
     * @param state   on that day
     * @param since   the day on which it was done, found not done or removed, else null
     * @param lastDay granted extension or end of the last window; null where the end is open
     * @param overdue open after its last day
     */
    public record MeasureStanding(Measure measure, Measure.State state, LocalDate since, LocalDate lastDay, boolean overdue, List<Figure> figures) {}
}
