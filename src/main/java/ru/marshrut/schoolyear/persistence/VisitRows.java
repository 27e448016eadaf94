package ru.marshrut.schoolyear.persistence;

import static java.util.stream.Collectors.toMap;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import ru.marshrut.schoolyear.visits.PlannedVisit;
import ru.marshrut.schoolyear.visits.Schedule;
import ru.marshrut.schoolyear.visits.Visit;
import ru.marshrut.schoolyear.visits.VisitChange;

/** Schedules of visits, the visits and their changes. */
@Repository
public class VisitRows {

    private static final String CHANGE = """
        select c.visit_id, v.school_year_id, y.school_id, c.kind, c.was_on, c.now_on, c.reason, c.person_id, c.changed_at
        from visit_change c join visit v on v.id = c.visit_id join school_year y on y.id = v.school_year_id\s""";

    private final JdbcClient jdbc;

    VisitRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public Optional<Schedule> schedule(long yearId) {
        return jdbc.sql("select * from visit_schedule where school_year_id = ?").param(yearId).query(Schedule.class).optional();
    }

    /** All visits of the years, by day. */
    public List<Visit> visits(Collection<Long> yearIds) {
        return jdbc.sql("select * from visit where school_year_id = any(?) order by day, id").param(yearIds.toArray(Long[]::new))
            .query(Visit.class).list();
    }

    public Visit visit(long id) {
        return jdbc.sql("select * from visit where id = ?").param(id).query(Visit.class).optional()
            .orElseThrow(() -> new NoSuchElementException("visit " + id));
    }

    /** What is proposed takes the place of what was proposed before. */
    public void propose(long yearId, List<PlannedVisit> visits) {
        jdbc.sql("""
                insert into visit_schedule (school_year_id, state) values (?, 'PROPOSED')
                on conflict (school_year_id) do update set state = 'PROPOSED'""").param(yearId).update();
        jdbc.sql("delete from visit where school_year_id = ? and state = 'PROPOSED'").param(yearId).update();
        jdbc.sql("""
                insert into visit (school_year_id, planned_on, day, purpose, state)
                select ?, given.day, given.day, given.purpose, 'PROPOSED' from unnest(?::date[], ?::text[]) as given (day, purpose)""")
            .params(yearId, visits.stream().map(visit -> visit.day().toString()).toArray(String[]::new),
                visits.stream().map(PlannedVisit::purpose).toArray(String[]::new)).update();
    }

    public void agree(long yearId, long personId, String comment, LocalDate on) {
        jdbc.sql("update visit_schedule set state = 'AGREED', decided_by = ?, comment = ?, agreed_on = ? where school_year_id = ?")
            .params(personId, comment, on, yearId).update();
        jdbc.sql("update visit set state = 'PLANNED' where school_year_id = ? and state = 'PROPOSED'").param(yearId).update();
    }

    public void sendBack(long yearId, long personId, String comment) {
        jdbc.sql("update visit_schedule set state = 'RETURNED', decided_by = ?, comment = ? where school_year_id = ?")
            .params(personId, comment, yearId).update();
    }

    public void take(long yearId, Long visitId) {
        jdbc.sql("update visit_schedule set taken_visit = ? where school_year_id = ?").params(visitId, yearId).update();
    }

    /** @return its id */
    public long add(long yearId, PlannedVisit visit) {
        return jdbc.sql("""
                insert into visit (school_year_id, planned_on, day, purpose, state) values (?, ?, ?, ?, 'PLANNED') returning id""")
            .params(yearId, visit.day(), visit.day(), visit.purpose()).query(Long.class).single();
    }

    public void move(long visitId, LocalDate day) {
        jdbc.sql("update visit set day = ?, moves = moves + 1 where id = ?").params(day, visitId).update();
    }

    public void held(long visitId, LocalDate on, String lookedAt, String agreements) {
        jdbc.sql("update visit set state = 'HELD', held_on = ?, looked_at = ?, agreements = ?, removal_asked = null where id = ?")
            .params(on, lookedAt, agreements, visitId).update();
    }

    public void notHeld(long visitId) {
        jdbc.sql("update visit set state = 'NOT_HELD', removal_asked = null where id = ?").param(visitId).update();
    }

    /** @param reason null where nobody asks for it any more */
    public void askRemoval(long visitId, String reason) {
        jdbc.sql("update visit set removal_asked = ? where id = ?").params(reason, visitId).update();
    }

    public void remove(long visitId) {
        jdbc.sql("update visit set state = 'REMOVED', removal_asked = null where id = ?").param(visitId).update();
    }

    public void tell(long visitId, VisitChange.Kind kind, LocalDate wasOn, LocalDate nowOn, String reason, long personId, Instant at) {
        jdbc.sql("""
                insert into visit_change (visit_id, kind, was_on, now_on, reason, person_id, changed_at) values (?, ?, ?, ?, ?, ?, ?)""")
            .params(visitId, kind.name(), wasOn, nowOn, reason, personId, at.atOffset(ZoneOffset.UTC)).update();
    }

    public List<VisitChange> changes(long yearId) {
        return jdbc.sql(CHANGE + "where v.school_year_id = ? order by c.id").param(yearId).query(VisitChange.class).list();
    }

    /** Of a region in the span {@code (from, until]}, in their order. */
    public List<VisitChange> changes(long regionId, Instant from, Instant until) {
        return jdbc.sql(CHANGE + "where y.region_id = ? and c.changed_at > ? and c.changed_at <= ? order by c.id")
            .params(regionId, from.atOffset(ZoneOffset.UTC), until.atOffset(ZoneOffset.UTC)).query(VisitChange.class).list();
    }

    /** A visit and its school. */
    public record Coming(Visit visit, long schoolId) {}

    /** Visits of these schools that are still to come, from a day on. */
    public List<Coming> coming(Collection<Long> schoolIds, LocalDate from) {
        List<Visit> visits = jdbc.sql("""
                select v.* from visit v join school_year y on y.id = v.school_year_id
                where y.school_id = any(?) and y.status = 'RUNNING' and v.state = 'PLANNED' and v.day >= ? order by v.day, v.id""")
            .params(schoolIds.toArray(Long[]::new), from).query(Visit.class).list();
        Map<Long, Long> schools = jdbc.sql("select id, school_id from school_year where id = any(?)")
            .param(visits.stream().map(Visit::schoolYearId).distinct().toArray(Long[]::new))
            .query((row, number) -> Map.entry(row.getLong("id"), row.getLong("school_id"))).list().stream()
            .collect(toMap(Map.Entry::getKey, Map.Entry::getValue));
        return visits.stream().map(visit -> new Coming(visit, schools.get(visit.schoolYearId()))).toList();
    }
}
