package ru.marshrut.schoolyear.process;

/** Names in the model {@code monitoring-stage}. Business key: the year's id and the number of the stage, such as {@code 12-2}. */
public final class MonitoringModel {

    public static final String KEY = "monitoring-stage";

    public static final String REPORT = "task_reportMonitoring";
    public static final String CHECK = "task_checkMonitoring";
    public static final String PLACE = "task_placeMonitoring";

    /** {@code Boolean}: nothing that the school has sent goes back to it. */
    public static final String ALL_CONFIRMED = "allConfirmed";

    private MonitoringModel() {}
}
