package ru.marshrut.territory.imports;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import ru.marshrut.territory.Level;
import ru.marshrut.territory.Role;
import ru.marshrut.territory.Settlement;
import ru.marshrut.territory.TerritoryImports.Waiting;

/** Rows of the import: kept uploads, the region as it is, and the changes; a fixed number of statements whatever the size. */
@Repository
class ImportRows {

    private static final String PLACES_OF_THE_REGION = """
        (a.level = 'REGION' and a.place_id = :region
         or a.level = 'MUNICIPALITY' and a.place_id in (select id from municipality where region_id = :region)
         or a.level = 'SCHOOL' and a.place_id in (select id from school where region_id = :region))""";

    /** @param content null once confirmed */
    record Upload(long id, long regionId, String fileName, byte[] content, Instant uploadedAt, Instant confirmedAt) {}

    /** Ids by key. */
    record Ids(Map<String, Long> municipalities, Map<String, Long> schools, Map<String, Long> people) {}

    private final JdbcClient jdbc;

    ImportRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What a kept workbook lists. */
    enum Listing { TERRITORY, CANDIDATES }

    long keep(Listing list, long regionId, String fileName, byte[] content, Instant now) {
        return jdbc.sql("insert into territory_import (list, region_id, file_name, content, uploaded_at) values (?, ?, ?, ?, ?) returning id")
            .param(list.name()).param(regionId).param(fileName).param(content).param(at(now)).query(Long.class).single();
    }

    void dropOlderThan(Instant day) {
        jdbc.sql("delete from territory_import where confirmed_at is null and uploaded_at < ?").param(at(day)).update();
    }

    List<Waiting> waiting(long regionId) {
        return jdbc.sql("""
                select id, file_name, uploaded_at from territory_import where region_id = ? and list = 'TERRITORY' and confirmed_at is null
                order by uploaded_at desc""").param(regionId)
            .query((row, n) -> new Waiting(row.getLong("id"), row.getString("file_name"), instant(row, "uploaded_at"))).list();
    }

    Optional<Upload> upload(Listing list, long regionId, long id, boolean toConfirm) {
        return jdbc.sql("select * from territory_import where id = ? and region_id = ? and list = ?" + (toConfirm ? " for update" : ""))
            .param(id).param(regionId).param(list.name())
            .query((row, n) -> new Upload(id, regionId, row.getString("file_name"), row.getBytes("content"),
                instant(row, "uploaded_at"), instant(row, "confirmed_at")))
            .optional();
    }

    void confirmed(long id, Instant now) {
        jdbc.sql("update territory_import set confirmed_at = ?, content = null where id = ?").param(at(now)).param(id).update();
    }

    void discard(long regionId, long id) {
        jdbc.sql("delete from territory_import where id = ? and region_id = ? and confirmed_at is null")
            .param(id).param(regionId).update();
    }

    /** One import of a region at a time. */
    void lock(long regionId) {
        jdbc.sql("select id from region where id = ? for no key update").param(regionId).query(Long.class).single();
    }

