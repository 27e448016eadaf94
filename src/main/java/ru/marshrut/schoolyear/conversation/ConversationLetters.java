package ru.marshrut.schoolyear.conversation;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import ru.marshrut.access.Viewer;
import ru.marshrut.notification.Letter;
import ru.marshrut.notification.PersonalNewsSource;
import ru.marshrut.notification.Post;
import ru.marshrut.schoolyear.SchoolYear;
import ru.marshrut.schoolyear.persistence.ConversationRows;
import ru.marshrut.schoolyear.persistence.ConversationRows.Reading;
import ru.marshrut.schoolyear.persistence.ConversationRows.Sent;
import ru.marshrut.territory.Person;
import ru.marshrut.territory.Place;
import ru.marshrut.territory.Role;
import ru.marshrut.territory.School;
import ru.marshrut.territory.Staff;
import ru.marshrut.territory.Territory;

/**
 * Messages go into the digest of school, curator and municipal coordinator while they are unread; what needs an answer is mailed
 * at once, and once (DESIGN 11). Regional coordinators are written to only where they have written themselves.
 */
@Component
class ConversationLetters implements PersonalNewsSource {

    private static final Locale RUSSIAN = Locale.forLanguageTag("ru");
    private static final List<Role> AT_SCHOOL = List.of(Role.SCHOOL_COORDINATOR, Role.PRINCIPAL, Role.CURATOR);

    private final Post post;
    private final ConversationRows rows;
    private final Territory territory;
    private final Staff staff;
    private final MessageSource messages;
    private final Clock clock;

    ConversationLetters(Post post, ConversationRows rows, Territory territory, Staff staff, MessageSource messages, Clock clock) {
        this.post = post;
        this.rows = rows;
        this.territory = territory;
        this.staff = staff;
        this.messages = messages;
        this.clock = clock;
    }

    void question(SchoolYear year, Message message, Viewer author, Collection<Long> authors) {
        School school = territory.school(year.schoolId());
        LocalDate today = LocalDate.ofInstant(clock.instant(), territory.region(year.regionId()).zone());
        Set<Person> concerned = new LinkedHashSet<>(concerned(Map.of(school.id(), school), today).getOrDefault(school.id(), Set.of()));
        staff.holding(Role.REGIONAL_COORDINATOR, Place.region(year.regionId()), today).stream().filter(person -> authors.contains(person.id()))
            .forEach(concerned::add);
        Map<String, Object> model = new HashMap<>();
        model.put("school", school.name());
        model.put("author", author.fullName());
        model.put("role", words("territory.role." + message.role()));
        model.put("body", message.body());
        model.put("attachments", message.attachments());
        model.put("path", path(year.id()));
        concerned.stream().filter(person -> person.id() != author.personId()).forEach(person -> post.send(
            new Letter(person.id(), "conversation-question", model, "conversation/" + message.id())));
    }

    @Override
    @Transactional(readOnly = true)
    public List<PersonalNews> newsFor(long regionId, Instant from, Instant until) {
        Map<Long, List<Sent>> sent = rows.sent(regionId, from, until).stream().collect(groupingBy(Sent::schoolYearId, LinkedHashMap::new,
            toList()));
        Map<Long, School> schools = territory.schools(sent.values().stream().map(one -> one.get(0).schoolId()).collect(toSet()));
        Map<Long, Set<Person>> concerned = concerned(schools, LocalDate.ofInstant(until, territory.region(regionId).zone()));
        Map<String, Integer> read = rows.readings(sent.keySet()).stream()
            .collect(toMap(reading -> key(reading.schoolYearId(), reading.personId()), Reading::lastNumber));
        List<PersonalNews> news = new ArrayList<>();
        sent.forEach((yearId, ofYear) -> {
            School school = schools.get(ofYear.get(0).schoolId());
            for (Person person : concerned.getOrDefault(school.id(), Set.of())) {
                int last = read.getOrDefault(key(yearId, person.id()), 0);
                long unread = ofYear.stream().filter(one -> one.authorId() != person.id() && one.number() > last).count();
                if (unread > 0) {
                    news.add(new PersonalNews(person.id(), words("schoolyear.conversation.news", school.name(), unread), path(yearId)));
                }
            }
        });
        return news;
    }

    /** By school: its people, its curator, the coordinators of its municipality. */
    private Map<Long, Set<Person>> concerned(Map<Long, School> schools, LocalDate today) {
        Map<Long, Set<Person>> concerned = new HashMap<>();
        for (Role role : AT_SCHOOL) {
            staff.holding(role, schools.keySet(), today)
                .forEach((school, people) -> concerned.computeIfAbsent(school, id -> new LinkedHashSet<>()).addAll(people));
        }
        Map<Place, List<Person>> coordinators = staff.holdingAt(Role.MUNICIPAL_COORDINATOR,
            schools.values().stream().map(school -> Place.municipality(school.municipalityId())).collect(toSet()), today);
        schools.values().forEach(school -> concerned.computeIfAbsent(school.id(), id -> new LinkedHashSet<>())
            .addAll(coordinators.getOrDefault(Place.municipality(school.municipalityId()), List.of())));
        return concerned;
    }

    private static String key(long yearId, long personId) {
        return yearId + "-" + personId;
    }

    private static String path(long yearId) {
        return "/school-years/" + yearId + "/conversation";
    }

    private String words(String code, Object... arguments) {
        return messages.getMessage(code, arguments, RUSSIAN);
    }
}
