package ru.marshrut.access;

import java.util.Optional;
import ru.marshrut.audit.Subject;
import ru.marshrut.territory.Place;

/** Tells where a subject of the audit trail lies; implemented by the modules that own such subjects. */
public interface SubjectPlace {

    /** Empty for subjects of other modules. */
    Optional<Place> placeOf(Subject subject);
}
