package ru.marshrut.work;

import java.time.Instant;

/**
 * An open task with all that a page or a reminder needs.
 *
 * @param context    with whom or about what; may be empty
 * @param schoolId   school that it is about, or null
 * @param assigneeId the person who has taken it or was given it, or null while it waits for the role
 * @param due        or null where there is no date
 */
public record OpenTask(String id, String processKey, String step, String form, String businessKey, String title, String context,
                       long regionId, Long schoolId, Responsible responsible, Long assigneeId, Instant openedAt, Due due) {

    /** The one person who may do it, or whoever stands in for him; null: whoever holds the role. */
    public Long onlyFor() {
        return responsible.onlyFor();
    }

    public boolean overdueAt(Instant now) {
        return due != null && now.isAfter(due.at());
    }
}
