package ru.marshrut.expertise.process;

import java.util.Set;

/** {@code processes/expertise/school-expertise.bpmn}: one school of a sample. Business key: id of the sampled school. */
public final class SchoolExpertiseModel {

    public static final String KEY = "school-expertise";

    public static final String CHECK_SCHOOL = "task_checkSchool";
    public static final String APPOINT_THIRD = "task_appointThird";
    public static final String SETTLE_DISPUTE = "task_settleDispute";
    public static final String ACCEPT_CHECK = "task_acceptCheck";
    public static final String REWORK_CHECK = "task_reworkCheck";
    public static final String DECIDE_ON_EXTENSION = "task_decideOnExtension";

    public static final String EXTENSION_REQUESTED = "expertise.extensionRequested";
    public static final String SCHOOL_EXCLUDED = "expertise.schoolExcluded";

    /** {@code Long}: the school itself, as {@code work} reads it. */
    public static final String SCHOOL_ID = "schoolId";
    /** {@code Long}: the check that a step is for. */
    public static final String CHECK_ID = "checkId";
    /** {@code Long}: the request that is to be decided. */
    public static final String EXTENSION_ID = "extensionId";
    /** {@code Boolean}: the school is still to be checked. */
    public static final String IN_SAMPLE = "inSample";
    /** {@code Boolean}: two experts differ by more than the step. */
    public static final String DISPUTED = "disputed";
    /** {@code Boolean}: a third expert was found. */
    public static final String EXPERT_FOUND = "expertFound";
    /** {@code Boolean}: the coordinator accepts the checks; else one goes back to its expert. */
    public static final String ACCEPTED = "accepted";

    /** Steps of experts: each is one person's. */
    public static final Set<String> OF_EXPERTS = Set.of(CHECK_SCHOOL, SETTLE_DISPUTE, REWORK_CHECK);

    private SchoolExpertiseModel() {}
}
