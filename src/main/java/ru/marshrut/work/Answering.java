package ru.marshrut.work;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toSet;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import ru.marshrut.territory.Person;
import ru.marshrut.territory.Place;
import ru.marshrut.territory.Role;
import ru.marshrut.territory.Staff;

/** Who answers for work on a day: the one person who is meant, else all who hold the role at the place, a principal only where a school has no coordinator. */
@Component
public class Answering {

    private final Staff staff;

    Answering(Staff staff) {
        this.staff = staff;
    }

    public List<Person> of(Responsible responsible, LocalDate on) {
        return ofAll(List.of(responsible), on).getOrDefault(responsible, List.of());
    }

    /** Nobody answers for what is absent; two statements at most for each role and one more. */
    public Map<Responsible, List<Person>> ofAll(Collection<Responsible> responsible, LocalDate on) {
        Map<Responsible, List<Person>> answering = holders(responsible.stream().filter(each -> each.onlyFor() == null).toList(), on);
        responsible.stream().filter(each -> each.onlyFor() != null).collect(groupingBy(Responsible::role, toSet())).forEach((role, meant) -> {
            Map<Long, Person> acting = staff.actingFor(meant.stream().map(Responsible::onlyFor).collect(toSet()), role, on);
            meant.stream().filter(each -> acting.containsKey(each.onlyFor()))
                .forEach(each -> answering.put(each, List.of(acting.get(each.onlyFor()))));
        });
        return answering;
    }

    private Map<Responsible, List<Person>> holders(Collection<Responsible> responsible, LocalDate on) {
        Map<Role, Set<Place>> places = responsible.stream()
            .collect(groupingBy(Responsible::role, mapping(Responsible::place, toSet())));
        Map<Responsible, List<Person>> answering = new HashMap<>();
        places.forEach((role, at) -> staff.holdingAt(role, at, on)
            .forEach((place, people) -> answering.put(new Responsible(role, place), people.stream().distinct().toList())));
        Set<Place> uncoordinated = places.getOrDefault(Role.SCHOOL_COORDINATOR, Set.of()).stream()
            .filter(place -> !answering.containsKey(new Responsible(Role.SCHOOL_COORDINATOR, place))).collect(toSet());
        if (!uncoordinated.isEmpty()) {
            staff.holdingAt(Role.PRINCIPAL, uncoordinated, on)
                .forEach((place, people) -> answering.put(new Responsible(Role.SCHOOL_COORDINATOR, place), people));
        }
        return answering;
    }
}
