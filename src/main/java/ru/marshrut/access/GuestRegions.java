package ru.marshrut.access;

import java.util.Set;

/**
 * Tells in which regions a person has open tasks that are only for him, wherever he is appointed: an expert of another
 * region, for as long as he checks. Implemented by the module that owns the tasks.
 */
public interface GuestRegions {

    /** Ids of regions; also those in which he stands in for such a person. Empty for an unknown person. */
    Set<Long> of(long personId);
}
