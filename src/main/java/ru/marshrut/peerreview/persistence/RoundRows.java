package ru.marshrut.peerreview.persistence;

import static ru.marshrut.peerreview.persistence.Rows.at;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.NoSuchElementException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import ru.marshrut.peerreview.Round;
import ru.marshrut.peerreview.RoundCalendar;
import ru.marshrut.territory.Place;

/** Rounds, their schools and their pairing rules. */
@Repository
public class RoundRows {

    private static final String ROUND = "select r.*, g.time_zone from review_round r join region g on g.id = r.region_id ";

    private final JdbcClient jdbc;

    RoundRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public long add(Place place, long regionId, int year, String title, RoundCalendar c, Collection<Long> schools) {
        long id = jdbc.sql("""
                insert into review_round (region_id, municipality_id, year, title, status, notice_until, exchange_until, meetings_from,
                    meetings_to, meeting_until, final_until)
                values (?, ?, ?, ?, 'PAIRING', ?, ?, ?, ?, ?, ?) returning id""")
            .params(regionId, place.level() == ru.marshrut.territory.Level.MUNICIPALITY ? place.id() : null, year, title, c.notice(),
                c.exchange(), c.meetingsFrom(), c.meetingsTo(), c.meeting(), c.finalFile())
            .query(Long.class).single();
        jdbc.sql("insert into round_school (round_id, school_id) select ?, unnest(?)").params(id, schools.toArray(Long[]::new)).update();
        return id;
    }

    public Round round(long id) {
        return jdbc.sql(ROUND + "where r.id = ?").param(id).query(RoundRows::round).optional()
            .orElseThrow(() -> new NoSuchElementException("round " + id));
    }

    public Round lock(long id) {
        return jdbc.sql(ROUND + "where r.id = ? for no key update of r").param(id).query(RoundRows::round).optional()
            .orElseThrow(() -> new NoSuchElementException("round " + id));
    }

    /** Rounds at, above or below a place, the newest first. */
    public List<Round> touching(Place place) {
        String where = switch (place.level()) {
            case FEDERATION -> "? = 0";
            case REGION -> "r.region_id = ?";
            case MUNICIPALITY -> "(r.municipality_id = ? or r.municipality_id is null and r.region_id = (select region_id from municipality where id = ?))";
            case SCHOOL -> "r.id in (select round_id from round_school where school_id = ?)";
        };
        var sql = jdbc.sql(ROUND + "where " + where + " order by r.year desc, r.id desc limit 100").param(place.id());
        return (place.level() == ru.marshrut.territory.Level.MUNICIPALITY ? sql.param(place.id()) : sql).query(RoundRows::round).list();
    }

    public List<Long> schoolsOf(long roundId) {
        return jdbc.sql("select school_id from round_school where round_id = ? order by school_id").param(roundId).query(Long.class).list();
    }

    public void addSchool(long roundId, long schoolId) {
        jdbc.sql("insert into round_school (round_id, school_id) values (?, ?) on conflict do nothing").params(roundId, schoolId).update();
    }

    public void removeSchool(long roundId, long schoolId) {
        jdbc.sql("delete from round_school where round_id = ? and school_id = ?").params(roundId, schoolId).update();
        jdbc.sql("delete from pairing_rule where round_id = ? and ? in (school_id, other_school_id)").params(roundId, schoolId).update();
    }

    public void setInstance(long roundId, String processInstanceId) {
        jdbc.sql("update review_round set process_instance_id = ? where id = ?").params(processInstanceId, roundId).update();
    }

    public void approve(long roundId, long by, Instant when) {
        jdbc.sql("update review_round set status = 'RUNNING', approved_by = ?, approved_at = ? where id = ?")
            .params(by, at(when), roundId).update();
    }

    public void finish(long roundId, Instant when) {
        jdbc.sql("update review_round set status = 'FINISHED', finished_at = ? where id = ?").params(at(when), roundId).update();
    }

    public void setCalendar(long roundId, RoundCalendar c) {
        jdbc.sql("""
                update review_round set notice_until = ?, exchange_until = ?, meetings_from = ?, meetings_to = ?, meeting_until = ?,
                    final_until = ? where id = ?""")
            .params(c.notice(), c.exchange(), c.meetingsFrom(), c.meetingsTo(), c.meeting(), c.finalFile(), roundId).update();
    }

    public void setRule(long roundId, RuleKind kind, long schoolId, long otherId, String reason, long by) {
        jdbc.sql("""
                insert into pairing_rule (round_id, kind, school_id, other_school_id, reason, recorded_by)
                values (?, ?, least(?, ?), greatest(?, ?), ?, ?)
                on conflict (round_id, kind, school_id, other_school_id) do update set reason = excluded.reason""")
            .params(roundId, kind.name(), schoolId, otherId, schoolId, otherId, reason, by).update();
    }

    public void removeRule(long roundId, RuleKind kind, long schoolId, long otherId) {
        jdbc.sql("delete from pairing_rule where round_id = ? and kind = ? and school_id = least(?, ?) and other_school_id = greatest(?, ?)")
            .params(roundId, kind.name(), schoolId, otherId, schoolId, otherId).update();
    }

    public List<Rule> rules(long roundId) {
        return jdbc.sql("select kind, school_id, other_school_id, reason from pairing_rule where round_id = ? order by 1, 2, 3")
            .param(roundId).query(Rule.class).list();
    }

    /** Partners of the year before among these schools. */
    public List<Partners> lastYear(Collection<Long> schools, int year) {
        Long[] ids = schools.toArray(Long[]::new);
        return jdbc.sql("""
                select distinct a.school_id, b.school_id as other_school_id
                from circle_side a join circle_side b on b.circle_id = a.circle_id and a.school_id < b.school_id
                join review_circle c on c.id = a.circle_id and c.status in ('RUNNING', 'COMPLETED')
                join review_round r on r.id = c.round_id and r.year = ?
                where a.school_id = any(?) and b.school_id = any(?) order by 1, 2""")
            .params(year - 1, ids, ids).query(Partners.class).list();
    }

    private static Round round(ResultSet row, int number) throws SQLException {
        return new Round(row.getLong("id"), row.getLong("region_id"), row.getObject("municipality_id", Long.class), row.getInt("year"),
            row.getString("title"), Round.Status.valueOf(row.getString("status")),
            new RoundCalendar(date(row, "notice_until"), date(row, "exchange_until"), date(row, "meetings_from"),
                date(row, "meetings_to"), date(row, "meeting_until"), date(row, "final_until")),
            row.getString("process_instance_id"), ZoneId.of(row.getString("time_zone")));
    }

    private static LocalDate date(ResultSet row, String column) throws SQLException {
        return row.getObject(column, LocalDate.class);
    }

    public enum RuleKind { FIXED, FORBIDDEN, CONSENT }

    public record Rule(RuleKind kind, long schoolId, long otherSchoolId, String reason) {}

    public record Partners(long schoolId, long otherSchoolId) {}
}
