package ru.marshrut.schoolyear.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.test.assertions.bpmn.AbstractAssertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.transaction.support.TransactionTemplate;
import ru.marshrut.audit.AuditTrail;
import ru.marshrut.audit.Subject;
import ru.marshrut.roadmap.OutcomeKind;
import ru.marshrut.roadmap.Outcomes;
import ru.marshrut.roadmap.Outcomes.Member;
import ru.marshrut.roadmap.Outcomes.Outcome;
import ru.marshrut.roadmap.process.MeasureStory;
import ru.marshrut.schoolyear.SchoolYear;
import ru.marshrut.schoolyear.SchoolYear.Status;
import ru.marshrut.schoolyear.SchoolYears;
import ru.marshrut.schoolyear.Stage;
import ru.marshrut.schoolyear.StageCourse;
import ru.marshrut.schoolyear.YearEnds;
import ru.marshrut.schoolyear.YearEngine;
import ru.marshrut.schoolyear.process.YearStory.Told;
import ru.marshrut.shared.NotYours;
import ru.marshrut.shared.Refusal;
import ru.marshrut.territory.Place;
import ru.marshrut.territory.Populations;
import ru.marshrut.territory.Role;
import ru.marshrut.testing.FlowNodes;
import ru.marshrut.work.OpenTask;
import ru.marshrut.work.Responsible;

