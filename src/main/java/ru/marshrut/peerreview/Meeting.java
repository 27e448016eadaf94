package ru.marshrut.peerreview;

import java.time.Instant;

/** The meeting of a circle; {@code heldAt} and what follows are null until its results are recorded. */
public record Meeting(long circleId, int sequence, boolean invited, Instant startsAt, String link, Long consentBy, String consentReason, Instant heldAt,
                      String participants, String minutes, String videoLink) {

    /** Stable name of the calendar entry. */
    public String uid() {
        return "meeting-" + circleId + "@marshrut";
    }
}
