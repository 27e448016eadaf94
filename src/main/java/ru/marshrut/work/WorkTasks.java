package ru.marshrut.work;

import static java.util.stream.Collectors.toMap;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import ru.marshrut.access.AccessPolicy;
import ru.marshrut.access.Viewer;
import ru.marshrut.audit.AuditTrail;
import ru.marshrut.audit.OnBehalf;
import ru.marshrut.audit.Subject;
import ru.marshrut.shared.NotYours;
import ru.marshrut.shared.Refusal;
import ru.marshrut.territory.Place;
import ru.marshrut.territory.Staff.Standing;
import ru.marshrut.territory.Staff;
import ru.marshrut.territory.Territory;
import ru.marshrut.work.persistence.TaskViews;

@Service
@Transactional
class WorkTasks implements Tasks {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd.MM.yyyy");

    private final TaskViews views;
    private final Map<String, ProcessOwner> owners;
    private final Map<String, StepForm> forms;
    private final EnginePort engine;
    private final AccessPolicy policy;
    private final AuditTrail audit;
    private final OnBehalf onBehalf;
    private final Territory territory;
    private final Staff staff;
    private final Staffing staffing;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    WorkTasks(TaskViews views, List<ProcessOwner> owners, List<StepForm> forms, EnginePort engine, AccessPolicy policy, AuditTrail audit,
              OnBehalf onBehalf, Territory territory, Staff staff, Staffing staffing, ApplicationEventPublisher events, Clock clock) {
        this.views = views;
        this.owners = owners.stream().collect(toMap(ProcessOwner::processKey, owner -> owner));
        this.forms = forms.stream().collect(toMap(StepForm::form, form -> form));
        this.engine = engine;
        this.policy = policy;
        this.audit = audit;
        this.onBehalf = onBehalf;
        this.territory = territory;
        this.staff = staff;
        this.staffing = staffing;
        this.events = events;
        this.clock = clock;
    }

