package ru.marshrut.roadmap.running;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import ru.marshrut.access.AccessPolicy;
import ru.marshrut.access.Viewer;
import ru.marshrut.audit.AuditTrail;
import ru.marshrut.audit.Subject;
import ru.marshrut.calendar.Window;
import ru.marshrut.roadmap.Measure;
import ru.marshrut.roadmap.RoadMap;
import ru.marshrut.roadmap.RoadMaps;
import ru.marshrut.roadmap.persistence.EventRows;
import ru.marshrut.roadmap.persistence.EventRows.Entry;
import ru.marshrut.roadmap.persistence.MeasureRunRows;
import ru.marshrut.shared.NotYours;
import ru.marshrut.shared.Refusal;

/** The log of a measure: dated entries, such as publications with their links. */
@Service
@Transactional
public class MeasureLog {

    private final RoadMaps roadMaps;
    private final EventRows rows;
    private final MeasureRunRows measures;
    private final MeasureDues dues;
    private final AccessPolicy policy;
    private final AuditTrail audit;
    private final Clock clock;

    MeasureLog(RoadMaps roadMaps, EventRows rows, MeasureRunRows measures, MeasureDues dues, @Lazy AccessPolicy policy, AuditTrail audit,
               Clock clock) {
        this.roadMaps = roadMaps;
        this.rows = rows;
        this.measures = measures;
        this.dues = dues;
        this.policy = policy;
        this.audit = audit;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public List<Entry> entries(long measureId) {
        return rows.entries(measureId);
    }

    /** Adds an entry to the log of an open measure; its day lies in a window that has come. */
    public void add(long measureId, Viewer viewer, LocalDate on, String link, String words) {
        Measure measure = kept(measureId, viewer);
        RoadMap map = roadMaps.roadMap(measure.roadMapId());
        if (on.isAfter(dues.today(map))) {
            throw Refusal.ofField("on", "roadmap.log.future", MeasureDues.day(on));
        }
        if (measure.content().windows().stream().noneMatch(window -> holds(window, on, measure))) {
            throw Refusal.ofField("on", "roadmap.log.outside", MeasureDues.day(on), measure.content().dateWords());
        }
        if (rows.entries(measureId).stream().anyMatch(entry -> !link.isEmpty() && entry.link().equals(link))) {
            throw Refusal.ofField("link", "roadmap.log.twice", link);
        }
        rows.addEntry(measureId, on, link, words, viewer.personId(), clock.instant());
        audit.record("roadmap.entryAdded", Subject.of(MeasureRuns.SUBJECT, measureId), Map.of("on", on, "link", link));
    }

    public void remove(long measureId, long entryId, Viewer viewer) {
        kept(measureId, viewer);
        Entry entry = rows.entry(entryId);
        if (entry.measureId() != measureId) {
            throw new NotYours("log entry", entryId);
        }
        rows.removeEntry(entryId, clock.instant());
        audit.record("roadmap.entryRemoved", Subject.of(MeasureRuns.SUBJECT, measureId), Map.of("on", entry.occurredOn(), "link", entry.link()));
    }

    /** Refuses to close the log before its last day. */
    public void close(long measureId) {
        Measure measure = roadMaps.measure(measureId);
        LocalDate last = MeasureDues.lastDay(measure, measures.windowsTaken(measureId));
        if (last != null && dues.today(roadMaps.roadMap(measure.roadMapId())).isBefore(last)) {
            throw Refusal.of("roadmap.log.tooEarly", MeasureDues.day(last));
        }
    }

    private Measure kept(long measureId, Viewer viewer) {
        Measure measure = roadMaps.measure(measureId);
        if (!policy.mayCoordinate(viewer, roadMaps.roadMap(measure.roadMapId()).place())) {
            throw new NotYours(MeasureRuns.SUBJECT, measureId);
        }
        if (!measure.isOpen()) {
            throw Refusal.of("roadmap.log.closed", measure.content().title());
        }
        return measure;
    }

    private static boolean holds(Window window, LocalDate day, Measure measure) {
        LocalDate last = measure.extendedUntil() != null && window.due() != null && measure.extendedUntil().isAfter(window.due())
            ? measure.extendedUntil() : window.due();
        return (window.start() == null || !day.isBefore(window.start())) && (last == null || !day.isAfter(last));
    }
}
