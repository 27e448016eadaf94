package ru.marshrut.expertise;

import java.time.Instant;

/**
 * What a school or its region answers to a remark or a score.
 *
 * @param remarkId     null where it is about a score
 * @param criterionId  null where it is about a remark
 * @param pointsBefore null where it is about a remark
 * @param changed      null until it is decided
 * @param remarkAfter  the remark's new words; null where it is not reworded
 * @param answer       in the words of whoever decided
 */
public record Appeal(long id, long sampledSchoolId, Long remarkId, Long criterionId, String words, long filedBy, Instant filedAt,
                     Integer pointsBefore, Boolean changed, Integer pointsAfter, String remarkAfter, String answer, Long decidedBy,
                     Instant decidedAt) {

    public boolean isOpen() {
        return decidedAt == null;
    }

    public boolean isAboutScore() {
        return criterionId != null;
    }

    /** Whether the remark does not stand any more. */
    public boolean isWithdrawn() {
        return !isOpen() && changed && !isAboutScore() && remarkAfter == null;
    }
}
