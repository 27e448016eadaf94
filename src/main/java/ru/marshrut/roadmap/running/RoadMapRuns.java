package ru.marshrut.roadmap.running;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import ru.marshrut.access.AccessPolicy;
import ru.marshrut.access.Viewer;
import ru.marshrut.audit.AuditTrail;
import ru.marshrut.audit.Subject;
import ru.marshrut.roadmap.MonitoringReports;
import ru.marshrut.roadmap.MonitoringReports.Frozen;
import ru.marshrut.roadmap.RoadMap;
import ru.marshrut.roadmap.RoadMapAccess;
import ru.marshrut.roadmap.RoadMapEngine;
import ru.marshrut.roadmap.RoadMaps;
import ru.marshrut.roadmap.persistence.MeasureRunRows;
import ru.marshrut.roadmap.process.RoadMapModel;
import ru.marshrut.shared.Refusal;
import ru.marshrut.territory.Appointment;
import ru.marshrut.territory.Place;
import ru.marshrut.territory.Role;
import ru.marshrut.territory.Staff;
import ru.marshrut.work.Due;
import ru.marshrut.work.Responsible;
import ru.marshrut.work.TaskDescription;
import ru.marshrut.work.TaskOrigin;

/** The course of a road map: check, approval, monitoring dates, closing report. */
@Service
@Transactional
public class RoadMapRuns implements RoadMapEngine {

    private static final int CHECK_DAYS = 5;
    private static final int SIGNING_DAYS = 5;

    private final RoadMaps roadMaps;
    private final MonitoringReports reports;
    private final MeasureRunRows rows;
    private final MeasureDues dues;
    private final MeasureEngine engine;
    private final Staff staff;
    private final AccessPolicy policy;
    private final AuditTrail audit;
    private final MessageSource messages;
    private final Clock clock;

    RoadMapRuns(@Lazy RoadMaps roadMaps, MonitoringReports reports, MeasureRunRows rows, MeasureDues dues, MeasureEngine engine, Staff staff,
                @Lazy AccessPolicy policy, AuditTrail audit, MessageSource messages, Clock clock) {
        this.roadMaps = roadMaps;
        this.reports = reports;
        this.rows = rows;
        this.dues = dues;
        this.engine = engine;
        this.staff = staff;
        this.policy = policy;
        this.audit = audit;
        this.messages = messages;
        this.clock = clock;
    }

    @Override
    public String start(RoadMap map) {
        return engine.startRoadMap(map.id(), map.regionId());
    }

    @Override
    public void approved(RoadMap map) {
        if (map.processInstanceId() != null) {
            engine.measuresChecked(map.processInstanceId());
            next(map).ifPresent(date -> engine.moveMonitoring(map.processInstanceId(), MeasureDues.endOf(date, map)));
        }
    }

    /** Whether there is nothing to check any more. Waits for an approval that is under way, as the approval does for this. */
    public boolean isApproved(long roadMapId) {
        rows.lockRoadMap(roadMapId);
        return roadMaps.roadMap(roadMapId).isApproved();
    }

    /** The next monitoring date; none where all are over or nothing is under way any more. */
    @Transactional(readOnly = true)
    public Optional<Instant> nextMonitoring(long roadMapId) {
        RoadMap map = roadMaps.roadMap(roadMapId);
        return rows.anyOpen(roadMapId) ? next(map).map(date -> MeasureDues.endOf(date, map)) : Optional.empty();
    }

    /** Freezes the monitoring date that is over; may be called again, the next one waits for its day. */
    public void freeze(long roadMapId) {
        RoadMap map = roadMaps.roadMap(roadMapId);
        next(map).filter(date -> date.isBefore(dues.today(map))).ifPresent(date -> reports.freeze(roadMapId, date));
    }

    /** The closing report is that of the last monitoring date, or of the day on which the last measure ended before it. */
    public void makeClosingReport(long roadMapId) {
        RoadMap map = roadMaps.roadMap(roadMapId);
        LocalDate today = dues.today(map);
        List<LocalDate> dates = reports.dates(roadMapId);
        LocalDate last = dates.isEmpty() ? today : dates.get(dates.size() - 1);
        reports.freeze(roadMapId, last.isBefore(today) ? last : today);
    }

    public void sign(long roadMapId, Viewer viewer, String remark) {
        RoadMap map = roadMaps.roadMap(roadMapId);
        if (!maySign(map, viewer)) {
            throw Refusal.of("roadmap.sign.controllerOnly", staff.person(map.controllerId()).fullName());
        }
        reports.sign(roadMapId, closing(roadMapId).on(), viewer.personId());
        rows.close(roadMapId, clock.instant());
        audit.record("roadmap.closed", Subject.of(RoadMapAccess.SUBJECT, roadMapId), Map.of("title", map.title()), remark.isEmpty() ? null : remark);
    }

    @Transactional(readOnly = true)
    public Frozen closing(long roadMapId) {
        return reports.frozen(roadMapId).get(0);
    }

    /** The order's controller himself; the coordinator where the order names nobody, or somebody who has no appointment here any more. */
    @Transactional(readOnly = true)
    public boolean maySign(RoadMap map, Viewer viewer) {
        return controllersPost(map).isPresent() ? map.controllerId() == viewer.personId() : policy.mayCoordinate(viewer, map.place());
    }

    @Transactional(readOnly = true)
    public TaskDescription describe(TaskOrigin origin) {
        RoadMap map = roadMaps.roadMap(Long.parseLong(origin.businessKey()));
        boolean signs = origin.step().equals(RoadMapModel.SIGN_CLOSING_REPORT);
        Responsible coordinator = MeasureSteps.coordinator(map.place());
        Responsible responsible = signs ? controllersPost(map).map(post -> new Responsible(post.role(), post.place())).orElse(coordinator)
            : coordinator;
        Due due = dues.decision(map, signs ? SIGNING_DAYS : CHECK_DAYS);
        return new TaskDescription(messages.getMessage("roadmap.step." + origin.step(), null, Locale.forLanguageTag("ru")), map.title(),
            map.regionId(), null, responsible, due);
    }

    /** What the controller holds at the road map's place or above it; his coordinator's post first. */
    private Optional<Appointment> controllersPost(RoadMap map) {
        if (map.controllerId() == null) {
            return Optional.empty();
        }
        List<Place> atOrAbove = List.of(map.place(), Place.region(map.regionId()), Place.FEDERATION);
        List<Appointment> held = staff.appointmentsOf(map.controllerId(), dues.today(map)).stream()
            .filter(post -> atOrAbove.contains(post.place()) && post.role() != Role.EXPERT).toList();
        return held.stream().filter(post -> post.role() == MeasureSteps.coordinator(map.place()).role()).findFirst()
            .or(() -> held.stream().findFirst());
    }

    private Optional<LocalDate> next(RoadMap map) {
        Set<LocalDate> frozen = reports.frozen(map.id()).stream().map(Frozen::on).collect(Collectors.toSet());
        return reports.dates(map.id()).stream().filter(date -> !frozen.contains(date)).findFirst();
    }
}
