package ru.marshrut.schoolyear.conversation;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import ru.marshrut.access.Viewer;
import ru.marshrut.schoolyear.SchoolYear;
import ru.marshrut.schoolyear.SchoolYears;
import ru.marshrut.schoolyear.YearAccess;
import ru.marshrut.shared.NotYours;
import ru.marshrut.territory.Place;
import ru.marshrut.territory.Role;
import ru.marshrut.territory.School;
import ru.marshrut.territory.Territory;

/** Who takes part: the school, its curator, the coordinators above it. Observers and experts do not read it. */
@Component
class ConversationAccess {

    /** Whose unread messages are counted; an administrator may read but is not spoken to. */
    private static final Set<Role> SPOKEN_TO = EnumSet.of(Role.SCHOOL_COORDINATOR, Role.PRINCIPAL, Role.CURATOR, Role.MUNICIPAL_COORDINATOR,
        Role.REGIONAL_COORDINATOR);
    private static final Set<Role> SCHOOL = EnumSet.of(Role.SCHOOL_COORDINATOR, Role.PRINCIPAL);

    private final YearAccess access;
    private final Territory territory;

    ConversationAccess(YearAccess access, Territory territory) {
        this.access = access;
        this.territory = territory;
    }

    boolean takesPart(SchoolYear year, Viewer viewer) {
        return access.worksIn(year, viewer) || access.curates(year, viewer) || access.coordinates(year, viewer);
    }

    void requirePart(SchoolYear year, Viewer viewer) {
        if (!takesPart(year, viewer)) {
            throw new NotYours(SchoolYears.SUBJECT, year.id());
        }
    }

    /** In which role somebody who takes part writes: the nearest to the school's work where he has several. */
    Role roleOf(SchoolYear year, Viewer viewer) {
        School school = territory.school(year.schoolId());
        return Stream.of(Role.CURATOR, Role.SCHOOL_COORDINATOR, Role.PRINCIPAL).filter(role -> viewer.holds(role, school.place())).findFirst()
            .orElseGet(() -> viewer.holds(Role.MUNICIPAL_COORDINATOR, Place.municipality(school.municipalityId())) ? Role.MUNICIPAL_COORDINATOR
                : viewer.holds(Role.REGIONAL_COORDINATOR, Place.region(school.regionId())) ? Role.REGIONAL_COORDINATOR : Role.ADMINISTRATOR);
    }

    /** Roles that speak with one voice: what one of them asks another does not answer. */
    static Set<Role> sideOf(Role role) {
        return SCHOOL.contains(role) ? SCHOOL : EnumSet.of(role);
    }

    List<Long> schoolsOf(Viewer viewer) {
        return viewer.appointments().stream().filter(one -> SPOKEN_TO.contains(one.role())).map(one -> one.place()).distinct()
            .flatMap(place -> territory.schoolsWithin(place).stream()).map(School::id).distinct().toList();
    }
}
