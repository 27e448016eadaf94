package ru.marshrut.notification;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.autoconfigure.web.servlet.AutoConfigureMockMvc;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.transaction.support.TransactionTemplate;
import ru.marshrut.calendar.MovableClock;
import ru.marshrut.territory.Place;
import ru.marshrut.territory.Role;
import ru.marshrut.territory.Settlement;
import ru.marshrut.territory.Staff;
import ru.marshrut.territory.Territory;
import ru.marshrut.testing.TestMailServer;
import ru.marshrut.work.Due;
import ru.marshrut.work.OpenTask;
import ru.marshrut.work.OpenTasks;
import ru.marshrut.work.Responsible;

/** The application with a real mail server; tasks, which another module owns, are told by the test. */
@SpringBootTest(properties = {"marshrut.mail.at-once=false", "marshrut.public-url=https://marshrut.example"})
@AutoConfigureMockMvc
@Import(NotificationTest.Surroundings.class)
public abstract class NotificationTest {

    protected static final TestMailServer SERVER = TestMailServer.started();

    private static final AtomicInteger COUNT = new AtomicInteger();

    @Autowired
    protected ToldTasks tasks;

    @Autowired
    protected ToldMeetings meetings;

    @Autowired
    protected Post post;

    @Autowired
    protected Territory territory;

    @Autowired
    protected Staff staff;

    @Autowired
    protected MovableClock clock;

    @Autowired
    protected JdbcClient jdbc;

    @Autowired
    protected TransactionTemplate transaction;

    @DynamicPropertySource
    static void mail(DynamicPropertyRegistry properties) {
        SERVER.register(properties);
    }

    @BeforeEach
    void startAfresh() {
        SERVER.clear();
        tasks.open.clear();
        tasks.waiting.clear();
        meetings.all.clear();
        meetings.news.clear();
    }

    /** Nobody's letters of a former test are left to be sent. */
    @BeforeEach
    void emptyTheOutbox() {
        jdbc.sql("delete from letter").update();
    }

    protected Town aTown(String zone) {
        return transaction.execute(status -> new Town(zone));
    }

    protected long appoint(String name, Role role, Place place, Long regionId) {
        return transaction.execute(status -> {
            int n = COUNT.incrementAndGet();
            long person = staff.addPerson(regionId, "Тестов" + n + " " + name, "person" + n + "@example.org", "+7000%07d".formatted(n));
            staff.appoint(person, role, place, LocalDate.of(2020, 1, 1), "1");
            return person;
        });
    }

    protected String mailOf(long person) {
        return staff.person(person).email();
    }

    /** Plain texts of the letters that were put for a person, oldest first. */
    protected List<String> letters(long person, String template) {
        return jdbc.sql("select text from letter where recipient_id = ? and template = ? order by id").params(person, template)
            .query(String.class).list();
    }

    /** A municipality with one school and its people. */
    protected final class Town {

        public final long region;
        public final long municipality;
        public final long school;
        public final long coordinator;
        public final long principal;
        public final long curator;
        public final long municipalCoordinator;
        public final long regionalCoordinator;
        public final ZoneId zone;

        private Town(String zone) {
            int n = COUNT.incrementAndGet();
            this.zone = ZoneId.of(zone);
            region = territory.addRegion("M" + n, "Тестовый край " + n, zone);
            municipality = territory.addMunicipality(region, "Примерный район");
            school = territory.addSchool(municipality, "sch" + n, "МБОУ «Примерная школа № " + n + "»", Settlement.TOWN);
            coordinator = appoint("Анна Примеровна", Role.SCHOOL_COORDINATOR, Place.school(school), region);
            principal = appoint("Пётр Образцович", Role.PRINCIPAL, Place.school(school), region);
            curator = appoint("Клара Примеровна", Role.CURATOR, Place.school(school), region);
            municipalCoordinator = appoint("Мария Районовна", Role.MUNICIPAL_COORDINATOR, Place.municipality(municipality), region);
            regionalCoordinator = appoint("Роман Краевич", Role.REGIONAL_COORDINATOR, Place.region(region), region);
        }

        /** The first instant of an hour of a day by the town's own clocks. */
        public Instant at(LocalDate day, int hour) {
            return day.atTime(hour, 0).atZone(zone).toInstant();
        }

        /** A task of the school, due by the end of the day. */
        public OpenTask task(String title, LocalDate dueOn, Instant openedAt) {
            return task(title, dueOn, openedAt, new Responsible(Role.SCHOOL_COORDINATOR, Place.school(school)));
        }

        public OpenTask task(String title, LocalDate dueOn, Instant openedAt, Responsible responsible) {
            Due due = dueOn == null ? null : new Due(dueOn.plusDays(1).atStartOfDay(zone).toInstant(), "календарь раунда");
            OpenTask task = new OpenTask("t" + COUNT.incrementAndGet(), "peer-review", "step", "form", "1", title, "Партнёр: «Образцовая школа»",
                region, school, responsible, null, openedAt, due);
            tasks.open.add(task);
            return task;
        }
    }

    @TestConfiguration
    static class Surroundings {

        @Bean
        @Primary
        ToldTasks toldTasks() {
            return new ToldTasks();
        }

        @Bean
        ToldMeetings toldMeetings() {
            return new ToldMeetings();
        }
    }

    /** The open tasks are those that the test puts here. */
    public static final class ToldTasks implements OpenTasks {

        public final List<OpenTask> open = new CopyOnWriteArrayList<>();
        public final List<OpenTask> waiting = new CopyOnWriteArrayList<>();

        @Override
        public Optional<OpenTask> byId(String id) {
            return open.stream().filter(task -> task.id().equals(id)).findFirst();
        }

        @Override
        public List<OpenTask> dueBefore(Instant instant, String afterTaskId, int limit) {
            return open.stream().filter(task -> task.due() != null && task.due().at().isBefore(instant))
                .filter(task -> task.id().compareTo(afterTaskId) > 0).sorted(Comparator.comparing(OpenTask::id)).limit(limit).toList();
        }

        @Override
        public List<OpenTask> waitingFor(long personId) {
            return List.copyOf(waiting);
        }

        @Override
        public List<OpenTask> of(String processKey, String businessKey) {
            return List.of();
        }

        @Override
        public List<OpenTask> within(Place place, int limit) {
            return List.of();
        }
    }

    /** The meetings and the news of schools are those that the test puts here. */
    public static final class ToldMeetings implements MeetingSource, NewsSource {

        public final List<Invitation> all = new ArrayList<>();
        public final List<SchoolNews> news = new ArrayList<>();

        @Override
        public List<Invitation> meetingsOf(long personId, Instant from) {
            return List.copyOf(all);
        }

        @Override
        public List<SchoolNews> newsOf(long regionId, Instant from, Instant until) {
            return List.copyOf(news);
        }
    }
}
