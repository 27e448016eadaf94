package ru.marshrut.roadmap.process;

/** {@code processes/roadmap/measure.bpmn}: one measure. Business key: the measure's id. */
public final class MeasureModel {

    public static final String KEY = "measure";

    public static final String REPORT_RESULT = "task_reportResult";
    public static final String MARK_PARTICIPANTS = "task_markParticipants";
    public static final String KEEP_LOG = "task_keepLog";
    public static final String DECIDE_ON_RESULT = "task_decideOnResult";
    public static final String DECIDE_ON_EXTENSION = "task_decideOnExtension";

    public static final String START_TIMER = "timer_windowStarts";
    public static final String END_TIMER = "timer_windowEnds";

    public static final String EXTENSION_REQUESTED = "measure.extensionRequested";
    public static final String REMOVED = "measure.removed";
    public static final String CLOSED_AS_NOT_DONE = "measure.closedAsNotDone";

    /** {@code Boolean}: the window that was taken has begun, or may begin at any time. */
    public static final String BEGUN = "begun";
    /** {@code Date}: when the window begins; set where it has not begun. */
    public static final String WINDOW_START = "windowStart";
    /** {@code Date}: when what is counted is judged. */
    public static final String WINDOW_END = "windowEnd";
    /** {@code String}: a {@link ru.marshrut.roadmap.running.Work}. */
    public static final String WORK = "work";
    /** {@code Boolean}: a later window follows. */
    public static final String MORE_WINDOWS = "moreWindows";
    /** {@code Boolean}: all indicators have reached their targets. */
    public static final String REACHED = "reached";
    /** {@code String}: WAIT or NOT_DONE. */
    public static final String DECISION = "decision";
    /** {@code Long}: the request that is to be decided. */
    public static final String EXTENSION_ID = "extensionId";

    private MeasureModel() {}
}
