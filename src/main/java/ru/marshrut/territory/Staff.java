package ru.marshrut.territory;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** People and their dated appointments. */
public interface Staff {

    Person person(long id);

    Map<Long, Person> people(Collection<Long> ids);

    Optional<Person> personByEmail(String email);

    long addPerson(Long regionId, String fullName, String email, String phone);

    void employ(long personId, long schoolId);

    /** Schools and the ids of the people who are employed there, apart from the roles of the programme. */
    Map<Long, Set<Long>> employedAt(Collection<Long> schoolIds);

    /** @return the appointment's id; publishes {@link PersonAppointed} */
    long appoint(long personId, Role role, Place place, LocalDate startsOn, String orderNumber);

    /** Gives an appointment its last day; publishes {@link AppointmentEnded}. */
    void end(long appointmentId, LocalDate lastDay, String reason);

    /** Appointments that a person holds on a day. */
    List<Appointment> appointmentsOf(long personId, LocalDate on);

    /** Who holds a role at exactly this place on a day, in the order of appointment. */
    List<Person> holding(Role role, Place place, LocalDate on);

    /** Who holds a role at exactly each of these schools on a day. */
    Map<Long, List<Person>> holding(Role role, Collection<Long> schoolIds, LocalDate on);

    /** Who holds a role at exactly each of these places on a day; a place where nobody does is absent. */
    Map<Place, List<Person>> holdingAt(Role role, Collection<Place> places, LocalDate on);
}
