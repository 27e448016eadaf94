package ru.marshrut.notification.reminders;

import static java.util.Comparator.comparing;
import static java.util.stream.Collectors.toSet;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import ru.marshrut.notification.Letter;
import ru.marshrut.notification.NewsSource;
import ru.marshrut.notification.NewsSource.SchoolNews;
import ru.marshrut.notification.PersonalNewsSource;
import ru.marshrut.notification.PersonalNewsSource.PersonalNews;
import ru.marshrut.notification.mail.OutboxPost;
import ru.marshrut.notification.mail.QuietHours;
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

/**
 * The one letter a day: what is due soon, what is overdue, what is new, news of one's schools. It is sent when there is
 * something that the person was not told before; then it shows all that is soon or overdue.
 */
@Component
class Digests {

    /** A task that is older is no news to whoever takes it over; the ladder tells of it. */
    private static final Duration NEW = Duration.ofDays(3);
    private static final int SOON = 7;
    /** Longest list in a letter; the rest is a number and a link. */
    private static final int SHOWN = 50;

    private final Answering answering;
    private final Memory memory;
    private final DigestReaders readers;
    private final OutboxPost post;
    private final TaskWords words;
    private final QuietHours quietHours;
    private final List<NewsSource> newsSources;
    private final List<PersonalNewsSource> personalSources;
    private final Staff staff;
    private final Territory territory;

    Digests(Answering answering, Memory memory, DigestReaders readers, OutboxPost post, TaskWords words, QuietHours quietHours,
            List<NewsSource> newsSources, List<PersonalNewsSource> personalSources, Staff staff, Territory territory) {
        this.answering = answering;
        this.memory = memory;
        this.readers = readers;
        this.post = post;
        this.words = words;
        this.quietHours = quietHours;
        this.newsSources = newsSources;
        this.personalSources = personalSources;
        this.staff = staff;
        this.territory = territory;
    }

    /** Whether a task can appear in a digest of that instant at all. */
    static boolean concerns(OpenTask task, Region region, Instant now) {
        LocalDate today = LocalDate.ofInstant(now, region.zone());
        return !task.due().day(region.zone()).isAfter(today.plusDays(SOON)) || isNew(task, now);
    }

    private static boolean isNew(OpenTask task, Instant now) {
        return task.openedAt().isAfter(now.minus(NEW));
    }

    void write(Region region, List<OpenTask> tasks, Instant since, Instant now) {
        LocalDate today = LocalDate.ofInstant(now, region.zone());
        Map<Long, Sheet> sheets = new LinkedHashMap<>();
        addTasks(sheets, region, tasks, today, now);
        addNews(sheets, region, today, since, now);
        addPersonalNews(sheets, region, since, now);
        sheets.values().removeIf(sheet -> sheet.untold.isEmpty() && sheet.news.isEmpty());
        Map<Long, String> tokens = readers.tokensOf(sheets.keySet());
        List<Told> told = new ArrayList<>();
        for (Sheet sheet : sheets.values()) {
            String token = tokens.get(sheet.reader.id());
            if (token != null && post.put(letter(sheet, today, region), sheet.reader, region.zone(), "/mail/unsubscribe/" + token)) {
                told.addAll(sheet.untold);
            }
        }
        memory.keep(told);
    }

    private void addTasks(Map<Long, Sheet> sheets, Region region, List<OpenTask> tasks, LocalDate today, Instant now) {
        Map<Responsible, List<Person>> people = answering.ofAll(tasks.stream().map(OpenTask::responsible).collect(toSet()), today);
        Set<Told> told = memory.toldAbout(tasks.stream().map(OpenTask::id).toList());
        for (OpenTask task : tasks) {
            LocalDate dueOn = task.due().day(region.zone());
            Rung rung = Rung.reached(dueOn, today).filter(reached -> !openedAfter(task, reached.dayFor(dueOn), region)).orElse(null);
            for (Person person : people.getOrDefault(task.responsible(), List.of())) {
                Sheet sheet = sheets.computeIfAbsent(person.id(), id -> new Sheet(person));
                Told asNew = Told.ofNew(task.id(), person.id());
                boolean fresh = isNew(task, now) && !told.contains(asNew);
                if (fresh) {
                    sheet.untold.add(asNew);
                }
                if (rung != null && !told.contains(new Told(task.id(), person.id(), rung, dueOn))) {
                    sheet.untold.add(new Told(task.id(), person.id(), rung, dueOn));
                }
                long left = ChronoUnit.DAYS.between(today, dueOn);
                if (left < 0) {
                    sheet.overdue.add(task);
                } else if (left <= SOON) {
                    sheet.soon.add(task);
                } else if (fresh) {
                    sheet.fresh.add(task);
                }
            }
        }
    }

