package ru.marshrut.schoolyear.process;

/** Variables and messages that the models of a school's year have in common. Business key: the year's id. */
public final class YearVariables {

    /** {@code Long}: the school. */
    public static final String SCHOOL_ID = "schoolId";
    /** {@code String}: the region as the engine's tenant. */
    public static final String TENANT = "tenantId";
    /** {@code Long}: the request that is to be decided. */
    public static final String EXTENSION_ID = "extensionId";

    /** {@code Integer}: the monitoring stage, 1 or 2. */
    public static final String STAGE = "stage";

    public static final String DECIDE_ON_EXTENSION = "task_decideOnExtension";
    public static final String EXTENSION_REQUESTED = "schoolYear.extensionRequested";

    private YearVariables() {}
}
