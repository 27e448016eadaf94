package ru.marshrut.schoolyear;

/** What the school's year asks of the engine. */
public interface YearEngine {

    /** Opens the decision on a later date in the process that the task belongs to. */
    void extensionRequested(String taskId, long extensionId);

    /** A monitoring stage that was completed is worked on again. */
    void reopenStage(long yearId, Stage stage);
}
