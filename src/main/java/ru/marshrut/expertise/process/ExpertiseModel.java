package ru.marshrut.expertise.process;

/** {@code processes/expertise/expertise.bpmn}: the expertise of one stage in one region. Business key: its id. */
public final class ExpertiseModel {

    public static final String KEY = "expertise";

    public static final String APPROVE_SAMPLE = "task_approveSample";
    public static final String APPROVE_ASSIGNMENTS = "task_approveAssignments";
    public static final String SCORE_ORGANISATION = "task_scoreOrganisation";
    public static final String RELEASE_RESULT = "task_releaseResult";
    public static final String ANSWER_APPEAL = "task_answerAppeal";

    public static final String APPEALS_TIMER = "timer_appealsOver";

    public static final String APPEAL_FILED = "expertise.appealFiled";
    public static final String CANCELLED = "expertise.cancelled";

    /** {@code Long}: the school of the sample that a call is for. */
    public static final String SAMPLED_SCHOOL_ID = "sampledSchoolId";
    /** {@code Long}: the appeal that is to be answered. */
    public static final String APPEAL_ID = "appealId";
    /** {@code Date}: when nobody may appeal any more. */
    public static final String APPEALS_OVER = "appealsOver";

    private ExpertiseModel() {}
}
