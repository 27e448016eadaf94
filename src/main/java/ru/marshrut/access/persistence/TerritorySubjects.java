package ru.marshrut.access.persistence;

import java.util.Optional;
import org.springframework.stereotype.Component;
import ru.marshrut.access.SubjectPlace;
import ru.marshrut.audit.Subject;
import ru.marshrut.territory.Place;

/** Speaks for {@code territory}, which knows nothing of access. */
@Component
class TerritorySubjects implements SubjectPlace {

    @Override
    public Optional<Place> placeOf(Subject subject) {
        return switch (subject.type()) {
            case "region" -> Optional.of(Place.region(Long.parseLong(subject.id())));
            case "municipality" -> Optional.of(Place.municipality(Long.parseLong(subject.id())));
            case "school" -> Optional.of(Place.school(Long.parseLong(subject.id())));
            default -> Optional.empty();
        };
    }
}
