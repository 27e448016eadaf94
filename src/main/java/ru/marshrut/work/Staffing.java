package ru.marshrut.work;

import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Component;
import ru.marshrut.territory.Person;
import ru.marshrut.territory.Place;
import ru.marshrut.territory.Role;
import ru.marshrut.territory.Staff;
import ru.marshrut.territory.Staff.Standing;
import ru.marshrut.territory.Territory;

/** To whom work is given: the role, or the next one up while nobody holds it, so that no task waits for nobody. */
@Component
class Staffing {

    private final Staff staff;
    private final Territory territory;

    Staffing(Staff staff, Territory territory) {
        this.staff = staff;
        this.territory = territory;
    }

    /** A principal stands in for his school's coordinator. What is meant for one person goes to nobody else, and waits while he is gone. */
    Staffed on(Responsible wanted, LocalDate today) {
        if (wanted.onlyFor() != null) {
            Person acting = staff.actingFor(List.of(wanted.onlyFor()), wanted.role(), today).get(wanted.onlyFor());
            return new Staffed(wanted, acting == null ? List.of() : List.of(new Standing(acting, wanted.onlyFor())));
        }
        for (Responsible at = wanted; at != null; at = above(at)) {
            List<Standing> holders = staff.standing(at.role(), at.place(), today);
            if (!holders.isEmpty() || at.role() == Role.SCHOOL_COORDINATOR && !staff.holding(Role.PRINCIPAL, at.place(), today).isEmpty()) {
                return new Staffed(at, holders);
            }
        }
        return new Staffed(wanted, List.of());
    }

    private Responsible above(Responsible at) {
        return switch (at.place().level()) {
            case SCHOOL -> new Responsible(Role.MUNICIPAL_COORDINATOR, Place.municipality(territory.school(at.place().id()).municipalityId()));
            case MUNICIPALITY -> new Responsible(Role.REGIONAL_COORDINATOR, Place.region(territory.municipality(at.place().id()).regionId()));
            case REGION, FEDERATION -> null;
        };
    }

    /** The role at the place that has to do it now, and the people who stand in it. */
    record Staffed(Responsible responsible, List<Standing> holders) {

        /** The one person who can be meant, or null. */
        Long onlyHolder() {
            List<Long> people = holders.stream().map(holder -> holder.person().id()).distinct().toList();
            return people.size() == 1 ? people.get(0) : null;
        }

        /** Who does what was given to a person by name: he himself, or who stands in for him; null where nobody does any more. */
        Long insteadOf(Long named) {
            return holders.stream().filter(holder -> named != null && holder.holderId() == named).map(holder -> holder.person().id())
                .findFirst().orElse(null);
        }
    }
}
