package ru.marshrut.roadmap.process;

/** {@code processes/roadmap/road-map.bpmn}: one road map. Business key: the road map's id. */
public final class RoadMapModel {

    public static final String KEY = "road-map";

    public static final String CHECK_MEASURES = "task_checkMeasures";
    public static final String SIGN_CLOSING_REPORT = "task_signClosingReport";

    public static final String MONITORING_TIMER = "timer_monitoringDate";

    public static final String ALL_MEASURES_ENDED = "roadMap.allMeasuresEnded";
    public static final String AMENDED = "roadMap.amended";

    /** {@code Boolean}: approved before its check could open. */
    public static final String APPROVED = "approved";
    /** {@code Boolean}: a monitoring date follows, and measures are open. */
    public static final String MORE_DATES = "moreDates";
    /** {@code Date}: end of the next monitoring date. */
    public static final String MONITORING_DATE = "monitoringDate";

    private RoadMapModel() {}
}
