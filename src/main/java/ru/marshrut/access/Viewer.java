package ru.marshrut.access;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import ru.marshrut.territory.Appointment;
import ru.marshrut.territory.Place;
import ru.marshrut.territory.Role;

/** A person who looks or acts, with the appointments in which he may act today: his own and those of whom he stands in for. */
public record Viewer(long personId, String fullName, List<Appointment> appointments) {

    public boolean holds(Role role, Place place) {
        return appointments.stream().anyMatch(a -> a.role() == role && a.place().equals(place));
    }

    public boolean holds(Role role) {
        return appointments.stream().anyMatch(a -> a.role() == role);
    }

    /** Whether this person answers for work given to a role at a place; a principal stands in for the school's coordinator. */
    public boolean answersFor(Role role, Place place) {
        return holds(role, place) || role == Role.SCHOOL_COORDINATOR && holds(Role.PRINCIPAL, place);
    }

    /** For whom this person answers for such work; empty where his own appointment is enough. */
    public Optional<Long> answersOnBehalfOf(Role role, Place place) {
        return onBehalfOf(a -> a.place().equals(place)
            && (a.role() == role || role == Role.SCHOOL_COORDINATOR && a.role() == Role.PRINCIPAL));
    }

    /** For whom this person acts where one of these appointments gives the right; empty where an own one does, or none. */
    public Optional<Long> onBehalfOf(Predicate<Appointment> right) {
        List<Appointment> rights = appointments.stream().filter(right).toList();
        return rights.stream().anyMatch(a -> a.personId() == personId) ? Optional.empty() : rights.stream().map(Appointment::personId).findFirst();
    }
}
