package ru.marshrut.territory;

import java.time.Instant;
import java.time.LocalDate;

/** Who belongs to the programme within a place on a day: of whom shares are counted. */
public interface Populations {

    /**
     * Two statements, however large the place. A region that had told nothing of the year's participants counts with all
     * its schools, see {@link Participants#assumed}.
     *
     * @param on      the day
     * @param knownAt only what was recorded until then counts
     */
    Participants within(Place place, int year, LocalDate on, Instant knownAt);
}
