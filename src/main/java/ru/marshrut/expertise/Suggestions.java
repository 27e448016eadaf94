package ru.marshrut.expertise;

import java.util.Map;

/** Points that follow from what the system knows, by criterion; a criterion that it counts nothing for is absent. */
public interface Suggestions {

    /** Of the content part, for a school of a sample. */
    Map<Long, Suggestion> ofSchool(Expertise expertise, SampledSchool school);

    /** Of the organisational part. */
    Map<Long, Suggestion> ofRegion(Expertise expertise);
}
