package ru.marshrut.dashboard;

import java.util.Optional;
import ru.marshrut.peerreview.Milestone;

/**
 * Where a school stands in its round of peer review: at the first milestone that it has not achieved, or at none. The steps of
 * the milestones bear their names. Words for users: {@code dashboard.step.<name>}.
 */
public enum ReviewStep {
    /** No partner has been named yet. */
    PAIRING,
    CONFIRMATION, DOCUMENTS, FORM, MEETING, FINAL_FILE, CHECK,
    FINISHED,
    /** The circle was dissolved, or the school goes no further in it. */
    STOPPED;

    /** Empty before, after and beside the circle's course. */
    public Optional<Milestone> milestone() {
        return this == PAIRING || this == FINISHED || this == STOPPED ? Optional.empty() : Optional.of(Milestone.valueOf(name()));
    }
}
