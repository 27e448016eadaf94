package ru.marshrut.territory;

import java.time.LocalDate;

/**
 * Days on which a person is away and a substitute stands in for all of his appointments (DESIGN 10).
 *
 * @param lastDay  last day away; of a withdrawn one null
 */
public record Absence(long id, long personId, long substituteId, LocalDate firstDay, LocalDate lastDay, Kind kind) {

    /** Why somebody is away. Words for users: {@code territory.absence.kind.<name>}. */
    public enum Kind { VACATION, ILLNESS, TRIP, STUDY, OTHER }

    public boolean withdrawn() {
        return lastDay == null;
    }

    public boolean covers(LocalDate day) {
        return !withdrawn() && !day.isBefore(firstDay) && !day.isAfter(lastDay);
    }

    public boolean overlaps(LocalDate first, LocalDate last) {
        return !withdrawn() && !first.isAfter(lastDay) && !last.isBefore(firstDay);
    }
}
