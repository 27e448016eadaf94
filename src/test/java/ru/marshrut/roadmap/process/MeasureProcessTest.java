package ru.marshrut.roadmap.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;
import static ru.marshrut.roadmap.process.MeasureStory.attendance;
import static ru.marshrut.roadmap.process.MeasureStory.documents;
import static ru.marshrut.roadmap.process.MeasureStory.dueDay;
import static ru.marshrut.roadmap.process.MeasureStory.fact;
import static ru.marshrut.roadmap.process.MeasureStory.log;
import static ru.marshrut.roadmap.process.MeasureStory.measuresDone;
import static ru.marshrut.roadmap.process.MeasureStory.window;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.test.assertions.bpmn.AbstractAssertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.transaction.support.TransactionTemplate;
import ru.marshrut.access.Viewers;
import ru.marshrut.notification.PersonalNewsSource;
import ru.marshrut.roadmap.Measure;
import ru.marshrut.roadmap.Measure.State;
import ru.marshrut.roadmap.MonitoringReports;
import ru.marshrut.roadmap.OutcomeKind;
import ru.marshrut.roadmap.Population;
import ru.marshrut.roadmap.RoadMap;
import ru.marshrut.roadmap.RoadMaps;
import ru.marshrut.roadmap.process.MeasureStory.Row;
import ru.marshrut.roadmap.process.MeasureStory.Told;
import ru.marshrut.roadmap.running.MeasureFiles;
import ru.marshrut.roadmap.running.MeasureLog;
import ru.marshrut.roadmap.running.MeasureRuns;
import ru.marshrut.shared.NotYours;
import ru.marshrut.shared.Refusal;
import ru.marshrut.territory.Place;
import ru.marshrut.territory.Role;
import ru.marshrut.testing.FlowNodes;
import ru.marshrut.testing.MadePeople;
import ru.marshrut.work.OpenTask;
import ru.marshrut.work.Responsible;

