package ru.marshrut.work;

import static java.util.stream.Collectors.toMap;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import ru.marshrut.audit.Actor;
import ru.marshrut.audit.CurrentActor;
import ru.marshrut.territory.Region;
import ru.marshrut.territory.Territory;
import ru.marshrut.work.Staffing.Staffed;
import ru.marshrut.work.persistence.TaskViews;

/** Keeps our table of tasks in step with the engine's; called in the engine's transaction. */
@Service
@Transactional(propagation = Propagation.MANDATORY)
public class TaskRegister {

    private final Map<String, ProcessOwner> owners;
    private final TaskViews views;
    private final Staffing staffing;
    private final Territory territory;
    private final CurrentActor actor;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    TaskRegister(List<ProcessOwner> owners, TaskViews views, Staffing staffing, Territory territory, CurrentActor actor, Clock clock,
                 ApplicationEventPublisher events) {
        this.owners = owners.stream().collect(toMap(ProcessOwner::processKey, owner -> owner));
        this.views = views;
        this.staffing = staffing;
        this.territory = territory;
        this.actor = actor;
        this.clock = clock;
        this.events = events;
    }

    /** Enters a new task. @return it, with the person to whom it is given where only one can be meant */
    public OpenTask opened(TaskOrigin origin) {
        ProcessOwner owner = owners.get(origin.processKey());
        if (owner == null) {
            throw new IllegalStateException("no owner of process " + origin.processKey());
        }
        TaskDescription description = owner.describe(origin);
        Region region = territory.region(description.regionId());
        LocalDate today = LocalDate.ofInstant(clock.instant(), region.zone());
        Responsible wanted = new Responsible(description.responsible().role(), description.responsible().place(), description.onlyFor());
        Staffed staffed = staffing.on(wanted, today);
        OpenTask task = new OpenTask(origin.taskId(), origin.processKey(), origin.step(), origin.form(), origin.businessKey(),
            description.title(), description.context(), description.regionId(), description.schoolId(), staffed.responsible(),
            staffed.onlyHolder(), clock.instant(), description.due());
        boolean returned = !owner.comesUpAgain(origin.step())
            && views.wasClosedBefore(origin.processKey(), origin.businessKey(), origin.step(), description.schoolId(), wanted.onlyFor());
        views.add(task, wanted);
        events.publishEvent(new TaskOpened(task.id(), returned));
        return task;
    }

    public void closed(String taskId, boolean completed) {
        Actor by = completed ? actor.current() : Actor.SYSTEM;
        views.close(taskId, clock.instant(), by.personId(), by.onBehalfOf(), completed);
    }
}
