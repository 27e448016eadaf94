package ru.marshrut.schoolyear;

import java.util.Optional;
import org.springframework.stereotype.Component;
import ru.marshrut.access.AccessPolicy;
import ru.marshrut.access.SubjectPlace;
import ru.marshrut.access.Viewer;
import ru.marshrut.audit.Subject;
import ru.marshrut.schoolyear.persistence.YearRows;
import ru.marshrut.shared.NotYours;
import ru.marshrut.territory.Place;
import ru.marshrut.territory.Role;

/** Who sees a school's year and who works on it; the default is no. */
@Component
public class YearAccess implements SubjectPlace {

    private final AccessPolicy policy;
    private final YearRows rows;

    YearAccess(AccessPolicy policy, YearRows rows) {
        this.policy = policy;
        this.rows = rows;
    }

    /** School staff, its curator, and whoever is appointed above, observers too. */
    public boolean maySee(SchoolYear year, Viewer viewer) {
        return policy.maySee(viewer, Place.school(year.schoolId()));
    }

    /** The year, if it is the viewer's to see; throws {@link NotYours}. */
    public SchoolYear visible(SchoolYear year, Viewer viewer) {
        if (!maySee(year, viewer)) {
            throw new NotYours(SchoolYears.SUBJECT, year.id());
        }
        return year;
    }

    /** Whether the viewer works for the school as its coordinator or principal. */
    public boolean worksIn(SchoolYear year, Viewer viewer) {
        return viewer.answersFor(Role.SCHOOL_COORDINATOR, Place.school(year.schoolId()));
    }

    public boolean curates(SchoolYear year, Viewer viewer) {
        return viewer.answersFor(Role.CURATOR, Place.school(year.schoolId()));
    }

    public boolean coordinates(SchoolYear year, Viewer viewer) {
        return policy.mayCoordinate(viewer, Place.school(year.schoolId()));
    }

    @Override
    public Optional<Place> placeOf(Subject subject) {
        return subject.type().equals(SchoolYears.SUBJECT) ? Optional.of(Place.school(rows.get(Long.parseLong(subject.id())).schoolId())) : Optional.empty();
    }
}
