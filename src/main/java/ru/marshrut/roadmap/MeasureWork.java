package ru.marshrut.roadmap;

import java.util.Collection;

/** The running work behind the measures; called in the transaction that approves a version. */
public interface MeasureWork {

    /** Starts new measures of an approved road map; each opens its work when its window begins, at once where it has begun. */
    void start(RoadMap map, Collection<Measure> measures);

    /** Moves due dates, tasks and timers to what the measures now say. */
    void follow(RoadMap map, Collection<Measure> changed);

    /** Ends the work of measures that an amendment removed; what was done stays. */
    void end(RoadMap map, Collection<Measure> removed, String reason);
}
