package ru.marshrut.schoolyear.process;

/** {@code processes/schoolyear/curator-visits.bpmn}: the curator's visits to a school in a year. Business key: the year's id. */
public final class CuratorVisitsModel {

    public static final String KEY = "curator-visits";

    public static final String PROPOSE_VISITS = "task_proposeVisits";
    public static final String AGREE_ON_VISITS = "task_agreeOnVisits";
    public static final String REPORT_VISIT = "task_reportVisit";
    public static final String DECIDE_ON_REMOVAL = "task_decideOnRemoval";
    public static final String DECIDE_ON_EXTENSION = YearVariables.DECIDE_ON_EXTENSION;

    public static final String VISIT_TIMER = "timer_visitComes";

    public static final String VISITS_CHANGED = "curatorVisits.visitsChanged";
    public static final String REMOVAL_REQUESTED = "curatorVisits.removalRequested";
    public static final String EXTENSION_REQUESTED = YearVariables.EXTENSION_REQUESTED;

    /** {@code Boolean}: the municipality has agreed to the schedule. */
    public static final String AGREED = "agreed";
    /** {@code Boolean}: there is a visit that has not taken place. */
    public static final String MORE_VISITS = "moreVisits";
    /** {@code Date}: when the task of the next visit opens; set where there is one. */
    public static final String VISIT_OPENS = "visitOpens";

    private CuratorVisitsModel() {}
}
