package ru.marshrut.notification;

import java.time.Instant;

/** The reminder ladder, the daily digest, escalation, and the reminder by hand. */
public interface Reminders {

    /**
     * Makes the daily round of every region where it is day and the round was not made yet: digests and escalations.
     * May be called at any time and any number of times.
     */
    void runFor(Instant now);

    /**
     * A coordinator reminds those whose turn it is, once per task and day.
     *
     * @param note in the coordinator's words, or null
     * @return how many people are written to; throws {@link ru.marshrut.shared.NotYours} for a task that the
     *         person does not coordinate, {@link ru.marshrut.shared.Refusal} when it was done today or nobody answers for the task
     */
    int nudge(String taskId, long byPersonId, String note);
}
