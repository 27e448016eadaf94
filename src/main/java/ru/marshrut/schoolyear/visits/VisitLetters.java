package ru.marshrut.schoolyear.visits;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import ru.marshrut.notification.Invitation;
import ru.marshrut.notification.Letter;
import ru.marshrut.notification.MeetingSource;
import ru.marshrut.notification.PersonalNewsSource;
import ru.marshrut.notification.Post;
import ru.marshrut.schoolyear.SchoolYear;
import ru.marshrut.schoolyear.persistence.VisitRows;
import ru.marshrut.territory.Appointment;
import ru.marshrut.territory.Person;
import ru.marshrut.territory.Place;
import ru.marshrut.territory.Region;
import ru.marshrut.territory.Role;
import ru.marshrut.territory.School;
import ru.marshrut.territory.Staff;
import ru.marshrut.territory.Territory;

/** Tells the school when its curator comes: one letter when the schedule is agreed, changes in the digest, all of it in the calendar. */
@Component
class VisitLetters implements MeetingSource, PersonalNewsSource {

    private static final Locale RUSSIAN = Locale.forLanguageTag("ru");
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd.MM.yyyy");
    private static final List<Role> INVITED = List.of(Role.SCHOOL_COORDINATOR, Role.PRINCIPAL);
    /** A visit has a day and no hour: in a calendar it takes the school's day. */
    private static final LocalTime BEGINS = LocalTime.of(9, 0);
    private static final LocalTime ENDS = LocalTime.of(16, 0);

    private final Post post;
    private final VisitRows rows;
    private final Territory territory;
    private final Staff staff;
    private final MessageSource messages;
    private final Clock clock;

    VisitLetters(Post post, VisitRows rows, Territory territory, Staff staff, MessageSource messages, Clock clock) {
        this.post = post;
        this.rows = rows;
        this.territory = territory;
        this.staff = staff;
        this.messages = messages;
        this.clock = clock;
    }

    void agreed(SchoolYear year, List<Visit> visits) {
        School school = territory.school(year.schoolId());
        LocalDate today = LocalDate.ofInstant(clock.instant(), territory.region(year.regionId()).zone());
        Map<String, Object> model = new HashMap<>();
        model.put("school", school.name());
        model.put("year", year.year());
        model.put("curators", staff.holding(Role.CURATOR, school.place(), today).stream().map(VisitLetters::contact).toList());
        model.put("visits", visits.stream().map(visit -> Map.of("day", DAY.format(visit.day()), "purpose", visit.purpose())).toList());
        model.put("path", "/school-years/" + year.id() + "/visits");
        Set<Person> invited = new LinkedHashSet<>();
        INVITED.forEach(role -> invited.addAll(staff.holding(role, school.place(), today)));
        invited.forEach(person -> post.send(new Letter(person.id(), "visit-schedule", model, "school-year-" + year.id() + "/visits")));
    }

    /** Changes of agreed visits, for the school's people and the coordinators of its municipality; the curator has made them himself. */
    @Override
    @Transactional(readOnly = true)
    public List<PersonalNews> newsFor(long regionId, Instant from, Instant until) {
        List<VisitChange> changes = rows.changes(regionId, from, until);
        Map<Long, School> schools = territory.schools(changes.stream().map(VisitChange::schoolId).collect(toSet()));
        LocalDate today = LocalDate.ofInstant(until, territory.region(regionId).zone());
        Map<Long, Set<Person>> readers = readers(schools, today);
        return changes.stream().flatMap(change -> readers.get(change.schoolId()).stream().map(person -> new PersonalNews(person.id(),
            words(change, schools.get(change.schoolId()).name()), "/school-years/" + change.schoolYearId() + "/visits"))).toList();
    }

    private Map<Long, Set<Person>> readers(Map<Long, School> schools, LocalDate today) {
        Map<Place, List<Person>> coordinators = staff.holdingAt(Role.MUNICIPAL_COORDINATOR,
            schools.values().stream().map(school -> Place.municipality(school.municipalityId())).collect(toSet()), today);
        Map<Long, Set<Person>> readers = new HashMap<>();
        schools.values().forEach(school -> readers.put(school.id(),
            new LinkedHashSet<>(coordinators.getOrDefault(Place.municipality(school.municipalityId()), List.of()))));
        INVITED.forEach(role -> staff.holding(role, schools.keySet(), today).forEach((school, people) -> readers.get(school).addAll(people)));
        return readers;
    }

    @Override
    @Transactional(readOnly = true)
    public List<Invitation> meetingsOf(long personId, Instant from) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        Set<Long> schoolIds = staff.appointmentsOf(personId, today).stream()
            .filter(appointment -> appointment.role() == Role.CURATOR || INVITED.contains(appointment.role()))
            .map(Appointment::place).map(Place::id).collect(toSet());
        Map<Long, School> schools = territory.schools(schoolIds);
        Map<Long, ZoneId> zones = zones(schools.values());
        return rows.coming(schoolIds, LocalDate.ofInstant(from, ZoneOffset.UTC)).stream()
            .map(coming -> invitation(coming.visit(), schools.get(coming.schoolId()), zones)).toList();
    }

    private Map<Long, ZoneId> zones(Collection<School> schools) {
        return schools.stream().map(School::regionId).distinct().map(territory::region).collect(toMap(Region::id, Region::zone));
    }

    private Invitation invitation(Visit visit, School school, Map<Long, ZoneId> zones) {
        ZoneId zone = zones.get(school.regionId());
        return new Invitation("visit-" + visit.id() + "@marshrut", visit.moves(), false, words("schoolyear.visits.meeting", school.name()),
            visit.purpose(), visit.day().atTime(BEGINS).atZone(zone).toInstant(), visit.day().atTime(ENDS).atZone(zone).toInstant(), zone,
            null, List.of());
    }

    private String words(VisitChange change, String school) {
        return words("schoolyear.visits.news." + (change.kind() == VisitChange.Kind.NOT_HELD && change.nowOn() != null ? "POSTPONED" : change.kind()),
            school, DAY.format(change.wasOn()), change.nowOn() == null ? "" : DAY.format(change.nowOn()), change.reason());
    }

    private static Map<String, String> contact(Person person) {
        return Map.of("name", person.fullName(), "phone", person.phone() == null ? "" : person.phone(), "email", person.email(), "role", "");
    }

    private String words(String code, Object... arguments) {
        return messages.getMessage(code, arguments, RUSSIAN);
    }
}
