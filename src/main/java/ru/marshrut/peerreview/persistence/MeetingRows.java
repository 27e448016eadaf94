package ru.marshrut.peerreview.persistence;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toSet;
import static ru.marshrut.peerreview.persistence.Rows.at;
import static ru.marshrut.peerreview.persistence.Rows.instant;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import ru.marshrut.peerreview.Meeting;
import ru.marshrut.peerreview.Slot;

/** Offered times, choices, and the meeting itself. */
@Repository
public class MeetingRows {

    private final JdbcClient jdbc;

    MeetingRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public void offer(long circleId, Instant start, Long bySchool) {
        jdbc.sql("insert into meeting_slot (circle_id, starts_at, offered_by) values (?, ?, ?) on conflict do nothing")
            .params(circleId, at(start), bySchool).update();
    }

    public void choose(long circleId, long schoolId, Collection<Instant> starts) {
        jdbc.sql("delete from slot_choice where circle_id = ? and school_id = ?").params(circleId, schoolId).update();
        starts.forEach(start -> jdbc.sql("insert into slot_choice (circle_id, starts_at, school_id) values (?, ?, ?)")
            .params(circleId, at(start), schoolId).update());
    }

    /** Takes a time off the table, as after a refused consent. */
    public void withdraw(long circleId, Instant start) {
        jdbc.sql("delete from slot_choice where circle_id = ? and starts_at = ?").params(circleId, at(start)).update();
        jdbc.sql("delete from meeting_slot where circle_id = ? and starts_at = ?").params(circleId, at(start)).update();
    }

    public List<Slot> slots(long circleId) {
        record Choice(Instant start, long school) {}
        Map<Instant, Set<Long>> chosen = jdbc.sql("select starts_at, school_id from slot_choice where circle_id = ?").param(circleId)
            .query((row, n) -> new Choice(instant(row, "starts_at"), row.getLong("school_id"))).stream()
            .collect(groupingBy(Choice::start, mapping(Choice::school, toSet())));
        return jdbc.sql("select * from meeting_slot where circle_id = ? order by starts_at").param(circleId)
            .query((row, n) -> new Slot(instant(row, "starts_at"), row.getObject("offered_by", Long.class),
                chosen.getOrDefault(instant(row, "starts_at"), Set.of()))).list();
    }

    /** A time is found; nobody is invited yet. */
    public void settle(long circleId, Instant start, String link) {
        jdbc.sql("""
                insert into meeting (circle_id, starts_at, link) values (?, ?, ?)
                on conflict (circle_id) do update set starts_at = excluded.starts_at,
                    link = case when excluded.link = '' then meeting.link else excluded.link end,
                    consent_by = null, consent_reason = null""")
            .params(circleId, at(start), link).update();
    }

    public void link(long circleId, String link) {
        jdbc.sql("update meeting set link = ? where circle_id = ?").params(link, circleId).update();
    }

    /** Counts the calendar entry on: the first invitation is 0, each change or withdrawal one more. */
    public void countInvitation(long circleId) {
        jdbc.sql("update meeting set sequence = case when invited then sequence + 1 else 0 end, invited = true where circle_id = ?")
            .param(circleId).update();
    }

    public void consent(long circleId, long by, String reason) {
        jdbc.sql("update meeting set consent_by = ?, consent_reason = ? where circle_id = ?").params(by, reason, circleId).update();
    }

    public void record(long circleId, Instant held, String participants, String minutes, String videoLink, Instant when) {
        jdbc.sql("""
                update meeting set held_at = ?, participants = ?, minutes = ?, video_link = ?, recorded_at = ? where circle_id = ?""")
            .params(at(held), participants, minutes, videoLink, at(when), circleId).update();
    }

    public Optional<Meeting> meeting(long circleId) {
        return jdbc.sql("select * from meeting where circle_id = ?").param(circleId).query(MeetingRows::meeting).optional();
    }

    public Map<Long, Meeting> ofRound(long roundId) {
        return jdbc.sql("select m.* from meeting m join review_circle c on c.id = m.circle_id where c.round_id = ?").param(roundId)
            .query(MeetingRows::meeting).stream().collect(java.util.stream.Collectors.toMap(Meeting::circleId, meeting -> meeting));
    }

    private static Meeting meeting(ResultSet row, int number) throws SQLException {
        return new Meeting(row.getLong("circle_id"), row.getInt("sequence"), row.getBoolean("invited"), instant(row, "starts_at"), row.getString("link"),
            row.getObject("consent_by", Long.class), row.getString("consent_reason"), instant(row, "held_at"),
            row.getString("participants"), row.getString("minutes"), row.getString("video_link"));
    }
}
