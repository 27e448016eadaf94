package ru.marshrut.expertise.experts;

/** Why somebody never checks a school (DESIGN 7). Words for users: {@code expertise.bar.<name>}. */
public enum Bar {
    /** Curates it or curated it in that year, himself or standing in for its curator. */
    CURATES,
    /** Holds a role of the programme in it, stands in for one who does, or is employed there. */
    WORKS,
    /** Declared a conflict with it. */
    CONFLICT,
    /** Sees all checks of the region, so that none would be blind, and accepts them. */
    SEES_ALL,
    /** Whoever stands in for him in the days of the check must not check it. */
    SUBSTITUTE
}
