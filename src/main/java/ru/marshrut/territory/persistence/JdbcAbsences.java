package ru.marshrut.territory.persistence;

import static java.util.stream.Collectors.toMap;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import ru.marshrut.audit.AuditTrail;
import ru.marshrut.audit.CurrentActor;
import ru.marshrut.audit.Subject;
import ru.marshrut.shared.Refusal;
import ru.marshrut.territory.Absence;
import ru.marshrut.territory.Absences;
import ru.marshrut.territory.AppointmentsChanged;
import ru.marshrut.territory.Level;
import ru.marshrut.territory.Person;
import ru.marshrut.territory.PersonAppointed;
import ru.marshrut.territory.Place;
import ru.marshrut.territory.Region;
import ru.marshrut.territory.School;
import ru.marshrut.territory.Staff;
import ru.marshrut.territory.Substitution;
import ru.marshrut.territory.Territory;

@Repository
@Transactional
class JdbcAbsences implements Absences {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd.MM.yyyy");
    private static final String LATEST = """
        select a.id, a.person_id, a.substitute_id, a.first_day, a.kind, ending.last_day from absence a
        cross join lateral (select e.last_day from absence_end e where e.absence_id = a.id order by e.id desc limit 1) ending
        """;

    private final JdbcClient jdbc;
    private final Staff staff;
    private final Territory territory;
    private final AuditTrail audit;
    private final CurrentActor actor;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    JdbcAbsences(JdbcClient jdbc, Staff staff, Territory territory, AuditTrail audit, CurrentActor actor,
                 ApplicationEventPublisher events, Clock clock) {
        this.jdbc = jdbc;
        this.staff = staff;
        this.territory = territory;
        this.audit = audit;
        this.actor = actor;
        this.events = events;
        this.clock = clock;
    }

    @Override
    public long enter(long personId, long substituteId, LocalDate firstDay, LocalDate lastDay, Absence.Kind kind) {
        lock(personId, substituteId);
        Person person = staff.person(personId);
        LocalDate today = today(person);
        if (firstDay.isBefore(today)) {
            throw Refusal.ofField("firstDay", "territory.absence.past", DAY.format(firstDay), DAY.format(today));
        }
        if (lastDay.isBefore(firstDay) || lastDay.isAfter(firstDay.plusDays(LONGEST - 1))) {
            throw Refusal.ofField("lastDay", "territory.absence.days", DAY.format(firstDay), DAY.format(lastDay), String.valueOf(LONGEST));
        }
        overlapping(personId, firstDay, lastDay).ifPresent(other -> {
            throw Refusal.ofField("firstDay", "territory.absence.overlaps", DAY.format(other.firstDay()), DAY.format(other.lastDay()));
        });
        checkSubstitute(person, staff.person(substituteId), firstDay, lastDay);
        long id = jdbc.sql("""
                insert into absence (person_id, substitute_id, first_day, kind, recorded_by, recorded_at)
                values (?, ?, ?, ?, ?, ?) returning id""")
            .params(personId, substituteId, firstDay, kind.name(), actor.current().personId(), now()).query(Long.class).single();
        addEnd(id, lastDay, null);
        audit.record("territory.absenceEntered", Subject.of("person", personId),
            Map.of("absence", id, "substitute", substituteId, "from", firstDay, "until", lastDay, "absenceKind", kind));
        publish(personId);
        return id;
    }

    private void checkSubstitute(Person person, Person substitute, LocalDate first, LocalDate last) {
        if (person.id() == substitute.id()) {
            throw Refusal.ofField("substitute", "territory.absence.himself");
        }
        if (!Objects.equals(person.regionId(), substitute.regionId())) {
            throw Refusal.ofField("substitute", "territory.absence.anotherRegion", substitute.fullName());
        }
        overlapping(substitute.id(), first, last).ifPresent(other -> {
            throw Refusal.ofField("substitute", "territory.absence.absentHimself", substitute.fullName(), DAY.format(other.firstDay()),
                DAY.format(other.lastDay()));
        });
        checkCollision(person.id(), substitute, first, last, "substitute");
    }

    private void checkCollision(long personId, Person substitute, LocalDate first, LocalDate last, String field) {
        new Substitution(staff.careerOf(personId), staff.careerOf(substitute.id()), staff.employmentsOf(substitute.id()), this::within)
            .collision(first, last).ifPresent(collision -> {
                throw Refusal.ofField(field, "territory.absence." + collision.obstacle(), substitute.fullName());
            });
    }

    private boolean within(long schoolId, Place place) {
        School school = territory.school(schoolId);
        return place.equals(school.place()) || place.equals(Place.municipality(school.municipalityId()))
            || place.equals(Place.region(school.regionId())) || place.equals(Place.FEDERATION);
    }

    /** What would have forbidden the substitution forbids the later appointment, of the absent one and of the substitute. */
    @EventListener
    void on(PersonAppointed appointed) {
        Person person = staff.person(appointed.personId());
        LocalDate today = today(person);
        Stream.concat(of(person.id()).stream(), substitutedBy(person.id()).stream())
            .filter(absence -> !absence.withdrawn() && !absence.lastDay().isBefore(today))
            .forEach(absence -> checkCollision(absence.personId(), staff.person(absence.substituteId()), absence.firstDay(), absence.lastDay(), "email"));
    }

