package ru.marshrut.roadmap.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import ru.marshrut.access.Viewer;
import ru.marshrut.access.Viewers;
import ru.marshrut.roadmap.Approvals;
import ru.marshrut.roadmap.Measure;
import ru.marshrut.roadmap.MapLevel;
import ru.marshrut.roadmap.Order;
import ru.marshrut.roadmap.OrderSource;
import ru.marshrut.roadmap.RoadMap;
import ru.marshrut.roadmap.RoadMapAccess;
import ru.marshrut.roadmap.RoadMapDrafts;
import ru.marshrut.roadmap.RoadMaps;
import ru.marshrut.roadmap.Version;
import ru.marshrut.shared.Refusal;
import ru.marshrut.territory.Level;
import ru.marshrut.territory.Place;

/** Road maps for programs: list, read, begin. */
@RestController
@RequestMapping("/api/road-maps")
@Tag(name = "Дорожные карты", description = "Разбор приказов, черновики, утверждение, версии")
class RoadMapsApi {

    private static final int LISTED = 1000;

    /** @param placeName empty for the federation */
    record MapLine(long id, String title, int year, MapLevel level, Place place, String placeName, int version, boolean hasDraft) {}

    /** @param order of the approved version, null before the first approval */
    record MapAnswer(long id, String title, int year, MapLevel level, Place place, Order order, Long controllerId, boolean closed,
                     boolean hasDraft, List<MeasureAnswer> measures) {}

    record MeasureAnswer(long id, Measure.State state, LocalDate endedOn, String endReason, LocalDate extendedUntil, RowAnswer content) {}

    /** @param effectiveFrom the order's date where it is missing */
    record OrderToSet(String number, LocalDate date, LocalDate effectiveFrom) {

        static Order of(OrderToSet order) {
            return order == null ? new Order("", null, null) : new Order(order.number, order.date, order.effectiveFrom);
        }
    }

    /** @param text the order's table, cells divided by tabs */
    record MapToCreate(Level level, Long placeId, int year, String title, OrderToSet order, String text) {}

    record Created(long id, int revision) {}

    private final RoadMapAccess access;
    private final RoadMapDrafts drafts;
    private final Approvals approvals;
    private final RoadMaps roadMaps;
    private final Viewers viewers;
    private final Clock clock;

    RoadMapsApi(RoadMapAccess access, RoadMapDrafts drafts, Approvals approvals, RoadMaps roadMaps, Viewers viewers, Clock clock) {
        this.access = access;
        this.drafts = drafts;
        this.approvals = approvals;
        this.roadMaps = roadMaps;
        this.viewers = viewers;
        this.clock = clock;
    }

    @GetMapping
    @Operation(summary = "Дорожные карты, которые я вижу", description = "За год (по умолчанию текущий); q — часть названия или территории.")
    List<MapLine> list(@RequestParam(required = false) Integer year, @RequestParam(defaultValue = "") String q) {
        int shown = year == null ? LocalDate.ofInstant(clock.instant(), Viewers.FEDERATION_ZONE).getYear() : year;
        return access.visible(viewers.current(), shown, q, LISTED).stream().map(line -> new MapLine(line.map().id(), line.map().title(),
            line.map().year(), line.map().level(), line.map().place(), line.placeName(), line.version(), line.hasDraft())).toList();
    }

    @GetMapping("/{id}")
    @Operation(summary = "Дорожная карта и мероприятия утверждённой версии", description = "Исключённые мероприятия в конце.")
    MapAnswer one(@PathVariable long id) {
        RoadMap map = access.seen(id, viewers.current());
        return new MapAnswer(map.id(), map.title(), map.year(), map.level(), map.place(),
            map.isApproved() ? new Order(map.orderNumber(), map.orderDate(), map.effectiveFrom()) : null, map.controllerId(), map.closedAt() != null,
            drafts.isBeingPrepared(id), roadMaps.measures(id).stream().map(measure -> new MeasureAnswer(measure.id(), measure.state(), measure.endedOn(),
                measure.endReason(), measure.extendedUntil(), RowAnswer.of(0, "", measure.content(), List.of(), List.of(), List.of()))).toList());
    }

    @GetMapping("/{id}/versions")
    @Operation(summary = "Утверждённые версии", description = "Сначала последняя: приказ, с какого дня действует, кто и когда утвердил.")
    List<Version> versions(@PathVariable long id) {
        return approvals.versions(access.seen(id, viewers.current()));
    }

    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "Завести карту из текста", description = "level: FEDERATION, REGION или MUNICIPALITY; placeId не нужен для федерации. "
        + "Дальше — проверка черновика.")
    ResponseEntity<Created> create(@RequestBody MapToCreate map) {
        return created(map, new OrderSource.Pasted(map.text() == null ? "" : map.text()));
    }

    @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @Operation(summary = "Завести карту из файла", description = "Часть map — как при создании из текста, часть file — DOCX или XLSX.")
    ResponseEntity<Created> createFromFile(@RequestPart MapToCreate map, @RequestPart MultipartFile file) {
        return created(map, HandedIn.of(file, ""));
    }

    @PostMapping("/{id}/amendment")
    @Operation(summary = "Начать изменение утверждённой карты", description = "Черновик начинается с таблицы действующей версии.")
    Created amend(@PathVariable long id) {
        Viewer viewer = viewers.current();
        drafts.amend(viewer, id);
        return new Created(id, drafts.preview(viewer, id).draft().revision());
    }

    private ResponseEntity<Created> created(MapToCreate map, OrderSource source) {
        Place place = map.level() == Level.FEDERATION ? Place.FEDERATION
            : map.level() == null || map.placeId() == null ? null : new Place(map.level(), map.placeId());
        if (place == null) {
            throw Refusal.ofField("placeId", "roadmap.web.placeMissing");
        }
        long id = drafts.create(viewers.current(), place, map.year(), map.title(), OrderToSet.of(map.order()), source);
        return ResponseEntity.created(URI.create("/api/road-maps/" + id)).body(new Created(id, 0));
    }
}
