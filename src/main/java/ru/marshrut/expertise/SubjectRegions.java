package ru.marshrut.expertise;

import java.util.Optional;
import org.springframework.stereotype.Component;
import ru.marshrut.access.SubjectPlace;
import ru.marshrut.audit.Subject;
import ru.marshrut.expertise.persistence.ExpertiseRows;
import ru.marshrut.expertise.persistence.SampleRows;
import ru.marshrut.territory.Place;

/** All that is done in an expertise is done in its region, so that whoever stands in for its coordinators is recognised. */
@Component
class SubjectRegions implements SubjectPlace {

    private final ExpertiseRows expertises;
    private final SampleRows samples;

    SubjectRegions(ExpertiseRows expertises, SampleRows samples) {
        this.expertises = expertises;
        this.samples = samples;
    }

    @Override
    public Optional<Place> placeOf(Subject subject) {
        return switch (subject.type()) {
            case Expertises.SUBJECT -> Optional.of(region(Long.parseLong(subject.id())));
            case Expertises.SCHOOL_SUBJECT -> Optional.of(region(samples.get(Long.parseLong(subject.id())).expertiseId()));
            default -> Optional.empty();
        };
    }

    private Place region(long expertiseId) {
        return Place.region(expertises.get(expertiseId).regionId());
    }
}