    @Override
    public void endEarly(long absenceId, LocalDate lastDay, String reason) {
        Absence absence = locked(absenceId, reason);
        LocalDate yesterday = today(staff.person(absence.personId())).minusDays(1);
        if (!lastDay.isBefore(absence.lastDay()) || lastDay.isBefore(absence.firstDay()) || lastDay.isBefore(yesterday)) {
            throw Refusal.ofField("lastDay", "territory.absence.notEarlier", DAY.format(absence.firstDay()), DAY.format(absence.lastDay()), DAY.format(yesterday));
        }
        addEnd(absenceId, lastDay, reason.strip());
        audit.record("territory.absenceEnded", Subject.of("person", absence.personId()), Map.of("absence", absenceId, "until", lastDay), reason.strip());
        publish(absence.personId());
    }

    @Override
    public void withdraw(long absenceId, String reason) {
        Absence absence = locked(absenceId, reason);
        if (absence.firstDay().isBefore(today(staff.person(absence.personId())))) {
            throw Refusal.ofField("reason", "territory.absence.begun", DAY.format(absence.firstDay()));
        }
        addEnd(absenceId, null, reason.strip());
        audit.record("territory.absenceWithdrawn", Subject.of("person", absence.personId()),
            Map.of("absence", absenceId, "from", absence.firstDay(), "until", absence.lastDay()), reason.strip());
        publish(absence.personId());
    }

    private Absence locked(long absenceId, String reason) {
        lock(absence(absenceId).personId());
        Absence absence = absence(absenceId);
        if (absence.withdrawn()) {
            throw Refusal.of("territory.absence.withdrawn");
        }
        if (reason == null || reason.isBlank()) {
            throw Refusal.ofField("reason", "territory.absence.noReason");
        }
        return absence;
    }

    @Override
    public Absence absence(long id) {
        return jdbc.sql(LATEST + "where a.id = ?").param(id).query(Absence.class).optional()
            .orElseThrow(() -> new NoSuchElementException("absence " + id));
    }

    @Override
    public List<Absence> of(long personId) {
        return jdbc.sql(LATEST + "where a.person_id = ? order by a.first_day desc, a.id desc").param(personId).query(Absence.class).list();
    }

    @Override
    public List<Absence> substitutedBy(long personId) {
        return jdbc.sql(LATEST + "where a.substitute_id = ? order by a.first_day desc, a.id desc").param(personId).query(Absence.class).list();
    }

    @Override
    public Map<Long, Absence> onDay(Collection<Long> personIds, LocalDate day) {
        return jdbc.sql("select * from absence_now where person_id = any(?) and ? between first_day and last_day")
            .params(personIds.toArray(Long[]::new), day).query(Absence.class).stream().collect(toMap(Absence::personId, absence -> absence));
    }

    @Override
    public List<Absence> changedIn(long regionId, Instant from, Instant until) {
        return jdbc.sql(LATEST + """
                where exists (select from absence_end e where e.absence_id = a.id and e.recorded_at > ? and e.recorded_at <= ?)
                    and exists (select from person p where p.id = a.person_id and p.region_id = ?)
                order by a.id""")
            .params(from.atOffset(ZoneOffset.UTC), until.atOffset(ZoneOffset.UTC), regionId).query(Absence.class).list();
    }

    private Optional<Absence> overlapping(long personId, LocalDate first, LocalDate last) {
        return of(personId).stream().filter(absence -> absence.overlaps(first, last)).findFirst();
    }

    private void addEnd(long absenceId, LocalDate lastDay, String reason) {
        jdbc.sql("insert into absence_end (absence_id, last_day, reason, recorded_by, recorded_at) values (?, ?, ?, ?, ?)")
            .params(absenceId, lastDay, reason, actor.current().personId(), now()).update();
    }

    /** Two absences of one person cannot be entered side by side. The order keeps two from waiting for each other. */
    private void lock(Long... personIds) {
        jdbc.sql("select id from person where id = any(?) order by id for no key update").param(personIds).query(Long.class).list();
    }

    /** The tasks of his own appointments move, and of those in which he stands in for others. */
    private void publish(long personId) {
        Set<Place> places = new HashSet<>(jdbc.sql("select distinct level, place_id from acting where acting_id = ? and coalesce(ends_on, 'infinity') >= ?")
            .params(personId, today(staff.person(personId)).minusDays(1))
            .query((row, n) -> new Place(Level.valueOf(row.getString("level")), row.getLong("place_id"))).list());
        if (!places.isEmpty()) {
            events.publishEvent(new AppointmentsChanged(places));
        }
    }

    private LocalDate today(Person person) {
        return LocalDate.ofInstant(clock.instant(), person.regionId() == null ? Region.FEDERATION_ZONE : territory.region(person.regionId()).zone());
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
