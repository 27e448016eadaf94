package ru.marshrut.roadmap;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** The dates that approved road maps above a school give for what a stage of its year leaves. */
public interface StageDates {

    /** For the schools of a municipality, by outcome, the earliest due date first; an outcome without a date is absent. */
    default Map<OutcomeKind, List<StageDate>> of(long municipalityId, int year) {
        return of(List.of(municipalityId), year).get(municipalityId);
    }

    /** The same for many municipalities, each of which is present. */
    Map<Long, Map<OutcomeKind, List<StageDate>>> of(Collection<Long> municipalityIds, int year);

    /**
     * @param level    whose road map it is
     * @param opensOn  first day of the window, or null where it is open; the same as the last where one day is named
     * @param dueOn    last day, a granted extension included
     * @param source   road map and order in words, for people to read
     */
    record StageDate(OutcomeKind outcome, MapLevel level, long measureId, LocalDate opensOn, LocalDate dueOn, String source) {}
}
