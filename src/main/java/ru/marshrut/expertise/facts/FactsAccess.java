package ru.marshrut.expertise.facts;

import org.springframework.stereotype.Component;
import ru.marshrut.access.Viewer;
import ru.marshrut.expertise.Checks;
import ru.marshrut.expertise.Expertise;
import ru.marshrut.expertise.ExpertiseAccess;
import ru.marshrut.expertise.Expertises;
import ru.marshrut.expertise.SampledSchool;
import ru.marshrut.shared.NotYours;

/** Who sees what is counted of a school; the default is no. */
@Component
public class FactsAccess {

    private final ExpertiseAccess access;
    private final Checks checks;

    FactsAccess(ExpertiseAccess access, Checks checks) {
        this.access = access;
        this.checks = checks;
    }

    /**
     * The school, if it belongs to the expertise and the viewer may see its facts: the region at any time, an expert those of a school
     * that he was given to check, the school and its curator after the release. Throws {@link NotYours}.
     */
    public SampledSchool visible(Expertise expertise, SampledSchool school, Viewer viewer) {
        if (school.expertiseId() != expertise.id() || !access.maySeeResult(expertise, school, viewer) && !checks(school, viewer)) {
            throw new NotYours(Expertises.SCHOOL_SUBJECT, school.id());
        }
        return school;
    }

    private boolean checks(SampledSchool school, Viewer viewer) {
        return school.isIn() && checks.of(school.id()).stream().anyMatch(check -> access.checks(check, viewer));
    }
}