/** The ways of a year through its umbrella; what happens inside of the stages is told by their own tests. */
@SpringBootTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class SchoolYearProcessTest {

    @Autowired
    YearStory story;
    @Autowired
    YearCourse course;
    @Autowired
    StagesUnderway underway;
    @Autowired
    MeasureStory measures;
    @Autowired
    SchoolYears years;
    @Autowired
    StageCourse stages;
    @Autowired
    YearEnds ends;
    @Autowired
    YearEngine yearEngine;
    @Autowired
    Outcomes outcomes;
    @Autowired
    Populations populations;
    @Autowired
    AuditTrail audit;
    @Autowired
    ProcessEngine engine;
    @Autowired
    TransactionTemplate transactions;

    private String deployment;

    @BeforeAll
    void stagesWaitUntilTheyAreToldToEnd() {
        deployment = course.replaceStages();
    }

    @AfterAll
    void theRealStagesAreBack() {
        engine.getRepositoryService().deleteDeployment(deployment, true);
    }

    @BeforeEach
    void assertionsUseThisEngine() {
        AbstractAssertions.init(engine);
        story.itIs("2021-02-01");
    }

    @Test
    void aYearGoesThroughItsStagesToItsEnd() {
        Told told = story.aSchool();
        SchoolYear year = course.begun(told);
        ProcessInstance instance = course.instance(year);
        assertThat(instance).isWaitingAt("call_riskProfile");
        ProcessInstance profile = course.stage(year, "risk-profile", String.valueOf(year.id()));
        assertThat(profile.getTenantId()).isEqualTo("region-" + told.region());
        assertThat(engine.getRuntimeService().getVariables(profile.getId())).containsOnly(Map.entry("tenantId", "region-" + told.region()),
            Map.entry("schoolId", told.school()));

        course.ends(year, "risk-profile");
        assertThat(instance).isWaitingAtExactly("call_curatorVisits", "call_conceptDocuments", "timer_firstStageOpens", "timer_secondStageOpens",
            "gateway_waitForReview");
        assertThat(course.timerDay(year, SchoolYearModel.FIRST_STAGE_TIMER)).as("nobody dates it").isEqualTo("2021-05-15");
        assertThat(course.timerDay(year, SchoolYearModel.YEAR_TIMER)).isEqualTo("2022-01-01");

        story.passesUntil(told, "2021-05-16");
        ProcessInstance first = course.stage(year, "monitoring-stage", year.id() + "-1");
        assertThat(engine.getRuntimeService().getVariable(first.getId(), "stage")).isEqualTo(1);
        peerReviewHeld(told, "2021-09-20");
        await().untilAsserted(() -> assertThat(story.standing(year, Stage.PEER_REVIEW).doneOn()).isEqualTo("2021-09-20"));
        story.passesUntil(told, "2021-10-02");
        assertThat(course.stages(year)).as("a missed stage blocks no later one").contains(year.id() + "-1", year.id() + "-2");
        course.ends(year, "monitoring-stage", year.id() + "-2");
        course.ends(year, "monitoring-stage", year.id() + "-1");
        course.ends(year, "concept-documents");
        course.ends(year, "curator-visits");

        assertThat(instance).isWaitingAt("task_markPositiveChanges").hasPassed("event_peerReviewHeld").hasNotPassed("timer_yearOver");
        assertThat(story.standing(year, Stage.POSITIVE_CHANGES).openedOn()).isEqualTo("2021-10-02");
        for (Stage stage : Stage.values()) {
            if (stage != Stage.POSITIVE_CHANGES) {
                stages.done(year.id(), stage, LocalDate.of(2021, 10, 2));
            }
        }
        marked(year);
        assertThat(course.hasEndedWith(year, "end_yearCompleted")).isTrue();
        assertThat(years.get(year.id()).status()).isEqualTo(Status.COMPLETED);
        assertThat(facts(year)).contains("Год школы начат 01.02.2021", "Все этапы года завершены 02.10.2021");
    }

    @Test
    void aPeerReviewThatIsOverIsNotWaitedForAndItsOutcomeIsToldOnce() {
        Told told = story.aSchool();
        SchoolYear year = course.begun(told);
        peerReviewHeld(told, "2021-02-01");
        await().untilAsserted(() -> assertThat(story.standing(year, Stage.PEER_REVIEW).doneOn()).isEqualTo("2021-02-01"));
        course.ends(year, "risk-profile");
        assertThat(course.instance(year)).hasPassed("gateway_reviewOver").hasNotPassed("gateway_waitForReview");
    }

    @Test
    void aYearWithoutPeerReviewIsClosedWhenItIsOver() {
        Told told = story.aSchool();
        SchoolYear year = course.begun(told);
        course.ends(year, "risk-profile");
        story.passesUntil(told, "2022-01-02");
        assertThat(course.instance(year)).hasPassed("timer_yearOver");
        course.ends(year, "monitoring-stage", year.id() + "-1");
        course.ends(year, "monitoring-stage", year.id() + "-2");
        course.ends(year, "concept-documents");
        course.ends(year, "curator-visits");
        for (Stage stage : Stage.values()) {
            if (stage != Stage.PEER_REVIEW && stage != Stage.POSITIVE_CHANGES) {
                stages.done(year.id(), stage, LocalDate.of(2021, 12, 20));
            }
        }
        marked(year);
        assertThat(years.get(year.id()).status()).isEqualTo(Status.CLOSED);
        assertThat(years.get(year.id()).endReason()).contains("Взаимоэкспертиза");
    }

    @Test
    void aSchoolLeavesAndItsWorkIsWithdrawnWhereverItStands() {
        Told told = story.aSchool();
        SchoolYear year = course.begun(told);
        course.ends(year, "risk-profile");
        story.passesUntil(told, "2021-05-16");
        assertThatThrownBy(() -> ends.leave(story.viewer(told.curator()), year.id(), "так")).isInstanceOf(NotYours.class);
        assertThatThrownBy(() -> ends.leave(story.viewer(told.municipal()), year.id(), " ")).isInstanceOf(Refusal.class);
        ends.leave(story.viewer(told.municipal()), year.id(), "приказ № 12");
        assertThat(course.hasEndedWith(year, "end_schoolLeft")).isTrue();
        SchoolYear left = years.get(year.id());
        assertThat(left.status()).isEqualTo(Status.LEFT);
        assertThat(left.endedOn()).isEqualTo("2021-05-16");
        assertThat(populations.within(Place.region(told.region()), YearStory.YEAR, LocalDate.of(2021, 5, 16), java.time.Instant.parse("2030-01-01T00:00:00Z"))
            .schools()).as("no longer counted").isEmpty();
        assertThatThrownBy(() -> ends.leave(story.viewer(told.municipal()), year.id(), "ещё раз")).isInstanceOf(Refusal.class);
        assertThat(facts(year)).contains("Школа вышла из проекта 16.05.2021");
    }

    @Test
    void aYearThatHasJustBegunCanBeLeftAtOnce() {
        Told told = story.aSchool();
        course.takePart(told, told.school());
        SchoolYear year = course.startedOnly(told);
        ends.leave(story.viewer(told.municipal()), year.id(), "приказ № 12");
        assertThat(course.instance(year)).isNull();
    }

    @Test
    void aSchoolIsMergedWithAnotherThatGoesOn() {
        Told told = story.aSchool();
        long other = course.anotherSchool(told);
        course.takePart(told, told.school(), other);
        SchoolYear year = course.begunByRegion(told);
        SchoolYear goesOn = years.of(other, YearStory.YEAR).orElseThrow();
        Told elsewhere = story.aSchool();
        assertThatThrownBy(() -> ends.merge(story.viewer(told.regional()), year.id(), elsewhere.school(), "приказ № 3")).isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> ends.merge(story.viewer(told.regional()), year.id(), told.school(), "приказ № 3")).isInstanceOf(Refusal.class);
        ends.merge(story.viewer(told.regional()), year.id(), other, "приказ № 3");
        assertThat(course.hasEndedWith(year, "end_schoolMerged")).isTrue();
        assertThat(years.get(year.id()).status()).isEqualTo(Status.MERGED);
        assertThat(years.get(year.id()).mergedInto()).isEqualTo(other);
        assertThat(course.instance(goesOn)).isWaitingAt("call_riskProfile");
        assertThat(years.historyOf(told.school())).as("stays readable").hasSize(1);
    }

    @Test
    void theCoordinatorClosesYearsWithMissingStages() {
        Told told = story.aSchool();
        SchoolYear year = course.begun(told);
        stages.done(year.id(), Stage.SURVEY, LocalDate.of(2021, 2, 1));
        assertThatThrownBy(() -> ends.close(story.viewer(told.municipal()), List.of(year.id()), "")).isInstanceOf(Refusal.class);
        ends.close(story.viewer(told.municipal()), List.of(year.id()), "школа реорганизуется");
        assertThat(course.hasEndedWith(year, "end_yearClosed")).isTrue();
        assertThat(years.get(year.id()).status()).isEqualTo(Status.CLOSED);
        assertThat(facts(year)).contains("Год закрыт 01.02.2021, незавершённых этапов: 10");
    }

    @Test
    void aMonitoringStageIsOpenedAgainBesideTheRestOfTheYear() {
        Told told = story.aSchool();
        SchoolYear year = course.begun(told);
        course.ends(year, "risk-profile");
        story.passesUntil(told, "2021-05-16");
        course.ends(year, "monitoring-stage", year.id() + "-1");
        yearEngine.reopenStage(year.id(), Stage.MONITORING_1);
        story.run();
        ProcessInstance again = course.stage(year, "monitoring-stage", year.id() + "-1");
        assertThat(engine.getRuntimeService().getVariable(again.getId(), "stage")).isEqualTo(1);
        assertThat(again.getTenantId()).isEqualTo("region-" + told.region());
        course.ends(year, "monitoring-stage", year.id() + "-1");
        assertThat(course.instance(year)).hasPassed("end_stageCompletedAgain").isWaitingAt("timer_secondStageOpens");
    }

    /** Seed 003, row 29: until 30 December. */
    @Test
    void moreTimeForTheLastStepIsTheMunicipalitysToGiveAndBeyondTheRegionsDateTheRegions() {
        story.itIs("2021-03-05");
        Told told = story.aSchool();
        measures.approved(course.toldToMeasures(told), Place.region(told.region()), null, MeasureStory.documents("Позитивные изменения",
            "Отмечены у школ", OutcomeKind.POSITIVE_CHANGES, MeasureStory.window("2021-12-01", "2021-12-20")));
        SchoolYear year = course.begun(told);
        course.ends(year, "risk-profile");
        engine.getRuntimeService().createProcessInstanceModification(course.instance(year).getId())
            .startBeforeActivity("service_openPositiveChanges").execute();
        OpenTask task = story.task(year, SchoolYearModel.MARK_POSITIVE_CHANGES);
        assertThat(task.due().day(YearStory.MOSCOW)).isEqualTo("2021-12-20");
        assertThat(task.responsible()).isEqualTo(new Responsible(Role.CURATOR, Place.school(told.school())));

        story.asksForExtension(task, "2021-12-25");
        OpenTask decision = story.task(year, SchoolYearModel.DECIDE_ON_EXTENSION);
        assertThat(decision.responsible()).as("the region's date would be passed").isEqualTo(new Responsible(Role.REGIONAL_COORDINATOR, Place.region(told.region())));
        assertThat(decision.context()).contains("Позитивные изменения");
        story.does(decision, Map.of("granted", "YES", "until", "2021-12-24", "reason", "учебный год"));
        OpenTask moved = story.task(year, SchoolYearModel.MARK_POSITIVE_CHANGES);
        assertThat(moved.due().day(YearStory.MOSCOW)).isEqualTo("2021-12-24");
        assertThat(moved.due().source()).contains("продление до 24.12.2021");
        assertThat(facts(year)).contains("Срок этапа «Позитивные изменения» продлён до 24.12.2021");

        story.asksForExtension(moved, "2021-12-27");
        story.does(year, SchoolYearModel.DECIDE_ON_EXTENSION, Map.of("granted", "NO", "reason", "больше нельзя"));
        assertThat(story.standing(year, Stage.POSITIVE_CHANGES).extendedUntil()).isEqualTo("2021-12-24");
    }

    @Test
    @Order(Integer.MAX_VALUE)
    void theTracesTogetherCoverTheModel() {
        FlowNodes nodes = FlowNodes.of(engine, SchoolYearModel.KEY);
        assertThat(nodes.share()).as("missed %s", nodes.missed()).isGreaterThanOrEqualTo(0.95);
    }

    private void peerReviewHeld(Told told, String on) {
        transactions.executeWithoutResult(status -> outcomes.record(List.of(new Outcome(OutcomeKind.PEER_REVIEW_DONE,
            Member.school(told.school(), told.region()), YearStory.YEAR, null, LocalDate.parse(on), true))));
    }

    private void marked(SchoolYear year) {
        underway.marks(year, "YES");
    }

    private List<String> facts(SchoolYear year) {
        return audit.about(Subject.of(SchoolYears.SUBJECT, year.id())).stream().map(entry -> entry.text()).toList();
    }
}
