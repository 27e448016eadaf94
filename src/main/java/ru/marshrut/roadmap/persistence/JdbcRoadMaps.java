package ru.marshrut.roadmap.persistence;

import static java.util.stream.Collectors.toMap;
import static ru.marshrut.roadmap.persistence.Columns.date;
import static ru.marshrut.roadmap.persistence.Columns.list;
import static ru.marshrut.roadmap.persistence.Columns.named;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import ru.marshrut.calendar.Precision;
import ru.marshrut.calendar.Recurrence;
import ru.marshrut.calendar.Window;
import ru.marshrut.roadmap.Evidence;
import ru.marshrut.roadmap.Indicator;
import ru.marshrut.roadmap.IndicatorKind;
import ru.marshrut.roadmap.Measure;
import ru.marshrut.roadmap.MeasureContent;
import ru.marshrut.roadmap.OutcomeKind;
import ru.marshrut.roadmap.Population;
import ru.marshrut.roadmap.RoadMap;
import ru.marshrut.roadmap.RoadMaps;
import ru.marshrut.territory.Place;
import ru.marshrut.territory.Role;

/** Reads any number of measures with three statements: contents, windows, indicators. */
@Service
@Transactional(readOnly = true)
class JdbcRoadMaps implements RoadMaps {

    /** Of each measure the content of the last version that holds it. */
    private static final String MEASURES = """
        select m.*, c.*, c.id as content_id from measure m
        join lateral (select c.* from measure_content c join road_map_version v on v.id = c.version_id
            where c.measure_id = m.id order by v.number desc limit 1) c on true
        """;

    private static final Comparator<Measure> IN_ORDER = Comparator.comparing((Measure measure) -> measure.state() == Measure.State.REMOVED)
        .thenComparingInt(Measure::position).thenComparingLong(Measure::id);

    private final JdbcClient jdbc;
    private final RoadMapRows roadMaps;

    JdbcRoadMaps(JdbcClient jdbc, RoadMapRows roadMaps) {
        this.jdbc = jdbc;
        this.roadMaps = roadMaps;
    }

    @Override
    public RoadMap roadMap(long id) {
        return roadMaps.roadMap(id);
    }

    @Override
    public List<Measure> measures(long roadMapId) {
        return measuresOf(List.of(roadMapId));
    }

    @Override
    public List<Measure> measuresOf(Collection<Long> roadMapIds) {
        List<Long> order = List.copyOf(roadMapIds);
        if (order.isEmpty()) {
            return List.of();
        }
        return measures("where m.road_map_id = any(?)", order.toArray(Long[]::new)).stream()
            .sorted(Comparator.comparingInt((Measure measure) -> order.indexOf(measure.roadMapId())).thenComparing(IN_ORDER)).toList();
    }

    @Override
    public Measure measure(long measureId) {
        return measures("where m.id = any(?)", new Long[] {measureId}).stream().findFirst()
            .orElseThrow(() -> new NoSuchElementException("measure " + measureId));
    }

    @Override
    public Map<Long, Measure> measuresById(Collection<Long> measureIds) {
        return measureIds.isEmpty() ? Map.of() : measures("where m.id = any(?)", measureIds.toArray(Long[]::new)).stream()
            .collect(toMap(Measure::id, measure -> measure));
    }

    @Override
    public List<RoadMap> above(Place place, int year) {
        return roadMaps.above(place, year);
    }

    @Override
    public List<RoadMap> within(Place place, int year) {
        return roadMaps.within(place, year);
    }

    private List<Measure> measures(String where, Long[] ids) {
        List<Row> rows = jdbc.sql(MEASURES + where).param(ids).query(JdbcRoadMaps::row).list();
        Long[] contents = rows.stream().map(Row::contentId).toArray(Long[]::new);
        Map<Long, List<Window>> windows = new HashMap<>();
        jdbc.sql("select * from measure_window where content_id = any(?) order by content_id, position").param(contents)
            .query(row -> {
                windows.computeIfAbsent(row.getLong("content_id"), id -> new ArrayList<>())
                    .add(new Window(date(row, "starts_on"), date(row, "due_on"), Precision.valueOf(row.getString("precision"))));
            });
        Map<Long, List<Indicator>> indicators = new HashMap<>();
        jdbc.sql("select * from measure_indicator where content_id = any(?) order by content_id, position").param(contents)
            .query(row -> {
                indicators.computeIfAbsent(row.getLong("content_id"), id -> new ArrayList<>()).add(indicator(row));
            });
        return rows.stream().map(row -> row.measure(windows.getOrDefault(row.contentId, List.of()),
            indicators.getOrDefault(row.contentId, List.of()))).toList();
    }

    private static Indicator indicator(ResultSet row) throws SQLException {
        return new Indicator(IndicatorKind.valueOf(row.getString("kind")), list(Population.class, row, "populations"), row.getBigDecimal("target"),
            named(Recurrence.Kind.class, row, "per"), named(OutcomeKind.class, row, "outcome"), date(row, "as_of"), row.getString("words"));
    }

    private static Row row(ResultSet row, int number) throws SQLException {
        Recurrence.Kind recurrence = named(Recurrence.Kind.class, row, "recurrence");
        MeasureContent content = new MeasureContent(row.getString("number"), row.getString("title"), row.getString("date_words"), List.of(),
            recurrence == null ? null : new Recurrence(recurrence, row.getInt("recurrence_count"), row.getObject("recurrence_by_day", Integer.class)),
            row.getString("responsible_words"), Set.copyOf(list(Role.class, row, "roles")), row.getString("expected_result"),
            Evidence.valueOf(row.getString("evidence")), named(OutcomeKind.class, row, "outcome"), List.of());
        return new Row(row.getLong("content_id"), new Measure(row.getLong("id"), row.getLong("road_map_id"), row.getInt("position"), content,
            Measure.State.valueOf(row.getString("state")), date(row, "ended_on"), row.getString("end_reason"), date(row, "extended_until"),
            row.getString("process_instance_id")));
    }

    /** A measure before its windows and indicators are known. */
    private record Row(long contentId, Measure measure) {

        Measure measure(List<Window> windows, List<Indicator> indicators) {
            MeasureContent c = measure.content();
            return new Measure(measure.id(), measure.roadMapId(), measure.position(),
                new MeasureContent(c.number(), c.title(), c.dateWords(), windows, c.recurrence(), c.responsibleWords(), c.roles(), c.expectedResult(),
                    c.evidence(), c.outcome(), indicators),
                measure.state(), measure.endedOn(), measure.endReason(), measure.extendedUntil(), measure.processInstanceId());
        }
    }
}
