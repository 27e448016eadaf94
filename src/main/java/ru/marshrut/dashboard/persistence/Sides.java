package ru.marshrut.dashboard.persistence;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import ru.marshrut.peerreview.Milestone;
import ru.marshrut.territory.Place;

/** How far schools have come in the latest round of each. */
@Repository
@Transactional(readOnly = true)
public class Sides {

    /** A school's standing circle goes before one that was dissolved. */
    private static final String SIDE = """
        select s.id as school_id, s.name as school, m.name as municipality, r.title as round, r.year, side.*, meeting.starts_at, meeting.held_at,
            (select string_agg(partner.name, ', ' order by other.position) from circle_side other join school partner on partner.id = other.school_id
                where other.circle_id = side.circle_id and other.school_id <> s.id) as partners
        from school s
        join municipality m on m.id = s.municipality_id
        join lateral (select r.id, r.title, r.year from round_school rs join review_round r on r.id = rs.round_id where rs.school_id = s.id
            order by r.year desc, r.id desc limit 1) r on true
        left join lateral (select c.id as circle_id, c.status, cs.confirmed_at, cs.delivered_at, cs.form_done_at, cs.uploaded_on, cs.checked_at,
                cs.excused or cs.withdrawn or c.status = 'DISSOLVED' as stopped
            from circle_side cs join review_circle c on c.id = cs.circle_id and c.round_id = r.id and c.status <> 'PROPOSED'
            where cs.school_id = s.id order by c.status = 'DISSOLVED', c.id desc limit 1) side on true
        left join meeting on meeting.circle_id = side.circle_id
        """;

    private final JdbcClient jdbc;

    Sides(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The schools of a round among these, by name. */
    public List<SchoolSide> of(Collection<Long> schools) {
        return jdbc.sql(SIDE + "where s.id = any(?) order by s.name, s.id").param(schools.toArray(Long[]::new)).query(Sides::side).list();
    }

    /**
     * A page of the schools of a place that are in a round, by name.
     *
     * @param overdueAt   only schools that have something overdue at this instant, or null for all
     * @param afterSchool the last school of the page before, or null
     */
    public List<SchoolSide> within(Place place, Instant overdueAt, Long afterSchool, int limit) {
        List<Object> values = new ArrayList<>(List.of(place.id()));
        if (overdueAt != null) {
            values.add(overdueAt.atOffset(ZoneOffset.UTC));
        }
        if (afterSchool != null) {
            values.add(afterSchool);
        }
        values.add(limit);
        return jdbc.sql(page(place, overdueAt != null, afterSchool != null)).params(values).query(Sides::side).list();
    }

    static String page(Place place, boolean onlyOverdue, boolean further) {
        return SIDE + switch (place.level()) {
            case REGION -> "where s.region_id = ?";
            case MUNICIPALITY -> "where s.municipality_id = ?";
            case SCHOOL -> "where s.id = ?";
            case FEDERATION -> throw new IllegalArgumentException("a table of the whole federation");
        } + (onlyOverdue ? " and exists (select from task_view t where t.school_id = s.id and t.closed_at is null and t.only_for is null and t.due_at < ?)" : "")
            + (further ? " and (s.name, s.id) > (select name, id from school where id = ?)" : "") + " order by s.name, s.id limit ?";
    }

    private static SchoolSide side(ResultSet row, int number) throws SQLException {
        Set<Milestone> done = EnumSet.noneOf(Milestone.class);
        addIf(done, Milestone.CONFIRMATION, row.getObject("confirmed_at"));
        addIf(done, Milestone.DOCUMENTS, row.getObject("delivered_at"));
        addIf(done, Milestone.MEETING, row.getObject("held_at"));
        addIf(done, Milestone.FORM, row.getObject("form_done_at"));
        addIf(done, Milestone.FINAL_FILE, row.getObject("uploaded_on"));
        addIf(done, Milestone.CHECK, row.getObject("checked_at"));
        OffsetDateTime meeting = row.getObject("starts_at", OffsetDateTime.class);
        return new SchoolSide(row.getLong("school_id"), row.getString("school"), row.getString("municipality"), row.getString("round"),
            row.getInt("year"), row.getObject("circle_id", Long.class), row.getString("partners"), row.getBoolean("stopped"), done,
            meeting == null ? null : meeting.toInstant());
    }

    private static void addIf(Set<Milestone> done, Milestone milestone, Object when) {
        if (when != null) {
            done.add(milestone);
        }
    }

    /**
     * @param circleId null until the school has a partner
     * @param partners names, or null
     * @param stopped  the school goes no further in this circle
     * @param meeting  when the circle meets or has met, or null
     */
    public record SchoolSide(long schoolId, String school, String municipality, String round, int year, Long circleId, String partners,
                             boolean stopped, Set<Milestone> done, Instant meeting) {}
}
