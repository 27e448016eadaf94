package ru.marshrut.territory;

import java.time.LocalDate;
import java.util.Collection;

/** Which schools take part in the programme in a year, told by the region; what was told is never changed, only added to. */
public interface Participations {

    /** The programme that the product is made for; a region can run others beside it (ШАНС, ШНОР). */
    String PROGRAMME = "500+";

    /**
     * Schools take part from a day on; one that takes part already is left as it is. Throws
     * {@link ru.marshrut.shared.Refusal} without an order.
     *
     * @param order number and date of the order that names them
     * @return how many were not participants before
     */
    int takePart(Collection<Long> schoolIds, int year, LocalDate from, String order);

    /** Schools leave; the day is the first without them. Throws {@link ru.marshrut.shared.Refusal} without a reason or where one does not take part. */
    void leave(Collection<Long> schoolIds, int year, LocalDate from, String reason);
}
