package ru.marshrut.expertise;

import java.util.List;

/** What a school has from the expertises of a year; access to the school is the caller's business. */
public interface SchoolResults {

    /** Released ones only, in the order of their stages. */
    List<Released> of(long schoolId, int year);

    /**
     * @param total    points of the content part
     * @param itemised points that the rubric's criteria add up to
     * @param declared maximum that the rubric's source declares where that is more than its criteria; else null
     * @param path     page with the points by criterion
     */
    record Released(long expertiseId, int stage, int total, int itemised, Integer declared, String path) {}
}
