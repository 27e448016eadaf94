package ru.marshrut.roadmap;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import ru.marshrut.access.AccessPolicy;
import ru.marshrut.access.Viewer;
import ru.marshrut.audit.AuditTrail;
import ru.marshrut.audit.Subject;
import ru.marshrut.roadmap.persistence.DraftRows;
import ru.marshrut.roadmap.persistence.RoadMapRows;
import ru.marshrut.roadmap.reading.RawTable;
import ru.marshrut.roadmap.reading.ReadTable;
import ru.marshrut.roadmap.reading.ReadingContext;
import ru.marshrut.roadmap.reading.RoadMapReading;
import ru.marshrut.shared.Days;
import ru.marshrut.shared.NotYours;
import ru.marshrut.shared.Refusal;
import ru.marshrut.territory.Level;
import ru.marshrut.territory.Person;
import ru.marshrut.territory.Place;
import ru.marshrut.territory.Territory;

/** Prepares road maps and their amendments: imports the order's table, keeps who controls it and from when it holds. */
@Service
@Transactional
public class RoadMapDrafts {

    private static final int EARLIEST_YEAR = 2020;
    private static final int LATEST_YEAR = 2099;
    private static final int LONGEST_TITLE = 300;

    /** Characters. */
    private static final int LONGEST_NUMBER = 50;

    private final RoadMapRows roadMaps;
    private final DraftRows drafts;
    private final Drafting drafting;
    private final Sources sources;
    private final OrderWords orderWords;
    private final Controllers controllers;
    private final RoadMapReading reading;
    private final RoadMapAccess access;
    private final RoadMapEngine engine;
    private final Territory territory;
    private final AccessPolicy policy;
    private final AuditTrail audit;
    private final Clock clock;

