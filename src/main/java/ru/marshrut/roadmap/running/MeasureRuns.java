package ru.marshrut.roadmap.running;

import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import ru.marshrut.access.AccessPolicy;
import ru.marshrut.access.Viewer;
import ru.marshrut.audit.AuditTrail;
import ru.marshrut.audit.Subject;
import ru.marshrut.calendar.Window;
import ru.marshrut.roadmap.Approvals;
import ru.marshrut.roadmap.Measure;
import ru.marshrut.roadmap.Measure.State;
import ru.marshrut.roadmap.MeasureWork;
import ru.marshrut.roadmap.RoadMap;
import ru.marshrut.roadmap.RoadMapAccess;
import ru.marshrut.roadmap.RoadMapChanged;
import ru.marshrut.roadmap.RoadMaps;
import ru.marshrut.roadmap.persistence.MeasureRunRows;
import ru.marshrut.roadmap.process.MeasureModel;
import ru.marshrut.shared.NotYours;
import ru.marshrut.shared.Refusal;
import ru.marshrut.work.Due;
import ru.marshrut.work.OpenTask;
import ru.marshrut.work.OpenTasks;
import ru.marshrut.work.Tasks;

/** Starts, moves and ends the measures of a road map. The federation's give dates and targets; nobody works on them. */
@Service
@Transactional
public class MeasureRuns implements MeasureWork {

    public static final String SUBJECT = Approvals.MEASURE;

    private final RoadMaps roadMaps;
    private final MeasureRunRows rows;
    private final MeasureDues dues;
    private final SchoolWork schoolWork;
    private final MeasureEngine engine;
    private final OpenTasks open;
    private final Tasks tasks;
    private final AccessPolicy policy;
    private final AuditTrail audit;
    private final ApplicationEventPublisher events;

    MeasureRuns(RoadMaps roadMaps, MeasureRunRows rows, MeasureDues dues, SchoolWork schoolWork, MeasureEngine engine, OpenTasks open,
                @Lazy Tasks tasks, @Lazy AccessPolicy policy, AuditTrail audit, ApplicationEventPublisher events) {
        this.roadMaps = roadMaps;
        this.rows = rows;
        this.dues = dues;
        this.schoolWork = schoolWork;
        this.engine = engine;
        this.open = open;
        this.tasks = tasks;
        this.policy = policy;
        this.audit = audit;
        this.events = events;
    }

    /** The road map's process starts them, after the commit: three hundred at once would keep the one who approves waiting. */
    @Override
    public void start(RoadMap map, Collection<Measure> measures) {
        if (map.processInstanceId() != null && !measures.isEmpty()) {
            engine.amended(map.processInstanceId());
        }
    }

    /** Starts all measures of a road map that wait and were not started; may be called again. */
    public void startAll(long roadMapId) {
        rows.lockRoadMap(roadMapId);
        RoadMap map = roadMaps.roadMap(roadMapId);
        Map<Long, String> instances = new LinkedHashMap<>();
        for (Measure measure : roadMaps.measures(roadMapId)) {
            if (measure.isOpen() && measure.processInstanceId() == null) {
                instances.put(measure.id(), engine.startMeasure(measure.id(), map.regionId()));
            }
        }
        rows.started(instances);
        if (!instances.isEmpty()) {
            audit.record("roadmap.measuresStarted", Subject.of(RoadMapAccess.SUBJECT, roadMapId), Map.of("measures", instances.size()));
        }
    }

    @Override
    public void follow(RoadMap map, Collection<Measure> changed) {
        changed.stream().filter(measure -> measure.isOpen() && measure.processInstanceId() != null).forEach(measure -> {
            if (isOutdone(measure)) {
                rows.extend(measure.id(), null);
            }
            follow(map, roadMaps.measure(measure.id()));
        });
    }

    @Override
    public void end(RoadMap map, Collection<Measure> removed, String reason) {
        removed.stream().map(Measure::processInstanceId).filter(Objects::nonNull).forEach(engine::removed);
    }

    /** Nobody else changes the measure until the transaction ends. */
    public void lock(long measureId) {
        rows.lockMeasure(measureId);
    }

    /** A granted extension: the measure's window, its tasks and its timers move. */
    public void extend(long measureId, LocalDate until) {
        rows.lockMeasure(measureId);
        rows.extend(measureId, until);
        Measure measure = roadMaps.measure(measureId);
        RoadMap map = roadMaps.roadMap(measure.roadMapId());
        follow(map, measure);
        events.publishEvent(new RoadMapChanged(map.id(), map.place(), map.year()));
    }

    public void askForDecision(long measureId, long extensionId) {
        engine.extensionRequested(roadMaps.measure(measureId).processInstanceId(), extensionId);
    }

    /** The coordinator ends a measure that is not done; throws {@link NotYours} or {@link Refusal} without a reason. */
    public void closeAsNotDone(long measureId, Viewer viewer, String reason) {
        rows.lockMeasure(measureId);
        Measure measure = roadMaps.measure(measureId);
        RoadMap map = roadMaps.roadMap(measure.roadMapId());
        if (!policy.mayCoordinate(viewer, map.place())) {
            throw new NotYours(SUBJECT, measureId);
        }
        if (reason.isBlank()) {
            throw Refusal.ofField("reason", "roadmap.close.reasonNeeded");
        }
        if (!measure.isOpen() || measure.processInstanceId() == null) {
            throw Refusal.of("roadmap.close.notRunning", measure.content().title());
        }
        notDone(map, measure, reason.strip());
        engine.closedAsNotDone(measure.processInstanceId());
    }

    void notDone(RoadMap map, Measure measure, String reason) {
        rows.end(measure.id(), State.NOT_DONE, dues.today(map), reason);
        audit.record("roadmap.measureNotDone", Subject.of(SUBJECT, measure.id()), Map.of("title", measure.content().title()), reason);
    }

    /** Whether the order now gives more than was granted. */
    private boolean isOutdone(Measure measure) {
        LocalDate published = MeasureDues.window(measure, rows.windowsTaken(measure.id())).due();
        return measure.extendedUntil() != null && (published == null || !published.isBefore(measure.extendedUntil()));
    }

    /**
     * Work that is open stays open, also where an amendment lets its window begin later; only its date moves. Work that
     * is waited for begins when the window now begins.
     */
    private void follow(RoadMap map, Measure measure) {
        int taken = rows.windowsTaken(measure.id());
        Due due = dues.due(map, measure, taken);
        for (OpenTask task : open.of(MeasureModel.KEY, String.valueOf(measure.id()))) {
            if (due != null && MeasureSteps.keepsWindow(task.step())) {
                tasks.move(task.id(), due);
            }
        }
        Window window = MeasureDues.window(measure, taken);
        engine.move(measure.processInstanceId(), dues.begin(map, measure, window),
            dues.judgedAt(map, measure, taken), taken < measure.content().windows().size());
        schoolWork.follow(map, measure);
    }
}
