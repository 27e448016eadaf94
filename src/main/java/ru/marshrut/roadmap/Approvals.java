package ru.marshrut.roadmap;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;

import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import ru.marshrut.access.Viewer;
import ru.marshrut.audit.AuditTrail;
import ru.marshrut.audit.Subject;
import ru.marshrut.calendar.Window;
import ru.marshrut.roadmap.persistence.RoadMapRows;
import ru.marshrut.roadmap.persistence.VersionRows;
import ru.marshrut.roadmap.persistence.VersionRows.Entry;
import ru.marshrut.roadmap.reading.ReadRow;
import ru.marshrut.shared.NotYours;
import ru.marshrut.shared.Refusal;

/** What a draft changes, and its approval: version, measures and their running work in one transaction. */
@Service
@Transactional
public class Approvals {

    /** Subject of the audit trail for a measure. */
    public static final String MEASURE = "measure";

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd.MM.yyyy");
    private static final int NAMED_IN_A_REFUSAL = 10;

    private final RoadMapRows roadMaps;
    private final RoadMaps reader;
    private final VersionRows versions;
    private final Drafting drafting;
    private final RoadMapAccess access;
    private final MeasureWork work;
    private final RoadMapEngine engine;
    private final AuditTrail audit;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Approvals(RoadMapRows roadMaps, RoadMaps reader, VersionRows versions, Drafting drafting, RoadMapAccess access, MeasureWork work,
              RoadMapEngine engine, AuditTrail audit, ApplicationEventPublisher events, Clock clock) {
        this.roadMaps = roadMaps;
        this.reader = reader;
        this.versions = versions;
        this.drafting = drafting;
        this.access = access;
        this.work = work;
        this.engine = engine;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    /** What the draft changes in the approved version. */
    @Transactional(readOnly = true)
    public Differences differences(Viewer viewer, long id) {
        RoadMap map = access.coordinated(id, viewer);
        return matching(id, drafting.read(map, drafting.draft(id))).differences();
    }

    /**
     * Says by hand which measure of the approved version a row is.
     *
     * @param measureId {@link Choices#NEW} for a new measure, null to leave it to the comparison again
     */
    public void match(Viewer viewer, long id, int revision, String rowKey, Long measureId) {
        RoadMap map = access.coordinated(id, viewer);
        Draft draft = drafting.draft(id, revision);
        ReadRow row = drafting.read(map, draft).imported().stream().filter(read -> read.key().equals(rowKey)).findFirst()
            .orElseThrow(() -> new NotYours("row", rowKey));
        if (measureId != null && measureId != Choices.NEW) {
            if (current(id).stream().noneMatch(measure -> measure.id() == measureId)) {
                throw Refusal.ofField("measure", "roadmap.approval.unknownMeasure");
            }
            if (draft.choices().matching().entrySet().stream().anyMatch(pair -> pair.getValue().equals(measureId) && !pair.getKey().equals(rowKey))) {
                throw Refusal.ofField("measure", "roadmap.approval.measureTaken");
            }
        }
        drafting.store(draft.with(draft.choices().withMatch(rowKey, measureId)), viewer);
        audit.record("roadmap.matched", RoadMapDrafts.subject(id), ImportDecisions.inWords(row));
    }

    /** New measures whose windows have all ended by today: they start as overdue and ask only for the result (DESIGN 9). */
    @Transactional(readOnly = true)
    public List<ReadRow> overdueAtApproval(RoadMap map, Differences differences) {
        LocalDate today = today(map);
        return differences.added().stream().filter(row -> !row.content().windows().isEmpty() && endsBefore(row.content(), today)).toList();
    }

    /** Approved versions, the latest first. */
    @Transactional(readOnly = true)
    public List<Version> versions(RoadMap map) {
        return versions.versions(map.id());
    }

    /**
     * Approves the draft as the next version: new measures start, changed ones follow, removed ones end with the reason; what
     * was done stays done. Throws {@link Refusal} while a decision is open, where there is no row, where the order's number or
     * date is not known, where a removed measure has no reason, and where somebody has changed the draft since.
     *
     * @param reasons by measure, for those that are removed
     * @return number of the version
     */
    public int approve(Viewer viewer, long id, int revision, Map<Long, String> reasons) {
        access.coordinated(id, viewer);
        roadMaps.lock(id);
        RoadMap before = roadMaps.roadMap(id);
        Draft draft = drafting.draft(id, revision);
        Preview preview = drafting.read(before, draft);
        refuseWhereOpen(preview);
        refuseWithoutOrder(draft.order(), before);
        Map<Long, Measure> known = current(id).stream().collect(Collectors.toMap(Measure::id, measure -> measure));
        Matching matching = matching(id, preview);
        Differences differences = matching.differences();
        refuseWithoutReason(differences, reasons);

        int number = versions.add(draft, preview.chosen(), clock.instant(), viewer.personId(), entries(id, preview, matching, differences));
        roadMaps.setController(id, draft.controllerId());
        drafting.delete(draft);
        remove(id, today(before), differences, reasons);
        RoadMap map = roadMaps.roadMap(id);
        record(map, number, differences);
        if (map.level() != MapLevel.FEDERAL) {
            run(map, known, differences, reasons);
            engine.approved(map);
        }
        events.publishEvent(new RoadMapChanged(id, map.place(), map.year()));
        return number;
    }

    private static void refuseWhereOpen(Preview preview) {
        if (preview.imported().isEmpty()) {
            throw Refusal.of("roadmap.approval.noRows");
        }
        if (preview.openDecisions() > 0) {
            List<String> rows = preview.rows().stream().filter(Preview.Row::isOpen).map(row -> nameOf(row.read().content())).toList();
            if (rows.isEmpty()) {
                throw Refusal.of("roadmap.approval.openInTable", preview.openDecisions());
            }
            throw Refusal.of("roadmap.approval.open", preview.openDecisions(),
                rows.stream().limit(NAMED_IN_A_REFUSAL).collect(joining(", ")) + (rows.size() > NAMED_IN_A_REFUSAL ? ", …" : ""));
        }
    }

    private void refuseWithoutOrder(Order order, RoadMap map) {
        if (order.number().isEmpty()) {
            throw Refusal.ofField("orderNumber", "roadmap.approval.numberMissing");
        }
        if (order.date() == null) {
            throw Refusal.ofField("orderDate", "roadmap.approval.dateMissing");
        }
        if (order.date().isAfter(today(map))) {
            throw Refusal.ofField("orderDate", "roadmap.approval.dateInFuture", DAY.format(order.date()));
        }
    }

    private static void refuseWithoutReason(Differences differences, Map<Long, String> reasons) {
        differences.removed().stream().filter(measure -> reasons.getOrDefault(measure.id(), "").isBlank()).findFirst().ifPresent(measure -> {
            throw Refusal.ofField("reason-" + measure.id(), "roadmap.approval.reasonMissing", nameOf(measure.content()));
        });
    }

    /** Rows in their order, each with its measure; new ones get the next ids. */
    private List<Entry> entries(long id, Preview preview, Matching matching, Differences differences) {
        Deque<Long> added = new ArrayDeque<>(differences.added().isEmpty() ? List.of() : versions.addMeasures(id, differences.added().size()));
        List<Entry> entries = new ArrayList<>();
        for (ReadRow row : preview.imported()) {
            Measure measure = matching.measureOf(row);
            entries.add(new Entry(measure == null ? added.poll() : measure.id(), entries.size() + 1, row.key(), row.content()));
        }
        return entries;
    }

    private void remove(long id, LocalDate today, Differences differences, Map<Long, String> reasons) {
        differences.removed().stream().collect(groupingBy(measure -> reasons.get(measure.id()).strip(), LinkedHashMap::new, Collectors.toList()))
            .forEach((reason, removed) -> {
                versions.remove(removed.stream().map(Measure::id).toList(), today, reason);
                audit.recordAll("roadmap.measureRemoved", removed.stream()
                    .map(measure -> new AuditTrail.Fact(Subject.of(MEASURE, measure.id()), titled(id, measure.content()))).toList(), reason);
            });
    }

    private void record(RoadMap map, int number, Differences differences) {
        audit.record("roadmap.approved", RoadMapDrafts.subject(map.id()), Map.of("version", number, "order", map.orderNumber(), "date",
            DAY.format(map.orderDate()), "added", differences.added().size(), "changed", differences.changed().size(), "removed",
            differences.removed().size()));
        audit.recordAll("roadmap.measureChanged", differences.changed().stream()
            .map(changed -> new AuditTrail.Fact(Subject.of(MEASURE, changed.before().id()), Map.of("version", number, "order", map.orderNumber(),
                "before", dates(changed.before().content()), "after", dates(changed.after().content())))).toList(), null);
    }

    /** The running work follows: what had ended as not done and got more time begins again. */
    private void run(RoadMap map, Map<Long, Measure> known, Differences differences, Map<Long, String> reasons) {
        LocalDate today = today(map);
        Set<Long> changed = differences.changed().stream().map(change -> change.before().id()).collect(Collectors.toSet());
        List<Long> reopened = differences.changed().stream()
            .filter(change -> change.before().state() == Measure.State.NOT_DONE && !endsBefore(change.after().content(), today))
            .map(change -> change.before().id()).toList();
        if (!reopened.isEmpty()) {
            versions.reopen(reopened);
        }
        List<Measure> now = reader.measures(map.id());
        List<Measure> starting = now.stream().filter(measure -> measure.isOpen() && (!known.containsKey(measure.id()) || reopened.contains(measure.id())))
            .toList();
        List<Measure> following = now.stream()
            .filter(measure -> measure.isOpen() && changed.contains(measure.id()) && !reopened.contains(measure.id())).toList();
        differences.removed().stream().filter(Measure::isOpen)
            .collect(groupingBy(measure -> reasons.get(measure.id()).strip(), LinkedHashMap::new, Collectors.toList()))
            .forEach((reason, removed) -> work.end(map, removed, reason));
        if (!following.isEmpty()) {
            work.follow(map, following);
        }
        if (!starting.isEmpty()) {
            work.start(map, starting);
        }
    }

    private static boolean endsBefore(MeasureContent content, LocalDate day) {
        return content.windows().stream().map(Window::due).allMatch(due -> due != null && due.isBefore(day));
    }

    private Matching matching(long id, Preview preview) {
        return new Matching(preview.imported(), current(id), versions.rowKeys(id), preview.draft().choices().matching());
    }

    private List<Measure> current(long id) {
        return reader.measures(id).stream().filter(measure -> measure.state() != Measure.State.REMOVED).toList();
    }

    private LocalDate today(RoadMap map) {
        return map.dayAt(clock.instant());
    }

    private static Map<String, ?> titled(long roadMapId, MeasureContent content) {
        return Map.of("roadMap", roadMapId, "title", nameOf(content));
    }

    /** «15», or the title where the table numbers nothing. */
    private static String nameOf(MeasureContent content) {
        return content.number().isEmpty() ? "«" + content.title() + "»" : "№ " + content.number();
    }

    private static String dates(MeasureContent content) {
        return content.windows().stream().map(window -> (window.start() == null ? "…" : DAY.format(window.start())) + "–"
            + (window.due() == null ? "…" : DAY.format(window.due()))).collect(joining(", "));
    }
}
