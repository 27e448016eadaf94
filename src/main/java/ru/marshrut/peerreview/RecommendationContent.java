package ru.marshrut.peerreview;

import java.util.Map;

/**
 * What one school tells its partner.
 *
 * @param directions by code of the partner's activated risk direction
 * @param overall    answers to the overall questions
 * @param summary    anything else, may be empty
 */
public record RecommendationContent(Map<String, DirectionReview> directions, Map<OverallQuestion, Answer> overall, String summary) {

    /** Any of the texts may be empty: a school without remarks is a good school. */
    public record DirectionReview(String strengths, String remarks, String recommendations) {}

    /** {@code judgement} is null in a form that is not finished. */
    public record Answer(Judgement judgement, String comment) {}
}
