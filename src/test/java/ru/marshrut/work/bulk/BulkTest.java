package ru.marshrut.work.bulk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.transaction.support.TransactionTemplate;
import ru.marshrut.access.Viewer;
import ru.marshrut.access.Viewers;
import ru.marshrut.audit.AuditEntry;
import ru.marshrut.audit.AuditTrail;
import ru.marshrut.audit.Subject;
import ru.marshrut.peerreview.process.PeerReviewModel;
import ru.marshrut.peerreview.process.ReviewStory;
import ru.marshrut.peerreview.process.ReviewStory.Told;
import ru.marshrut.shared.NotYours;
import ru.marshrut.shared.Refusal;
import ru.marshrut.territory.Absence;
import ru.marshrut.territory.Absences;
import ru.marshrut.territory.Place;
import ru.marshrut.territory.Role;
import ru.marshrut.territory.Staff;
import ru.marshrut.testing.MadePeople;
import ru.marshrut.work.OpenTask;
import ru.marshrut.work.Succession;
import ru.marshrut.work.bulk.BulkOrder.Action;
import ru.marshrut.work.bulk.BulkPreview.Line;
import ru.marshrut.work.bulk.BulkRun.Item;
import ru.marshrut.work.persistence.BulkRows;

/** Orders for many tasks, on schools that confirm their partners until 16.09.2022. */
@SpringBootTest
class BulkTest {

    private static final ZoneId MOSCOW = ZoneId.of("Europe/Moscow");
    private static final LocalDate LATER = LocalDate.parse("2022-09-20");

    @Autowired
    Bulks bulks;
    @Autowired
    BulkRows rows;
    @Autowired
    ReviewStory story;
    @Autowired
    MadePeople people;
    @Autowired
    Staff staff;
    @Autowired
    Absences absences;
    @Autowired
    Succession succession;
    @Autowired
    Viewers viewers;
    @Autowired
    AuditTrail audit;
    @Autowired
    TransactionTemplate transaction;

    @Test
    void whatIsShownIsWhatIsDoneAndShowingChangesNothing() {
        Told told = story.twoPairs();
        long id = prepared(told, extension(LATER), confirmations(told));

        BulkPreview shown = bulks.preview(id, coordinator(told));
        assertThat(shown.lines()).extracting(Line::words).containsOnly("Срок: 16.09.2022 → 20.09.2022", "Срок уже 20.09.2022: продлевается вместе с другим заданием.");
        assertThat(dues(told)).as("nothing is changed yet").containsOnly(LocalDate.parse("2022-09-16"));
        assertThat(bulks.preview(id, coordinator(told)).fingerprint()).isEqualTo(shown.fingerprint());

        bulks.confirm(id, coordinator(told), shown.fingerprint());
        BulkRun run = bulks.run(id, coordinator(told));
        assertThat(run.items()).extracting(Item::taskId).containsExactlyElementsOf(shown.lines().stream().map(Line::taskId).toList());
        assertThat(run.items()).extracting(Item::words).containsExactlyElementsOf(shown.lines().stream().map(Line::words).toList());
        assertThat(run.interrupted()).isFalse();
        assertThat(dues(told)).containsOnly(LATER);
        assertThat(audit.about(Subject.of(Bulks.SUBJECT, id))).as("one entry for the whole").singleElement()
            .extracting(AuditEntry::text).isEqualTo("Действие над многими заданиями: продление срока. Сделано: 4, не удалось: 0");
        story.circles(told).forEach(circle -> assertThat(audit.about(Subject.of(PeerReviewModel.KEY, circle.id()))).extracting(AuditEntry::type)
            .as("and the facts of each circle, with the whole that they were part of").contains("work.extensionGranted", "work.bulkTouched"));
        assertThat(audit.about(Subject.of(PeerReviewModel.KEY, story.circles(told).get(0).id()))).extracting(AuditEntry::text)
            .contains("Действие № " + id + " над многими заданиями: продление срока. Заданий здесь: 2");
        assertThatThrownBy(() -> bulks.confirm(id, coordinator(told), shown.fingerprint())).isInstanceOf(Refusal.class);
    }

