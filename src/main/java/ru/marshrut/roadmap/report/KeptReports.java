package ru.marshrut.roadmap.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.TreeSet;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import ru.marshrut.audit.AuditTrail;
import ru.marshrut.audit.Subject;
import ru.marshrut.calendar.Window;
import ru.marshrut.roadmap.Indicator;
import ru.marshrut.roadmap.Measure;
import ru.marshrut.roadmap.MonitoringReports;
import ru.marshrut.roadmap.RoadMap;
import ru.marshrut.roadmap.RoadMapAccess;
import ru.marshrut.roadmap.RoadMaps;
import ru.marshrut.roadmap.figures.MapStandings;
import ru.marshrut.roadmap.persistence.ReportRows;
import ru.marshrut.shared.Refusal;
import ru.marshrut.territory.Territory;

/** Reports of road maps: computed for any day, and kept for the monitoring dates as they were known when they were frozen. */
@Service
@Transactional
public class KeptReports implements MonitoringReports {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd.MM.yyyy");

    private final RoadMaps roadMaps;
    private final MapStandings standings;
    private final ReportRows rows;
    private final Territory territory;
    private final AuditTrail audit;
    private final ObjectMapper json;
    private final Clock clock;

    KeptReports(RoadMaps roadMaps, MapStandings standings, ReportRows rows, Territory territory, AuditTrail audit, ObjectMapper json, Clock clock) {
        this.roadMaps = roadMaps;
        this.standings = standings;
        this.rows = rows;
        this.territory = territory;
        this.audit = audit;
        this.json = json;
        this.clock = clock;
    }

    @Override
    @Transactional(readOnly = true)
    public List<LocalDate> dates(long roadMapId) {
        RoadMap map = roadMaps.roadMap(roadMapId);
        List<Measure> measures = roadMaps.measures(roadMapId).stream().filter(measure -> measure.state() != Measure.State.REMOVED).toList();
        TreeSet<LocalDate> dates = new TreeSet<>();
        measures.stream().flatMap(measure -> measure.content().indicators().stream()).map(Indicator::asOf).filter(Objects::nonNull).forEach(dates::add);
        dates.add(measures.stream().flatMap(measure -> measure.content().windows().stream()).map(Window::due).filter(Objects::nonNull)
            .max(LocalDate::compareTo).orElse(LocalDate.of(map.year(), 12, 31)));
        return List.copyOf(dates);
    }

    @Override
    public void freeze(long roadMapId, LocalDate on) {
        RoadMap map = roadMaps.roadMap(roadMapId);
        Instant now = clock.instant();
        if (rows.add(roadMapId, on, write(computed(map, on, now)), now)) {
            audit.record("roadmap.reportFrozen", Subject.of(RoadMapAccess.SUBJECT, roadMapId), Map.of("on", on));
        }
    }

    @Override
    @Transactional(readOnly = true)
    public List<Frozen> frozen(long roadMapId) {
        return rows.of(roadMapId);
    }

    @Override
    public void sign(long roadMapId, LocalDate on, long personId) {
        if (!rows.sign(roadMapId, on, personId, clock.instant())) {
            throw Refusal.of(rows.content(roadMapId, on).isEmpty() ? "roadmap-figures.report.notFrozen" : "roadmap-figures.report.signedAlready",
                DAY.format(on));
        }
        audit.record("roadmap.reportSigned", Subject.of(RoadMapAccess.SUBJECT, roadMapId), Map.of("on", on));
    }

    /** What is known of a day at an instant. */
    @Transactional(readOnly = true)
    public ReportContent computed(RoadMap map, LocalDate on, Instant knownAt) {
        return ReportContent.of(standings.of(map, on, knownAt), placeName(map));
    }

    /** What was kept of a day; throws {@link NoSuchElementException} where nothing was. */
    @Transactional(readOnly = true)
    public ReportContent kept(long roadMapId, LocalDate on) {
        return read(rows.content(roadMapId, on).orElseThrow(() -> new NoSuchElementException("report of road map " + roadMapId + " on " + on)));
    }

    private String placeName(RoadMap map) {
        return switch (map.place().level()) {
            case FEDERATION -> "";
            case REGION -> territory.region(map.place().id()).name();
            case MUNICIPALITY -> territory.municipality(map.place().id()).name();
            case SCHOOL -> throw new IllegalArgumentException("a school has no road map: " + map.id());
        };
    }

    private String write(ReportContent content) {
        try {
            return json.writeValueAsString(content);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("report of «" + content.title() + "»", e);
        }
    }

    private ReportContent read(String content) {
        try {
            return json.readValue(content, ReportContent.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a kept report cannot be read", e);
        }
    }
}
