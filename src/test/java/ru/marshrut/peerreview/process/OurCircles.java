package ru.marshrut.peerreview.process;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ManagementService;
import org.springframework.jdbc.core.simple.JdbcClient;
import ru.marshrut.access.Viewer;
import ru.marshrut.peerreview.Circle;
import ru.marshrut.peerreview.Rounds;
import ru.marshrut.peerreview.process.ReviewStory.Told;
import ru.marshrut.testing.CountingDataSource;
import ru.marshrut.work.OpenTask;
import ru.marshrut.work.OpenTasks;
import ru.marshrut.work.Tasks;

/** The circles of a round, through the use cases that the pages call. */
final class OurCircles implements CirclesUnderWay {

    private final ReviewStory story;
    private final Rounds rounds;
    private final Tasks tasks;
    private final OpenTasks open;
    private final ManagementService jobs;
    private final CountingDataSource database;
    private final List<Long> roundsStarted = new ArrayList<>();
    private final Map<Long, Viewer> schools = new HashMap<>();
    private final Map<Long, Viewer> coordinators = new HashMap<>();
    private final Map<String, Circle> circles = new HashMap<>();
    private Told told;

    OurCircles(ReviewStory story, Rounds rounds, Tasks tasks, OpenTasks open, ManagementService jobs, CountingDataSource database) {
        this.story = story;
        this.rounds = rounds;
        this.tasks = tasks;
        this.open = open;
        this.jobs = jobs;
        this.database = database;
    }

    /** A round of its own for each batch, paired and approved; the schools' documents are there already. */
    @Override
    public void prepare(int circlesWanted) {
        told = story.aRoundOf(2 * circlesWanted);
        told.schools().forEach(story::bringPackage);
        told.schools().forEach(school -> schools.put(school, story.staffOf(school)));
        coordinators.put(told.municipality(), story.coordinator(told));
        story.run();
        story.taskOfRound(told, PeerReviewRoundModel.APPROVE_PAIRS, Map.of("approved", "YES"));
        roundsStarted.add(told.round());
    }

    @Override
    public List<String> start() {
        PeerReviewBench.runJobs(jobs, rounds.round(told.round()).processInstanceId());
        Map<String, Circle> started = rounds.circles(told.round()).stream().collect(toMap(Circle::processInstanceId, circle -> circle));
        circles.putAll(started);
        return List.copyOf(started.keySet());
    }

    @Override
    public int doOpenTasks(String instance) {
        List<OpenTask> now = open.of(PeerReviewModel.KEY, String.valueOf(circles.get(instance).id()));
        now.forEach(task -> tasks.complete(task.id(), whoAnswersFor(task), ReviewStory.input(fields(task.step()))));
        return now.size();
    }

    @Override
    public void assertAllCompleted() {
        assertThat(roundsStarted.stream().flatMap(round -> rounds.circles(round).stream()))
            .allMatch(circle -> circle.status() == Circle.Status.COMPLETED);
    }

    /** A circle whose packages are open: four tasks wait. */
    String exampleWithFourOpenTasks() {
        return story.circle(story.aPairThatHasExchanged()).processInstanceId();
    }

    @Override
    public boolean busy() {
        return JdbcClient.create(database.getTargetDataSource())
            .sql("select exists (select from event_publication where completion_date is null)").query(Boolean.class).single();
    }

    @Override
    public ManagementService jobs() {
        return jobs;
    }

    @Override
    public CountingDataSource database() {
        return database;
    }

    private Viewer whoAnswersFor(OpenTask task) {
        var place = task.responsible().place();
        return switch (task.responsible().role()) {
            case SCHOOL_COORDINATOR -> schools.get(place.id());
            case MUNICIPAL_COORDINATOR -> coordinators.get(place.id());
            default -> throw new IllegalStateException(task.toString());
        };
    }

    private Map<String, String> fields(String step) {
        return switch (step) {
            case PeerReviewModel.CONFIRM_PARTNER -> Map.of("name", "Тестова Анна", "phone", "+7 900 000-00-00", "email", "test@example.test");
            case PeerReviewModel.DELIVER_PACKAGE -> Map.of();
            case PeerReviewModel.PREFILL_FORM, PeerReviewModel.FINISH_FORM -> story.form();
            case PeerReviewModel.CHOOSE_SLOTS -> Map.of("offer1", "2022-10-12T15:00", "slot", "", "link", "https://video.example.test/room");
            case PeerReviewModel.RECORD_MEETING -> Map.of("held", "2022-10-12T15:00", "participants", "Директор\nКуратор",
                "minutes", "Обсудили мотивацию", "video", "https://video.example.test/rec");
            case PeerReviewModel.UPLOAD_FINAL_FILE -> Map.of("under", "motivation", "on", "2022-10-12", "placed", "yes");
            case PeerReviewModel.CHECK_UPLOAD -> Map.of("accepted", "YES");
            default -> throw new IllegalStateException(step);
        };
    }
}
