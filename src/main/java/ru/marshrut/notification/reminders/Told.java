package ru.marshrut.notification.reminders;

import java.time.LocalDate;

/** A person was told this about a task. A moved due date starts the ladder anew. */
public record Told(String taskId, long recipientId, Rung rung, LocalDate dueOn) {

    /** That a task is there is told once, whatever happens to its date. */
    static Told ofNew(String taskId, long recipientId) {
        return new Told(taskId, recipientId, Rung.NEW, LocalDate.EPOCH);
    }
}
