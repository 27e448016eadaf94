package ru.marshrut.schoolyear.process;

/** {@code processes/schoolyear/school-year.bpmn}: the year of one school. Business key: the year's id. */
public final class SchoolYearModel {

    public static final String KEY = "school-year";

    public static final String MARK_POSITIVE_CHANGES = "task_markPositiveChanges";
    public static final String DECIDE_ON_EXTENSION = YearVariables.DECIDE_ON_EXTENSION;

    public static final String FIRST_STAGE_TIMER = "timer_firstStageOpens";
    public static final String SECOND_STAGE_TIMER = "timer_secondStageOpens";
    public static final String YEAR_TIMER = "timer_yearOver";
    public static final String PEER_REVIEW_EVENT = "event_peerReviewHeld";

    public static final String EXTENSION_REQUESTED = YearVariables.EXTENSION_REQUESTED;
    public static final String PEER_REVIEW_HELD = "schoolYear.peerReviewHeld";
    public static final String STAGE_REOPENED = "schoolYear.stageReopened";
    public static final String SCHOOL_LEFT = "schoolYear.schoolLeft";
    public static final String SCHOOL_MERGED = "schoolYear.schoolMerged";
    public static final String YEAR_CLOSED = "schoolYear.yearClosed";

    /** {@code Boolean}: the peer review of the school is over. */
    public static final String PEER_REVIEW_DONE = "peerReviewDone";
    /** {@code Date}: when the first monitoring stage opens. */
    public static final String FIRST_STAGE_OPENS = "firstStageOpens";
    /** {@code Date}: when the second monitoring stage opens. */
    public static final String SECOND_STAGE_OPENS = "secondStageOpens";
    /** {@code Date}: from when on nothing is waited for. */
    public static final String YEAR_OVER = "yearOver";
    /** {@code Integer}, 1: handed to the first monitoring stage as its {@link #STAGE}. */
    public static final String FIRST_STAGE = "firstStage";
    /** {@code Integer}, 2. */
    public static final String SECOND_STAGE = "secondStage";
    /** {@code Integer}: the monitoring stage that is opened again. */
    public static final String STAGE = YearVariables.STAGE;

    private SchoolYearModel() {}
}
