package ru.marshrut.roadmap;

import java.time.Instant;

/**
 * An approved version of a road map.
 *
 * @param number     1 for the first
 * @param sourceId   document that keeps the file or text that it was read from, or null
 * @param approvedBy person
 */
public record Version(long id, long roadMapId, int number, Order order, Long sourceId, Instant approvedAt, long approvedBy) {}