    Present present(long regionId, Collection<String> emailsInFile) {
        Map<Long, String> municipalityKeys = new HashMap<>();
        Map<String, String> municipalities = new HashMap<>();
        jdbc.sql("select id, name from municipality where region_id = ?").param(regionId).query(row -> {
            municipalityKeys.put(row.getLong("id"), Key.of(row.getString("name")));
            municipalities.put(Key.of(row.getString("name")), row.getString("name"));
        });
        Map<Long, String> schoolKeys = new HashMap<>();
        Map<String, Facts.School> schools = new HashMap<>();
        jdbc.sql("""
                select s.id, s.code, s.name, s.settlement, m.name as municipality
                from school s join municipality m on m.id = s.municipality_id where s.region_id = ?""").param(regionId).query(row -> {
            String key = Key.of(row.getString("code"));
            schoolKeys.put(row.getLong("id"), key);
            schools.put(key, new Facts.School(row.getString("code"), row.getString("name"), row.getString("municipality"),
                Settlement.valueOf(row.getString("settlement"))));
        });
        Map<Long, Set<String>> employedAt = new HashMap<>();
        jdbc.sql("select e.person_id, e.school_id from employment e join school s on s.id = e.school_id where s.region_id = ?")
            .param(regionId).query(row -> {
                employedAt.computeIfAbsent(row.getLong(1), id -> new HashSet<>()).add(schoolKeys.get(row.getLong(2)));
            });
        Map<String, String> names = new HashMap<>();
        Map<String, Facts.Person> people = new HashMap<>();
        jdbc.sql("select id, full_name, email, phone from person where region_id = ?").param(regionId).query(row -> {
            String key = Key.of(row.getString("email"));
            names.put(key, row.getString("full_name"));
            people.put(key, new Facts.Person(row.getString("email"), row.getString("full_name"), row.getString("phone"),
                employedAt.getOrDefault(row.getLong("id"), Set.of())));
        });
        return new Present(jdbc.sql("select name from region where id = ?").param(regionId).query(String.class).single(),
            municipalities, schools, people, appointments(regionId, municipalityKeys, schoolKeys, names),
            risks(regionId, schoolKeys), conflicts(regionId, schoolKeys), names, strangers(regionId, emailsInFile));
    }

    private Map<Facts.Post, Present.Held> appointments(long regionId, Map<Long, String> municipalityKeys, Map<Long, String> schoolKeys,
                                                       Map<String, String> names) {
        Map<Facts.Post, Present.Held> appointments = new HashMap<>();
        jdbc.sql("select a.*, p.email, p.full_name from appointment a join person p on p.id = a.person_id where " + PLACES_OF_THE_REGION)
            .param("region", regionId).query(row -> {
                Level level = Level.valueOf(row.getString("level"));
                String place = switch (level) {
                    case SCHOOL -> schoolKeys.get(row.getLong("place_id"));
                    case MUNICIPALITY -> municipalityKeys.get(row.getLong("place_id"));
                    default -> "";
                };
                String person = Key.of(row.getString("email"));
                names.putIfAbsent(person, row.getString("full_name"));
                Facts.Post post = new Facts.Post(person, Role.valueOf(row.getString("role")), new Facts.PlaceKey(level, place),
                    row.getObject("starts_on", LocalDate.class));
                appointments.put(post, new Present.Held(row.getLong("id"),
                    new Facts.Appointment(post, row.getObject("ends_on", LocalDate.class), row.getString("order_number"))));
            });
        return appointments;
    }

    private Map<Facts.SchoolYear, Set<String>> risks(long regionId, Map<Long, String> schoolKeys) {
        Map<Facts.SchoolYear, Set<String>> risks = new HashMap<>();
        jdbc.sql("select r.* from activated_risk r join school s on s.id = r.school_id where s.region_id = ?").param(regionId).query(row -> {
            Facts.SchoolYear schoolYear = new Facts.SchoolYear(schoolKeys.get(row.getLong("school_id")), row.getInt("year"));
            risks.computeIfAbsent(schoolYear, at -> new HashSet<>()).add(row.getString("direction"));
        });
        return risks;
    }

    private Map<Facts.Pair, String> conflicts(long regionId, Map<Long, String> schoolKeys) {
        Map<Facts.Pair, String> conflicts = new HashMap<>();
        jdbc.sql("""
                select c.* from conflict c join school s on s.id = c.school_id join school o on o.id = c.other_school_id
                where s.region_id = :region and o.region_id = :region""").param("region", regionId).query(row -> {
            conflicts.put(Facts.Pair.of(schoolKeys.get(row.getLong("school_id")), schoolKeys.get(row.getLong("other_school_id"))),
                row.getString("reason"));
        });
        return conflicts;
    }

    private Set<String> strangers(long regionId, Collection<String> emails) {
        return new HashSet<>(jdbc.sql("select lower(email) from person where region_id is distinct from ? and lower(email) = any(?)")
            .param(regionId).param(emails.toArray(String[]::new)).query(String.class).list().stream().map(Key::of).toList());
    }

