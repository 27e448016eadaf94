package ru.marshrut.roadmap.running;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import ru.marshrut.access.Viewer;
import ru.marshrut.audit.AuditTrail;
import ru.marshrut.audit.Subject;
import ru.marshrut.calendar.Window;
import ru.marshrut.roadmap.IndicatorKind;
import ru.marshrut.roadmap.Indicators;
import ru.marshrut.roadmap.Indicators.Figure;
import ru.marshrut.roadmap.Measure;
import ru.marshrut.roadmap.Measure.State;
import ru.marshrut.roadmap.OutcomeKind;
import ru.marshrut.roadmap.Outcomes;
import ru.marshrut.roadmap.Outcomes.Member;
import ru.marshrut.roadmap.Outcomes.Outcome;
import ru.marshrut.roadmap.RoadMap;
import ru.marshrut.roadmap.RoadMaps;
import ru.marshrut.roadmap.persistence.MeasureRunRows;
import ru.marshrut.roadmap.persistence.MeasureRunRows.Result;
import ru.marshrut.shared.Refusal;

/** What happens to a measure on its way: windows, work, judgement, end. */
@Service
@Transactional
public class MeasureCourse {

    private final RoadMaps roadMaps;
    private final MeasureRunRows rows;
    private final MeasureDues dues;
    private final MeasureRuns runs;
    private final SchoolWork schoolWork;
    private final Indicators indicators;
    private final Outcomes outcomes;
    private final MeasureEngine engine;
    private final HigherDates higherDates;
    private final AuditTrail audit;
    private final Clock clock;

    MeasureCourse(RoadMaps roadMaps, MeasureRunRows rows, MeasureDues dues, MeasureRuns runs, SchoolWork schoolWork, Indicators indicators,
                  Outcomes outcomes, MeasureEngine engine, HigherDates higherDates, AuditTrail audit, Clock clock) {
        this.roadMaps = roadMaps;
        this.rows = rows;
        this.dues = dues;
        this.runs = runs;
        this.schoolWork = schoolWork;
        this.indicators = indicators;
        this.outcomes = outcomes;
        this.engine = engine;
        this.higherDates = higherDates;
        this.audit = audit;
        this.clock = clock;
    }

    /** Goes on to the next window; an extension was given for the one before. */
    public Taken takeWindow(long measureId) {
        rows.lockMeasure(measureId);
        int taken = rows.windowsTaken(measureId) + 1;
        rows.takeWindow(measureId, taken);
        if (taken > 1) {
            rows.extend(measureId, null);
        }
        Measure measure = roadMaps.measure(measureId);
        RoadMap map = map(measure);
        Window window = MeasureDues.window(measure, taken);
        Instant start = dues.begin(map, measure, window);
        return new Taken(!start.isAfter(clock.instant()), start, taken < measure.content().windows().size());
    }

    /** The window has begun, or is waited for longer. */
    public Opened open(long measureId) {
        Measure measure = roadMaps.measure(measureId);
        RoadMap map = map(measure);
        if (measure.state() == State.WAITING) {
            rows.running(measureId);
            audit.record("roadmap.measureBegan", Subject.of(MeasureRuns.SUBJECT, measureId), Map.of("title", measure.content().title()));
        }
        schoolWork.open(map, measure);
        return new Opened(Work.of(measure.content()), dues.judgedAt(map, measure, rows.windowsTaken(measureId)));
    }

    /** Whether all targets are met. What nothing can count is taken as reported. */
    public boolean judge(long measureId) {
        Measure measure = roadMaps.measure(measureId);
        boolean counted = Work.of(measure.content()) == Work.COUNTED;
        return figures(measure).stream().allMatch(figure -> figure.reached()
            || !counted && (figure.fact() == null || figure.indicator().kind() == IndicatorKind.FACT));
    }

    @Transactional(readOnly = true)
    public List<Figure> figures(Measure measure) {
        return indicators.figures(measure.roadMapId(), judgedOn(measure), clock.instant()).getOrDefault(measure.id(), List.of());
    }

    public void recordDone(long measureId) {
        rows.lockMeasure(measureId);
        Measure measure = roadMaps.measure(measureId);
        RoadMap map = map(measure);
        List<Result> results = rows.results(measureId);
        LocalDate on = results.isEmpty() ? judgedOn(measure) : results.get(results.size() - 1).occurredOn();
        rows.end(measureId, State.DONE, on, null);
        outcomes.record(List.of(new Outcome(OutcomeKind.MEASURE_DONE, new Member(Member.Type.MEASURE, measureId, map.regionId(), null),
            map.year(), measureId, on, true)));
        audit.record("roadmap.measureDone", Subject.of(MeasureRuns.SUBJECT, measureId), Map.of("title", measure.content().title(), "on", on));
        withdraw(measureId);
    }

    /** A measure has ended: what it still asks of schools is withdrawn, and its road map closes with the last. */
    public void withdraw(long measureId) {
        Measure measure = roadMaps.measure(measureId);
        RoadMap map = map(measure);
        schoolWork.withdraw(map, measure);
        if (!rows.anyOpen(map.id())) {
            engine.allMeasuresEnded(map.processInstanceId());
        }
    }

    /** The responsible person tells what came of it. */
    public void report(long measureId, Viewer viewer, LocalDate on, String words, String withoutAct) {
        Measure measure = roadMaps.measure(measureId);
        notInTheFuture("on", on, map(measure));
        rows.addResult(measureId, on, words, withoutAct, viewer.personId(), clock.instant());
        audit.record("roadmap.resultReported", Subject.of(MeasureRuns.SUBJECT, measureId), Map.of("title", measure.content().title(), "on", on));
    }

    /** A target was missed: more time. A day beyond that of a higher road map is the higher coordinator's to give. */
    public void waitUntil(long measureId, LocalDate until, String reason) {
        rows.lockMeasure(measureId);
        Measure measure = roadMaps.measure(measureId);
        RoadMap map = map(measure);
        if (!until.isAfter(dues.today(map))) {
            throw Refusal.ofField("until", "roadmap.wait.past", MeasureDues.day(until));
        }
        boolean granted = measure.extendedUntil() != null && !until.isAfter(measure.extendedUntil());
        higherDates.passedBy(map, measure, until).filter(higher -> !granted).ifPresent(higher -> {
            throw Refusal.ofField("until", "roadmap.wait.higherDate", higher.map().title(), MeasureDues.day(higher.due()));
        });
        audit.record("roadmap.measureWaits", Subject.of(MeasureRuns.SUBJECT, measureId),
            Map.of("title", measure.content().title(), "until", until), reason);
        runs.extend(measureId, until);
    }

    public void notDone(long measureId, String reason) {
        rows.lockMeasure(measureId);
        Measure measure = roadMaps.measure(measureId);
        runs.notDone(map(measure), measure, reason);
    }

    void notInTheFuture(String field, LocalDate on, RoadMap map) {
        if (on.isAfter(dues.today(map))) {
            throw Refusal.ofField(field, "roadmap.result.future", MeasureDues.day(on));
        }
    }

    /** What is counted is judged when its last day is over, what is reported on the day of the report. */
    private LocalDate judgedOn(Measure measure) {
        LocalDate today = dues.today(map(measure));
        return Work.of(measure.content()) == Work.COUNTED ? today.minusDays(1) : today;
    }

    private RoadMap map(Measure measure) {
        return roadMaps.roadMap(measure.roadMapId());
    }

    /** @param start of the window; now where it may begin at any time */
    public record Taken(boolean begun, Instant start, boolean moreWindows) {}

    public record Opened(Work work, Instant end) {}
}
