package ru.marshrut.territory;

import java.util.Map;
import java.util.Set;

/** Which schools of a region review each other now; told by the module that pairs them. */
public interface Partnerships {

    /** By school, its partners; both ways. One statement. */
    Map<Long, Set<Long>> partnersIn(long regionId);
}
