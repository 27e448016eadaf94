package ru.marshrut.expertise;

import java.time.Instant;

/**
 * What a school or its region answers to a remark or a score.
 *
 * @param remarkId     or null
 * @param criterionId  or null
 * @param pointsBefore null where it is about a remark alone
 * @param changed      null until it is decided
 */
public record Appeal(long id, long sampledSchoolId, Long remarkId, Long criterionId, String words, long filedBy, Instant filedAt,
                     Integer pointsBefore, Boolean changed, Integer pointsAfter, String answer, Long decidedBy, Instant decidedAt) {}
