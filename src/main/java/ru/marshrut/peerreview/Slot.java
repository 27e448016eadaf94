package ru.marshrut.peerreview;

import java.time.Instant;
import java.util.Set;

/** An offered time for the meeting, and the schools that can come. {@code offeredBy} is null for the calendar's own. */
public record Slot(Instant startsAt, Long offeredBy, Set<Long> chosenBy) {}
