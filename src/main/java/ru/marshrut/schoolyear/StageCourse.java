package ru.marshrut.schoolyear;

import java.time.LocalDate;
import ru.marshrut.work.Due;

/** What happens to the stages of a school's year; called by the stages' own use cases, in their transaction. */
public interface StageCourse {

    /** Nobody else changes the year or its stages until the transaction ends. */
    void lock(long yearId);

    /** Its work is asked for from today on. Safe to call twice. */
    void open(long yearId, Stage stage);

    /** Completed on a day: in time or late; the indicators are told. Safe to call twice. */
    void done(long yearId, Stage stage, LocalDate on);

    /** @param counts false where the stage is completed without what the indicators count: a year without positive changes */
    void done(long yearId, Stage stage, LocalDate on, boolean counts);

    /** What was completed is open again from today on; the indicators are told. */
    void takeBack(long yearId, Stage stage, String reason);

    /** The last day of a stage and who says so, or null where no road map gives one. */
    Due due(long yearId, Stage stage);

    /** Until when a check, an answer or a decision that comes up today is expected, in working days. */
    Due answer(long yearId);

    /** A later last day for the stage; its open tasks and timers move along. */
    void extend(long yearId, Stage stage, LocalDate until);

    /** Today by the region's clock. */
    LocalDate today(long yearId);
}
