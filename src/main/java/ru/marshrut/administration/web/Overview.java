package ru.marshrut.administration.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import ru.marshrut.territory.Appointment;
import ru.marshrut.territory.Municipality;
import ru.marshrut.territory.Person;
import ru.marshrut.territory.Place;
import ru.marshrut.territory.Role;
import ru.marshrut.territory.School;
import ru.marshrut.territory.Staff;

/** Who holds what at and below a place on a day, read at once. */
final class Overview {

    /** A school in a list; an empty list of people is a gap. */
    record SchoolLine(School school, List<Person> coordinators, List<Person> principals, List<Person> curators) {}

    record MunicipalityLine(Municipality municipality, List<Person> coordinators, int schools, long withoutCoordinator,
                            long withoutPrincipal, long withoutCurator) {}

    private record Post(Place place, Role role) {}

    private final Map<Post, List<Person>> holders = new HashMap<>();

    private Overview(List<Appointment> appointments, Map<Long, Person> people) {
        for (Appointment appointment : appointments) {
            holders.computeIfAbsent(new Post(appointment.place(), appointment.role()), post -> new ArrayList<>())
                .add(people.get(appointment.personId()));
        }
    }

    static Overview of(Staff staff, Place place, LocalDate on) {
        List<Appointment> appointments = staff.appointmentsWithin(place, on);
        return new Overview(appointments, staff.people(appointments.stream().map(Appointment::personId).distinct().toList()));
    }

    List<Person> holding(Role role, Place place) {
        return holders.getOrDefault(new Post(place, role), List.of());
    }

    SchoolLine line(School school) {
        return new SchoolLine(school, holding(Role.SCHOOL_COORDINATOR, school.place()), holding(Role.PRINCIPAL, school.place()),
            holding(Role.CURATOR, school.place()));
    }

    MunicipalityLine line(Municipality municipality, List<School> itsSchools) {
        List<SchoolLine> lines = itsSchools.stream().map(this::line).toList();
        return new MunicipalityLine(municipality, holding(Role.MUNICIPAL_COORDINATOR, Place.municipality(municipality.id())), lines.size(),
            lines.stream().filter(line -> line.coordinators().isEmpty()).count(),
            lines.stream().filter(line -> line.principals().isEmpty()).count(),
            lines.stream().filter(line -> line.curators().isEmpty()).count());
    }
}
