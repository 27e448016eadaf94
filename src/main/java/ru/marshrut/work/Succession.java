package ru.marshrut.work;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import ru.marshrut.audit.AuditTrail;
import ru.marshrut.audit.Subject;
import ru.marshrut.territory.AppointmentsChanged;
import ru.marshrut.territory.Territory;
import ru.marshrut.work.Staffing.Staffed;
import ru.marshrut.work.persistence.TaskViews;

/**
 * Open tasks follow the appointments and absences (DESIGN 10): to the successor or substitute, up where there is none,
 * and back when somebody is appointed again or has returned.
 */
@Service
@Transactional
public class Succession {

    private static final int AT_ONCE = 500;

    private final TaskViews views;
    private final Staffing staffing;
    private final EnginePort engine;
    private final Territory territory;
    private final AuditTrail audit;
    private final Clock clock;

    Succession(TaskViews views, Staffing staffing, EnginePort engine, Territory territory, AuditTrail audit, Clock clock) {
        this.views = views;
        this.staffing = staffing;
        this.engine = engine;
        this.territory = territory;
        this.audit = audit;
        this.clock = clock;
    }

    @ApplicationModuleListener
    void on(AppointmentsChanged changed) {
        changed.places().forEach(place -> views.waitingAt(place).forEach(this::follow));
    }

    /** For appointments and absences that begin or end on a day that has come. @return how many tasks were looked at */
    public int followTheDay() {
        List<GivenTask> astray = views.astray(clock.instant(), AT_ONCE);
        astray.forEach(this::follow);
        return astray.size();
    }

    private void follow(GivenTask given) {
        OpenTask task = given.task();
        LocalDate today = LocalDate.ofInstant(clock.instant(), territory.region(task.regionId()).zone());
        Staffed staffed = staffing.on(given.wanted(), today);
        Long named = staffed.insteadOf(given.named());
        Long assignee = named == null ? staffed.onlyHolder() : named;
        if (isWith(task, staffed.responsible(), assignee)) {
            return;
        }
        // whoever had it may be completing it in this moment: that must not keep the other tasks from moving
        views.lock(task.id()).filter(open -> !isWith(open, staffed.responsible(), assignee)).ifPresent(open -> {
            views.give(open.id(), staffed.responsible(), assignee);
            engine.give(open.id(), open.responsible(), staffed.responsible(), assignee);
            audit.record("work.taskGiven", Subject.of("task", open.id()), Map.of("title", open.title(), "role", staffed.responsible().role()));
        });
    }

    private static boolean isWith(OpenTask task, Responsible responsible, Long assignee) {
        return responsible.equals(task.responsible()) && Objects.equals(assignee, task.assigneeId());
    }

    /**
     * An open task, and the role at the place that its process gave it to.
     *
     * @param named person to whom a coordinator gave it by name, or null
     */
    public record GivenTask(OpenTask task, Responsible wanted, Long named) {}
}
