package ru.marshrut.notification.persistence;

import static java.util.stream.Collectors.toMap;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import ru.marshrut.access.Viewer;
import ru.marshrut.audit.AuditTrail;
import ru.marshrut.audit.Subject;
import ru.marshrut.notification.Incidents;
import ru.marshrut.notification.MailIncident;
import ru.marshrut.notification.mail.IncidentBook;
import ru.marshrut.notification.mail.Outbox;
import ru.marshrut.shared.NotYours;
import ru.marshrut.territory.Appointment;
import ru.marshrut.territory.Level;
import ru.marshrut.territory.Person;
import ru.marshrut.territory.Place;
import ru.marshrut.territory.Role;
import ru.marshrut.territory.School;
import ru.marshrut.territory.Staff;
import ru.marshrut.territory.Territory;

@Repository
@Transactional
class JdbcIncidents implements Incidents, IncidentBook {

    private static final Set<Role> CONCERNED = EnumSet.of(Role.MUNICIPAL_COORDINATOR, Role.REGIONAL_COORDINATOR, Role.ADMINISTRATOR);
    private static final Set<Role> OF_SCHOOLS = EnumSet.of(Role.SCHOOL_COORDINATOR, Role.PRINCIPAL, Role.CURATOR);

    private final JdbcClient jdbc;
    private final Outbox outbox;
    private final Staff staff;
    private final Territory territory;
    private final AuditTrail audit;
    private final Clock clock;

    JdbcIncidents(JdbcClient jdbc, Outbox outbox, Staff staff, Territory territory, AuditTrail audit, Clock clock) {
        this.jdbc = jdbc;
        this.outbox = outbox;
        this.staff = staff;
        this.territory = territory;
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    public boolean enter(long personId, String address, String reply) {
        return jdbc.sql("""
                insert into mail_incident (person_id, address, reply, occurred_at) values (?, ?, ?, ?)
                on conflict (person_id) where settled_at is null do nothing""")
            .params(personId, address, reply, now()).update() == 1;
    }

    @Override
    @Transactional(readOnly = true)
    public List<MailIncident> openFor(Viewer viewer) {
        record Row(long id, long personId, String address, String reply, Instant occurredAt, int letters) {}
        List<Row> open = jdbc.sql("""
                select i.*, (select count(*) from letter l where l.recipient_id = i.person_id and l.state in ('FAILED', 'REFUSED')) as letters
                from mail_incident i where settled_at is null order by occurred_at desc, id desc""")
            .query((row, n) -> new Row(row.getLong("id"), row.getLong("person_id"), row.getString("address"), row.getString("reply"),
                row.getObject("occurred_at", OffsetDateTime.class).toInstant(), row.getInt("letters")))
            .list();
        if (open.isEmpty()) {
            return List.of();
        }
        Map<Long, Person> people = staff.people(open.stream().map(Row::personId).toList());
        Set<Long> concern = concernOf(viewer, people);
        return open.stream().filter(row -> concern.contains(row.personId())).map(row -> {
            Person person = people.get(row.personId());
            return new MailIncident(row.id(), person.id(), person.fullName(), person.phone(), row.address(), row.reply(),
                row.occurredAt(), row.letters());
        }).toList();
    }

    @Override
    @Transactional(readOnly = true)
    public Map<Long, String> refusedAmong(Collection<Long> personIds) {
        record Row(long personId, String address) {}
        return jdbc.sql("select person_id, address from mail_incident where settled_at is null and person_id = any(?)")
            .param(personIds.toArray(Long[]::new)).query(Row.class).stream().collect(toMap(Row::personId, Row::address));
    }

    private Set<Long> concernOf(Viewer viewer, Map<Long, Person> people) {
        Set<Long> concern = new HashSet<>();
        for (Appointment held : viewer.appointments()) {
            if (!CONCERNED.contains(held.role())) {
                continue;
            }
            Place place = held.place();
            if (place.level() == Level.FEDERATION) {
                concern.addAll(people.keySet());
            } else if (place.level() == Level.REGION) {
                people.values().stream().filter(person -> Long.valueOf(place.id()).equals(person.regionId()))
                    .forEach(person -> concern.add(person.id()));
            } else {
                concern.addAll(peopleOfSchoolsWithin(place));
            }
        }
        return concern;
    }

    private Set<Long> peopleOfSchoolsWithin(Place place) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        Map<Long, School> schools = territory.schoolsWithin(place).stream().collect(toMap(School::id, school -> school));
        Set<Long> people = new HashSet<>();
        for (Role role : OF_SCHOOLS) {
            staff.holding(role, schools.keySet(), today).values().forEach(those -> those.forEach(person -> people.add(person.id())));
        }
        return people;
    }

    @Override
    public void sendAgain(long incidentId, Viewer viewer) {
        MailIncident incident = openFor(viewer).stream().filter(open -> open.id() == incidentId).findFirst()
            .orElseThrow(() -> new NotYours("mail incident", incidentId));
        jdbc.sql("update mail_incident set settled_at = ? where id = ?").params(now(), incidentId).update();
        outbox.revive(incident.personId());
        audit.record("notification.sentAgain", Subject.of("person", incident.personId()), Map.of("letters", incident.letters()));
    }

    private OffsetDateTime now() {
        return OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
