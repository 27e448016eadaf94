package ru.marshrut.expertise;

/** Part of a rubric (seed 001). Words for users: {@code expertise.part.<name>}. */
public enum Part {
    /** Of each school of the sample; checked by experts. */
    CONTENT,
    /** Of the region as a whole. */
    ORGANISATIONAL
}
