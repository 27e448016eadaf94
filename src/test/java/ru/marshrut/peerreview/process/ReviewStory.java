package ru.marshrut.peerreview.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import ru.marshrut.access.Viewers;
import ru.marshrut.calendar.MovableClock;
import ru.marshrut.documents.Documents;
import ru.marshrut.documents.SchoolDocuments;
import ru.marshrut.peerreview.Circle;
import ru.marshrut.peerreview.Exchange;
import ru.marshrut.peerreview.PackageKinds;
import ru.marshrut.peerreview.RoundCalendar;
import ru.marshrut.peerreview.Rounds;
import ru.marshrut.territory.Person;
import ru.marshrut.territory.Place;
import ru.marshrut.territory.Role;
import ru.marshrut.territory.Staff;
import ru.marshrut.testing.HandDrivenEngine;
import ru.marshrut.testing.MadePeople;
import ru.marshrut.work.FormInput;
import ru.marshrut.work.OpenTask;
import ru.marshrut.work.OpenTasks;
import ru.marshrut.work.Tasks;

/** Tells the story of a round in the words of its people; jobs and timers are fired by hand. */
@Component
public class ReviewStory {

    static final ZoneId MOSCOW = ZoneId.of("Europe/Moscow");

    private final MadePeople people;
    private final Rounds rounds;
    private final Exchange exchange;
    private final Tasks tasks;
    private final OpenTasks open;
    private final Viewers viewers;
    private final Staff staff;
    private final Documents documents;
    private final MovableClock clock;
    private final RuntimeService runtime;
    private final HandDrivenEngine byHand;
    private final TransactionTemplate transactions;

    ReviewStory(MadePeople people, Rounds rounds, Exchange exchange, Tasks tasks, OpenTasks open, Viewers viewers, Staff staff,
                Documents documents, MovableClock clock, RuntimeService runtime, HandDrivenEngine byHand,
                TransactionTemplate transactions) {
        this.people = people;
        this.rounds = rounds;
        this.exchange = exchange;
        this.tasks = tasks;
        this.open = open;
        this.viewers = viewers;
        this.staff = staff;
        this.documents = documents;
        this.clock = clock;
        this.runtime = runtime;
        this.byHand = byHand;
        this.transactions = transactions;
    }

    public void itIs(String day) {
        byHand.itIs(day);
    }

    /** A municipality with a coordinator and as many schools, each with risks; the coordinator opens a round for them. */
    public Told aRoundOf(int schools) {
        itIs("2022-09-05");
        long region = people.region();
        people.appoint(Role.REGIONAL_COORDINATOR, Place.region(region));
        long municipality = people.municipality(region);
        long coordinator = people.appoint(Role.MUNICIPAL_COORDINATOR, Place.municipality(municipality));
        List<Long> ids = new ArrayList<>();
        for (int n = 0; n < schools; n++) {
            ids.add(people.school(municipality, "motivation", "staff"));
        }
        long round = rounds.open(viewers.of(coordinator), Place.municipality(municipality), 2022, "Взаимоэкспертиза 2022",
            RoundCalendar.published2022(), ids);
        return new Told(region, municipality, coordinator, ids, round);
    }

    /** Four schools in two circles. */
    public Told twoPairs() {
        return started(aRoundOf(4));
    }

    /** Two schools whose circle has started. */
    public Told aPair() {
        return started(aRoundOf(2));
    }

    public Told aPairBeforeTheExchange() {
        Told told = aPair();
        told.schools().forEach(school -> confirm(told, school));
        return told;
    }

    public Told aPairThatHasExchanged() {
        Told told = aPairBeforeTheExchange();
        told.schools().forEach(school -> deliver(told, school));
        run();
        return told;
    }

    public Told aPairThatHasMet() {
        Told told = aPairThatHasExchanged();
        told.schools().forEach(school -> does(told, PeerReviewModel.PREFILL_FORM, school, form()));
        told.schools().forEach(school -> does(told, PeerReviewModel.CHOOSE_SLOTS, school,
            Map.of("offer1", "2022-10-12T15:00", "slot", "", "link", "https://video.example.test/room")));
        run();
        passTimer(circle(told), PeerReviewModel.MEETING_TIMER, "2022-10-13");
        does(told, PeerReviewModel.RECORD_MEETING, null, Map.of("held", "2022-10-12T15:00", "participants", "Директор\nКуратор",
            "minutes", "Обсудили мотивацию", "video", "https://video.example.test/rec"));
        run();
        return told;
    }

    public Told aPairWithFinalFiles() {
        Told told = aPairThatHasMet();
        told.schools().forEach(school -> does(told, PeerReviewModel.FINISH_FORM, school, form()));
        run();
        return told;
    }

    public Told started(Told told) {
        run();
        taskOfRound(told, PeerReviewRoundModel.APPROVE_PAIRS, Map.of("approved", "YES"));
        run();
        return told;
    }

    /** The circle that holds a school now. */
    public Circle circleOf(Told told, long school) {
        return circles(told).stream().filter(circle -> circle.has(school) && circle.status() == Circle.Status.RUNNING).findFirst().orElseThrow();
    }

    public ProcessInstance roundInstance(Told told) {
        return runtime.createProcessInstanceQuery().processInstanceId(rounds.round(told.round()).processInstanceId()).singleResult();
    }

