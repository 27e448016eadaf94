package ru.marshrut.work.web;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;
import ru.marshrut.access.AccessPolicy;
import ru.marshrut.access.SeenPlaces;
import ru.marshrut.access.Viewer;
import ru.marshrut.shared.NotYours;
import ru.marshrut.territory.Person;
import ru.marshrut.territory.Place;
import ru.marshrut.territory.School;
import ru.marshrut.territory.Staff;
import ru.marshrut.territory.Territory;
import ru.marshrut.work.OpenTask;
import ru.marshrut.work.OwedTasks;
import ru.marshrut.work.OwedTasks.Owed;
import ru.marshrut.work.bulk.Bulks;
import ru.marshrut.work.persistence.TaskViews;

/** Which tasks of a territory are meant, and how they are shown. */
@Component
class BulkSelection {

    private static final int ON_A_PAGE = 100;

    private final OwedTasks owed;
    private final TaskViews views;
    private final AccessPolicy policy;
    private final Territory territory;
    private final Staff staff;
    private final SeenPlaces places;
    private final Clock clock;

    BulkSelection(OwedTasks owed, TaskViews views, AccessPolicy policy, Territory territory, Staff staff, SeenPlaces places, Clock clock) {
        this.owed = owed;
        this.views = views;
        this.policy = policy;
        this.territory = territory;
        this.staff = staff;
        this.places = places;
        this.clock = clock;
    }

    /**
     * @param place  {@code <LEVEL>-<id>}, or null for the first of the viewer's own
     * @param school only this one, or null
     * @param step   id of the user task, or null for all
     */
    record Filter(String place, Long school, String step, Boolean overdue) {

        Filter {
            overdue = Boolean.TRUE.equals(overdue);
        }

        Map<String, String> asParameters() {
            Map<String, String> set = new LinkedHashMap<>();
            set.put("place", place == null ? "" : place);
            set.put("school", school == null ? "" : String.valueOf(school));
            set.put("step", step == null ? "" : step);
            set.put("overdue", String.valueOf(overdue));
            return set;
        }
    }


    /** @param done null: not reached yet */
    record Outcome(String taskId, Boolean done, String words) {}

    /** A task as the list shows it; {@code outcome} is null where nothing is done to it. */
    record Line(OpenTask task, String school, LocalDate due, boolean overdue, String who, Outcome outcome) {}

    /** The tasks that are meant, the most urgent first, one more than an order may have; throws {@link NotYours} for another's place. */
    List<OpenTask> of(Filter filter, Viewer viewer) {
        Place place = places.coordinated(viewer, filter.place());
        if (filter.school() != null && !territory.schools(List.of(filter.school())).isEmpty() && policy.mayCoordinate(viewer, Place.school(filter.school()))) {
            place = Place.school(filter.school());
        }
        return owed.owed(new Owed(place, filter.step() == null || filter.step().isBlank() ? null : filter.step(),
            filter.overdue() ? clock.instant() : null), "", Bulks.MOST + 1);
    }

    Map<String, Object> page(Filter filter, int page, Viewer viewer) {
        Place place = places.coordinated(viewer, filter.place());
        List<OpenTask> found = of(filter, viewer);
        int pages = Math.max(1, (found.size() + ON_A_PAGE - 1) / ON_A_PAGE);
        int shown = Math.min(Math.max(page, 1), pages);
        Map<String, Object> model = new LinkedHashMap<>();
        model.put("places", places.coordinated(viewer));
        model.put("place", place.key());
        model.put("schools", place.equals(Place.FEDERATION) ? List.of() : territory.schoolsWithin(place));
        model.put("steps", owed.stepsWithin(place));
        model.put("filter", filter);
        model.put("found", found.size());
        model.put("most", Bulks.MOST);
        model.put("page", shown);
        model.put("pages", pages);
        model.put("lines", lines(found.subList((shown - 1) * ON_A_PAGE, Math.min(shown * ON_A_PAGE, found.size())), Map.of()));
        return model;
    }

    /** Tasks with what would be or was done to them, closed ones too. */
    List<Line> lines(List<Outcome> outcomes) {
        Map<String, Outcome> byTask = outcomes.stream().collect(toMap(Outcome::taskId, outcome -> outcome));
        Map<String, OpenTask> tasks = views.all(byTask.keySet()).stream().collect(toMap(OpenTask::id, task -> task));
        return lines(outcomes.stream().map(outcome -> tasks.get(outcome.taskId())).toList(), byTask);
    }

    private List<Line> lines(Collection<OpenTask> tasks, Map<String, Outcome> outcomes) {
        Map<Long, School> schools = territory.schools(tasks.stream().map(OpenTask::schoolId).filter(Objects::nonNull).collect(toSet()));
        Map<Long, Person> people = staff.people(tasks.stream().map(OpenTask::assigneeId).filter(Objects::nonNull).collect(toSet()));
        Map<Long, ZoneId> zones = tasks.stream().map(OpenTask::regionId).distinct().collect(toMap(id -> id, id -> territory.region(id).zone()));
        return tasks.stream().map(task -> new Line(task, task.schoolId() == null ? null : schools.get(task.schoolId()).name(),
            task.due() == null ? null : task.due().day(zones.get(task.regionId())), task.overdueAt(clock.instant()),
            task.assigneeId() == null ? null : people.get(task.assigneeId()).fullName(), outcomes.get(task.id()))).toList();
    }
}
