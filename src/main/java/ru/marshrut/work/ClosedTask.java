package ru.marshrut.work;

import java.time.Instant;

/**
 * A task that is done or was withdrawn.
 *
 * @param closedBy  null where nobody did it
 * @param closedFor in whose place it was done, or null
 */
public record ClosedTask(String id, String title, String context, Long schoolId, Responsible responsible, Instant closedAt,
                         Long closedBy, Long closedFor, boolean completed, boolean late) {}