    private boolean openedAfter(OpenTask task, LocalDate day, Region region) {
        return task.openedAt().isAfter(day.atTime(quietHours.morning()).atZone(region.zone()).toInstant());
    }

    private void addNews(Map<Long, Sheet> sheets, Region region, LocalDate today, Instant since, Instant now) {
        List<SchoolNews> news = newsSources.stream().flatMap(source -> source.newsOf(region.id(), since, now).stream()).toList();
        if (news.isEmpty()) {
            return;
        }
        Map<Long, School> schools = territory.schools(news.stream().map(SchoolNews::schoolId).collect(toSet()));
        Map<Long, List<Person>> curators = staff.holding(Role.CURATOR, schools.keySet(), today);
        Map<Place, List<Person>> coordinators = staff.holdingAt(Role.MUNICIPAL_COORDINATOR,
            schools.values().stream().map(school -> Place.municipality(school.municipalityId())).collect(toSet()), today);
        for (SchoolNews piece : news) {
            Map<Long, Person> readersOfIt = new LinkedHashMap<>();
            curators.getOrDefault(piece.schoolId(), List.of()).forEach(person -> readersOfIt.put(person.id(), person));
            coordinators.getOrDefault(Place.municipality(schools.get(piece.schoolId()).municipalityId()), List.of())
                .forEach(person -> readersOfIt.put(person.id(), person));
            readersOfIt.values().forEach(person -> sheets.computeIfAbsent(person.id(), id -> new Sheet(person)).news.add(new News(piece.text(), piece.path())));
        }
    }

    private void addPersonalNews(Map<Long, Sheet> sheets, Region region, Instant since, Instant now) {
        List<PersonalNews> news = personalSources.stream().flatMap(source -> source.newsFor(region.id(), since, now).stream()).toList();
        Map<Long, Person> readersOfIt = staff.people(news.stream().map(PersonalNews::personId).collect(toSet()));
        for (PersonalNews piece : news) {
            Person reader = readersOfIt.get(piece.personId());
            sheets.computeIfAbsent(reader.id(), id -> new Sheet(reader)).news.add(new News(piece.text(), piece.path()));
        }
    }

    private Letter letter(Sheet sheet, LocalDate today, Region region) {
        Map<String, Object> model = new HashMap<>();
        model.put("date", TaskWords.DAY.format(today));
        put(model, "overdue", sheet.overdue, today, region);
        put(model, "soon", sheet.soon, today, region);
        put(model, "fresh", sheet.fresh, today, region);
        model.put("news", sheet.news.stream().limit(SHOWN).map(piece -> Map.of("text", piece.text(), "path", piece.path())).toList());
        model.put("newsMore", Math.max(0, sheet.news.size() - SHOWN));
        return new Letter(sheet.reader.id(), "digest", model, today.toString());
    }

    private void put(Map<String, Object> model, String section, List<OpenTask> tasks, LocalDate today, Region region) {
        model.put(section, tasks.stream().sorted(comparing((OpenTask task) -> task.due().at()).thenComparing(OpenTask::title))
            .limit(SHOWN).map(task -> words.of(task, today, region.zone())).toList());
        model.put(section + "More", Math.max(0, tasks.size() - SHOWN));
    }

    private record News(String text, String path) {}

    /** What one person is to read. */
    private static final class Sheet {

        private final Person reader;
        private final List<OpenTask> overdue = new ArrayList<>();
        private final List<OpenTask> soon = new ArrayList<>();
        private final List<OpenTask> fresh = new ArrayList<>();
        private final List<News> news = new ArrayList<>();
        private final List<Told> untold = new ArrayList<>();

        private Sheet(Person reader) {
            this.reader = reader;
        }
    }
}
