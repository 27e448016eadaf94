package ru.marshrut.expertise.rubrics;

import java.util.EnumSet;
import java.util.Set;
import org.springframework.stereotype.Component;
import ru.marshrut.access.Viewer;
import ru.marshrut.shared.NotYours;
import ru.marshrut.territory.Place;
import ru.marshrut.territory.Role;

/** Rubrics and typical remarks are the whole installation's: its administrators change them, coordinators read them. */
@Component
public class ReferenceAccess {

    private static final Set<Role> READING = EnumSet.of(Role.MUNICIPAL_COORDINATOR, Role.REGIONAL_COORDINATOR, Role.ADMINISTRATOR);

    ReferenceAccess() {
    }

    public boolean mayChange(Viewer viewer) {
        return viewer.holds(Role.ADMINISTRATOR, Place.FEDERATION);
    }

    void reading(Viewer viewer, String what) {
        if (viewer.appointments().stream().noneMatch(held -> READING.contains(held.role()))) {
            throw new NotYours(what, viewer.personId());
        }
    }

    void changing(Viewer viewer, String what) {
        if (!mayChange(viewer)) {
            throw new NotYours(what, viewer.personId());
        }
    }
}
