package ru.marshrut.schoolyear.monitoring;

import java.time.Instant;
import java.time.LocalDate;

/**
 * A completion of a stage: the documents lie in the federal system.
 *
 * @param direction   code of the risk under which they lie
 * @param withdrawnAt when the stage was opened again, or null
 * @param reason      why it was
 */
public record Placement(long id, String direction, LocalDate placedOn, long placedBy, Instant recordedAt, Instant withdrawnAt, Long withdrawnBy,
                        String reason) {}