    RoadMapDrafts(RoadMapRows roadMaps, DraftRows drafts, Drafting drafting, Sources sources, OrderWords orderWords, Controllers controllers,
                  RoadMapReading reading, RoadMapAccess access, RoadMapEngine engine, Territory territory, AccessPolicy policy, AuditTrail audit, Clock clock) {
        this.roadMaps = roadMaps;
        this.drafts = drafts;
        this.drafting = drafting;
        this.sources = sources;
        this.orderWords = orderWords;
        this.controllers = controllers;
        this.reading = reading;
        this.access = access;
        this.engine = engine;
        this.territory = territory;
        this.policy = policy;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Creates a road map from an order's table; the coordinator's check begins at once. Throws {@link NotYours} for a place
     * that the viewer does not coordinate, {@link Refusal} for a wrong year, a missing or taken title, and a source without
     * a table that can be a road map.
     *
     * @return the road map's id
     */
    public long create(Viewer viewer, Place place, int year, String title, Order order, OrderSource source) {
        if (place.level() == Level.SCHOOL || !policy.mayCoordinate(viewer, place)) {
            throw new NotYours("place", place);
        }
        if (year < EARLIEST_YEAR || year > LATEST_YEAR) {
            throw Refusal.ofField("year", "roadmap.draft.wrongYear", String.valueOf(year), String.valueOf(EARLIEST_YEAR), String.valueOf(LATEST_YEAR));
        }
        String name = checkedTitle(title);
        check(order);
        Long regionId = switch (place.level()) {
            case FEDERATION -> null;
            case REGION -> place.id();
            default -> territory.municipality(place.id()).regionId();
        };
        List<RawTable> tables = tables(source, year, levelOf(place));
        long id = roadMaps.add(place, regionId, year, name).orElseThrow(() -> titleTaken(name, year));
        Draft.Source kept = sources.keep(id, 1, source);
        drafts.add(new Draft(id, order, null, kept, tables, sources.controlWords(source, tables), Choices.NONE, 0, clock.instant(), viewer.personId()));
        audit.record("roadmap.created", subject(id), Map.of("title", name, "year", String.valueOf(year), "source", kept.fileName()));
        if (place.level() != Level.FEDERATION) {
            roadMaps.setInstance(id, engine.start(roadMaps.roadMap(id)));
        }
        return id;
    }

    /**
     * Begins an amendment of an approved road map with the table that the approved version was read from, so that single
     * rows can be corrected, or another table be imported. Throws {@link Refusal} where one is being prepared already or the
     * road map is closed.
     */
    public void amend(Viewer viewer, long id) {
        access.coordinated(id, viewer);
        roadMaps.lock(id);
        RoadMap map = roadMaps.roadMap(id);
        if (map.closedAt() != null) {
            throw Refusal.of("roadmap.draft.closed");
        }
        if (drafts.draft(id).isPresent()) {
            throw Refusal.of("roadmap.draft.already");
        }
        drafts.addFromVersion(id, clock.instant(), viewer.personId());
        audit.record("roadmap.amendmentBegun", subject(id), Map.of());
    }

    /** Drops an amendment; the approved version stays as it is. A first version cannot be dropped, only imported anew. */
    public void discard(Viewer viewer, long id, int revision) {
        RoadMap map = access.coordinated(id, viewer);
        Draft draft = drafting.draft(id, revision);
        if (!map.isApproved()) {
            throw Refusal.of("roadmap.draft.firstVersion");
        }
        drafting.delete(draft);
        sources.takeBack(id, versionOf(map));
        audit.record("roadmap.amendmentDropped", subject(id), Map.of());
    }

    /** Reads another source instead; what was corrected, left out or matched by hand holds for the rows that are the same. */
    public void importAnew(Viewer viewer, long id, int revision, OrderSource source) {
        RoadMap map = access.coordinated(id, viewer);
        Draft draft = drafting.draft(id, revision);
        List<RawTable> tables = tables(source, map.year(), map.level());
        sources.takeBack(id, versionOf(map));
        Draft.Source kept = sources.keep(id, versionOf(map), source);
        drafting.storeWithSource(new Draft(id, draft.order(), draft.controllerId(), kept, tables, sources.controlWords(source, tables),
            draft.choices().ofAnotherSource(), revision, draft.changedAt(), draft.changedBy()), viewer);
        audit.record("roadmap.imported", subject(id), Map.of("source", kept.fileName()));
    }

    /**
     * Says by which order it is approved and who controls it. What is not known yet can be left out until the approval.
     *
     * @param title        can be changed before the first approval only
     * @param controllerId one of {@link #controllers}, or null
     */
    public void setOrder(Viewer viewer, long id, int revision, String title, Order order, Long controllerId) {
        RoadMap map = access.coordinated(id, viewer);
        Draft draft = drafting.draft(id, revision);
        check(order);
        if (controllerId != null && controllers(map).stream().noneMatch(person -> person.id() == controllerId)) {
            throw Refusal.ofField("controller", "roadmap.draft.noController");
        }
        String name = checkedTitle(title);
        if (!name.equals(map.title())) {
            if (map.isApproved()) {
                throw Refusal.ofField("title", "roadmap.draft.titleStays", map.title());
            }
            checkFree(map.place(), map.year(), name);
            roadMaps.setTitle(id, name);
        }
        drafting.store(draft.with(order, controllerId), viewer);
        audit.record("roadmap.orderSet", subject(id), Map.of("number", order.number()));
    }

    /** The draft as it is understood; throws {@link NotYours} where nothing is being prepared or the viewer may not see it. */
    @Transactional(readOnly = true)
    public Preview preview(Viewer viewer, long id) {
        return drafting.read(access.coordinated(id, viewer), drafting.draft(id));
    }

    /** What a source would be understood as; nothing is stored. */
    @Transactional(readOnly = true)
    public List<ReadTable> preview(OrderSource source, int year, MapLevel level) {
        if (year < EARLIEST_YEAR || year > LATEST_YEAR) {
            throw Refusal.ofField("year", "roadmap.draft.wrongYear", String.valueOf(year), String.valueOf(EARLIEST_YEAR), String.valueOf(LATEST_YEAR));
        }
        List<ReadTable> read = reading.read(sources.tables(source), ReadingContext.of(year, level));
        refuseWithoutRows(read, source);
        return read;
    }

    @Transactional(readOnly = true)
    public boolean isBeingPrepared(long id) {
        return drafts.draft(id).isPresent();
    }

    /** Who can be named for control: people with an appointment at the place or above, by name. */
    @Transactional(readOnly = true)
    public List<Person> controllers(RoadMap map) {
        return controllers.candidates(map.place(), map.dayAt(clock.instant()));
    }

    /** The one whom the order's words name, to be confirmed. */
    @Transactional(readOnly = true)
    public Optional<Person> proposedController(RoadMap map, Draft draft) {
        return controllers.named(draft.controlWords(), controllers(map));
    }

    /** The version that is being prepared. */
    private int versionOf(RoadMap map) {
        return roadMaps.approvedVersions(map.id()) + 1;
    }

    /** Number and date that the order's own words name where they are not known yet; an amendment's must differ from what holds. */
    public Order proposedOrder(RoadMap map, Draft draft) {
        Order known = draft.order();
        if (!known.number().isEmpty() && known.date() != null) {
            return known;
        }
        Order read = orderWords.read(sources.words(draft));
        boolean ofTheApproved = map.isApproved() && (read.number().equals(map.orderNumber()) || read.number().isEmpty());
        return ofTheApproved ? known : new Order(known.number().isEmpty() ? read.number() : known.number(),
            known.date() == null ? read.date() : known.date(), known.effectiveFrom());
    }

    static Subject subject(long id) {
        return Subject.of(RoadMapAccess.SUBJECT, id);
    }

    private List<RawTable> tables(OrderSource source, int year, MapLevel level) {
        List<RawTable> tables = sources.tables(source);
        refuseWithoutRows(reading.read(tables, ReadingContext.of(year, level)), source);
        return tables;
    }

    private static void refuseWithoutRows(List<ReadTable> read, OrderSource source) {
        if (read.stream().allMatch(table -> table.rows().isEmpty())) {
            throw Refusal.ofField(source instanceof OrderSource.Pasted ? "text" : "file", "roadmap.source.noTable");
        }
    }

    private static MapLevel levelOf(Place place) {
        return switch (place.level()) {
            case FEDERATION -> MapLevel.FEDERAL;
            case REGION -> MapLevel.REGIONAL;
            default -> MapLevel.MUNICIPAL;
        };
    }

    private static String checkedTitle(String title) {
        if (title == null || title.isBlank()) {
            throw Refusal.ofField("title", "roadmap.draft.titleMissing");
        }
        if (title.strip().length() > LONGEST_TITLE) {
            throw Refusal.ofField("title", "roadmap.draft.titleTooLong", LONGEST_TITLE);
        }
        return title.strip();
    }

    private void checkFree(Place place, int year, String title) {
        if (roadMaps.exists(place, year, title)) {
            throw titleTaken(title, year);
        }
    }

    private static Refusal titleTaken(String title, int year) {
        return Refusal.ofField("title", "roadmap.draft.titleTaken", title, String.valueOf(year));
    }

    private static void check(Order order) {
        if (order.number().length() > LONGEST_NUMBER) {
            throw Refusal.ofField("orderNumber", "roadmap.draft.numberTooLong", LONGEST_NUMBER);
        }
        check("orderDate", order.date());
        check("effectiveFrom", order.effectiveFrom());
    }

    private static void check(String field, LocalDate day) {
        if (day != null && !Days.canBeMeant(day)) {
            throw Refusal.ofField(field, "roadmap.decision.wrongDay", day.toString());
        }
    }
}
