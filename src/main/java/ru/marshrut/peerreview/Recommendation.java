package ru.marshrut.peerreview;

import java.time.Instant;

/** A version of the form that a school fills for its partner. */
public record Recommendation(long circleId, long reviewerId, int version, boolean finished, RecommendationContent content, long authorId,
                             Instant savedAt) {}