/** The ways of a measure and of its road map, each as a trace through the models. */
@SpringBootTest
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class MeasureProcessTest {

    private static final String CONFIRMED = "100% школ разместили документы, подтвержденные куратором";

    @Autowired
    MeasureStory story;
    @Autowired
    MadePeople people;
    @Autowired
    Viewers viewers;
    @Autowired
    RoadMaps roadMaps;
    @Autowired
    MeasureRuns runs;
    @Autowired
    MeasureLog log;
    @Autowired
    MonitoringReports reports;
    @Autowired
    @Qualifier("controllerNews")
    PersonalNewsSource news;
    @Autowired
    ProcessEngine engine;
    @Autowired
    Clock clock;
    @Autowired
    TransactionTemplate transactions;

    @BeforeEach
    void assertionsUseThisEngine() {
        AbstractAssertions.init(engine);
        story.itIs("2021-03-05");
    }

    @Test
    void aMeasureWaitsForEachOfItsWindowsAndIsDoneWhenBothAreReported() {
        Told told = story.aDistrictOf(1);
        RoadMap map = story.approved(told, told.district(), null,
            fact("Утвердить графики", window("2021-03-10", "2021-03-31"), window("2021-09-01", "2021-09-30")), fact("Подвести итоги", window("2021-12-01", "2021-12-20")));
        Measure measure = story.measure(map, "Утвердить графики");
        var instance = story.instance(measure);
        assertThat(instance).isWaitingAt("timer_windowStarts").hasPassed("service_takeWindow").hasNotPassed("service_openWork");
        assertThat(instance.getTenantId()).isEqualTo("region-" + told.region());

        story.passTimer(measure.processInstanceId(), MeasureModel.START_TIMER, "2021-03-10");
        assertThat(story.measure(map, "Утвердить графики").state()).isEqualTo(State.RUNNING);
        OpenTask task = story.task(measure, MeasureModel.REPORT_RESULT);
        assertThat(dueDay(task)).isEqualTo("2021-03-31");
        assertThat(task.due().source()).contains(map.title(), "приказ № 89 от 01.03.2021");
        assertThat(task.responsible()).isEqualTo(new Responsible(Role.MUNICIPAL_COORDINATOR, told.district()));
        story.reports(measure, "2021-03-10");

        assertThat(instance).isWaitingAt("timer_windowStarts");
        story.passTimer(measure.processInstanceId(), MeasureModel.START_TIMER, "2021-09-01");
        assertThat(dueDay(story.task(measure, MeasureModel.REPORT_RESULT))).isEqualTo("2021-09-30");
        story.reports(measure, "2021-09-01");

        assertThat(instance).isEnded().hasPassedInOrder("timer_windowStarts", "service_openWork", "task_reportResult", "service_judge",
            "service_recordDone", "end_done");
        Measure done = story.measure(map, "Утвердить графики");
        assertThat(done.state()).isEqualTo(State.DONE);
        assertThat(done.endedOn()).isEqualTo("2021-09-01");
    }

    @Test
    void aMeasureThatWasOverBeforeApprovalStartsOverdueAndAsksOnlyForItsResult() {
        Told told = story.aDistrictOf(1);
        RoadMap map = story.approved(told, told.district(), null, fact("Провести вебинар", window("2021-02-01", "2021-02-28")));
        Measure measure = story.measure(map, "Провести вебинар");
        assertThat(story.instance(measure)).isWaitingAt("task_reportResult").hasNotPassed("timer_windowStarts");
        OpenTask task = story.task(measure, MeasureModel.REPORT_RESULT);
        assertThat(task.overdueAt(clock.instant())).isTrue();
        assertThatThrownBy(() -> story.does(task, Map.of("words", "Проведён", "on", "2021-02-20")))
            .isInstanceOfSatisfying(Refusal.class, refusal -> assertThat(refusal.field()).isEqualTo("withoutAct"));
        assertThatThrownBy(() -> story.does(task, Map.of("words", "Проведён", "on", "2021-04-20", "withoutAct", "нет")))
            .isInstanceOfSatisfying(Refusal.class, refusal -> assertThat(refusal.field()).isEqualTo("on"));
        story.upload(MeasureFiles.act(measure.id()));
        story.does(task, Map.of("words", "Проведён", "on", "2021-02-20"));
        assertThat(story.measure(map, "Провести вебинар").endedOn()).isEqualTo("2021-02-20");
    }

    @Test
    void aMissedTargetIsWaitedForAndThenNotDone() {
        Told told = story.aDistrictOf(2);
        RoadMap map = story.approved(told, told.district(), null,
            attendance("Участие в семинаре", 100, window("2021-03-01", "2021-03-31"), Population.SCHOOLS), fact("Итоги", window("2021-12-01", "2021-12-20")));
        Measure measure = story.measure(map, "Участие в семинаре");
        var instance = story.instance(measure);
        story.does(story.task(measure, MeasureModel.MARK_PARTICIPANTS),
            Map.of("on", "2021-03-04", "mode_ATTENDED", "ONLY", "who_ATTENDED", "s" + told.schools().get(0)));
        OpenTask decision = story.task(measure, MeasureModel.DECIDE_ON_RESULT);
        assertThatThrownBy(() -> story.does(decision, Map.of("decision", "WAIT", "until", "2021-03-01", "reason", "второй день")))
            .isInstanceOfSatisfying(Refusal.class, refusal -> assertThat(refusal.field()).isEqualTo("until"));
        story.does(decision, Map.of("decision", "WAIT", "until", "2021-04-15", "reason", "второй день"));

        assertThat(dueDay(story.task(measure, MeasureModel.MARK_PARTICIPANTS))).isEqualTo("2021-04-15");
        assertThat(story.task(measure, MeasureModel.MARK_PARTICIPANTS).due().source()).contains("продлён");
        story.does(story.task(measure, MeasureModel.MARK_PARTICIPANTS),
            Map.of("on", "2021-03-05", "mode_ATTENDED", "EXCEPT", "who_ATTENDED", "s" + told.schools().get(1)));
        story.does(story.task(measure, MeasureModel.DECIDE_ON_RESULT), Map.of("decision", "NOT_DONE", "reason", "школа закрыта"));

        assertThat(instance).isEnded().hasPassedInOrder("task_markParticipants", "service_judge", "task_decideOnResult", "end_notDone");
        Measure ended = story.measure(map, "Участие в семинаре");
        assertThat(ended.state()).isEqualTo(State.NOT_DONE);
        assertThat(ended.endReason()).isEqualTo("школа закрыта");
    }

    @Test
    void aLogIsKeptUntilItsWindowEnds() {
        Told told = story.aDistrictOf(1);
        RoadMap map = story.approved(told, told.district(), null, log("Публикации", window("2021-03-01", "2021-03-14")));
        Measure measure = story.measure(map, "Публикации");
        var coordinator = viewers.of(told.municipal());
        OpenTask task = story.task(measure, MeasureModel.KEEP_LOG);
        assertThatThrownBy(() -> story.does(task, Map.of())).isInstanceOf(Refusal.class);
        story.itIs("2021-03-14");
        for (String day : List.of("2021-03-02", "2021-03-05", "2021-03-09", "2021-03-14")) {
            log.add(measure.id(), coordinator, LocalDate.parse(day), "https://news.example.test/" + day, "Новость");
        }
        assertThatThrownBy(() -> log.add(measure.id(), coordinator, LocalDate.of(2021, 3, 2), "https://news.example.test/2021-03-02", "Снова"))
            .isInstanceOfSatisfying(Refusal.class, refusal -> assertThat(refusal.field()).isEqualTo("link"));
        assertThatThrownBy(() -> log.add(measure.id(), coordinator, LocalDate.of(2021, 2, 2), "https://news.example.test/early", "Рано"))
            .isInstanceOfSatisfying(Refusal.class, refusal -> assertThat(refusal.field()).isEqualTo("on"));
        assertThatThrownBy(() -> log.add(measure.id(), viewers.of(people.person()), LocalDate.of(2021, 3, 3), "https://news.example.test/x", "Чужой"))
            .isInstanceOf(NotYours.class);
        story.itIs("2021-03-15");
        story.does(task, Map.of());
        assertThat(story.measure(map, "Публикации").state()).isEqualTo(State.DONE);
    }

    @Test
    void eachSchoolPlacesItsDocumentAndItsCuratorConfirmsIt() {
        Told told = story.aDistrictOf(2);
        RoadMap map = story.approved(told, told.district(), null,
            documents("Размещение документов", CONFIRMED, OutcomeKind.CONCEPT_DOCUMENTS_PLACED, window("2021-03-01", "2021-04-15")));
        Measure measure = story.measure(map, "Размещение документов");
        assertThat(story.instance(measure)).isWaitingAt("timer_windowEnds");
        assertThat(story.steps(measure)).as("nothing is asked of the coordinator").isEmpty();
        List<OpenTask> asked = story.schoolTasks(told, SchoolMeasureModel.PLACE_DOCUMENT);
        assertThat(asked).hasSize(2).allSatisfy(task -> assertThat(dueDay(task)).isEqualTo("2021-04-15"));

        OpenTask first = asked.get(0);
        assertThatThrownBy(() -> story.does(first, Map.of("on", "2021-03-05")))
            .isInstanceOfSatisfying(Refusal.class, refusal -> assertThat(refusal.field()).isEqualTo("document"));
        for (OpenTask task : asked) {
            story.upload(MeasureFiles.schoolDocument(Long.parseLong(task.businessKey())));
            story.does(task, Map.of("on", "2021-03-05"));
        }
        List<OpenTask> confirmations = story.schoolTasks(told, SchoolMeasureModel.CONFIRM_DOCUMENT);
        assertThat(confirmations).hasSize(2).allSatisfy(task -> assertThat(task.responsible().role()).isEqualTo(Role.CURATOR));
        assertThatThrownBy(() -> story.does(confirmations.get(0), Map.of("confirmed", "NO")))
            .isInstanceOfSatisfying(Refusal.class, refusal -> assertThat(refusal.field()).isEqualTo("comment"));
        story.does(confirmations.get(0), Map.of("confirmed", "NO", "comment", "Нет подписи"));
        story.does(confirmations.get(1), Map.of("confirmed", "YES"));
        story.does(story.schoolTasks(told, SchoolMeasureModel.PLACE_DOCUMENT).get(0), Map.of("on", "2021-03-05"));
        story.does(story.schoolTasks(told, SchoolMeasureModel.CONFIRM_DOCUMENT).get(0), Map.of("confirmed", "YES"));

        story.passTimer(measure.processInstanceId(), MeasureModel.END_TIMER, "2021-04-16");
        Measure done = story.measure(map, "Размещение документов");
        assertThat(done.state()).isEqualTo(State.DONE);
        assertThat(done.endedOn()).isEqualTo("2021-04-15");
    }

    @Test
    void whereNobodyConfirmsADocumentCountsAtOnceAndWhatIsMissingIsWithdrawn() {
        Told told = story.aDistrictOf(2);
        RoadMap map = story.approved(told, told.district(), null,
            documents("Сайты школ", "Создан раздел", OutcomeKind.DELIVERED, window("2021-03-01", "2021-03-20")), fact("Итоги", window("2021-12-01", "2021-12-20")));
        Measure measure = story.measure(map, "Сайты школ");
        OpenTask task = story.schoolTasks(told, SchoolMeasureModel.PLACE_DOCUMENT).get(0);
        story.upload(MeasureFiles.schoolDocument(Long.parseLong(task.businessKey())));
        story.does(task, Map.of("on", "2021-03-05"));
        assertThat(story.schoolTasks(told, SchoolMeasureModel.CONFIRM_DOCUMENT)).isEmpty();
        story.passTimer(measure.processInstanceId(), MeasureModel.END_TIMER, "2021-03-21");
        story.does(story.task(measure, MeasureModel.DECIDE_ON_RESULT), Map.of("decision", "NOT_DONE", "reason", "одна школа не успела"));
        assertThat(story.schoolTasks(told, SchoolMeasureModel.PLACE_DOCUMENT)).isEmpty();
    }

    @Test
    void twoRoadMapsAskASchoolOnceAndTheEarlierDateHolds() {
        Told told = story.aDistrictOf(1);
        RoadMap district = story.approved(told, told.district(), null,
            documents("Документы района", CONFIRMED, OutcomeKind.CONCEPT_DOCUMENTS_PLACED, window("2021-03-01", "2021-04-15")));
        RoadMap region = story.approved(told, Place.region(told.region()), null,
            documents("Документы региона", CONFIRMED, OutcomeKind.CONCEPT_DOCUMENTS_PLACED, window("2021-03-01", "2021-04-10")));
        List<OpenTask> asked = story.schoolTasks(told, SchoolMeasureModel.PLACE_DOCUMENT);
        assertThat(asked).hasSize(1);
        assertThat(dueDay(asked.get(0))).isEqualTo("2021-04-10");

        story.asksForExtension(asked.get(0), "2021-04-12");
        OpenTask decision = story.task(story.measure(district, "Документы района"), MeasureModel.DECIDE_ON_EXTENSION);
        assertThat(decision.responsible()).as("the region's date would be passed")
            .isEqualTo(new Responsible(Role.REGIONAL_COORDINATOR, Place.region(told.region())));
        story.does(decision, Map.of("granted", "NO", "reason", "рано"));

        runs.closeAsNotDone(story.measure(district, "Документы района").id(), viewers.of(told.municipal()), "ведёт регион");
        assertThat(story.schoolTasks(told, SchoolMeasureModel.PLACE_DOCUMENT)).as("the region still asks").hasSize(1);
        assertThat(story.measure(region, "Документы региона").state()).isEqualTo(State.RUNNING);
    }

    @Test
    void onlyTheRegionGrantsADayBeyondItsOwnDate() {
        Told told = story.aDistrictOf(1);
        RoadMap district = story.approved(told, told.district(), null,
            documents("Документы района", CONFIRMED, OutcomeKind.CONCEPT_DOCUMENTS_PLACED, window("2021-03-01", "2021-03-25")));
        story.approved(told, Place.region(told.region()), null,
            documents("Документы региона", CONFIRMED, OutcomeKind.CONCEPT_DOCUMENTS_PLACED, window("2021-03-01", "2021-04-10")));
        story.asksForExtension(story.schoolTasks(told, SchoolMeasureModel.PLACE_DOCUMENT).get(0), "2021-04-05");
        OpenTask decision = story.task(story.measure(district, "Документы района"), MeasureModel.DECIDE_ON_EXTENSION);
        assertThat(decision.responsible().role()).as("the region's date is kept").isEqualTo(Role.MUNICIPAL_COORDINATOR);

        assertThatThrownBy(() -> story.does(decision, Map.of("granted", "YES", "until", "2021-04-11", "reason", "карантин")))
            .isInstanceOfSatisfying(Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo("roadmap.grant.higherDate"));
        story.does(decision, Map.of("granted", "YES", "until", "2021-04-10", "reason", "карантин"));
        assertThat(story.measure(district, "Документы района").extendedUntil()).isEqualTo("2021-04-10");
    }

    @Test
    void anExtensionMovesTheTask() {
        Told told = story.aDistrictOf(1);
        RoadMap map = story.approved(told, told.district(), null, fact("Семинар", window("2021-03-01", "2021-03-20")));
        Measure measure = story.measure(map, "Семинар");
        story.asksForExtension(story.task(measure, MeasureModel.REPORT_RESULT), "2021-03-31");
        OpenTask decision = story.task(measure, MeasureModel.DECIDE_ON_EXTENSION);
        assertThat(decision.responsible().role()).isEqualTo(Role.MUNICIPAL_COORDINATOR);
        story.does(decision, Map.of("granted", "YES", "until", "2021-03-28", "reason", "карантин"));
        assertThat(dueDay(story.task(measure, MeasureModel.REPORT_RESULT))).isEqualTo("2021-03-28");
        assertThat(story.measure(map, "Семинар").extendedUntil()).isEqualTo("2021-03-28");
        assertThat(story.instance(measure)).isWaitingAt("task_reportResult").hasPassed("end_extensionDecided");
    }

    @Test
    void aRequestThatWaitsIsWithdrawnWhenTheMeasureEnds() {
        Told told = story.aDistrictOf(1);
        RoadMap map = story.approved(told, told.district(), null, fact("Сделанное", window("2021-03-01", "2021-03-20")),
            fact("Отменённое", window("2021-03-01", "2021-03-20")), fact("Итоги", window("2021-12-01", "2021-12-20")));
        Measure done = story.measure(map, "Сделанное");
        Measure closed = story.measure(map, "Отменённое");
        List.of(done, closed).forEach(measure -> story.asksForExtension(story.task(measure, MeasureModel.REPORT_RESULT), "2021-03-31"));
        story.reports(done, "2021-03-05");
        runs.closeAsNotDone(closed.id(), viewers.of(told.municipal()), "отменено");
        assertThat(story.steps(done)).isEmpty();
        assertThat(story.steps(closed)).isEmpty();
        assertThat(story.instance(done)).isNull();
        assertThat(story.instance(closed)).isNull();
    }

    @Test
    void anAmendmentMovesTasksAndTimersStartsWhatIsNewAndEndsWhatItRemoves() {
        Told told = story.aDistrictOf(1);
        Row running = fact("Идущее", window("2021-03-01", "2021-03-20"));
        Row waiting = fact("Будущее", window("2021-05-01", "2021-05-20"));
        Row counted = measuresDone("Итог", 10, window("2021-03-01", "2021-12-20"));
        RoadMap map = story.approved(told, told.district(), null, running, waiting, counted, fact("Лишнее", window("2021-03-01", "2021-03-20")));
        Measure removed = story.measure(map, "Лишнее");
        var ended = story.instance(removed);
        story.amended(told, map, "объединено с другим", running.until("2021-03-01", "2021-04-20"), waiting.until("2021-06-01", "2021-06-20"),
            counted.until("2021-03-01", "2021-12-10"), fact("Новое", window("2021-03-01", "2021-03-25")));

        assertThat(dueDay(story.task(story.measure(map, "Идущее"), MeasureModel.REPORT_RESULT))).isEqualTo("2021-04-20");
        assertThat(story.task(story.measure(map, "Идущее"), MeasureModel.REPORT_RESULT).due().source()).contains("№ 104");
        assertThat(story.timerDay(story.measure(map, "Будущее").processInstanceId(), MeasureModel.START_TIMER)).isEqualTo("2021-06-01");
        assertThat(story.timerDay(story.measure(map, "Итог").processInstanceId(), MeasureModel.END_TIMER)).isEqualTo("2021-12-11");
        assertThat(story.timerDay(map.processInstanceId(), RoadMapModel.MONITORING_TIMER)).isEqualTo("2021-12-11");
        assertThat(story.steps(story.measure(map, "Новое"))).containsExactly(MeasureModel.REPORT_RESULT);
        assertThat(ended).isEnded().hasPassed("end_removed");
        assertThat(story.measure(map, "Лишнее").state()).isEqualTo(State.REMOVED);
        assertThat(story.steps(removed)).isEmpty();
        assertThat(story.instance(map)).hasPassed("service_startNewMeasures", "end_amended");
    }

    @Test
    void theCoordinatorEndsAMeasureAsNotDoneWithAReason() {
        Told told = story.aDistrictOf(1);
        RoadMap map = story.approved(told, told.district(), null, fact("Поездка", window("2021-03-01", "2021-03-20")), fact("Итоги", window("2021-12-01", "2021-12-20")));
        Measure measure = story.measure(map, "Поездка");
        var instance = story.instance(measure);
        var coordinator = viewers.of(told.municipal());
        assertThatThrownBy(() -> runs.closeAsNotDone(measure.id(), coordinator, " ")).isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> runs.closeAsNotDone(measure.id(), viewers.of(people.person()), "так")).isInstanceOf(NotYours.class);
        runs.closeAsNotDone(measure.id(), coordinator, "отменено");
        assertThat(instance).isEnded().hasPassed("service_withdrawClosed", "end_closedAsNotDone");
        assertThatThrownBy(() -> runs.closeAsNotDone(measure.id(), coordinator, "ещё раз")).isInstanceOf(Refusal.class);
    }

    @Test
    void aRoadMapIsCheckedMonitoredAndSignedByItsController() {
        Told told = story.aDistrictOf(1);
        long controller = people.appoint(Role.OBSERVER, Place.region(told.region()));
        RoadMap map = story.imported(told, told.district(), controller, fact("Первое", window("2021-03-01", "2021-03-20")),
            fact("Второе", window("2021-06-01", "2021-06-30")));
        OpenTask check = story.task(map, RoadMapModel.CHECK_MEASURES);
        assertThatThrownBy(() -> story.does(check, Map.of())).isInstanceOf(Refusal.class);
        story.approve(told, map, Map.of());
        RoadMap approved = roadMaps.roadMap(map.id());
        var instance = story.instance(approved);
        assertThat(instance).isWaitingAt("gateway_waiting").hasPassedInOrder("task_checkMeasures", "service_startMeasures");

        Instant overdueSince = Instant.parse("2021-03-21T10:00:00Z");
        assertThat(news.newsFor(told.region(), overdueSince.minus(Duration.ofDays(1)), overdueSince))
            .singleElement().satisfies(piece -> {
                assertThat(piece.personId()).isEqualTo(controller);
                assertThat(piece.text()).contains("Первое", "20.03.2021");
            });
        assertThat(news.newsFor(told.region(), overdueSince, overdueSince.plus(Duration.ofDays(1)))).as("told already").isEmpty();

        story.passTimer(approved.processInstanceId(), RoadMapModel.MONITORING_TIMER, "2021-07-01");
        assertThat(reports.frozen(map.id())).extracting(MonitoringReports.Frozen::on).contains(LocalDate.of(2021, 6, 30));
        OpenTask sign = story.task(approved, RoadMapModel.SIGN_CLOSING_REPORT);
        assertThat(sign.responsible()).isEqualTo(new Responsible(Role.OBSERVER, Place.region(told.region())));
        var another = viewers.of(people.appoint(Role.OBSERVER, Place.region(told.region())));
        assertThatThrownBy(() -> story.doesAs(another, sign, Map.of())).isInstanceOf(Refusal.class);
        story.doesAs(viewers.of(controller), sign, Map.of("remark", "Принято"));
        assertThat(instance).isEnded().hasPassed("service_freezeReport", "end_roadMapClosed");
        assertThat(roadMaps.roadMap(map.id()).closedAt()).isNotNull();
    }

    @Test
    void aRoadMapThatIsApprovedBeforeItsCheckOpensIsNotAskedAbout() {
        Told told = story.aDistrictOf(1);
        RoadMap map = story.prepared(told, told.district(), null, fact("Сразу", window("2021-03-01", "2021-03-20")));
        story.approveOnly(told, map, Map.of());
        var instance = story.instance(map);
        runs.startAll(map.id());
        Measure measure = story.measure(map, "Сразу");
        transactions.executeWithoutResult(status -> runs.end(map, List.of(measure), "объединено"));
        assertThat(story.instance(measure)).as("it had not come to its first step").isNull();
        story.run();
        assertThat(instance).isWaitingAt("gateway_waiting").hasNotPassed("task_checkMeasures");
    }

    @Test
    void aRoadMapEndsWithItsLastMeasureAndItsCoordinatorSignsWhereNobodyControls() {
        Told told = story.aDistrictOf(1);
        RoadMap map = story.approved(told, told.district(), null, fact("Единственное", window("2021-03-01", "2021-12-20")));
        var instance = story.instance(map);
        story.reports(story.measure(map, "Единственное"), "2021-03-05");
        assertThat(instance).isWaitingAt("task_signClosingReport").hasPassed("event_allMeasuresEnded").hasNotPassed("service_freezeReport");
        story.does(story.task(map, RoadMapModel.SIGN_CLOSING_REPORT), Map.of());
        assertThat(instance).isEnded();
        assertThat(reports.frozen(map.id())).singleElement().satisfies(frozen -> assertThat(frozen.on()).isEqualTo("2021-03-05"));
    }

    @Test
    @Order(Integer.MAX_VALUE)
    void theTracesTogetherCoverTheModels() {
        for (String key : List.of(MeasureModel.KEY, SchoolMeasureModel.KEY, RoadMapModel.KEY)) {
            FlowNodes nodes = FlowNodes.of(engine, key);
            assertThat(nodes.share()).as("%s missed %s", key, nodes.missed()).isGreaterThanOrEqualTo(0.95);
        }
    }
}
