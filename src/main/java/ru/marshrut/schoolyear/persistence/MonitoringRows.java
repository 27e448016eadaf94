package ru.marshrut.schoolyear.persistence;

import static java.util.stream.Collectors.toMap;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import ru.marshrut.schoolyear.Stage;
import ru.marshrut.schoolyear.monitoring.Answer;
import ru.marshrut.schoolyear.monitoring.Claim;
import ru.marshrut.schoolyear.monitoring.Decision;
import ru.marshrut.schoolyear.monitoring.Item;
import ru.marshrut.schoolyear.monitoring.MeasureStanding;
import ru.marshrut.schoolyear.monitoring.MonitoringResults.Row;
import ru.marshrut.schoolyear.monitoring.Placement;
import ru.marshrut.schoolyear.monitoring.Report;

/** Reports of monitoring stages, decisions on them, completions and what they have shown. */
@Repository
public class MonitoringRows {

    private final JdbcClient jdbc;

    MonitoringRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The last version of each item's report. */
    public Map<String, Report> latest(long yearId, Stage stage) {
        return jdbc.sql("select distinct on (item) * from monitoring_report where school_year_id = ? and stage = ? order by item, version desc")
            .params(yearId, stage.name()).query(MonitoringRows::report).list().stream().collect(toMap(Report::item, found -> found));
    }

    /** All versions, of each item the last first. */
    public List<Report> versions(long yearId, Stage stage) {
        return jdbc.sql("select * from monitoring_report where school_year_id = ? and stage = ? order by item, version desc")
            .params(yearId, stage.name()).query(MonitoringRows::report).list();
    }

    /** Reports by id. */
    public Map<Long, Report> reports(Collection<Long> ids) {
        return jdbc.sql("select * from monitoring_report where id = any(?)").param(ids.toArray(Long[]::new))
            .query(MonitoringRows::report).list().stream().collect(toMap(Report::id, found -> found));
    }

    /** A completed stage and the day of the curator's last decision on it. */
    public record Checked(long schoolYearId, Stage stage, LocalDate checkedOn) {}

    /** Completed stages of these years; those in which there was nothing to decide were checked by nobody. */
    public List<Checked> checked(Collection<Long> yearIds) {
        return jdbc.sql("""
                select p.school_year_id, p.stage, (max(r.decided_at) at time zone g.time_zone)::date as checked_on
                from monitoring_placement p join school_year y on y.id = p.school_year_id join region g on g.id = y.region_id
                    join monitoring_report r on r.school_year_id = p.school_year_id and r.stage = p.stage
                where p.school_year_id = any(?) and p.withdrawn_at is null and r.decided_at is not null
                group by p.school_year_id, p.stage, g.time_zone order by p.school_year_id, p.stage""")
            .param(yearIds.toArray(Long[]::new)).query(Checked.class).list();
    }

    /** Adds the next version of an item's report. */
    public void add(long yearId, Stage stage, Item item, Answer answer, Collection<Long> files, long personId, Instant when) {
        jdbc.sql("""
                insert into monitoring_report (school_year_id, stage, item, version, title, claim, done_on, words, link, files, sent_by, sent_at)
                select :year, :stage, :item, coalesce(max(version), 0) + 1, :title, :claim, :on, :words, :link, :files, :person, :at
                from monitoring_report where school_year_id = :year and stage = :stage and item = :item""")
            .param("year", yearId).param("stage", stage.name()).param("item", item.key()).param("title", item.title())
            .param("claim", answer.claim().name()).param("on", answer.doneOn(), java.sql.Types.DATE).param("words", answer.words())
            .param("link", answer.link()).param("files", files.toArray(Long[]::new)).param("person", personId).param("at", utc(when)).update();
    }

    public void decide(long reportId, Decision decision, long personId, Instant when) {
        jdbc.sql("update monitoring_report set accepted = ?, comment = ?, decided_by = ?, decided_at = ? where id = ?")
            .params(decision.accepted(), decision.comment(), personId, utc(when), reportId).update();
    }

