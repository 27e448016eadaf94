package ru.marshrut.roadmap;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;

/** What the schools of a region have left, as of a day. */
public interface SchoolOutcomes {

    /**
     * One for each kind and school of which an outcome counts; one statement, however many schools. Of a stage counts what was told
     * of the school itself, of a measure's event also what was told of its people.
     *
     * @param on      what happened later does not count
     * @param knownAt nor what was recorded later
     */
    List<Left> inRegion(long regionId, int year, Collection<OutcomeKind> kinds, LocalDate on, Instant knownAt);

    /**
     * @param since    the earliest day
     * @param measures at whose events it was, or whose document it is; empty for a stage
     */
    record Left(OutcomeKind kind, long schoolId, LocalDate since, List<Long> measures) {}
}
