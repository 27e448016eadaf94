package ru.marshrut.peerreview.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.test.assertions.bpmn.AbstractAssertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import ru.marshrut.documents.Documents;
import ru.marshrut.peerreview.Circle;
import ru.marshrut.peerreview.Dissolution;
import ru.marshrut.peerreview.Exchange;
import ru.marshrut.peerreview.Meetings;
import ru.marshrut.peerreview.PackageKinds;
import ru.marshrut.peerreview.Recommendations;
import ru.marshrut.peerreview.RoundCalendar;
import ru.marshrut.peerreview.Rounds;
import ru.marshrut.peerreview.Side;
import ru.marshrut.peerreview.persistence.RoundRows.RuleKind;
import ru.marshrut.peerreview.process.ReviewStory.Told;
import ru.marshrut.shared.NotYours;
import ru.marshrut.shared.Refusal;
import ru.marshrut.testing.FlowNodes;
import ru.marshrut.work.OpenTask;
import ru.marshrut.work.Tasks;

/** What goes wrong in a circle (DESIGN 6.7), each as a trace through the model. */
@SpringBootTest
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class PeerReviewDeviationsTest {

    private static final Map<String, String> REASON = Map.of("reason", "Школа на карантине");

    @Autowired
    ReviewStory story;
    @Autowired
    Rounds rounds;
    @Autowired
    Exchange exchange;
    @Autowired
    Meetings meetings;
    @Autowired
    Recommendations recommendations;
    @Autowired
    Dissolution dissolution;
    @Autowired
    Tasks tasks;
    @Autowired
    Documents documents;
    @Autowired
    ProcessEngine engine;

    @BeforeEach
    void assertionsUseThisEngine() {
        AbstractAssertions.init(engine);
    }

    @Test
    void aSilentPartnerIsGivenMoreTimeAndThenTheOtherSideFinishesAlone() {
        Told told = story.aPairBeforeTheExchange();
        long quick = told.schools().get(0);
        long silent = told.schools().get(1);
        story.deliver(told, quick);
        Circle circle = story.circle(told);
        var instance = story.instance(circle);
        assertThat(exchange.circle(circle.id()).openedAt()).as("one-sided delivery stays closed before the date").isNull();

        story.passTimer(circle, PeerReviewModel.EXCHANGE_TIMER, "2022-10-08");
        assertThat(exchange.circle(circle.id()).openedAt()).isNotNull();
        story.does(told, PeerReviewModel.DECIDE_ON_SILENT_PARTNER, null, with("decision", "EXTEND", "until", "2022-10-14"));
        story.run();
        assertThat(LocalDate.ofInstant(story.openTask(told, PeerReviewModel.DELIVER_PACKAGE, silent).due().at(), ReviewStory.MOSCOW))
            .isEqualTo("2022-10-14");

        story.passTimer(circle, PeerReviewModel.EXCHANGE_TIMER, "2022-10-15");
        story.does(told, PeerReviewModel.DECIDE_ON_SILENT_PARTNER, null, with("decision", "ALONE"));
        story.run();
        assertThat(story.openSteps(told)).containsExactly(PeerReviewModel.UPLOAD_FINAL_FILE);
        story.placeFiles(told, "2022-10-15");

        assertThat(instance).isEnded().hasPassed("timer_exchangeDue", "end_finishAlone", "service_makeFinalFiles", "end_completed")
            .hasNotPassed("task_chooseSlots", "service_exchangeForms");
        assertThat(exchange.circle(circle.id()).side(silent).excused()).isTrue();
        assertThat(documents.in(PackageKinds.finalFile(circle.id(), quick))).hasSize(1);
        assertThat(documents.in(PackageKinds.finalFile(circle.id(), silent))).isEmpty();
    }

    @Test
    void nobodyCanFinishAloneWhenNobodyDelivered() {
        Told told = story.aPairBeforeTheExchange();
        story.passTimer(story.circle(told), PeerReviewModel.EXCHANGE_TIMER, "2022-10-08");
        assertThatThrownBy(() -> story.does(told, PeerReviewModel.DECIDE_ON_SILENT_PARTNER, null, with("decision", "ALONE")))
            .isInstanceOfSatisfying(Refusal.class, refusal -> assertThat(refusal.field()).isEqualTo("decision"));
        assertThat(story.openSteps(told)).contains(PeerReviewModel.DECIDE_ON_SILENT_PARTNER);
    }

    @Test
    void aSilentPartnerIsReplacedAndTheOtherSideJoinsAPair() {
        Told told = story.twoPairs();
        Circle circle = story.circles(told).get(1);
        long quick = circle.sides().get(0).schoolId();
        var instance = story.instance(circle);
        story.confirm(told, quick);
        story.deliver(told, quick);
        story.passTimer(circle, PeerReviewModel.EXCHANGE_TIMER, "2022-10-08");
        story.does(told, PeerReviewModel.DECIDE_ON_SILENT_PARTNER, null, with("decision", "REPLACE"));
        story.run();
        assertThat(instance).hasPassed("end_partnerReplaced", "boundary_partnerReplaced", "service_dissolveCircle");

        Circle other = story.circles(told).stream().filter(c -> c.status() == Circle.Status.RUNNING).findFirst().orElseThrow();
        story.does(told, PeerReviewModel.PLACE_REMAINING, null,
            with("place_" + quick, other.sides().get(0).schoolId() + "-" + other.sides().get(1).schoolId()));
        story.run();

        assertThat(instance).isEnded().hasPassed("task_placeRemaining", "end_dissolved");
        Circle three = story.circleOf(told, quick);
        assertThat(three.sides()).hasSize(3);
        assertThat(exchange.circle(other.id()).status()).isEqualTo(Circle.Status.DISSOLVED);
        assertThat(story.openSteps(told)).containsOnly(PeerReviewModel.CONFIRM_PARTNER);
    }

    @Test
    void aCircleOfThreeGoesAllTheWay() {
        Told told = story.started(story.aRoundOf(3));
        told.schools().forEach(school -> story.confirm(told, school));
        told.schools().forEach(school -> story.deliver(told, school));
        Circle circle = story.circle(told);
        for (Side side : circle.sides()) {
            assertThat(circle.reviewerOf(circle.reviewedBy(side.schoolId()).schoolId()).schoolId()).isEqualTo(side.schoolId());
            story.does(told, PeerReviewModel.PREFILL_FORM, side.schoolId(), story.form());
            story.does(told, PeerReviewModel.CHOOSE_SLOTS, side.schoolId(), Map.of("offer1", "2022-10-12T15:00"));
        }
        story.run();
        story.passTimer(circle, PeerReviewModel.MEETING_TIMER, "2022-10-13");
        story.does(told, PeerReviewModel.RECORD_MEETING, null, Map.of("held", "2022-10-12T15:00", "participants", "Трое",
            "minutes", "Договорились", "video", "https://video.example.test/3"));
        story.run();
        told.schools().forEach(school -> story.does(told, PeerReviewModel.FINISH_FORM, school, story.form()));
        story.run();
        story.placeFiles(told, "2022-10-13");
        assertThat(story.circle(told).status()).isEqualTo(Circle.Status.COMPLETED);
        told.schools().forEach(school -> assertThat(documents.in(PackageKinds.finalFile(circle.id(), school))).hasSize(1));
    }

    @Test
    void aSchoolWithdrawsAndItsPartnerGoesOnAlone() {
        Told told = story.aPairThatHasExchanged();
        Circle circle = story.circle(told);
        var instance = story.instance(circle);
        long stays = told.schools().get(0);
        assertThatThrownBy(() -> dissolution.withdraw(circle.id(), told.schools().get(1), story.staffOf(stays), "Нет"))
            .isInstanceOf(NotYours.class);

        dissolution.withdraw(circle.id(), told.schools().get(1), story.coordinator(told), "Школа реорганизована");
        story.run();
        story.does(told, PeerReviewModel.PLACE_REMAINING, null, with("place_" + stays, "ALONE"));
        story.run();

        assertThat(instance).isEnded().hasPassed("boundary_schoolWithdrew", "task_placeRemaining", "end_dissolved");
        assertThat(story.roundInstance(told)).isWaitingAt("task_signReport");
    }

    @Test
    void twoSchoolsThatLostTheirPartnersBecomeAPair() {
        Told told = story.twoPairs();
        List<Circle> before = story.circles(told);
        before.forEach(circle -> {
            dissolution.withdraw(circle.id(), circle.sides().get(1).schoolId(), story.coordinator(told), "Закрыта");
            story.run();
        });
        long one = before.get(0).sides().get(0).schoolId();
        long other = before.get(1).sides().get(0).schoolId();
        OpenTask first = story.openTasks(told).stream().filter(task -> task.businessKey().equals(String.valueOf(before.get(0).id()))).findFirst().orElseThrow();
        tasks.complete(first.id(), story.coordinator(told), ReviewStory.input(with("place_" + one, String.valueOf(other))));
        story.run();

        assertThat(story.circleOf(told, one).has(other)).isTrue();
        assertThat(story.openSteps(told)).containsExactly(PeerReviewModel.CONFIRM_PARTNER, PeerReviewModel.CONFIRM_PARTNER);
    }

    @Test
    void whenBothSchoolsAreGoneNobodyIsAsked() {
        Told told = story.aPair();
        Circle circle = story.circle(told);
        var instance = story.instance(circle);
        told.schools().forEach(school -> dissolution.withdraw(circle.id(), school, story.coordinator(told), "Закрыта"));
        story.run();
        assertThat(instance).isEnded().hasPassed("gateway_remaining", "end_dissolved").hasNotPassed("task_placeRemaining");
    }

    @Test
    void aSchoolThatWaitsForAnotherPartnerMayLeaveToo() {
        Told told = story.aPair();
        Circle circle = story.circle(told);
        var instance = story.instance(circle);
        dissolution.withdraw(circle.id(), told.schools().get(0), story.coordinator(told), "Закрыта");
        story.run();
        dissolution.withdraw(circle.id(), told.schools().get(1), story.coordinator(told), "Тоже закрыта");
        story.run();
        assertThat(instance).isEnded().hasPassed("task_placeRemaining", "end_dissolved");
        assertThat(story.roundInstance(told)).isWaitingAt("task_signReport");
    }

    @Test
    void aGrantedExtensionMovesTaskTimerAndNextSteps() {
        Told told = story.aPairBeforeTheExchange();
        long asking = told.schools().get(0);
        Circle circle = story.circle(told);
        OpenTask deliver = story.openTask(told, PeerReviewModel.DELIVER_PACKAGE, asking);
        tasks.requestExtension(deliver.id(), story.staffOf(asking), LocalDate.parse("2022-10-12"), "Ждём профиль");
        assertThatThrownBy(() -> tasks.requestExtension(deliver.id(), story.staffOf(asking), LocalDate.parse("2022-10-13"), "Ещё"))
            .isInstanceOf(Refusal.class);
        story.does(told, PeerReviewModel.DECIDE_ON_EXTENSION, null, with("granted", "YES", "until", "2022-10-11"));
        story.run();

        told.schools().forEach(school -> {
            OpenTask moved = story.openTask(told, PeerReviewModel.DELIVER_PACKAGE, school);
            assertThat(LocalDate.ofInstant(moved.due().at(), ReviewStory.MOSCOW)).isEqualTo("2022-10-11");
            assertThat(moved.due().source()).contains("11.10.2022");
            assertThat(engine.getTaskService().createTaskQuery().taskId(moved.id()).singleResult().getDueDate()).isEqualTo(moved.due().at().minusMillis(1));
        });
        assertThat(story.timerDue(circle, PeerReviewModel.EXCHANGE_TIMER).toInstant().atZone(ReviewStory.MOSCOW).toLocalDate()).isEqualTo("2022-10-11");
        assertThat(story.instance(circle)).hasPassed("start_extensionRequested", "task_decideOnExtension", "end_extensionDecided");
    }

    @Test
    void aRefusedExtensionMovesNothing() {
        Told told = story.aPairBeforeTheExchange();
        long asking = told.schools().get(1);
        OpenTask deliver = story.openTask(told, PeerReviewModel.DELIVER_PACKAGE, asking);
        tasks.requestExtension(deliver.id(), story.staffOf(asking), LocalDate.parse("2022-10-12"), "Ждём профиль");
        story.does(told, PeerReviewModel.DECIDE_ON_EXTENSION, null, with("granted", "NO"));
        story.run();
        assertThat(story.openTask(told, PeerReviewModel.DELIVER_PACKAGE, asking).due()).isEqualTo(deliver.due());
        assertThat(tasks.extensionsOf(PeerReviewModel.KEY, deliver.businessKey())).singleElement()
            .satisfies(request -> assertThat(request.granted()).isFalse());
    }

    @Test
    void theCalendarCanBeChangedWhileCirclesRun() {
        Told told = story.aPair();
        Circle circle = story.circle(told);
        RoundCalendar later = new RoundCalendar(LocalDate.parse("2022-09-20"), LocalDate.parse("2022-10-10"), LocalDate.parse("2022-09-26"),
            LocalDate.parse("2022-11-05"), LocalDate.parse("2022-10-25"), LocalDate.parse("2022-11-08"));
        rounds.changeCalendar(told.round(), story.coordinator(told), later, "Письмо федерального оператора");
        assertThat(story.openTask(told, PeerReviewModel.CONFIRM_PARTNER, told.schools().get(0)).due().at())
            .isEqualTo(LocalDate.parse("2022-09-20").atTime(23, 59, 59).atZone(ReviewStory.MOSCOW).toInstant());
        assertThat(story.timerDue(circle, PeerReviewModel.EXCHANGE_TIMER).toInstant().atZone(ReviewStory.MOSCOW).toLocalDate()).isEqualTo("2022-10-10");
    }

    @Test
    void workAfterTheDeadlineIsAcceptedAndMarkedLate() {
        Told told = story.aPairBeforeTheExchange();
        story.itIs("2022-10-10");
        told.schools().forEach(school -> story.deliver(told, school));
        assertThat(story.instance(story.circle(told))).hasPassed("end_allDelivered");
        assertThat(tasks.closedOf(PeerReviewModel.KEY, String.valueOf(story.circle(told).id())))
            .filteredOn(task -> task.title().startsWith("Передать")).hasSize(2).allMatch(task -> task.late() && task.completed());
    }

    @Test
    void withoutACommonTimeTheSidesChooseAgain() {
        Told told = story.aPairThatHasExchanged();
        Circle circle = story.circle(told);
        story.does(told, PeerReviewModel.CHOOSE_SLOTS, told.schools().get(0), Map.of("offer1", "2022-10-12T15:00"));
        story.does(told, PeerReviewModel.CHOOSE_SLOTS, told.schools().get(1), Map.of("offer1", "2022-10-13T11:00"));
        story.run();
        assertThat(meetings.slots(circle.id())).anyMatch(slot -> slot.chosenBy().contains(told.schools().get(1)));
        told.schools().forEach(school -> story.does(told, PeerReviewModel.CHOOSE_SLOTS, school, Map.of("slot", "2022-10-13T08:00:00Z")));
        story.run();
        assertThat(meetings.of(circle.id()).orElseThrow().startsAt()).isEqualTo("2022-10-13T08:00:00Z");
        assertThat(story.instance(circle)).hasPassed("service_inviteToMeeting");
    }

    @Test
    void aMeetingOutsideOfTheWindowNeedsTheCoordinatorsConsent() {
        Told told = story.aPairThatHasExchanged();
        Circle circle = story.circle(told);
        told.schools().forEach(school -> story.does(told, PeerReviewModel.CHOOSE_SLOTS, school, Map.of("offer1", "2022-11-03T15:00")));
        story.run();
        story.does(told, PeerReviewModel.CONSENT_TO_DATE, null, with("consent", "NO"));
        story.run();
        assertThat(story.openSteps(told)).contains(PeerReviewModel.CHOOSE_SLOTS).doesNotContain(PeerReviewModel.CONSENT_TO_DATE);
        told.schools().forEach(school -> story.does(told, PeerReviewModel.CHOOSE_SLOTS, school, Map.of("offer1", "2022-11-02T15:00")));
        story.run();
        story.does(told, PeerReviewModel.CONSENT_TO_DATE, null, with("consent", "YES"));
        story.run();
        assertThat(meetings.of(circle.id()).orElseThrow().consentReason()).isEqualTo("Школа на карантине");
        assertThat(story.instance(circle)).hasPassed("task_consentToDate", "gateway_consent", "service_inviteToMeeting");
    }

    @Test
    void aMovedMeetingIsChosenAgainAndTheInvitationChanges() {
        Told told = story.aPairThatHasExchanged();
        Circle circle = story.circle(told);
        told.schools().forEach(school -> story.does(told, PeerReviewModel.CHOOSE_SLOTS, school, Map.of("offer1", "2022-10-12T15:00")));
        story.run();
        meetings.move(circle.id(), story.staffOf(told.schools().get(0)), "Заболел директор");
        story.run();
        told.schools().forEach(school -> story.does(told, PeerReviewModel.CHOOSE_SLOTS, school, Map.of("offer1", "2022-10-14T15:00")));
        story.run();
        assertThat(meetings.of(circle.id()).orElseThrow()).satisfies(meeting -> {
            assertThat(meeting.sequence()).isEqualTo(1);
            assertThat(meeting.startsAt()).isEqualTo("2022-10-14T12:00:00Z");
        });
        assertThat(story.instance(circle)).hasPassed("event_meetingMoved");
    }

    @Test
    void formsThatAreLateAreExtendedOrTakenAsTheyAre() {
        Told told = story.aPairThatHasMet();
        Circle circle = story.circle(told);
        var instance = story.instance(circle);
        story.does(told, PeerReviewModel.FINISH_FORM, told.schools().get(0), story.form());
        story.passTimer(circle, PeerReviewModel.FORMS_TIMER, "2022-11-02");
        story.does(told, PeerReviewModel.DECIDE_ON_LATE_FORMS, null, with("decision", "EXTEND", "until", "2022-11-05"));
        story.run();
        assertThat(LocalDate.ofInstant(story.openTask(told, PeerReviewModel.FINISH_FORM, told.schools().get(1)).due().at(), ReviewStory.MOSCOW)).isEqualTo("2022-11-05");
        story.passTimer(circle, PeerReviewModel.FORMS_TIMER, "2022-11-06");
        story.does(told, PeerReviewModel.DECIDE_ON_LATE_FORMS, null, with("decision", "FINISH"));
        story.run();
        story.placeFiles(told, "2022-11-06");
        assertThat(instance).isEnded().hasPassed("task_decideOnLateForms", "end_formsAsTheyAre", "service_makeFinalFiles");
    }

    @Test
    void aReturnedUploadIsDoneAgain() {
        Told told = story.aPairWithFinalFiles();
        long school = told.schools().get(0);
        story.does(told, PeerReviewModel.UPLOAD_FINAL_FILE, school, Map.of("under", "staff", "on", "2022-10-13", "placed", "yes"));
        story.run();
        assertThatThrownBy(() -> story.does(told, PeerReviewModel.CHECK_UPLOAD, school, Map.of("accepted", "NO"))).isInstanceOf(Refusal.class);
        story.does(told, PeerReviewModel.CHECK_UPLOAD, school, Map.of("accepted", "NO", "comment", "Файл не открывается"));
        story.run();
        assertThat(story.openTask(told, PeerReviewModel.UPLOAD_FINAL_FILE, school)).isNotNull();
        story.placeFiles(told, "2022-10-13");
        assertThat(story.circle(told).status()).isEqualTo(Circle.Status.COMPLETED);
    }

    @Test
    void aReopenedFormGetsANewVersionAndTheFinalFilesFollow() {
        Told told = story.aPairWithFinalFiles();
        Circle circle = story.circle(told);
        long school = told.schools().get(0);
        recommendations.reopen(circle.id(), school, story.coordinator(told), "Нет рекомендаций по кадрам");
        story.does(told, PeerReviewModel.REWORK_FORM, school, story.form());
        story.run();
        assertThat(recommendations.versions(circle.id(), school)).hasSize(3);
        assertThat(documents.in(PackageKinds.finalFile(circle.id(), told.schools().get(1)))).singleElement()
            .satisfies(file -> assertThat(file.version()).isEqualTo(2));
        assertThat(story.instance(circle)).hasPassed("start_formReopened", "service_remakeFinalFiles", "end_formReworked");
    }

    @Test
    void anInfeasibleRoundAsksTheCoordinatorAndIsProposedAnew() {
        Told told = story.aRoundOf(2);
        rounds.setRule(told.round(), story.coordinator(told), RuleKind.FORBIDDEN, told.schools().get(0), told.schools().get(1), "Соседи");
        story.run();
        var instance = story.roundInstance(told);
        assertThat(instance).isWaitingAt("task_fixInput");
        rounds.removeRule(told.round(), story.coordinator(told), RuleKind.FORBIDDEN, told.schools().get(0), told.schools().get(1));
        story.taskOfRound(told, PeerReviewRoundModel.FIX_INPUT, Map.of());
        story.run();
        story.taskOfRound(told, PeerReviewRoundModel.APPROVE_PAIRS, Map.of("approved", "NO"));
        story.run();
        story.taskOfRound(told, PeerReviewRoundModel.APPROVE_PAIRS, Map.of("approved", "YES"));
        story.run();
        assertThat(instance).isWaitingAt("event_allCirclesFinished").hasPassed("task_fixInput", "service_startCircles");
    }

    @Test
    @Order(Integer.MAX_VALUE)
    void theTracesTogetherCoverTheModels() {
        Told straight = story.aPairWithFinalFiles();
        story.placeFiles(straight, "2022-10-12");
        story.taskOfRound(straight, PeerReviewRoundModel.SIGN_REPORT, Map.of("remark", ""));
        story.run();
        for (String key : List.of(PeerReviewModel.KEY, PeerReviewRoundModel.KEY)) {
            FlowNodes nodes = FlowNodes.of(engine, key);
            System.out.printf("%s: %d of %d flow nodes passed, missed %s%n", key, nodes.all().size() - nodes.missed().size(), nodes.all().size(), nodes.missed());
            assertThat(nodes.share()).as("%s missed %s", key, nodes.missed()).isGreaterThanOrEqualTo(0.95);
        }
    }

    private static Map<String, String> with(String... more) {
        Map<String, String> fields = new java.util.HashMap<>(REASON);
        for (int i = 0; i < more.length; i += 2) {
            fields.put(more[i], more[i + 1]);
        }
        return fields;
    }
}
