package ru.marshrut.peerreview.persistence;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;
import static ru.marshrut.peerreview.persistence.Rows.at;
import static ru.marshrut.peerreview.persistence.Rows.instant;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import ru.marshrut.peerreview.Circle;
import ru.marshrut.peerreview.Side;
import ru.marshrut.peerreview.Stage;

/** Circles and their sides. */
@Repository
public class CircleRows {

    private final JdbcClient jdbc;

    CircleRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public long add(long roundId, Circle.Status status, List<Long> schools) {
        long id = jdbc.sql("insert into review_circle (round_id, status) values (?, ?) returning id").params(roundId, status.name())
            .query(Long.class).single();
        for (int position = 0; position < schools.size(); position++) {
            jdbc.sql("insert into circle_side (circle_id, school_id, position) values (?, ?, ?)")
                .params(id, schools.get(position), position).update();
        }
        return id;
    }

    public void deleteProposed(long roundId) {
        jdbc.sql("delete from review_circle where round_id = ? and status = 'PROPOSED'").param(roundId).update();
    }

    public Circle circle(long id) {
        return load("where c.id = ?", id).stream().findFirst().orElseThrow(() -> new NoSuchElementException("circle " + id));
    }

    /** Locks the circle for the running transaction: its sides' steps are taken one after the other. */
    public Circle lock(long id) {
        jdbc.sql("select id from review_circle where id = ? for no key update").param(id).query(Long.class).optional();
        return circle(id);
    }

    /** All circles of a round, in two statements however many they are. */
    public List<Circle> ofRound(long roundId) {
        return load("where c.round_id = ?", roundId);
    }

    /** Circles of a school that are not merely proposed, the newest first. */
    public List<Circle> ofSchool(long schoolId) {
        return load("where c.status <> 'PROPOSED' and c.id in (select circle_id from circle_side where school_id = ?)", schoolId);
    }

    private List<Circle> load(String where, long parameter) {
        record Head(long id, long roundId, Circle.Status status, String instance, Instant openedAt, Map<Stage, LocalDate> extensions) {}
        record InCircle(long circleId, Side side) {}
        List<Head> heads = jdbc.sql("""
                select c.*, array(select stage || ' ' || until from circle_extension e where e.circle_id = c.id) as extensions
                from review_circle c\s""" + where + " order by c.id desc").param(parameter)
            .query((row, n) -> new Head(row.getLong("id"), row.getLong("round_id"), Circle.Status.valueOf(row.getString("status")),
                row.getString("process_instance_id"), instant(row, "opened_at"), extensions(row))).list();
        Long[] ids = heads.stream().map(Head::id).toArray(Long[]::new);
        Map<Long, List<InCircle>> sides = jdbc.sql("select * from circle_side where circle_id = any(?) order by circle_id, position")
            .param(ids).query((row, n) -> new InCircle(row.getLong("circle_id"), side(row))).stream().collect(groupingBy(InCircle::circleId));
        return heads.stream().map(head -> new Circle(head.id(), head.roundId(), head.status(), head.instance(), head.openedAt(),
            sides.getOrDefault(head.id(), List.of()).stream().map(InCircle::side).toList(), head.extensions())).toList();
    }

    public void start(long id, String processInstanceId) {
        jdbc.sql("update review_circle set status = 'RUNNING', process_instance_id = ? where id = ?").params(processInstanceId, id).update();
    }

    public void open(long id, Instant when) {
        jdbc.sql("update review_circle set opened_at = coalesce(opened_at, ?) where id = ?").params(at(when), id).update();
    }

    public void close(long id, Circle.Status status, Instant when, String reason) {
        jdbc.sql("update review_circle set status = ?, closed_at = ?, dissolution_reason = ? where id = ?")
            .params(status.name(), at(when), reason, id).update();
    }

    public void extend(long id, Stage stage, LocalDate until) {
        jdbc.sql("""
                insert into circle_extension (circle_id, stage, until) values (?, ?, ?)
                on conflict (circle_id, stage) do update set until = excluded.until""")
            .params(id, stage.name(), until).update();
    }

    public void confirm(long id, long schoolId, String name, String phone, String email, Instant when) {
        jdbc.sql("""
                update circle_side set contact_name = ?, contact_phone = ?, contact_email = ?, confirmed_at = ?
                where circle_id = ? and school_id = ?""")
            .params(name, phone, email, at(when), id, schoolId).update();
    }

    public void deliver(long id, long schoolId, Instant when) {
        side(id, schoolId, "delivered_at = ?", at(when));
    }

    public void excuse(long id, long schoolId) {
        side(id, schoolId, "excused = ?", true);
    }

    public void withdraw(long id, long schoolId) {
        side(id, schoolId, "withdrawn = ?", true);
    }

    public void prefill(long id, long schoolId, Instant when) {
        side(id, schoolId, "prefilled_at = coalesce(prefilled_at, ?)", at(when));
    }

    public void finishForm(long id, long schoolId, Instant when) {
        side(id, schoolId, "form_done_at = coalesce(form_done_at, ?)", at(when));
    }

    public void keepFinalFile(long id, long schoolId, long documentId, Instant when) {
        jdbc.sql("update circle_side set final_document_id = ?, final_made_at = ? where circle_id = ? and school_id = ?")
            .params(documentId, at(when), id, schoolId).update();
    }

    public void place(long id, long schoolId) {
        side(id, schoolId, "placed = ?", true);
    }

    public void upload(long id, long schoolId, LocalDate on, String under, long by) {
        jdbc.sql("""
                update circle_side set uploaded_on = ?, uploaded_under = ?, upload_by = ?, checked_at = null, checked_by = null
                where circle_id = ? and school_id = ?""")
            .params(on, under, by, id, schoolId).update();
    }

    public void check(long id, long schoolId, boolean accepted, long by, String comment, Instant when) {
        jdbc.sql("update circle_side set checked_at = ?, checked_by = ?, check_comment = ? where circle_id = ? and school_id = ?")
            .params(accepted ? at(when) : null, by, comment, id, schoolId).update();
    }

    private void side(long id, long schoolId, String assignment, Object value) {
        jdbc.sql("update circle_side set " + assignment + " where circle_id = ? and school_id = ?").params(value, id, schoolId).update();
    }

    private static Map<Stage, LocalDate> extensions(ResultSet row) throws SQLException {
        return Arrays.stream((String[]) row.getArray("extensions").getArray()).map(extension -> extension.split(" "))
            .collect(toMap(extension -> Stage.valueOf(extension[0]), extension -> LocalDate.parse(extension[1])));
    }

    private static Side side(ResultSet row) throws SQLException {
        return new Side(row.getLong("school_id"), row.getInt("position"), row.getString("contact_name"), row.getString("contact_phone"),
            row.getString("contact_email"), instant(row, "confirmed_at"), instant(row, "delivered_at"), row.getBoolean("excused"),
            row.getBoolean("withdrawn"), instant(row, "prefilled_at"), instant(row, "form_done_at"),
            row.getObject("final_document_id", Long.class), instant(row, "final_made_at"), row.getObject("uploaded_on", LocalDate.class), row.getString("uploaded_under"),
            instant(row, "checked_at"), row.getObject("checked_by", Long.class), row.getString("check_comment"), row.getBoolean("placed"));
    }
}
