package ru.marshrut.peerreview;

import java.time.Instant;
import java.time.LocalDate;

/** A school in a circle, and how far it has come. Times are null until it has. */
public record Side(long schoolId, int position, String contactName, String contactPhone, String contactEmail, Instant confirmedAt,
                   Instant deliveredAt, boolean excused, boolean withdrawn, Instant prefilledAt, Instant formDoneAt,
                   Long finalDocumentId, Instant finalMadeAt, LocalDate uploadedOn, String uploadedUnder, Instant checkedAt, Long checkedBy,
                   String checkComment, boolean placed) {

    public boolean active() {
        return !excused && !withdrawn;
    }

    public boolean delivered() {
        return deliveredAt != null;
    }
}
