package ru.marshrut.schoolyear;

import java.util.Collection;
import java.util.Optional;

/** What the school's year asks of the engine. */
public interface YearEngine {

    /** Starts the process of a year; its first step follows after the commit. @return id of the process instance */
    String start(SchoolYear year);

    /** Ends the process of a year at once; its open tasks are withdrawn. */
    void end(SchoolYear year);

    /** Opens the decision on a later date in the process that the task belongs to. */
    void extensionRequested(String taskId, long extensionId);

    /** Open tasks and timers follow the dates that the stages of these years have now. */
    void follow(Collection<SchoolYear> years);

    /** A monitoring stage that was completed is worked on again, beside the rest of the year. */
    void reopenStage(long yearId, Stage stage);

    /** The peer review of the school is over; nothing happens where the year does not wait for it. */
    void peerReviewDone(SchoolYear year);

    /** The stage whose date a step keeps; empty for checks and decisions. */
    Optional<Stage> stageOf(String processKey, String step, String businessKey);
}
