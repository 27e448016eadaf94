package ru.marshrut.access;

import java.util.List;
import ru.marshrut.territory.Appointment;
import ru.marshrut.territory.Place;
import ru.marshrut.territory.Role;

/** A person who looks or acts, with the appointments held today. */
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
}
