package ru.marshrut.territory.persistence;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.MessageSourceResolvable;
import org.springframework.context.support.DefaultMessageSourceResolvable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import ru.marshrut.audit.AuditTrail;
import ru.marshrut.audit.Subject;
import ru.marshrut.shared.Refusal;
import ru.marshrut.territory.Appointment;
import ru.marshrut.territory.AppointmentEnded;
import ru.marshrut.territory.AppointmentsChanged;
import ru.marshrut.territory.Contact;
import ru.marshrut.territory.Level;
import ru.marshrut.territory.Person;
import ru.marshrut.territory.PersonAppointed;
import ru.marshrut.territory.Place;
import ru.marshrut.territory.Role;
import ru.marshrut.territory.Staff;
import ru.marshrut.territory.Tenure;

@Repository
@Transactional
class JdbcStaff implements Staff {

    private static final int LONGEST_ORDER_NUMBER = 200;
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd.MM.yyyy");
    private static final String ON_A_DAY = " starts_on <= ? and (ends_on is null or ends_on >= ?) ";

    private final JdbcClient jdbc;
    private final AuditTrail audit;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    JdbcStaff(JdbcClient jdbc, AuditTrail audit, ApplicationEventPublisher events, Clock clock) {
        this.jdbc = jdbc;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
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
    public List<Person> peopleByEmail(Collection<String> emails) {
        return jdbc.sql("select * from person where lower(email) in (select lower(given) from unnest(?::text[]) as given)")
            .param(emails.toArray(String[]::new)).query(Person.class).list();
    }

    @Override
    public long addPerson(Long regionId, String fullName, String email, String phone) {
        if (fullName.isBlank()) {
            throw Refusal.ofField("fullName", "territory.person.notAName");
        }
        if (!Contact.isMail(email)) {
            throw Refusal.ofField("email", "territory.person.notAMail", email);
        }
        if (personByEmail(email).isPresent()) {
            throw Refusal.ofField("email", "territory.person.emailTaken", email);
        }
        String number = phone == null || phone.isBlank() ? null
            : Contact.phone(phone).orElseThrow(() -> Refusal.ofField("phone", "territory.person.notAPhone", phone));
        long id = jdbc.sql("insert into person (region_id, full_name, email, phone) values (?, ?, ?, ?) returning id")
            .params(regionId, fullName, email, number).query(Long.class).single();
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
        checkAppointment(personId, role, place, startsOn, orderNumber);
        long id = jdbc.sql("""
                insert into appointment (person_id, role, level, place_id, starts_on, order_number, recorded_at)
                values (?, ?, ?, ?, ?, ?, ?) returning id""")
            .params(personId, role.name(), place.level().name(), place.id(), startsOn, orderNumber, now()).query(Long.class).single();
        audit.record("territory.personAppointed", Subject.of("person", personId), Map.of("role", role, "level", place.level(),
            "place", place.id(), "from", startsOn, "order", orderNumber == null ? "" : orderNumber));
        events.publishEvent(new PersonAppointed(id, personId, role, place, startsOn));
        events.publishEvent(new AppointmentsChanged(Set.of(place)));
        return id;
    }

    private void checkAppointment(long personId, Role role, Place place, LocalDate startsOn, String orderNumber) {
        if (!role.levels().contains(place.level())) {
            throw Refusal.ofField("role", "territory.appointment.wrongLevel", inWords(role));
        }
        if (orderNumber != null && orderNumber.length() > LONGEST_ORDER_NUMBER) {
            throw Refusal.ofField("orderNumber", "territory.appointment.orderTooLong", String.valueOf(LONGEST_ORDER_NUMBER));
        }
        if (place.level() == Level.SCHOOL) {
            jdbc.sql("select id from school where id = ? for no key update").param(place.id()).query(Long.class).optional();
        }
        List<Appointment> there = historyOf(place);
        boolean employed = place.level() == Level.SCHOOL && employmentsOf(personId).contains(place.id());
        new Tenure(personId, role, startsOn, null)
            .collision(there.stream().filter(a -> a.role() == role).map(JdbcStaff::tenure).toList(),
                there.stream().filter(a -> a.personId() == personId).map(JdbcStaff::tenure).toList(), employed)
            .ifPresent(collision -> {
                throw refusal(collision, role);
            });
    }

    private Refusal refusal(Tenure.Collision collision, Role role) {
        Tenure other = collision.other();
        String field = collision.obstacle() == Tenure.Obstacle.CURATES_OWN_SCHOOL ? "email" : "startsOn";
        return Refusal.ofField(field, "territory.appointment." + collision.obstacle(),
            other == null ? "" : person((Long) other.person()).fullName(), other == null ? "" : DAY.format(other.from()), inWords(role));
    }

    private static MessageSourceResolvable inWords(Role role) {
        return new DefaultMessageSourceResolvable("territory.role." + role);
    }

    private static Tenure tenure(Appointment appointment) {
        return new Tenure(appointment.personId(), appointment.role(), appointment.startsOn(), appointment.endsOn());
    }

    @Override
    public void end(long appointmentId, LocalDate lastDay, String reason) {
        Appointment ended = appointment(appointmentId);
        if (lastDay.isBefore(ended.startsOn())) {
            throw Refusal.ofField("lastDay", "territory.appointment.ENDS_BEFORE_IT_STARTS", "", DAY.format(ended.startsOn()));
        }
        jdbc.sql("update appointment set ends_on = ?, end_recorded_at = ? where id = ?").params(lastDay, now(), appointmentId).update();
        audit.record("territory.appointmentEnded", Subject.of("person", ended.personId()),
            Map.of("role", ended.role(), "level", ended.place().level(), "place", ended.place().id(), "until", lastDay), reason);
        events.publishEvent(new AppointmentEnded(appointmentId, ended.personId(), ended.role(), ended.place(), lastDay));
        events.publishEvent(new AppointmentsChanged(Set.of(ended.place())));
    }

    @Override
    public Appointment appointment(long id) {
        return jdbc.sql("select * from appointment where id = ?").param(id).query(JdbcStaff::appointment).optional()
            .orElseThrow(() -> new NoSuchElementException("appointment " + id));
    }

    @Override
    public Set<Long> employmentsOf(long personId) {
        return jdbc.sql("select school_id from employment where person_id = ?").param(personId).query(Long.class).set();
    }

    @Override
    public List<Appointment> careerOf(long personId) {
        return jdbc.sql("select * from appointment where person_id = ? order by starts_on desc, id desc").param(personId)
            .query(JdbcStaff::appointment).list();
    }

    @Override
    public List<Appointment> historyOf(Place place) {
        return jdbc.sql("select * from appointment where level = ? and place_id = ? order by role, starts_on desc, id desc")
            .params(place.level().name(), place.id()).query(JdbcStaff::appointment).list();
    }

    @Override
    public List<Appointment> appointmentsWithin(Place place, LocalDate on) {
        String within = switch (place.level()) {
            case FEDERATION -> ":place = 0";
            case REGION -> """
                (level = 'REGION' and place_id = :place
                 or level = 'MUNICIPALITY' and place_id in (select id from municipality where region_id = :place)
                 or level = 'SCHOOL' and place_id in (select id from school where region_id = :place))""";
            case MUNICIPALITY -> """
                (level = 'MUNICIPALITY' and place_id = :place
                 or level = 'SCHOOL' and place_id in (select id from school where municipality_id = :place))""";
            case SCHOOL -> "level = 'SCHOOL' and place_id = :place";
        };
        return jdbc.sql("select * from appointment where starts_on <= :on and (ends_on is null or ends_on >= :on) and " + within + " order by id")
            .param("place", place.id()).param("on", on).query(JdbcStaff::appointment).list();
    }

    @Override
    public List<Appointment> appointmentsOf(long personId, LocalDate on) {
        return jdbc.sql("select * from acting where acting_id = ? and" + ON_A_DAY + "order by person_id <> acting_id, id")
            .params(personId, on, on).query(JdbcStaff::appointment).list();
    }

    @Override
    public List<Person> holding(Role role, Place place, LocalDate on) {
        return standing(role, place, on).stream().map(Standing::person).distinct().toList();
    }

    @Override
    public List<Standing> standing(Role role, Place place, LocalDate on) {
        return jdbc.sql("""
                select a.person_id as holder_id, p.* from standing_on(?) a join person p on p.id = a.acting_id
                where a.level = ? and a.place_id = ? and a.role = ? order by a.id""")
            .params(on, place.level().name(), place.id(), role.name())
            .query((row, n) -> new Standing(person(row), row.getLong("holder_id"))).list();
    }

    @Override
    public Map<Long, Person> actingFor(Collection<Long> holderIds, Role role, LocalDate on) {
        record Row(long holderId, Person person) {}
        return jdbc.sql("""
                select distinct a.person_id as holder_id, p.* from standing_on(?) a join person p on p.id = a.acting_id
                where a.person_id = any(?) and a.role = ?""")
            .params(on, holderIds.toArray(Long[]::new), role.name())
            .query((row, n) -> new Row(row.getLong("holder_id"), person(row))).stream().collect(toMap(Row::holderId, Row::person));
    }

    @Override
    public Map<Long, List<Person>> appointed(Role role, Collection<Long> schoolIds, LocalDate on) {
        return bySchool(jdbc.sql("""
                select a.place_id, p.* from person p join appointment a on a.person_id = p.id
                where a.level = ? and a.place_id = any(?) and a.role = ? and""" + ON_A_DAY + "order by a.id")
            .params(Level.SCHOOL.name(), schoolIds.toArray(Long[]::new), role.name(), on, on));
    }

    @Override
    public Map<Long, List<Person>> holding(Role role, Collection<Long> schoolIds, LocalDate on) {
        return bySchool(jdbc.sql("""
                select a.place_id, p.* from standing_on(?) a join person p on p.id = a.acting_id
                where a.level = ? and a.place_id = any(?) and a.role = ? order by a.id""")
            .params(on, Level.SCHOOL.name(), schoolIds.toArray(Long[]::new), role.name()));
    }

    private static Map<Long, List<Person>> bySchool(StatementSpec rows) {
        record Row(long placeId, Person person) {}
        return rows.query((row, n) -> new Row(row.getLong("place_id"), person(row)))
            .stream().distinct().collect(groupingBy(Row::placeId, mapping(Row::person, toList())));
    }

    @Override
    public Map<Place, List<Person>> holdingAt(Role role, Collection<Place> places, LocalDate on) {
        record Row(Place place, Person person) {}
        return jdbc.sql("""
                select a.level, a.place_id, p.* from unnest(?::text[], ?::bigint[]) as wanted (level, place_id)
                join standing_on(?) a on a.level = wanted.level and a.place_id = wanted.place_id
                join person p on p.id = a.acting_id
                where a.role = ? order by a.id""")
            .params(places.stream().map(place -> place.level().name()).toArray(String[]::new),
                places.stream().map(Place::id).toArray(Long[]::new), on, role.name())
            .query((row, n) -> new Row(new Place(Level.valueOf(row.getString("level")), row.getLong("place_id")), person(row)))
            .stream().distinct().collect(groupingBy(Row::place, mapping(Row::person, toList())));
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
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
