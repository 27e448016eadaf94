package ru.marshrut.territory;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;

/** Which schools take part in a programme in a year, told by the region; what was told is never changed, only added to. */
public interface Participations {

    /** The programme that the product is made for; only its years are run, others are registers of their schools. */
    String PROGRAMME = "500+";

    /** Names of the programmes that a region can run, {@link #PROGRAMME} first. */
    List<String> programmes(long regionId);

    /** Adds a programme that the region runs. Throws {@link ru.marshrut.shared.Refusal} for a blank, long or known name. */
    void addProgramme(long regionId, String name);

    /** As {@link #takePart(String, Collection, int, LocalDate, String)} in {@link #PROGRAMME}. */
    int takePart(Collection<Long> schoolIds, int year, LocalDate from, String order);

    /** As {@link #leave(String, Collection, int, LocalDate, String)} from {@link #PROGRAMME}. */
    void leave(Collection<Long> schoolIds, int year, LocalDate from, String reason);

    /**
     * Schools take part from a day on; one that takes part already is left as it is. Throws
     * {@link ru.marshrut.shared.Refusal} without an order. A school can take part in several programmes.
     *
     * @param order number and date of the order that names them
     * @return how many were not participants before
     */
    int takePart(String programme, Collection<Long> schoolIds, int year, LocalDate from, String order);

    /**
     * Schools leave; the day is the first without them. Throws {@link ru.marshrut.shared.Refusal} without a reason or
     * where one does not take part; publishes {@link SchoolsLeft}.
     */
    void leave(String programme, Collection<Long> schoolIds, int year, LocalDate from, String reason);
}
