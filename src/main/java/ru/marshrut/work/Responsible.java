package ru.marshrut.work;

import java.util.Optional;
import ru.marshrut.access.Viewer;
import ru.marshrut.territory.Appointment;
import ru.marshrut.territory.Place;
import ru.marshrut.territory.Role;

/**
 * Whose turn it is: a role at a place. Persons follow from the appointments, so a successor takes over by himself.
 *
 * @param onlyFor the one person who is meant, wherever he holds the role, or whoever stands in for him; the place then only
 *                says whose coordinators look after the task. Null: whoever holds the role at the place
 */
public record Responsible(Role role, Place place, Long onlyFor) {

    public Responsible(Role role, Place place) {
        this(role, place, null);
    }

    Responsible handedTo(long personId) {
        return new Responsible(role, place, personId);
    }

    public boolean isTurnOf(Viewer viewer) {
        return onlyFor == null ? viewer.answersFor(role, place) : viewer.appointments().stream().anyMatch(this::isOfTheOneMeant);
    }

    /** In whose place it is the viewer's turn; empty where his own appointment is enough, or it is not his turn. */
    public Optional<Long> onBehalfOf(Viewer viewer) {
        return onlyFor == null ? viewer.answersOnBehalfOf(role, place) : viewer.onBehalfOf(this::isOfTheOneMeant);
    }

    private boolean isOfTheOneMeant(Appointment held) {
        return held.role() == role && held.personId() == onlyFor;
    }
}
