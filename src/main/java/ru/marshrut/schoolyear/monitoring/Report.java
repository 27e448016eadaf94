package ru.marshrut.schoolyear.monitoring;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * One version of a school's report on an item, and what the curator decided of it.
 *
 * @param title      as the programme named the item then
 * @param doneOn     the day on which the measure was carried out, or null
 * @param link       to evidence on the web; may be empty
 * @param files      ids of the documents that lay there when it was sent
 * @param accepted   null while the curator has not decided, and where nothing is to be decided
 * @param reopenedAt when it was asked for again after the stage had been completed, or null
 */
public record Report(long id, String item, int version, String title, Claim claim, LocalDate doneOn, String words, String link, List<Long> files,
                     long sentBy, Instant sentAt, Boolean accepted, String comment, Long decidedBy, Instant decidedAt, Instant reopenedAt) {

    /** A file or a link proves what is said; a measure without either was sent «без подтверждения». */
    public boolean hasEvidence() {
        return !files.isEmpty() || !link.isEmpty();
    }

    /** Sent back, or opened again: the school works on it. */
    public boolean isOpen() {
        return reopenedAt != null || Boolean.FALSE.equals(accepted);
    }

    public boolean isConfirmed() {
        return reopenedAt == null && Boolean.TRUE.equals(accepted);
    }

    /** The curator's turn. That the day of a measure has not come needs no decision: it is counted from the programme's dates. */
    public boolean isWaiting() {
        return reopenedAt == null && accepted == null && claim != Claim.NOT_DUE;
    }

    boolean isProven() {
        return isConfirmed() && claim == Claim.DONE && hasEvidence();
    }
}
