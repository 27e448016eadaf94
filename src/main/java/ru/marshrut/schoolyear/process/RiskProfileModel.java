package ru.marshrut.schoolyear.process;

/** {@code processes/schoolyear/risk-profile.bpmn}: from the survey to the directions that a school works on. Business key: the year's id. */
public final class RiskProfileModel {

    public static final String KEY = "risk-profile";

    public static final String CONDUCT_SURVEY = "task_conductSurvey";
    public static final String ENTER_PROFILE = "task_enterProfile";
    public static final String MAKE_FIRST_VISIT = "task_makeFirstVisit";
    public static final String VERIFY_PROFILE = "task_verifyProfile";
    public static final String DECIDE_ON_DISPUTES = "task_decideOnDisputes";
    public static final String ACTIVATE_DIRECTIONS = "task_activateDirections";
    public static final String CONFIRM_ACTIVATION = "task_confirmActivation";
    public static final String DECIDE_ON_EXTENSION = YearVariables.DECIDE_ON_EXTENSION;

    public static final String EXTENSION_REQUESTED = YearVariables.EXTENSION_REQUESTED;
    /** The coordinator's file brought the profile while the school was asked for it. */
    public static final String PROFILE_RECEIVED = "riskProfile.profileReceived";

    /** {@code Boolean}: the profile was there before the school was asked for it. */
    public static final String PROFILE_THERE = "profileThere";
    /** {@code Boolean}: the curator disputes a direction. */
    public static final String DISPUTED = "disputed";
    /** {@code String}: {@link #CONFIRMED} or {@link #RETURNED}. */
    public static final String ACTIVATION = "activation";

    public static final String CONFIRMED = "CONFIRMED";
    public static final String RETURNED = "RETURNED";

    private RiskProfileModel() {}
}
