package ru.marshrut.expertise;

import java.time.Instant;

/**
 * A school of a sample.
 *
 * @param reason         why it was added by hand; null for a drawn one
 * @param excludedReason why it was taken out; null while it is in
 * @param settledAt      since when its score is settled and accepted; null until then
 */
public record SampledSchool(long id, long expertiseId, long schoolId, long schoolYearId, Origin origin, String reason, Instant excludedAt,
                            String excludedReason, Instant settledAt, String processInstanceId) {

    /** Words for users: {@code expertise.origin.<name>}. */
    public enum Origin { DRAWN, ADDED }

    public boolean isIn() {
        return excludedAt == null;
    }
}
