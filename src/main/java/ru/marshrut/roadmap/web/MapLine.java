package ru.marshrut.roadmap.web;

import java.util.List;
import ru.marshrut.roadmap.Measure;
import ru.marshrut.roadmap.figures.MapStanding.MeasureStanding;

/**
 * A measure on the page of its road map.
 *
 * @param state  in words
 * @param tone   class of the badge and the bars
 * @param detail what stands beside the state, or empty
 */
record MapLine(MeasureStanding standing, String state, String tone, String detail, List<Timeline.Bar> bars, List<FigureLine> figures) {

    public Measure measure() {
        return standing.measure();
    }

    static String tone(MeasureStanding one) {
        return switch (one.state()) {
            case DONE -> "ok";
            case NOT_DONE -> "late";
            case REMOVED -> "gone";
            case WAITING, RUNNING -> one.overdue() ? "late" : one.state() == Measure.State.WAITING ? "waiting" : "running";
        };
    }
}
