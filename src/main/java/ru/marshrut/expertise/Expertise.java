package ru.marshrut.expertise;

import java.time.Instant;
import java.time.LocalDate;
import ru.marshrut.shared.Refusal;

/**
 * The check of one monitoring stage in one region.
 *
 * @param stage            1 or 2
 * @param rubricId         pinned when it starts
 * @param decisions        the deployment whose decision tables are pinned; null until its process has started
 * @param sampleSize       percent, or schools of each municipality; at least one each
 * @param byRisk           schools with more activated directions are drawn more often
 * @param expertsPerSchool 1 or 2
 * @param disputeStep      points: a larger difference in one criterion goes to a third expert
 * @param checkUntil       last day of the experts' checks
 * @param appealDays       calendar days after the release
 * @param appealsUntil     last day; null before the release
 */
public record Expertise(long id, long regionId, int year, int stage, long rubricId, String decisions, Status status, SampleRule sampleRule,
                        int sampleSize, boolean byRisk, long seed, int expertsPerSchool, int disputeStep, LocalDate checkUntil, int appealDays,
                        long openedBy, Instant openedAt, Instant releasedAt, LocalDate appealsUntil, Instant lockedAt, String cancelledReason,
                        String processInstanceId) {

    /** Words for users: {@code expertise.status.<name>}. */
    public enum Status {
        /** The sample is drawn and looked at. */
        SAMPLING,
        /** Experts are given their schools. */
        ASSIGNING,
        CHECKING,
        /** All is scored; the coordinator looks at the result. */
        RELEASING,
        /** Schools and curators have their letters and may appeal. */
        RELEASED,
        LOCKED,
        CANCELLED
    }

    /** Words for users: {@code expertise.sampleRule.<name>}. */
    public enum SampleRule { SHARE, COUNT }

    public boolean isOver() {
        return status == Status.LOCKED || status == Status.CANCELLED;
    }

    /** This one, if anything of it may still change; throws {@link Refusal} once it is locked or cancelled. */
    public Expertise changeable() {
        if (isOver()) {
            throw Refusal.of("expertise.over." + status);
        }
        return this;
    }

    /** Whether schools and curators know the result. */
    public boolean isReleased() {
        return status == Status.RELEASED || status == Status.LOCKED;
    }
}
