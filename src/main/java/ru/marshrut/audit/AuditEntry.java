package ru.marshrut.audit;

import java.time.Instant;

/** A recorded fact, put into Russian words. {@code actorId} is null for the system itself. */
public record AuditEntry(long id, Instant recordedAt, Long actorId, Long onBehalfOf, String type, String text, String reason) {}
