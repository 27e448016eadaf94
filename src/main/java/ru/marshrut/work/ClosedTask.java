package ru.marshrut.work;

import java.time.Instant;

/** A task that is done or was withdrawn; {@code closedBy} is null where nobody did it. */
public record ClosedTask(String id, String title, String context, Long schoolId, Responsible responsible, Instant closedAt,
                         Long closedBy, boolean completed, boolean late) {}