    public void reopen(Collection<Long> reportIds, Instant when) {
        jdbc.sql("update monitoring_report set reopened_at = ? where id = any(?)").params(utc(when), reportIds.toArray(Long[]::new)).update();
    }

    /** The completion that holds, if the stage is completed. */
    public Optional<Placement> placement(long yearId, Stage stage) {
        return placements(yearId, stage).stream().filter(one -> one.withdrawnAt() == null).findFirst();
    }

    /** All completions, oldest first. */
    public List<Placement> placements(long yearId, Stage stage) {
        return jdbc.sql("select * from monitoring_placement where school_year_id = ? and stage = ? order by id").params(yearId, stage.name())
            .query(MonitoringRows::placement).list();
    }

    public void place(long yearId, Stage stage, String direction, LocalDate on, long personId, Instant when, List<Row> results) {
        long id = jdbc.sql("""
                insert into monitoring_placement (school_year_id, stage, direction, placed_on, placed_by, recorded_at) values (?, ?, ?, ?, ?, ?)
                returning id""")
            .params(yearId, stage.name(), direction, on, personId, utc(when)).query(Long.class).single();
        jdbc.sql("""
                insert into monitoring_result (placement_id, position, measure_id, direction, title, last_day, standing, report_id)
                select ?, position, measure_id, direction, title, last_day, standing, report_id
                from unnest(?::bigint[], ?::text[], ?::text[], ?::date[], ?::text[], ?::bigint[])
                    with ordinality as given (measure_id, direction, title, last_day, standing, report_id, position)""")
            .params(id, results.stream().map(Row::measureId).toArray(Long[]::new), results.stream().map(Row::direction).toArray(String[]::new),
                results.stream().map(Row::title).toArray(String[]::new),
                results.stream().map(row -> row.lastDay() == null ? null : row.lastDay().toString()).toArray(String[]::new),
                results.stream().map(row -> row.standing().name()).toArray(String[]::new),
                results.stream().map(Row::reportId).toArray(Long[]::new)).update();
    }

    public void withdraw(long placementId, long personId, Instant when, String reason) {
        jdbc.sql("update monitoring_placement set withdrawn_at = ?, withdrawn_by = ?, reason = ? where id = ?")
            .params(utc(when), personId, reason, placementId).update();
    }

    /** How the measures stood at a completion, in the programme's order. */
    public List<Row> results(long placementId) {
        return jdbc.sql("select * from monitoring_result where placement_id = ? order by position").param(placementId)
            .query((row, number) -> new Row(row.getLong("measure_id"), row.getString("direction"), row.getString("title"),
                row.getObject("last_day", LocalDate.class), MeasureStanding.valueOf(row.getString("standing")), row.getObject("report_id", Long.class)))
            .list();
    }

    private static Report report(ResultSet row, int number) throws SQLException {
        return new Report(row.getLong("id"), row.getString("item"), row.getInt("version"), row.getString("title"), Claim.valueOf(row.getString("claim")),
            row.getObject("done_on", LocalDate.class), row.getString("words"), row.getString("link"),
            Arrays.asList((Long[]) row.getArray("files").getArray()), row.getLong("sent_by"), instant(row, "sent_at"),
            row.getObject("accepted", Boolean.class), row.getString("comment"), row.getObject("decided_by", Long.class), instant(row, "decided_at"),
            instant(row, "reopened_at"));
    }

    private static Placement placement(ResultSet row, int number) throws SQLException {
        return new Placement(row.getLong("id"), row.getString("direction"), row.getObject("placed_on", LocalDate.class), row.getLong("placed_by"),
            instant(row, "recorded_at"), instant(row, "withdrawn_at"), row.getObject("withdrawn_by", Long.class), row.getString("reason"));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }

    private static OffsetDateTime utc(Instant when) {
        return when.atOffset(ZoneOffset.UTC);
    }
}
