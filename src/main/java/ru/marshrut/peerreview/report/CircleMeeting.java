package ru.marshrut.peerreview.report;

import java.time.Instant;

/**
 * The meeting of a circle, agreed or held.
 *
 * @param participants number of people, null where it is not known yet
 * @param link         of the meeting, may be null
 * @param videoLink    null where there is no recording
 */
public record CircleMeeting(Instant startsAt, String link, Integer participants, String videoLink) {}
