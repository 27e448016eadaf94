package ru.marshrut.roadmap.persistence;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import ru.marshrut.roadmap.Measure.State;

/** How far the measures have come: their state, their windows, and what was reported of them. */
@Repository
public class MeasureRunRows {

    private final JdbcClient jdbc;

    MeasureRunRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Locks the road map for the running transaction, so that its measures are started once. */
    public void lockRoadMap(long roadMapId) {
        jdbc.sql("select id from road_map where id = ? for no key update").param(roadMapId).query(Long.class).single();
    }

    /** Throws {@link NoSuchElementException} for an unknown id. */
    public void lockMeasure(long measureId) {
        jdbc.sql("select id from measure where id = ? for no key update").param(measureId).query(Long.class).optional()
            .orElseThrow(() -> new NoSuchElementException("measure " + measureId));
    }

    public void close(long roadMapId, Instant when) {
        jdbc.sql("update road_map set closed_at = coalesce(closed_at, ?) where id = ?").params(Columns.at(when), roadMapId).update();
    }

    /** Road maps of a region with somebody named for control whose closing report is not signed. */
    public List<Long> controlledIn(long regionId) {
        return jdbc.sql("""
                select id from road_map where region_id = ? and controller_id is not null and closed_at is null
                    and process_instance_id is not null order by id""")
            .param(regionId).query(Long.class).list();
    }

    public boolean anyOpen(long roadMapId) {
        return jdbc.sql("select exists (select from measure where road_map_id = ? and state in ('WAITING', 'RUNNING'))").param(roadMapId)
            .query(Boolean.class).single();
    }

    /** A measure that begins again begins with its first window. */
    public void started(Map<Long, String> instances) {
        instances.forEach((measureId, instance) ->
            jdbc.sql("update measure set process_instance_id = ?, windows_taken = 0 where id = ?").params(instance, measureId).update());
    }

    public void running(long measureId) {
        jdbc.sql("update measure set state = 'RUNNING' where id = ? and state = 'WAITING'").param(measureId).update();
    }

    /** @param reason or null */
    public void end(long measureId, State state, LocalDate on, String reason) {
        jdbc.sql("update measure set state = ?, ended_on = ?, end_reason = ? where id = ?").params(state.name(), on, reason, measureId).update();
    }

    /** @param until or null */
    public void extend(long measureId, LocalDate until) {
        jdbc.sql("update measure set extended_until = ? where id = ?").params(until, measureId).update();
    }

    public int windowsTaken(long measureId) {
        return jdbc.sql("select windows_taken from measure where id = ?").param(measureId).query(Integer.class).single();
    }

    public void takeWindow(long measureId, int taken) {
        jdbc.sql("update measure set windows_taken = ? where id = ?").params(taken, measureId).update();
    }

    public void addResult(long measureId, LocalDate on, String words, String withoutAct, long by, Instant when) {
        jdbc.sql("""
                insert into measure_result (measure_id, occurred_on, words, without_act, reported_by, recorded_at)
                values (?, ?, ?, ?, ?, ?)""")
            .params(measureId, on, words, withoutAct, by, Columns.at(when)).update();
    }

    /** What was reported, in its order. */
    public List<Result> results(long measureId) {
        return jdbc.sql("select occurred_on, words, without_act, reported_by from measure_result where measure_id = ? order by id")
            .param(measureId).query(Result.class).list();
    }

    public record Result(LocalDate occurredOn, String words, String withoutAct, long reportedBy) {}
}