    public void passTimer(Circle circle, String activity, String day) {
        itIs(day);
        byHand.fires(circle.processInstanceId(), activity);
    }

    public java.util.Date timerDue(Circle circle, String activity) {
        return byHand.timer(circle.processInstanceId(), activity).getDuedate();
    }

    public void placeFiles(Told told, String on) {
        told.schools().forEach(school -> {
            if (openTasks(told).stream().anyMatch(task -> task.step().equals(PeerReviewModel.UPLOAD_FINAL_FILE) && school.equals(task.schoolId()))) {
                does(told, PeerReviewModel.UPLOAD_FINAL_FILE, school, Map.of("under", "motivation", "on", on, "placed", "yes"));
                run();
                does(told, PeerReviewModel.CHECK_UPLOAD, school, Map.of("accepted", "YES"));
                run();
            }
        });
    }

    public ru.marshrut.access.Viewer coordinator(Told told) {
        return viewers.of(told.coordinator());
    }

    public ru.marshrut.access.Viewer staffOf(long school) {
        return viewers.of(staff.holding(Role.SCHOOL_COORDINATOR, Place.school(school), LocalDate.ofInstant(clock.instant(), MOSCOW)).get(0).id());
    }

    public void taskOfRound(Told told, String step, Map<String, String> fields) {
        OpenTask task = open.of(PeerReviewRoundModel.KEY, String.valueOf(told.round())).stream()
            .filter(candidate -> candidate.step().equals(step)).findFirst().orElseThrow();
        tasks.complete(task.id(), viewers.of(told.coordinator()), input(fields));
    }

    public void confirm(Told told, long school) {
        does(told, PeerReviewModel.CONFIRM_PARTNER, school, Map.of("name", "Тестова Анна", "phone", "+7 900 000-00-00",
            "email", "test@example.test"));
        run();
    }

    public void deliver(Told told, long school) {
        bringPackage(school);
        does(told, PeerReviewModel.DELIVER_PACKAGE, school, Map.of());
        run();
    }

    public void bringPackage(long school) {
        for (String kind : PackageKinds.ALL) {
            transactions.executeWithoutResult(status -> {
                try {
                    documents.keep(SchoolDocuments.slot(school, 2022, kind), kind + ".pdf", "application/pdf",
                        new ByteArrayInputStream("%PDF-1.4".getBytes(StandardCharsets.US_ASCII)));
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        }
    }

    /** Whoever's turn it is fills the step's form and sends it. */
    public void does(Told told, String step, Long school, Map<String, String> fields) {
        OpenTask task = openTask(told, step, school);
        tasks.complete(task.id(), viewers.of(whoeverAnswersFor(task)), input(fields));
    }

    public OpenTask openTask(Told told, String step, Long school) {
        return openTasks(told).stream().filter(task -> task.step().equals(step) && (school == null || school.equals(task.schoolId())))
            .findFirst().orElseThrow(() -> new AssertionError(step + " is not open, but " + openTasks(told)));
    }

    public List<OpenTask> openTasks(Told told) {
        return circles(told).stream().flatMap(circle -> open.of(PeerReviewModel.KEY, String.valueOf(circle.id())).stream()).toList();
    }

    public List<String> openSteps(Told told) {
        return openTasks(told).stream().map(OpenTask::step).sorted().toList();
    }

    public long whoeverAnswersFor(OpenTask task) {
        List<Person> people = staff.holding(task.responsible().role(), task.responsible().place(), LocalDate.ofInstant(clock.instant(), MOSCOW));
        assertThat(people).as("holders of %s", task.responsible()).isNotEmpty();
        return people.get(0).id();
    }

    public List<Circle> circles(Told told) {
        return rounds.circles(told.round()).stream().filter(circle -> circle.status() != Circle.Status.PROPOSED).toList();
    }

    public Circle circle(Told told) {
        return circles(told).get(0);
    }

    public ProcessInstance instance(Circle circle) {
        return runtime.createProcessInstanceQuery().processInstanceId(circle.processInstanceId()).singleResult();
    }

    /** Runs every job that is ready, one after the other; timers stay. */
    public void run() {
        byHand.run();
    }

    public Map<String, String> form() {
        Map<String, String> fields = new LinkedHashMap<>();
        for (String risk : List.of("motivation", "staff")) {
            fields.put("strengths_" + risk, "Сильная команда");
            fields.put("remarks_" + risk, "Мало конкретных дат");
            fields.put("recommendations_" + risk, "Назначить ответственных");
        }
        for (String question : List.of("TASKS", "INDICATORS", "DATES", "PROOFS")) {
            fields.put("overall_" + question, question.equals("DATES") ? "PARTLY" : "YES");
            fields.put("comment_" + question, "Пояснение");
        }
        fields.put("summary", "Программа полезна");
        return fields;
    }

    public static FormInput input(Map<String, String> fields) {
        Map<String, List<String>> values = new LinkedHashMap<>();
        fields.forEach((name, value) -> values.put(name, Arrays.asList(value.split("\\|"))));
        return new FormInput(values);
    }

    /** Who takes part. */
    public record Told(long region, long municipality, long coordinator, List<Long> schools, long round) {}
}
