package ru.marshrut.schoolyear.monitoring;

/** What a school says of a measure of its programme; of a direction it only reports. Words for users: {@code schoolyear.monitoring.claim.<name>}. */
public enum Claim {
    /** The report on a direction. */
    REPORTED,
    DONE, PARTLY, NOT_DONE,
    /** Its last day lies after that of the stage: nothing is asked of it yet. */
    NOT_DUE
}
