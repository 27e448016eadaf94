package ru.marshrut.administration.staffing;

import java.time.LocalDate;
import java.util.List;
import ru.marshrut.territory.Place;
import ru.marshrut.territory.Role;

/**
 * One thing to put right.
 *
 * @param place    school or municipality that it is about; of a person, where he acts
 * @param personId whom it is about, or null where nobody is there
 * @param role     of an appointment that ends, else null
 * @param others   further schools that it is about: those of a curator, or the one where he works
 * @param day      last day of the appointment, or null
 */
public record Finding(Concern concern, Place place, Long personId, Role role, List<Long> others, LocalDate day) {

    static Finding of(Concern concern, Place place) {
        return new Finding(concern, place, null, null, List.of(), null);
    }

    static Finding of(Concern concern, Place place, long personId, List<Long> others) {
        return new Finding(concern, place, personId, null, others, null);
    }
}
