package ru.marshrut.administration.staffing;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import ru.marshrut.territory.Appointment;
import ru.marshrut.territory.Level;
import ru.marshrut.territory.Place;
import ru.marshrut.territory.Role;
import ru.marshrut.territory.School;

/**
 * The staff of a region on a day, looked at as a whole.
 *
 * @param schools        of the region
 * @param participants   ids of those that take part in the year
 * @param appointments   of the day, in the order of appointment
 * @param soon           those that will stand when the days are over in which an end is told of
 * @param employed       by school
 * @param partners       by school, its partners in a running peer review
 * @param withoutAccount people
 * @param refused        people whose mail is refused
 */
public record Staffing(List<School> schools, Set<Long> participants, List<Appointment> appointments, List<Appointment> soon,
                       Map<Long, Set<Long>> employed, Map<Long, Set<Long>> partners, Set<Long> withoutAccount, Set<Long> refused) {

    /** An end is told of so many days before. */
    public static final int DAYS_BEFORE_END = 30;

    private static final Set<Role> OF_SCHOOL = Set.of(Role.SCHOOL_COORDINATOR, Role.PRINCIPAL);

    /** @param most schools that one curator is to have */
    public List<Finding> findings(int most, LocalDate today) {
        List<Finding> findings = new ArrayList<>();
        gaps(findings);
        Map<Long, List<Long>> curated = schoolsBy(Role.CURATOR);
        curated.forEach((person, of) -> {
            if (of.size() > most) {
                findings.add(Finding.of(Concern.TOO_MANY_SCHOOLS, Place.school(of.get(0)), person, of));
            }
        });
        people(Concern.NO_ACCOUNT, withoutAccount, findings);
        people(Concern.MAIL_REFUSED, refused, findings);
        collisions(curated, findings);
        ending(today, findings);
        curated.forEach((person, of) -> of.stream().filter(school -> !participants.contains(school))
            .forEach(school -> findings.add(Finding.of(Concern.CURATES_FORMER_PARTICIPANT, Place.school(school), person, List.of()))));
        return findings;
    }

    private void gaps(List<Finding> findings) {
        Map<Role, Set<Long>> held = new LinkedHashMap<>();
        appointments.forEach(one -> held.computeIfAbsent(one.role(), role -> new HashSet<>()).add(one.place().id()));
        Map<Role, Concern> wanted = new LinkedHashMap<>();
        wanted.put(Role.CURATOR, Concern.NO_CURATOR);
        wanted.put(Role.SCHOOL_COORDINATOR, Concern.NO_COORDINATOR);
        wanted.put(Role.PRINCIPAL, Concern.NO_PRINCIPAL);
        wanted.forEach((role, concern) -> schools.stream().filter(school -> participants.contains(school.id()))
            .filter(school -> !held.getOrDefault(role, Set.of()).contains(school.id()))
            .forEach(school -> findings.add(Finding.of(concern, school.place()))));
        schools.stream().filter(school -> participants.contains(school.id())).map(School::municipalityId).collect(toSet()).stream().sorted()
            .filter(id -> !held.getOrDefault(Role.MUNICIPAL_COORDINATOR, Set.of()).contains(id))
            .forEach(id -> findings.add(Finding.of(Concern.NO_MUNICIPAL_COORDINATOR, Place.municipality(id))));
    }

    private Map<Long, List<Long>> schoolsBy(Role role) {
        Map<Long, List<Long>> by = new LinkedHashMap<>();
        appointments.stream().filter(one -> one.role() == role).forEach(one -> by.computeIfAbsent(one.personId(), id -> new ArrayList<>()).add(one.place().id()));
        return by;
    }

    /** Each of the people once, at each municipality or school that he acts in first. */
    private void people(Concern concern, Set<Long> people, List<Finding> findings) {
        Map<Long, List<Appointment>> of = appointments.stream().filter(one -> people.contains(one.personId()))
            .collect(groupingBy(Appointment::personId, LinkedHashMap::new, toList()));
        of.forEach((person, held) -> findings.add(Finding.of(concern, held.get(0).place(), person,
            held.stream().map(Appointment::place).filter(place -> place.level() == Level.SCHOOL).map(Place::id).distinct().toList())));
    }

    /** A curator who works where he checks; one who checks and coordinates the checked; one who executes and controls (seed 002). */
    private void collisions(Map<Long, List<Long>> curated, List<Finding> findings) {
        Map<Long, Set<Long>> worksAt = new LinkedHashMap<>();
        employed.forEach((school, people) -> people.forEach(person -> worksAt.computeIfAbsent(person, id -> new TreeSet<>()).add(school)));
        appointments.stream().filter(one -> OF_SCHOOL.contains(one.role()))
            .forEach(one -> worksAt.computeIfAbsent(one.personId(), id -> new TreeSet<>()).add(one.place().id()));
        Map<Long, Long> municipalityOf = schools.stream().collect(toMap(School::id, School::municipalityId));
        curated.forEach((person, of) -> of.forEach(school -> {
            Set<Long> own = worksAt.getOrDefault(person, Set.of());
            if (own.contains(school)) {
                findings.add(Finding.of(Concern.CURATES_WHERE_EMPLOYED, Place.school(school), person, List.of()));
            }
            own.stream().filter(partners.getOrDefault(school, Set.of())::contains)
                .forEach(partner -> findings.add(Finding.of(Concern.CURATES_PARTNER, Place.school(school), person, List.of(partner))));
        }));
        appointments.stream().filter(one -> one.role() == Role.MUNICIPAL_COORDINATOR).forEach(one -> {
            inside(one, curated.getOrDefault(one.personId(), List.of()), municipalityOf, Concern.COORDINATES_AND_CURATES, findings);
            inside(one, worksAt.getOrDefault(one.personId(), Set.of()).stream().filter(school -> isStaff(one.personId(), school)).toList(),
                municipalityOf, Concern.EXECUTES_AND_CONTROLS, findings);
        });
    }

    private boolean isStaff(long person, long school) {
        return appointments.stream().anyMatch(one -> one.personId() == person && OF_SCHOOL.contains(one.role()) && one.place().id() == school);
    }

    private static void inside(Appointment coordinator, List<Long> of, Map<Long, Long> municipalityOf, Concern concern, List<Finding> findings) {
        List<Long> there = of.stream().filter(school -> municipalityOf.getOrDefault(school, -1L) == coordinator.place().id()).toList();
        if (!there.isEmpty()) {
            findings.add(Finding.of(concern, coordinator.place(), coordinator.personId(), there));
        }
    }

    /** Only where nobody will hold the role at the place afterwards. */
    private void ending(LocalDate today, List<Finding> findings) {
        record Post(Place place, Role role) {}
        Set<Post> covered = soon.stream().map(one -> new Post(one.place(), one.role())).collect(toSet());
        appointments.stream().filter(one -> one.endsOn() != null && !one.endsOn().isAfter(today.plusDays(DAYS_BEFORE_END)))
            .filter(one -> one.role() != Role.OBSERVER && one.role() != Role.EXPERT && !covered.contains(new Post(one.place(), one.role())))
            .forEach(one -> findings.add(new Finding(Concern.ENDS_SOON, one.place(), one.personId(), one.role(), List.of(), one.endsOn())));
    }
}
