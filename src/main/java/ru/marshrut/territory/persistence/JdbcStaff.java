package ru.marshrut.territory.persistence;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import ru.marshrut.audit.AuditTrail;
import ru.marshrut.audit.Subject;
import ru.marshrut.territory.Appointment;
import ru.marshrut.territory.AppointmentEnded;
import ru.marshrut.territory.Level;
import ru.marshrut.territory.Person;
import ru.marshrut.territory.PersonAppointed;
import ru.marshrut.territory.Place;
import ru.marshrut.territory.Role;
import ru.marshrut.territory.Staff;

@Repository
@Transactional
class JdbcStaff implements Staff {

    private static final String ON_A_DAY = " starts_on <= ? and (ends_on is null or ends_on >= ?) ";

    private final JdbcClient jdbc;
    private final AuditTrail audit;
    private final ApplicationEventPublisher events;

    JdbcStaff(JdbcClient jdbc, AuditTrail audit, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.audit = audit;
        this.events = events;
    }

    @Override
    public Person person(long id) {
        return jdbc.sql("select * from person where id = ?").param(id).query(Person.class).optional()
            .orElseThrow(() -> new NoSuchElementException("person " + id));
    }

    @Override
    public Map<Long, Person> people(Collection<Long> ids) {
        return jdbc.sql("select * from person where id = any(?)").param(ids.toArray(Long[]::new))
            .query(Person.class).stream().collect(toMap(Person::id, person -> person));
    }

    @Override
    public Optional<Person> personByEmail(String email) {
        return jdbc.sql("select * from person where lower(email) = lower(?)").param(email).query(Person.class).optional();
    }

    @Override
    public long addPerson(Long regionId, String fullName, String email, String phone) {
        long id = jdbc.sql("insert into person (region_id, full_name, email, phone) values (?, ?, ?, ?) returning id")
            .params(regionId, fullName, email, phone).query(Long.class).single();
        audit.record("territory.personAdded", Subject.of("person", id), Map.of());
        return id;
    }

    @Override
    public void employ(long personId, long schoolId) {
        jdbc.sql("insert into employment (person_id, school_id) values (?, ?) on conflict do nothing")
            .params(personId, schoolId).update();
    }

    @Override
    public Map<Long, Set<Long>> employedAt(Collection<Long> schoolIds) {
        record Row(long schoolId, long personId) {}
        return jdbc.sql("select school_id, person_id from employment where school_id = any(?)")
            .param(schoolIds.toArray(Long[]::new)).query(Row.class).stream()
            .collect(groupingBy(Row::schoolId, mapping(Row::personId, toSet())));
    }

    @Override
    public long appoint(long personId, Role role, Place place, LocalDate startsOn, String orderNumber) {
        long id = jdbc.sql("""
                insert into appointment (person_id, role, level, place_id, starts_on, order_number)
                values (?, ?, ?, ?, ?, ?) returning id""")
            .params(personId, role.name(), place.level().name(), place.id(), startsOn, orderNumber).query(Long.class).single();
        audit.record("territory.personAppointed", Subject.of("person", personId),
            Map.of("role", role, "level", place.level(), "place", place.id(), "from", startsOn));
        events.publishEvent(new PersonAppointed(id, personId, role, place, startsOn));
        return id;
    }

    @Override
    public void end(long appointmentId, LocalDate lastDay, String reason) {
        Appointment ended = jdbc.sql("update appointment set ends_on = ? where id = ? returning *")
            .params(lastDay, appointmentId).query(JdbcStaff::appointment).optional()
            .orElseThrow(() -> new NoSuchElementException("appointment " + appointmentId));
        audit.record("territory.appointmentEnded", Subject.of("person", ended.personId()),
            Map.of("role", ended.role(), "level", ended.place().level(), "place", ended.place().id(), "until", lastDay), reason);
        events.publishEvent(new AppointmentEnded(appointmentId, ended.personId(), ended.role(), ended.place(), lastDay));
    }

    @Override
    public List<Appointment> appointmentsOf(long personId, LocalDate on) {
        return jdbc.sql("select * from appointment where person_id = ? and" + ON_A_DAY + "order by id")
            .params(personId, on, on).query(JdbcStaff::appointment).list();
    }

    @Override
    public List<Person> holding(Role role, Place place, LocalDate on) {
        return jdbc.sql("""
                select p.* from person p join appointment a on a.person_id = p.id
                where a.level = ? and a.place_id = ? and a.role = ? and""" + ON_A_DAY + "order by a.id")
            .params(place.level().name(), place.id(), role.name(), on, on).query(Person.class).list();
    }

    @Override
    public Map<Long, List<Person>> holding(Role role, Collection<Long> schoolIds, LocalDate on) {
        record Row(long placeId, Person person) {}
        return jdbc.sql("""
                select a.place_id, p.* from person p join appointment a on a.person_id = p.id
                where a.level = ? and a.place_id = any(?) and a.role = ? and""" + ON_A_DAY + "order by a.id")
            .params(Level.SCHOOL.name(), schoolIds.toArray(Long[]::new), role.name(), on, on)
            .query((row, n) -> new Row(row.getLong("place_id"), person(row)))
            .stream().collect(groupingBy(Row::placeId, mapping(Row::person, toList())));
    }

    @Override
    public Map<Place, List<Person>> holdingAt(Role role, Collection<Place> places, LocalDate on) {
        record Row(Place place, Person person) {}
        return jdbc.sql("""
                select a.level, a.place_id, p.* from unnest(?::text[], ?::bigint[]) as wanted (level, place_id)
                join appointment a on a.level = wanted.level and a.place_id = wanted.place_id
                join person p on p.id = a.person_id
                where a.role = ? and""" + ON_A_DAY + "order by a.id")
            .params(places.stream().map(place -> place.level().name()).toArray(String[]::new),
                places.stream().map(Place::id).toArray(Long[]::new), role.name(), on, on)
            .query((row, n) -> new Row(new Place(Level.valueOf(row.getString("level")), row.getLong("place_id")), person(row)))
            .stream().collect(groupingBy(Row::place, mapping(Row::person, toList())));
    }

    private static Person person(ResultSet row) throws SQLException {
        return new Person(row.getLong("id"), row.getObject("region_id", Long.class), row.getString("full_name"),
            row.getString("email"), row.getString("phone"));
    }

    private static Appointment appointment(ResultSet row, int number) throws SQLException {
        return new Appointment(row.getLong("id"), row.getLong("person_id"), Role.valueOf(row.getString("role")),
            new Place(Level.valueOf(row.getString("level")), row.getLong("place_id")),
            row.getObject("starts_on", LocalDate.class), row.getObject("ends_on", LocalDate.class), row.getString("order_number"));
    }
}
