package ru.marshrut.roadmap;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** Indicators as computed from outcomes; never typed in. */
public interface Indicators {

    /**
     * Figures of all measures of a road map, by measure, in the order of their indicators. Few statements, however many measures.
     *
     * @param on      the day as of which it is judged
     * @param knownAt only facts that were recorded until then count
     */
    Map<Long, List<Figure>> figures(long roadMapId, LocalDate on, Instant knownAt);

    /** Who counts and who is missing, by name, at most {@code limit} of each. */
    Names names(long measureId, int indicator, LocalDate on, Instant knownAt, int limit);

    /** What an indicator of a measure counts; null where nothing says it. */
    OutcomeKind counted(Measure measure, int indicator);

    /** By which a rate is judged, in their order; empty where the indicator is none. */
    List<Period> periods(long measureId, int indicator, LocalDate on, Instant knownAt);

    /**
     * @param fact    per cent of a share (rounded down, so that 100 is all), a number of a count, per cent of the whole
     *                periods that reached a rate, or 1 and 0 for a fact; null where nothing can be counted yet
     * @param counted how many of the population count; of a rate, periods that reached it
     * @param of      size of the population, whole periods so far; 0 where there is none
     * @param reached whether the target is met
     */
    record Figure(Indicator indicator, BigDecimal fact, int counted, int of, boolean reached) {}

    /** A day, week, month or quarter that lies wholly in a window of the measure and has ended. */
    record Period(LocalDate first, LocalDate last, int count, boolean reached) {}

    record Names(List<Name> counted, List<Name> missing) {}

    /**
     * Each id where the name is one of those, else null.
     *
     * @param schoolId of a school, or of somebody of a school
     * @param since    of those who count, else null
     */
    record Name(String name, String place, Long schoolId, Long personId, Long municipalityId, Long measureId, LocalDate since) {}
}