    @Override
    @Transactional(readOnly = true)
    public OpenTask visible(String taskId, Viewer viewer) {
        return ifVisible(taskId, viewer).orElseThrow(() -> new NotYours("task", taskId));
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<OpenTask> ifVisible(String taskId, Viewer viewer) {
        return views.byId(taskId).filter(task -> concerns(task.responsible(), viewer));
    }

    @Override
    @Transactional(readOnly = true)
    public ClosedTask closed(String taskId, Viewer viewer) {
        return views.closed(taskId).filter(task -> concerns(task.responsible(), viewer)).orElseThrow(() -> new NotYours("task", taskId));
    }

    private boolean concerns(Responsible responsible, Viewer viewer) {
        return responsible.isTurnOf(viewer) || policy.mayCoordinate(viewer, responsible.place());
    }

    @Override
    public boolean mayDo(OpenTask task, Viewer viewer) {
        return task.responsible().isTurnOf(viewer);
    }

    @Override
    public void complete(String taskId, Viewer viewer, FormInput input) {
        OpenTask task = own(taskId, viewer);
        onBehalf.of(onBehalfOf(task, viewer).orElse(null), () -> {
            Map<String, Object> routing = forms.get(task.form()).submit(task, viewer, input);
            audit.record("work.taskCompleted", Subject.of("task", taskId), Map.of("title", task.title(), "context", task.context()));
            engine.complete(taskId, routing);
            views.deleteDrafts(taskId);
        });
    }

    @Override
    public Optional<Long> onBehalfOf(OpenTask task, Viewer viewer) {
        return task.responsible().onBehalfOf(viewer);
    }

    @Override
    public void move(String taskId, Due due) {
        views.move(taskId, due);
        OpenTask task = views.byId(taskId).orElseThrow(() -> new NotYours("task", taskId));
        engine.setDue(taskId, due.at(), due.day(territory.region(task.regionId()).zone()));
    }

    @Override
    public void saveDraft(String taskId, Viewer viewer, FormInput input) {
        own(taskId, viewer);
        views.saveDraft(taskId, viewer.personId(), input, clock.instant());
    }

    @Override
    @Transactional(readOnly = true)
    public FormInput draft(String taskId, Viewer viewer) {
        return views.draft(taskId, viewer.personId());
    }

    @Override
    public long requestExtension(String taskId, Viewer viewer, LocalDate until, String reason) {
        OpenTask task = own(taskId, viewer);
        ProcessOwner owner = owners.get(task.processKey());
        if (!owner.extendable(task) || task.due() == null) {
            throw Refusal.of("work.extension.notHere", task.title());
        }
        LocalDate due = task.due().day(territory.region(task.regionId()).zone());
        if (!until.isAfter(due)) {
            throw Refusal.ofField("until", "work.extension.notLater", DAY.format(until), DAY.format(due));
        }
        if (views.hasUndecidedExtension(task)) {
            throw Refusal.of("work.extension.alreadyAsked");
        }
        long id = views.addExtension(task, until, reason, viewer.personId(), clock.instant());
        onBehalf.of(onBehalfOf(task, viewer).orElse(null), () -> {
            audit.record("work.extensionRequested", Subject.of(task.processKey(), task.businessKey()),
                Map.of("title", task.title(), "until", until), reason);
            owner.decideOn(task, id);
        });
        return id;
    }

    @Override
    public void extend(String taskId, Viewer viewer, LocalDate until, String reason) {
        OpenTask task = coordinated(taskId, viewer);
        ProcessOwner owner = owners.get(task.processKey());
        if (!owner.extendable(task) || task.due() == null) {
            throw Refusal.of("work.extension.notHere", task.title());
        }
        ZoneId zone = territory.region(task.regionId()).zone();
        LocalDate due = task.due().day(zone);
        if (!until.isAfter(due) || until.isBefore(LocalDate.ofInstant(clock.instant(), zone))) {
            throw Refusal.ofField("until", "work.extension.notLater", DAY.format(until), DAY.format(due));
        }
        if (views.hasUndecidedExtension(task)) {
            throw Refusal.of("work.extension.decideFirst");
        }
        Place place = owner.grantedAt(task, until).orElse(task.responsible().place());
        if (!policy.mayCoordinate(viewer, place)) {
            throw Refusal.ofField("until", "work.extension.givenAbove", DAY.format(until));
        }
        long id = views.addExtension(task, until, reason, viewer.personId(), clock.instant());
        views.decideExtension(id, until, reason, viewer.personId(), clock.instant());
        onBehalf.of(policy.coordinatesOnBehalfOf(viewer, place).orElse(null), () -> {
            audit.record("work.extensionGranted", Subject.of(task.processKey(), task.businessKey()), Map.of("until", until), reason);
            owner.extend(task, until);
        });
    }

    @Override
    public void giveByName(String taskId, Viewer viewer, long personId, String reason) {
        OpenTask task = coordinated(taskId, viewer);
        if (task.onlyFor() != null) {
            throw Refusal.ofField("person", "work.give.onlyFor", staff.person(task.onlyFor()).fullName());
        }
        LocalDate today = LocalDate.ofInstant(clock.instant(), territory.region(task.regionId()).zone());
        Responsible at = task.responsible();
        Standing chosen = staff.standing(at.role(), at.place(), today).stream()
            .filter(standing -> standing.holderId() == personId || standing.person().id() == personId).findFirst()
            .orElseThrow(() -> Refusal.ofField("person", "work.give.notAHolder", staff.person(personId).fullName()));
        long assignee = chosen.person().id();
        if (task.assigneeId() != null && task.assigneeId() == assignee) {
            throw Refusal.ofField("person", "work.give.already", chosen.person().fullName());
        }
        views.giveByName(taskId, chosen.holderId(), assignee);
        engine.give(taskId, at, at, assignee);
        onBehalf.of(policy.coordinatesOnBehalfOf(viewer, at.place()).orElse(null), () -> audit.record("work.taskGivenByName",
            Subject.of("task", taskId), Map.of("title", task.title(), "person", personId, "name", chosen.person().fullName()), reason));
    }

    @Override
    public void handTo(String taskId, long personId) {
        OpenTask task = views.lock(taskId).filter(open -> open.onlyFor() != null).orElseThrow(() -> new NotYours("task", taskId));
        LocalDate today = LocalDate.ofInstant(clock.instant(), territory.region(task.regionId()).zone());
        Responsible from = task.responsible();
        if (from.onlyFor() == personId) {
            throw Refusal.ofField("person", "work.give.already", staff.person(personId).fullName());
        }
        if (staff.appointmentsOf(personId, today).stream().noneMatch(held -> held.role() == from.role() && held.personId() == personId)) {
            throw Refusal.ofField("person", "work.give.notInTheRole", staff.person(personId).fullName());
        }
        Responsible to = from.handedTo(personId);
        Long assignee = staffing.on(to, today).onlyHolder();
        views.handTo(taskId, personId, assignee);
        engine.give(taskId, from, to, assignee);
        events.publishEvent(new TaskOpened(taskId, false));
    }

    private OpenTask coordinated(String taskId, Viewer viewer) {
        return locked(taskId, task -> policy.mayCoordinate(viewer, task.responsible().place()));
    }

    @Override
    @Transactional(readOnly = true)
    public Extension extension(long id) {
        return views.extension(id);
    }

    @Override
    public void decideExtension(long id, Viewer viewer, LocalDate grantedUntil, String reason) {
        Extension request = views.extension(id);
        if (request.granted() != null) {
            throw Refusal.of("work.extension.alreadyDecided");
        }
        views.decideExtension(id, grantedUntil, reason, viewer.personId(), clock.instant());
        Subject subject = Subject.of(request.processKey(), request.businessKey());
        if (grantedUntil == null) {
            audit.record("work.extensionRefused", subject, Map.of("until", request.requestedUntil()), reason);
            return;
        }
        audit.record("work.extensionGranted", subject, Map.of("until", grantedUntil), reason);
        views.byIdEvenClosed(request.taskId())
            .ifPresent(task -> owners.get(request.processKey()).extend(task, grantedUntil));
    }

    @Override
    @Transactional(readOnly = true)
    public List<Extension> extensionsOf(String processKey, String businessKey) {
        return views.extensionsOf(processKey, businessKey);
    }

    @Override
    @Transactional(readOnly = true)
    public List<Extension> undecidedExtensions(String processKey, Collection<String> businessKeys) {
        return views.undecidedExtensions(processKey, businessKeys);
    }

    @Override
    @Transactional(readOnly = true)
    public List<ClosedTask> closedOf(String processKey, String businessKey) {
        return views.closedOf(processKey, businessKey);
    }

    private OpenTask own(String taskId, Viewer viewer) {
        return locked(taskId, task -> mayDo(task, viewer));
    }

    /** Locks what the task is about, then its row, so that of two who press the button at once one is told that the step is already done. */
    private OpenTask locked(String taskId, Predicate<OpenTask> allowed) {
        views.byId(taskId).filter(allowed).ifPresent(task -> owners.get(task.processKey()).lock(task));
        return views.lock(taskId).filter(allowed).orElseThrow(() -> new NotYours("task", taskId));
    }
}
