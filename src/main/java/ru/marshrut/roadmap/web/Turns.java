package ru.marshrut.roadmap.web;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import ru.marshrut.access.Viewer;
import ru.marshrut.roadmap.Indicators.Name;
import ru.marshrut.roadmap.Measure;
import ru.marshrut.roadmap.OutcomeKind;
import ru.marshrut.roadmap.RoadMap;
import ru.marshrut.roadmap.persistence.SchoolMeasureRows;
import ru.marshrut.roadmap.process.MeasureModel;
import ru.marshrut.roadmap.process.SchoolMeasureModel;
import ru.marshrut.territory.Person;
import ru.marshrut.territory.Place;
import ru.marshrut.territory.Role;
import ru.marshrut.territory.Staff;
import ru.marshrut.work.OpenTask;
import ru.marshrut.work.OpenTasks;
import ru.marshrut.work.OwedTasks;
import ru.marshrut.work.Responsible;

/**
 * Whose turn it is: of a school whose document is asked, whoever has its open task (the school, or the curator who is to
 * confirm); of a person, he himself; else the school's coordinator or principal, the municipality's coordinator.
 */
@Component
class Turns {

    private final SchoolMeasureRows schoolMeasures;
    private final OpenTasks open;
    private final OwedTasks owed;
    private final Staff staff;

    Turns(SchoolMeasureRows schoolMeasures, OpenTasks open, OwedTasks owed, Staff staff) {
        this.schoolMeasures = schoolMeasures;
        this.open = open;
        this.owed = owed;
        this.staff = staff;
    }

    /**
     * @param taskId what waits for them, or null
     * @param task   its title, or empty
     */
    record Turn(Name name, Role role, String taskId, String task, List<Person> people) {

        public boolean isOf(Viewer viewer) {
            return taskId != null && people.stream().anyMatch(person -> person.id() == viewer.personId());
        }
    }

    /** Who has the open tasks of the measure itself. */
    List<Turn> of(Measure measure, LocalDate today) {
        List<OpenTask> tasks = open.of(MeasureModel.KEY, String.valueOf(measure.id()));
        Map<Responsible, List<Person>> people = holders(tasks.stream().map(OpenTask::responsible).collect(toSet()), today);
        return tasks.stream().map(task -> new Turn(null, task.responsible().role(), task.id(), task.title(), people.get(task.responsible()))).toList();
    }

    List<Turn> of(RoadMap map, Measure measure, OutcomeKind counted, List<Name> missing, LocalDate today) {
        Map<Long, OpenTask> tasks = tasks(map, measure, counted, missing);
        Map<Name, Responsible> responsible = new LinkedHashMap<>();
        missing.forEach(name -> responsible.put(name, responsible(name, counted, tasks)));
        Map<Responsible, List<Person>> holders = holders(responsible.values().stream().filter(Objects::nonNull).collect(toSet()), today);
        Map<Long, Person> themselves = staff.people(missing.stream().map(Name::personId).filter(Objects::nonNull).toList());
        return missing.stream().map(name -> {
            if (name.personId() != null) {
                return new Turn(name, null, null, "", List.of(themselves.get(name.personId())));
            }
            Responsible whose = responsible.get(name);
            OpenTask task = name.schoolId() == null ? null : tasks.get(name.schoolId());
            return new Turn(name, whose == null ? null : whose.role(), task == null ? null : task.id(), task == null ? "" : task.title(),
                whose == null ? List.of() : holders.get(whose));
        }).toList();
    }

    private Map<Long, OpenTask> tasks(RoadMap map, Measure measure, OutcomeKind counted, List<Name> missing) {
        List<Long> schools = missing.stream().filter(name -> name.personId() == null).map(Name::schoolId).filter(Objects::nonNull).distinct().toList();
        if (counted == null || schools.isEmpty()) {
            return Map.of();
        }
        Collection<String> keys = (counted == OutcomeKind.DELIVERED ? schoolMeasures.ofMeasure(measure.id()) : schoolMeasures.open(map.year(), counted, schools))
            .stream().map(one -> String.valueOf(one.id())).toList();
        return keys.isEmpty() ? Map.of() : owed.ofAll(SchoolMeasureModel.KEY, keys).stream().filter(task -> task.schoolId() != null)
            .collect(toMap(OpenTask::schoolId, task -> task, (first, second) -> first));
    }

    private static Responsible responsible(Name name, OutcomeKind counted, Map<Long, OpenTask> tasks) {
        if (name.schoolId() != null) {
            OpenTask task = tasks.get(name.schoolId());
            return task != null ? task.responsible() : new Responsible(isCurators(counted) ? Role.CURATOR : Role.SCHOOL_COORDINATOR, Place.school(name.schoolId()));
        }
        return name.municipalityId() == null ? null : new Responsible(Role.MUNICIPAL_COORDINATOR, Place.municipality(name.municipalityId()));
    }

    private static boolean isCurators(OutcomeKind counted) {
        return counted == OutcomeKind.RISK_PROFILE_VERIFIED || counted == OutcomeKind.SCHOOL_VISITED || counted == OutcomeKind.DOCUMENTS_CHECKED;
    }

    /** One statement for each role; a principal stands in for his school's coordinator. */
    private Map<Responsible, List<Person>> holders(Set<Responsible> wanted, LocalDate today) {
        Map<Responsible, List<Person>> holders = new LinkedHashMap<>();
        wanted.stream().collect(groupingBy(Responsible::role)).forEach((role, posts) -> {
            Set<Place> places = posts.stream().map(Responsible::place).collect(toSet());
            Map<Place, List<Person>> people = staff.holdingAt(role, places, today);
            Map<Place, List<Person>> principals = role == Role.SCHOOL_COORDINATOR ? staff.holdingAt(Role.PRINCIPAL, places, today) : Map.of();
            posts.forEach(post -> holders.put(post, distinct(Stream.concat(people.getOrDefault(post.place(), List.of()).stream(),
                principals.getOrDefault(post.place(), List.of()).stream()))));
        });
        return holders;
    }

    private static List<Person> distinct(Stream<Person> people) {
        return new ArrayList<>(people.collect(LinkedHashSet::new, Set::add, Set::addAll));
    }
}