    @Test
    void whatChangedBetweenTheDryRunAndTheConfirmationIsShownAgain() {
        Told told = story.twoPairs();
        List<OpenTask> tasks = confirmations(told);
        long id = prepared(told, extension(LATER), tasks);
        String shown = bulks.preview(id, coordinator(told)).fingerprint();
        story.confirm(told, tasks.get(0).schoolId());

        refused("work.bulk.changed", () -> bulks.confirm(id, coordinator(told), shown));
        assertThat(dues(told)).containsOnly(LocalDate.parse("2022-09-16"));
        BulkPreview again = bulks.preview(id, coordinator(told));
        assertThat(again.lines().get(0)).isEqualTo(new Line(tasks.get(0).id(), false, "Задание уже закрыто или перешло к другим."));
        bulks.confirm(id, coordinator(told), again.fingerprint());
        assertThat(bulks.run(id, coordinator(told))).satisfies(run -> {
            assertThat(run.done()).isEqualTo(3);
            assertThat(run.refused()).isEqualTo(1);
        });
    }

    @Test
    void checksAreApprovedWhereTheCoordinatorAnswersForThemAndNotInPlaceOfACurator() {
        Told told = story.aPairWithFinalFiles();
        long curated = told.schools().get(1);
        people.appoint(Role.CURATOR, Place.school(curated));
        told.schools().forEach(school -> uploads(told, school));
        List<OpenTask> checks = open(told, PeerReviewModel.CHECK_UPLOAD);
        long id = prepared(told, new BulkOrder(Action.APPROVE, "", null, null, null, null), checks);

        BulkPreview shown = bulks.preview(id, coordinator(told));
        assertThat(shown.lines()).extracting(Line::possible, Line::words).containsExactlyInAnyOrder(
            tuple(true, "Принятие: шаг завершается."),
            tuple(false, "Этот шаг выполняет куратор. За него он не выполняется."));
        assertThat(open(told, PeerReviewModel.CHECK_UPLOAD)).hasSize(2);
        bulks.confirm(id, coordinator(told), shown.fingerprint());
        assertThat(open(told, PeerReviewModel.CHECK_UPLOAD)).singleElement().extracting(OpenTask::schoolId).isEqualTo(curated);
    }

    @Test
    void checksAreReturnedWithOneRemark() {
        Told told = story.aPairWithFinalFiles();
        told.schools().forEach(school -> uploads(told, school));
        BulkOrder order = new BulkOrder(Action.RETURN, "Нет ссылки на видео", null, null, null, null);
        long id = prepared(told, order, open(told, PeerReviewModel.CHECK_UPLOAD));
        bulks.confirm(id, coordinator(told), bulks.preview(id, coordinator(told)).fingerprint());
        story.run();
        assertThat(open(told, PeerReviewModel.UPLOAD_FINAL_FILE)).as("back with both schools").hasSize(2);
        refused("work.bulk.noComment", () -> new BulkOrder(Action.RETURN, " ", null, null, null, null));
    }

    @Test
    void aStepThatNeedsItsOwnAnswerIsNotApprovedInBulk() {
        Told told = story.aPair();
        long id = prepared(told, new BulkOrder(Action.APPROVE, "", null, null, null, null), confirmations(told));
        BulkPreview shown = bulks.preview(id, coordinator(told));
        assertThat(shown.lines()).extracting(Line::words).containsOnly("Этот шаг требует отдельного решения по каждому заданию: откройте его и выполните.");
        refused("work.bulk.nothing", () -> bulks.confirm(id, coordinator(told), shown.fingerprint()));
    }

    @Test
    void aDayThatIsAHigherCoordinatorsToGiveIsRefused() {
        Told told = story.aPair();
        long neighbours = people.municipality(told.region());
        long regional = people.appoint(Role.REGIONAL_COORDINATOR, Place.region(told.region()));
        long id = prepared(told, extension(LATER), confirmations(told));
        assertThat(bulks.preview(id, coordinator(told)).possible()).as("the round is the municipality's own").isEqualTo(2);
        assertThatThrownBy(() -> bulks.prepare(viewers.of(people.appoint(Role.MUNICIPAL_COORDINATOR, Place.municipality(neighbours))),
            extension(LATER), ids(confirmations(told)))).isInstanceOf(NotYours.class);
        assertThatThrownBy(() -> bulks.run(id, viewers.of(regional))).as("another's order").isInstanceOf(NotYours.class);
        refusedWords(told, extension(LocalDate.parse("2022-09-10")), "Новый срок 10.09.2022 не позже нынешнего, 16.09.2022. Укажите более поздний день.");
    }

