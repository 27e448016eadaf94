package ru.marshrut.schoolyear.visits;

/** What the visits ask of the engine. */
public interface VisitsEngine {

    /** Whether the process of the year's visits still runs. */
    boolean runs(long yearId);

    /**
     * The next visit is looked for anew where one is waited for. A report that is open stays as it is.
     *
     * @param taken the change concerns the visit that is waited for or reported on: its report is withdrawn and asked for at its time
     */
    void visitsChanged(long yearId, boolean taken);

    /** Opens the municipality's decision on taking a visit out. */
    void removalRequested(long yearId);
}
