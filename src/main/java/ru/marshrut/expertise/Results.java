package ru.marshrut.expertise;

import java.util.List;

/** The region's result: computed, released, locked. */
public interface Results {

    /** Points of the organisational part; empty until they are given. */
    List<Score> organisational(long expertiseId);

    /** Tells schools, curators and the region; from now on they may appeal. */
    void release(long expertiseId);

    /** Nothing of it changes any more. */
    void lock(long expertiseId);
}