    @Test
    void tasksAreGivenToOneOfThoseWhoHoldTheRole() {
        Told told = story.aPair();
        long school = told.schools().get(0);
        long second = people.appoint(Role.SCHOOL_COORDINATOR, Place.school(school));
        BulkOrder order = new BulkOrder(Action.REASSIGN, "Делят работу", null, second, null, null);
        long id = prepared(told, order, confirmations(told));
        BulkPreview shown = bulks.preview(id, coordinator(told));
        assertThat(shown.possible()).as("of the other school he is not").isEqualTo(1);
        bulks.confirm(id, coordinator(told), shown.fingerprint());
        assertThat(confirmation(told, school).assigneeId()).isEqualTo(second);

        long substitute = people.person();
        LocalDate monday = LocalDate.parse("2022-09-05");
        absences.enter(second, substitute, monday, monday, Absence.Kind.TRIP);
        await().untilAsserted(() -> assertThat(confirmation(told, school).assigneeId()).as("by name goes to the substitute").isEqualTo(substitute));
        story.itIs("2022-09-06");
        succession.followTheDay();
        assertThat(confirmation(told, school).assigneeId()).as("and back to him, not to the role").isEqualTo(second);
    }

    @Test
    void aSuccessorIsAppointedByOrderAndTheTasksFollow() {
        Told told = story.aPair();
        long region = told.region();
        long successor = transaction.execute(status -> staff.addPerson(region, "Тестова Преемница Примеровна", "successor" + region + "@example.test", null));
        LocalDate today = LocalDate.parse("2022-09-05");
        BulkOrder order = new BulkOrder(Action.APPOINT, "Приказ № 8", null, successor, today, "№ 8");
        long id = prepared(told, order, confirmations(told));
        BulkPreview shown = bulks.preview(id, coordinator(told));
        assertThat(shown.possible()).isEqualTo(2);
        assertThat(staff.careerOf(successor)).as("only shown").isEmpty();
        bulks.confirm(id, coordinator(told), shown.fingerprint());
        assertThat(staff.careerOf(successor)).hasSize(2);
        await().untilAsserted(() -> assertThat(confirmations(told)).extracting(OpenTask::assigneeId).containsOnly(successor));
    }

    @Test
    void whatWasInterruptedIsContinuedAndReportedOnce() {
        Told told = story.twoPairs();
        long id = prepared(told, extension(LATER), confirmations(told));
        transaction.executeWithoutResult(status -> rows.confirm(id, Instant.parse("2022-09-05T08:00:00Z")));
        BulkRun interrupted = bulks.run(id, coordinator(told));
        assertThat(interrupted.interrupted()).isTrue();
        assertThat(interrupted.done()).isZero();
        transaction.executeWithoutResult(status -> rows.reached(id, 1, true, "Срок: 16.09.2022 → 20.09.2022"));

        bulks.proceed(id, coordinator(told));
        bulks.proceed(id, coordinator(told));
        assertThat(bulks.run(id, coordinator(told)).done()).isEqualTo(4);
        assertThat(audit.about(Subject.of(Bulks.SUBJECT, id))).hasSize(1);
    }

    private void uploads(Told told, long school) {
        story.does(told, PeerReviewModel.UPLOAD_FINAL_FILE, school, Map.of("under", "motivation", "on", "2022-10-13", "placed", "yes"));
        story.run();
    }

    private void refusedWords(Told told, BulkOrder order, String words) {
        long id = prepared(told, order, confirmations(told));
        assertThat(bulks.preview(id, coordinator(told)).lines()).extracting(Line::words).containsOnly(words);
    }

    private static void refused(String code, ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOfSatisfying(Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(code));
    }

    private static BulkOrder extension(LocalDate until) {
        return new BulkOrder(Action.EXTEND, "Каникулы", until, null, null, null);
    }

    private long prepared(Told told, BulkOrder order, List<OpenTask> tasks) {
        return bulks.prepare(coordinator(told), order, ids(tasks));
    }

    private static List<String> ids(List<OpenTask> tasks) {
        return tasks.stream().map(OpenTask::id).toList();
    }

    private Viewer coordinator(Told told) {
        return viewers.of(told.coordinator());
    }

    private List<OpenTask> confirmations(Told told) {
        return open(told, PeerReviewModel.CONFIRM_PARTNER);
    }

    private OpenTask confirmation(Told told, long school) {
        return story.openTask(told, PeerReviewModel.CONFIRM_PARTNER, school);
    }

    private List<OpenTask> open(Told told, String step) {
        return story.openTasks(told).stream().filter(task -> task.step().equals(step)).toList();
    }

    private List<LocalDate> dues(Told told) {
        return confirmations(told).stream().map(task -> task.due().day(MOSCOW)).toList();
    }
}
