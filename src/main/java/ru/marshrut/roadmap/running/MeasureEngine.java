package ru.marshrut.roadmap.running;

import java.time.Instant;

/** What the running work of a road map asks of the engine. */
public interface MeasureEngine {

    /** @return id of the process instance that drives the road map */
    String startRoadMap(long roadMapId, long regionId);

    /** The check of the imported measures is over; nothing happens where it is not waited for. */
    void measuresChecked(String roadMapInstanceId);

    /** Has a running road map start its new measures; one whose measures are still checked starts them by itself. */
    void amended(String roadMapInstanceId);

    /** Ends the wait for the next monitoring date; nothing happens where it is not waited for. */
    void allMeasuresEnded(String roadMapInstanceId);

    void moveMonitoring(String roadMapInstanceId, Instant nextDate);

    /** @return id of the process instance that drives the measure */
    String startMeasure(long measureId, long regionId);

    void removed(String measureInstanceId);

    void closedAsNotDone(String measureInstanceId);

    void extensionRequested(String measureInstanceId, long extensionId);

    /**
     * Moves what a measure waits for.
     *
     * @param start when its window begins
     */
    void move(String measureInstanceId, Instant start, Instant end, boolean moreWindows);

    /** @return id of the process instance that drives the school's document */
    String startSchoolMeasure(long schoolMeasureId, long regionId, long schoolId, boolean confirmation);

    void measureEnded(String schoolMeasureInstanceId);
}
