package ru.marshrut.expertise;

import static java.util.stream.Collectors.toSet;

import java.util.Collection;
import java.util.Objects;
import java.util.Set;
import org.springframework.stereotype.Component;
import ru.marshrut.access.AccessPolicy;
import ru.marshrut.access.Viewer;
import ru.marshrut.shared.NotYours;
import ru.marshrut.territory.Appointment;
import ru.marshrut.territory.Place;
import ru.marshrut.territory.Role;

/** Who sees an expertise and who works on it; the default is no. */
@Component
public class ExpertiseAccess {

    private final AccessPolicy policy;

    ExpertiseAccess(AccessPolicy policy) {
        this.policy = policy;
    }

    /** The region and whoever is above it: the sample, who checks what, scores before their release. */
    public boolean maySee(Expertise expertise, Viewer viewer) {
        return policy.maySee(viewer, Place.region(expertise.regionId()));
    }

    /** The expertise, if it is the viewer's to see; throws {@link NotYours}. */
    public Expertise visible(Expertise expertise, Viewer viewer) {
        if (!maySee(expertise, viewer)) {
            throw new NotYours(Expertises.SUBJECT, expertise.id());
        }
        return expertise;
    }

    public boolean coordinates(Expertise expertise, Viewer viewer) {
        return policy.mayCoordinate(viewer, Place.region(expertise.regionId()));
    }

    /** The expertise, if the viewer coordinates its region; throws {@link NotYours}. */
    public Expertise coordinated(Expertise expertise, Viewer viewer) {
        if (!coordinates(expertise, viewer)) {
            throw new NotYours(Expertises.SUBJECT, expertise.id());
        }
        return expertise;
    }

    /** Whose check it is: the expert, or who stands in for him. Another expert's check of the same school is not his to see. */
    public boolean checks(SchoolCheck check, Viewer viewer) {
        return check.expertId() != null && expertsOf(viewer).contains(check.expertId());
    }

    /** As whom the viewer checks today: as himself, where he is an expert, and in the place of those for whom he stands in. */
    public Set<Long> expertsOf(Viewer viewer) {
        return viewer.appointments().stream().filter(held -> held.role() == Role.EXPERT).map(Appointment::personId).collect(toSet());
    }

    /**
     * Whether the viewer may see all checks of a school beside each other: whoever sees the expertise and has checked the school neither
     * himself nor for another.
     */
    public boolean compares(Expertise expertise, Collection<SchoolCheck> checks, Viewer viewer) {
        return maySee(expertise, viewer) && checks.stream()
            .noneMatch(check -> checks(check, viewer) || Objects.equals(check.expertId(), viewer.personId()));
    }

    /** The school's own result: the region at any time, the school, its curator and its municipality once it is released. */
    public boolean maySeeResult(Expertise expertise, SampledSchool school, Viewer viewer) {
        return maySee(expertise, viewer) || expertise.isReleased() && school.isIn() && policy.maySee(viewer, Place.school(school.schoolId()));
    }
}
