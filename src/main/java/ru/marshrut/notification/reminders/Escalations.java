package ru.marshrut.notification.reminders;

import static java.util.Comparator.comparing;
import static java.util.stream.Collectors.toSet;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import ru.marshrut.notification.Letter;
import ru.marshrut.notification.mail.OutboxPost;
import ru.marshrut.notification.mail.QuietHours;
import ru.marshrut.territory.Level;
import ru.marshrut.territory.Person;
import ru.marshrut.territory.Place;
import ru.marshrut.territory.Region;
import ru.marshrut.territory.Role;
import ru.marshrut.territory.School;
import ru.marshrut.territory.Staff;
import ru.marshrut.territory.Territory;
import ru.marshrut.work.Answering;
import ru.marshrut.work.OpenTask;
import ru.marshrut.work.Responsible;

/** One level up, when the ladder was not answered: the municipal coordinator, for his own tasks and the experts' the regional one. */
@Component
class Escalations {

    private final Answering answering;
    private final Memory memory;
    private final OutboxPost post;
    private final TaskWords words;
    private final QuietHours quietHours;
    private final Staff staff;
    private final Territory territory;

    Escalations(Answering answering, Memory memory, OutboxPost post, TaskWords words, QuietHours quietHours, Staff staff,
                Territory territory) {
        this.answering = answering;
        this.memory = memory;
        this.post = post;
        this.words = words;
        this.quietHours = quietHours;
        this.staff = staff;
        this.territory = territory;
    }

    /** One letter per coordinator and day, with all that he was not told of yet. */
    void write(Region region, List<OpenTask> tasks, Instant now) {
        LocalDate today = LocalDate.ofInstant(now, region.zone());
        List<OpenTask> silent = tasks.stream().filter(task -> isSilent(task, region, today))
            .sorted(comparing((OpenTask task) -> task.due().at()).thenComparing(OpenTask::id)).toList();
        if (silent.isEmpty()) {
            return;
        }
        Map<Long, School> schools = territory.schools(silent.stream().map(task -> task.responsible().place())
            .filter(place -> place.level() == Level.SCHOOL).map(Place::id).collect(toSet()));
        Map<Responsible, List<Person>> people = answering.ofAll(silent.stream().map(OpenTask::responsible).collect(toSet()), today);
        Set<Told> told = memory.toldAbout(silent.stream().map(OpenTask::id).toList());
        Map<Place, List<Person>> municipal = staff.holdingAt(Role.MUNICIPAL_COORDINATOR,
            schools.values().stream().map(school -> Place.municipality(school.municipalityId())).collect(toSet()), today);
        List<Person> regional = staff.holding(Role.REGIONAL_COORDINATOR, Place.region(region.id()), today);

        Map<Person, List<OpenTask>> reports = new LinkedHashMap<>();
        List<Told> untold = new ArrayList<>();
        for (OpenTask task : silent) {
            for (Person above : above(task, schools, municipal, regional)) {
                Told escalated = new Told(task.id(), above.id(), Rung.ESCALATED, task.due().day(region.zone()));
                if (!told.contains(escalated)) {
                    reports.computeIfAbsent(above, person -> new ArrayList<>()).add(task);
                    untold.add(escalated);
                }
            }
        }
        reports.forEach((above, those) -> post.put(
            new Letter(above.id(), "escalation", model(those, people, schools, today, region), "ladder/" + today), above, region.zone(), null));
        memory.keep(untold);
    }

    private boolean isSilent(OpenTask task, Region region, LocalDate today) {
        LocalDate day = Rung.ESCALATED.dayFor(task.due().day(region.zone()));
        return !day.isAfter(today) && !task.openedAt().isAfter(day.atTime(quietHours.morning()).atZone(region.zone()).toInstant());
    }

    private static List<Person> above(OpenTask task, Map<Long, School> schools, Map<Place, List<Person>> municipal, List<Person> regional) {
        Place place = task.responsible().place();
        return switch (place.level()) {
            case SCHOOL -> municipal.getOrDefault(Place.municipality(schools.get(place.id()).municipalityId()), regional);
            case MUNICIPALITY -> regional;
            case REGION -> task.onlyFor() == null ? List.of() : regional;
            case FEDERATION -> List.of();
        };
    }

    private Map<String, Object> model(List<OpenTask> tasks, Map<Responsible, List<Person>> people, Map<Long, School> schools,
                                      LocalDate today, Region region) {
        List<Map<String, Object>> silent = tasks.stream().map(task -> {
            Map<String, Object> entry = words.of(task, today, region.zone());
            School school = schools.get(task.responsible().place().id());
            boolean ofSchool = task.responsible().place().level() == Level.SCHOOL;
            entry.put("school", ofSchool ? school.name() : "");
            entry.put("people", people.getOrDefault(task.responsible(), List.of()).stream().map(TaskWords::of).toList());
            return entry;
        }).toList();
        return Map.of("count", tasks.size(), "silent", silent);
    }
}
