package ru.marshrut.dashboard;

import static java.util.stream.Collectors.groupingBy;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import ru.marshrut.dashboard.SchoolProgress.Cell;
import ru.marshrut.dashboard.SchoolProgress.State;
import ru.marshrut.dashboard.persistence.Sides;
import ru.marshrut.dashboard.persistence.Sides.SchoolSide;
import ru.marshrut.peerreview.Milestone;
import ru.marshrut.territory.Place;
import ru.marshrut.work.OpenTask;
import ru.marshrut.work.OwedTasks;

/** Where schools are in their rounds: a school and a milestone meet in a cell. Two statements for any number of schools. */
@Service
@Transactional(readOnly = true)
public class Progress {

    private final Sides sides;
    private final OwedTasks tasks;
    private final Clock clock;

    Progress(Sides sides, OwedTasks tasks, Clock clock) {
        this.sides = sides;
        this.tasks = tasks;
        this.clock = clock;
    }

    /** The schools among these that are in a round. */
    public List<SchoolProgress> of(Collection<Long> schools, ZoneId zone) {
        return schools.isEmpty() ? List.of() : progress(sides.of(schools), zone);
    }

    /** A page of the schools of a place that are in a round, by name, after the given school or from the first on. */
    public List<SchoolProgress> within(Place place, boolean onlyOverdue, Long afterSchool, int limit, ZoneId zone) {
        return progress(sides.within(place, onlyOverdue ? clock.instant() : null, afterSchool, limit), zone);
    }

    private List<SchoolProgress> progress(List<SchoolSide> found, ZoneId zone) {
        List<String> circles = found.stream().map(SchoolSide::circleId).filter(Objects::nonNull).map(String::valueOf).distinct().toList();
        Map<String, List<OpenTask>> open = tasks.ofAll(Milestone.PROCESS, circles).stream().collect(groupingBy(OpenTask::businessKey));
        Instant now = clock.instant();
        return found.stream().map(side -> progress(side, open.getOrDefault(String.valueOf(side.circleId()), List.of()), now, zone)).toList();
    }

    private static SchoolProgress progress(SchoolSide side, List<OpenTask> ofCircle, Instant now, ZoneId zone) {
        List<OpenTask> own = ofCircle.stream().filter(task -> Milestone.isShared(task.step()) || Objects.equals(task.schoolId(), side.schoolId()))
            .toList();
        Map<Milestone, Cell> cells = new EnumMap<>(Milestone.class);
        for (Milestone milestone : Milestone.values()) {
            cells.put(milestone, cell(milestone, side, own, now, zone));
        }
        Instant meeting = side.meeting() == null || side.done().contains(Milestone.MEETING) || side.stopped() ? null : side.meeting();
        return new SchoolProgress(side.schoolId(), side.school(), side.municipality(), side.round(), side.year(), side.circleId(), side.partners(), meeting,
            cells, own);
    }

    /** What is open goes before what was done, since a step can come back. */
    private static Cell cell(Milestone milestone, SchoolSide side, List<OpenTask> open, Instant now, ZoneId zone) {
        for (OpenTask task : open) {
            if (Milestone.of(task.step()).filter(milestone::equals).isPresent()) {
                return new Cell(task.overdueAt(now) ? State.OVERDUE : State.IN_TIME, task.due() == null ? null : task.due().day(zone), task.id());
            }
        }
        return new Cell(side.done().contains(milestone) ? State.DONE : side.stopped() ? State.STOPPED : State.NOT_YET, null, null);
    }
}
