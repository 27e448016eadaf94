package ru.marshrut.roadmap;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** The dates that approved road maps above a school give for what a stage of its year leaves. */
public interface StageDates {

    /** For the schools of a municipality, by outcome, the earliest due date first; an outcome without a date is absent. */
    Map<OutcomeKind, List<StageDate>> of(long municipalityId, int year);

    /**
     * @param level    whose road map it is
     * @param opensOn  first day of the window, or null where it is open
     * @param dueOn    last day, a granted extension included
     * @param source   road map and order in words, for people to read
     */
    record StageDate(OutcomeKind outcome, MapLevel level, long measureId, LocalDate opensOn, LocalDate dueOn, String source) {}
}
