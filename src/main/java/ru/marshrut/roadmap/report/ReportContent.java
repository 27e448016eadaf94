package ru.marshrut.roadmap.report;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import ru.marshrut.roadmap.Evidence;
import ru.marshrut.roadmap.Indicators.Figure;
import ru.marshrut.roadmap.Measure;
import ru.marshrut.roadmap.figures.MapStanding;
import ru.marshrut.roadmap.figures.MapStanding.MeasureStanding;

/**
 * What a report of a road map says: all of it values, so that a kept report needs nothing else.
 *
 * @param place   name of the territory, empty for the federation
 * @param on      the day that is reported on
 * @param knownAt what was recorded later is not in it
 * @param assumed whether all schools of a region count, since it had told nothing of the year's participants
 * @param rows    the measures in the order of the order's table, without the removed ones
 */
public record ReportContent(String title, String place, int year, String orderNumber, LocalDate orderDate, ZoneId zone, LocalDate on,
                            Instant knownAt, boolean assumed, List<Row> rows) {

    /**
     * @param since   the day on which it was done or found not done, else null
     * @param lastDay granted extension or end of the last window, or null
     */
    public record Row(String number, String title, String dateWords, String responsibleWords, String expectedResult, Evidence evidence,
                      Measure.State state, LocalDate since, String endReason, LocalDate lastDay, LocalDate extendedUntil, boolean overdue,
                      List<Figure> figures) {}

    static ReportContent of(MapStanding standing, String place) {
        return new ReportContent(standing.map().title(), place, standing.map().year(), standing.map().orderNumber(), standing.map().orderDate(),
            standing.map().zone(), standing.on(), standing.knownAt(), standing.assumed(),
            standing.measures().stream().filter(one -> one.state() != Measure.State.REMOVED).map(ReportContent::row).toList());
    }

    private static Row row(MeasureStanding one) {
        Measure measure = one.measure();
        boolean notDone = one.state() == Measure.State.NOT_DONE;
        return new Row(measure.content().number(), measure.content().title(), measure.content().dateWords(), measure.content().responsibleWords(),
            measure.content().expectedResult(), measure.content().evidence(), one.state(), one.since(), notDone ? measure.endReason() : null,
            one.lastDay(), measure.extendedUntil(), one.overdue(), one.figures());
    }
}
