package ru.marshrut.expertise.result;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import ru.marshrut.expertise.Expertise;
import ru.marshrut.expertise.Part;
import ru.marshrut.expertise.persistence.ExpertiseRows;
import ru.marshrut.notification.Letter;
import ru.marshrut.notification.Post;
import ru.marshrut.territory.Person;
import ru.marshrut.territory.Place;
import ru.marshrut.territory.Role;
import ru.marshrut.territory.Staff;
import ru.marshrut.territory.Territory;

/**
 * The letters of a released result: to each school and its curator with what concerns that school, to the region and its
 * municipalities with a summary.
 */
@Component
class ResultLetters {

    private static final List<Role> OF_A_SCHOOL = List.of(Role.SCHOOL_COORDINATOR, Role.PRINCIPAL, Role.CURATOR);

    private final Post post;
    private final ResultReading reading;
    private final ExpertiseRows expertises;
    private final Territory territory;
    private final Staff staff;
    private final MessageSource messages;

    ResultLetters(Post post, ResultReading reading, ExpertiseRows expertises, Territory territory, Staff staff, MessageSource messages) {
        this.post = post;
        this.reading = reading;
        this.expertises = expertises;
        this.territory = territory;
        this.staff = staff;
        this.messages = messages;
    }

    /** @param today by the region's zone: who holds the roles on this day is written to */
    void send(RegionalResult result, LocalDate today) {
        Expertise released = expertises.get(result.expertise().id());
        ResultTexts texts = new ResultTexts(messages, territory.region(released.regionId()).zone());
        toSchools(result, released, texts, today);
        toRegion(result, released, texts, today);
        toMunicipalities(result, released, texts, today);
    }

    private void toSchools(RegionalResult result, Expertise released, ResultTexts texts, LocalDate today) {
        List<SchoolResult> schools = reading.ofSchools(result);
        List<Long> ids = schools.stream().map(school -> school.school().schoolId()).toList();
        Map<Role, Map<Long, List<Person>>> people = OF_A_SCHOOL.stream().collect(Collectors.toMap(role -> role, role -> staff.holding(role, ids, today)));
        for (SchoolResult school : schools) {
            long schoolId = school.school().schoolId();
            Set<Long> recipients = OF_A_SCHOOL.stream().flatMap(role -> people.get(role).getOrDefault(schoolId, List.of()).stream()).map(Person::id)
                .collect(Collectors.toCollection(LinkedHashSet::new));
            Map<String, Object> model = ofSchool(school, released, texts);
            recipients.forEach(person -> post.send(new Letter(person, "expertise-school", model, occasion(released) + "/" + schoolId)));
        }
    }

    private Map<String, Object> ofSchool(SchoolResult school, Expertise released, ResultTexts texts) {
        Map<String, Object> model = head(released, texts);
        model.put("school", school.school().name());
        model.put("total", texts.total(school));
        model.put("note", texts.incomplete(school.rubric(), Part.CONTENT));
        model.put("criteria", school.lines().stream().map(line -> Map.of("title", line.criterion().title(),
            "points", texts.of("points", line.points(), line.criterion().maximum()), "words", line.words() == null ? "" : line.words(),
            "comments", line.comments(), "remarks", line.remarks())).toList());
        model.put("remarks", school.remarks());
        model.put("path", ResultReading.path(school.school().schoolId(), released.id()));
        return model;
    }

    private void toRegion(RegionalResult result, Expertise released, ResultTexts texts, LocalDate today) {
        Map<String, Object> model = head(released, texts);
        model.put("place", territory.region(released.regionId()).name());
        model.put("contentPart", texts.content(result));
        model.put("contentNote", texts.incomplete(result.rubric(), Part.CONTENT));
        model.put("organisationalPart", texts.organisational(result));
        model.put("organisationalNote", texts.incomplete(result.rubric(), Part.ORGANISATIONAL));
        model.put("schools", result.settled().size());
        model.put("unsettled", names(result.unsettled()));
        model.put("path", "/expertises/" + released.id() + "/result");
        staff.holding(Role.REGIONAL_COORDINATOR, Place.region(released.regionId()), today)
            .forEach(person -> post.send(new Letter(person.id(), "expertise-region", model, occasion(released))));
    }

    private void toMunicipalities(RegionalResult result, Expertise released, ResultTexts texts, LocalDate today) {
        Map<Long, List<SchoolPoints>> byMunicipality = result.settled().stream().collect(Collectors.groupingBy(SchoolPoints::municipalityId));
        Map<Place, List<Person>> coordinators = staff.holdingAt(Role.MUNICIPAL_COORDINATOR,
            byMunicipality.keySet().stream().map(Place::municipality).toList(), today);
        byMunicipality.forEach((id, schools) -> {
            Map<String, Object> model = head(released, texts);
            model.put("place", schools.get(0).municipality());
            model.put("mean", Mean.of(schools.stream().map(SchoolPoints::total).toList()).orElseThrow().text());
            model.put("note", texts.incomplete(result.rubric(), Part.CONTENT));
            model.put("schools", schools.stream().map(school -> Map.of("name", school.name(),
                "total", texts.of("points", school.total(), result.rubric().itemised(Part.CONTENT)))).toList());
            model.put("path", "/expertises/" + released.id() + "/report");
            coordinators.getOrDefault(Place.municipality(id), List.of())
                .forEach(person -> post.send(new Letter(person.id(), "expertise-municipality", model, occasion(released) + "/" + id)));
        });
    }

    private static Map<String, Object> head(Expertise released, ResultTexts texts) {
        Map<String, Object> model = new HashMap<>();
        model.put("stage", released.stage());
        model.put("year", String.valueOf(released.year()));
        model.put("appealsUntil", texts.day(released.appealsUntil()));
        return model;
    }

    private static List<String> names(List<SchoolPoints> schools) {
        return schools.stream().map(SchoolPoints::name).toList();
    }

    /** A result is released once. */
    private static String occasion(Expertise released) {
        return "expertise-" + released.id() + "/released";
    }
}
