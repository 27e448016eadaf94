package ru.marshrut.expertise.sample;

/**
 * A school that can be drawn.
 *
 * @param weight a school of weight 2 is drawn before one of weight 1 in two of three cases
 */
public record Candidate(long schoolId, long schoolYearId, long municipalityId, int weight) {}
