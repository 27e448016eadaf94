package ru.marshrut.roadmap;

/** What road maps ask of the engine. Road maps of the federation run no process: they give dates and targets only. */
public interface RoadMapEngine {

    /**
     * Starts the process of a road map whose first import has been handed in; called in the transaction of the import.
     *
     * @return id of the process instance
     */
    String start(RoadMap map);

    /** A version has been approved, the first one or an amendment; called at the end of the transaction that approves it. */
    void approved(RoadMap map);
}