    Ids ids(long regionId) {
        return new Ids(idsByKey("select id, name from municipality where region_id = ?", regionId),
            idsByKey("select id, code from school where region_id = ?", regionId),
            idsByKey("select id, email from person where region_id = ?", regionId));
    }

    private Map<String, Long> idsByKey(String sql, long regionId) {
        Map<String, Long> ids = new HashMap<>();
        jdbc.sql(sql).param(regionId).query(row -> { ids.put(Key.of(row.getString(2)), row.getLong(1)); });
        return ids;
    }

    void addMunicipalities(long regionId, List<String> names) {
        jdbc.sql("insert into municipality (region_id, name) select ?, unnest(?::text[])")
            .param(regionId).param(names.toArray(String[]::new)).update();
    }

    void addSchools(long regionId, List<Facts.School> schools, Ids ids) {
        jdbc.sql("""
                insert into school (region_id, municipality_id, code, name, settlement)
                select :region, * from unnest(:municipalities::bigint[], :codes::text[], :names::text[], :settlements::text[])""")
            .param("region", regionId)
            .param("municipalities", longs(schools, school -> ids.municipalities().get(Key.of(school.municipality()))))
            .param("codes", texts(schools, Facts.School::code))
            .param("names", texts(schools, Facts.School::name))
            .param("settlements", texts(schools, school -> school.settlement().name()))
            .update();
    }

    void changeSchools(List<Facts.School> schools, Ids ids) {
        jdbc.sql("""
                update school set municipality_id = given.municipality_id, name = given.name, settlement = given.settlement
                from unnest(:ids::bigint[], :municipalities::bigint[], :names::text[], :settlements::text[])
                    as given (id, municipality_id, name, settlement)
                where school.id = given.id""")
            .param("ids", longs(schools, school -> ids.schools().get(Key.of(school.code()))))
            .param("municipalities", longs(schools, school -> ids.municipalities().get(Key.of(school.municipality()))))
            .param("names", texts(schools, Facts.School::name))
            .param("settlements", texts(schools, school -> school.settlement().name()))
            .update();
    }

    void addPeople(long regionId, List<Facts.Person> people) {
        jdbc.sql("""
                insert into person (region_id, full_name, email, phone)
                select :region, * from unnest(:names::text[], :emails::text[], :phones::text[])""")
            .param("region", regionId)
            .param("names", texts(people, Facts.Person::fullName))
            .param("emails", texts(people, Facts.Person::email))
            .param("phones", texts(people, Facts.Person::phone))
            .update();
    }

    /** An unknown telephone leaves the known one. */
    void changePeople(List<Facts.Person> people, Ids ids) {
        jdbc.sql("""
                update person set full_name = given.full_name, phone = coalesce(given.phone, person.phone)
                from unnest(:ids::bigint[], :names::text[], :phones::text[]) as given (id, full_name, phone)
                where person.id = given.id""")
            .param("ids", longs(people, person -> ids.people().get(Key.of(person.email()))))
            .param("names", texts(people, Facts.Person::fullName))
            .param("phones", texts(people, Facts.Person::phone))
            .update();
    }

    void replaceEmployments(long regionId, List<Facts.Person> people, Ids ids) {
        record Employment(long personId, long schoolId) {}
        List<Employment> employments = people.stream()
            .flatMap(person -> person.employedAt().stream()
                .map(school -> new Employment(ids.people().get(Key.of(person.email())), ids.schools().get(school))))
            .toList();
        jdbc.sql("""
                delete from employment using school
                where school.id = employment.school_id and school.region_id = :region and person_id = any(:people::bigint[])""")
            .param("region", regionId)
            .param("people", longs(people, person -> ids.people().get(Key.of(person.email()))))
            .update();
        jdbc.sql("insert into employment (person_id, school_id) select * from unnest(:people::bigint[], :schools::bigint[])")
            .param("people", longs(employments, Employment::personId))
            .param("schools", longs(employments, Employment::schoolId))
            .update();
    }

