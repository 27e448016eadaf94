package ru.marshrut.territory;

import java.time.Instant;

/**
 * A recorded fact with the names of those who did it.
 *
 * @param who        null for the application itself
 * @param onBehalfOf in whose place, or null
 * @param reason     or null
 */
public record HistoryLine(Instant at, String who, String onBehalfOf, String text, String reason) {}
