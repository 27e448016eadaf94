package ru.marshrut.peerreview.web;

import java.time.Instant;

/** A recorded fact with the names of those who did it; {@code who} is null for the application itself. */
record HistoryLine(Instant at, String who, String onBehalfOf, String text, String reason) {}