    void addAppointments(List<Facts.Appointment> appointments, Function<Facts.PlaceKey, Long> places, Ids ids, Instant now) {
        jdbc.sql("""
                insert into appointment (person_id, role, level, place_id, starts_on, ends_on, order_number, recorded_at, end_recorded_at)
                select given.*, :now, case when given.ends_on is not null then :now end
                from unnest(:people::bigint[], :roles::text[], :levels::text[], :places::bigint[],
                    :starts::date[], :ends::date[], :orders::text[]) as given (person_id, role, level, place_id, starts_on, ends_on, order_number)""")
            .param("now", at(now))
            .param("people", longs(appointments, appointment -> ids.people().get(appointment.post().email())))
            .param("roles", texts(appointments, appointment -> appointment.post().role().name()))
            .param("levels", texts(appointments, appointment -> appointment.post().place().level().name()))
            .param("places", longs(appointments, appointment -> places.apply(appointment.post().place())))
            .param("starts", texts(appointments, appointment -> appointment.post().from().toString()))
            .param("ends", texts(appointments, appointment -> day(appointment.until())))
            .param("orders", texts(appointments, Facts.Appointment::order))
            .update();
    }

    void changeAppointments(List<Changes.AppointmentChange> appointments, Instant now) {
        jdbc.sql("""
                update appointment set ends_on = given.ends_on, order_number = given.order_number,
                    end_recorded_at = case when appointment.ends_on is distinct from given.ends_on then :now else end_recorded_at end
                from unnest(:ids::bigint[], :ends::date[], :orders::text[]) as given (id, ends_on, order_number)
                where appointment.id = given.id""")
            .param("now", at(now))
            .param("ids", longs(appointments, change -> change.before().id()))
            .param("ends", texts(appointments, change -> day(change.now().until())))
            .param("orders", texts(appointments, change -> change.now().order()))
            .update();
    }

    void replaceRisks(List<Changes.RiskChange> risks, Ids ids) {
        record Activated(Facts.SchoolYear schoolYear, String direction) {}
        List<Activated> activated = risks.stream()
            .flatMap(change -> change.directions().stream().map(direction -> new Activated(change.schoolYear(), direction)))
            .toList();
        jdbc.sql("""
                delete from activated_risk using unnest(:schools::bigint[], :years::int[]) as given (school_id, year)
                where activated_risk.school_id = given.school_id and activated_risk.year = given.year""")
            .param("schools", longs(risks, change -> ids.schools().get(change.schoolYear().school())))
            .param("years", texts(risks, change -> String.valueOf(change.schoolYear().year())))
            .update();
        jdbc.sql("""
                insert into activated_risk (school_id, year, direction)
                select * from unnest(:schools::bigint[], :years::int[], :directions::text[])""")
            .param("schools", longs(activated, risk -> ids.schools().get(risk.schoolYear().school())))
            .param("years", texts(activated, risk -> String.valueOf(risk.schoolYear().year())))
            .param("directions", texts(activated, Activated::direction))
            .update();
    }

    void putConflicts(List<Changes.ConflictChange> conflicts, Ids ids) {
        jdbc.sql("""
                insert into conflict (school_id, other_school_id, reason)
                select least(one, other), greatest(one, other), reason
                from unnest(:one::bigint[], :other::bigint[], :reasons::text[]) as given (one, other, reason)
                on conflict (school_id, other_school_id) do update set reason = excluded.reason""")
            .param("one", longs(conflicts, change -> ids.schools().get(change.pair().first())))
            .param("other", longs(conflicts, change -> ids.schools().get(change.pair().second())))
            .param("reasons", texts(conflicts, Changes.ConflictChange::reason))
            .update();
    }

    private static String day(LocalDate day) {
        return day == null ? null : day.toString();
    }

    private static OffsetDateTime at(Instant instant) {
        return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }

    private static <T> String[] texts(Collection<T> items, Function<T, String> text) {
        return items.stream().map(text).toArray(String[]::new);
    }

    private static <T> Long[] longs(Collection<T> items, Function<T, Long> number) {
        return items.stream().map(number).toArray(Long[]::new);
    }
}
