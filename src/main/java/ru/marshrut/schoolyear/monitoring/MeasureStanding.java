package ru.marshrut.schoolyear.monitoring;

/** How a measure of the programme stands in a stage, and why it counts or does not. Words for users: {@code schoolyear.monitoring.standing.<name>}. */
public enum MeasureStanding {
    /** Done, with evidence, confirmed by the curator. */
    PROVEN,
    /** The same, in the first stage; the second asks nothing more of it. */
    PROVEN_EARLIER,
    /** Done, confirmed by the curator, but without evidence. */
    UNPROVEN,
    PARTLY, NOT_DONE,
    /** Its last day lies after that of the stage. */
    NOT_DUE,
    /** The curator has not decided. */
    WAITING,
    /** Sent back by the curator, or opened again. */
    RETURNED,
    NOT_REPORTED;

    public boolean isDone() {
        return isProven() || this == UNPROVEN;
    }

    public boolean isProven() {
        return this == PROVEN || this == PROVEN_EARLIER;
    }
}
