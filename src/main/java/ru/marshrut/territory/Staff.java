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

    /** In whatever case the addresses are written. */
    List<Person> peopleByEmail(Collection<String> emails);

    /**
     * Adds a person; a telephone number is written as {@link Contact#phone} says. Throws
     * {@link ru.marshrut.shared.Refusal} for a blank name, a wrong or taken address, a wrong number.
     */
    long addPerson(Long regionId, String fullName, String email, String phone);

    void employ(long personId, long schoolId);

    /** Schools and the ids of the people who are employed there, apart from the roles of the programme. */
    Map<Long, Set<Long>> employedAt(Collection<Long> schoolIds);

    /**
     * Appoints a person from a day on. Throws {@link ru.marshrut.shared.Refusal} where the role does not belong to the
     * place's level or where {@link Tenure#collision} finds something in the way.
     *
     * @return the appointment's id; publishes {@link PersonAppointed} and {@link AppointmentsChanged}
     */
    long appoint(long personId, Role role, Place place, LocalDate startsOn, String orderNumber);

    /**
     * Gives an appointment its last day; publishes {@link AppointmentEnded} and {@link AppointmentsChanged}. Throws
     * {@link ru.marshrut.shared.Refusal} for a day before the first.
     */
    void end(long appointmentId, LocalDate lastDay, String reason);

    Appointment appointment(long id);

    /** Schools where the person is employed, apart from the roles of the programme. */
    Set<Long> employmentsOf(long personId);

    /** All appointments of a person, past and future ones too, the latest first. */
    List<Appointment> careerOf(long personId);

    /** All appointments at exactly this place, past and future ones too, by role, the latest first. */
    List<Appointment> historyOf(Place place);

    /** Appointments at and below a place on a day, in the order of appointment. */
    List<Appointment> appointmentsWithin(Place place, LocalDate on);

    /**
     * In which appointments a person may act on a day: those that he holds, also while he is away himself, and then those
     * in which he stands in for somebody, with the days of the substitution and the holder as {@link Appointment#personId}.
     */
    List<Appointment> appointmentsOf(long personId, LocalDate on);

    /** Who holds a role at exactly this place on a day, in the order of appointment; the substitute of whoever is away. */
    List<Person> holding(Role role, Place place, LocalDate on);

    /** The same, with the holder in whose appointment each stands. */
    List<Standing> standing(Role role, Place place, LocalDate on);

    /**
     * Who acts on a day in a role for each of these people, wherever they hold it: the person himself, or his substitute.
     * Whoever does not hold it on that day, or whose substitute is away too, is absent.
     */
    Map<Long, Person> actingFor(Collection<Long> holderIds, Role role, LocalDate on);

    /** @param holderId who was appointed; another than the person where that one stands in for him */
    record Standing(Person person, long holderId) {}

    /** Who was appointed to a role at exactly each of these schools on a day, whoever stands in for them. */
    Map<Long, List<Person>> appointed(Role role, Collection<Long> schoolIds, LocalDate on);

    /** Who holds a role at exactly each of these schools on a day; the substitute of whoever is away. */
    Map<Long, List<Person>> holding(Role role, Collection<Long> schoolIds, LocalDate on);

    /** Who holds a role at exactly each of these places on a day, the substitute of whoever is away; a place where nobody does is absent. */
    Map<Place, List<Person>> holdingAt(Role role, Collection<Place> places, LocalDate on);
}
