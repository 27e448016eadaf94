package ru.marshrut.expertise;

/**
 * Points for one criterion.
 *
 * @param comment       needed wherever the points are below the maximum
 * @param suggestion    what was suggested when it was scored; null: nothing
 * @param againstReason why it was decided against the suggestion; null where it was not
 */
public record Score(long criterionId, int points, String comment, Suggestion suggestion, String againstReason) {}
