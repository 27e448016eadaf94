package ru.marshrut.expertise.experts;

import java.util.Set;

/**
 * How many more experts a school needs, and who may be one of them.
 *
 * @param experts how many different ones
 * @param allowed those who check it already are not among them
 */
record Demand(long sampledSchoolId, int experts, Set<Long> allowed) {}
