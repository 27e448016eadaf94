package ru.marshrut.expertise.process;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.Assertions;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.test.assertions.bpmn.AbstractAssertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import ru.marshrut.expertise.Appeal;
import ru.marshrut.expertise.Appeals;
import ru.marshrut.expertise.Assignments;
import ru.marshrut.expertise.CheckCourse;
import ru.marshrut.expertise.Checks;
import ru.marshrut.expertise.Expertise.Status;
import ru.marshrut.expertise.Expertises;
import ru.marshrut.expertise.Part;
import ru.marshrut.expertise.Results;
import ru.marshrut.expertise.SampledSchool;
import ru.marshrut.expertise.Samples;
import ru.marshrut.expertise.SchoolCheck;
import ru.marshrut.expertise.appeals.About;
import ru.marshrut.expertise.appeals.SchoolAppeals;
import ru.marshrut.expertise.experts.Reassignments;
import ru.marshrut.expertise.process.ExpertiseStory.Taught;
import ru.marshrut.expertise.process.ExpertiseStory.Told;
import ru.marshrut.expertise.sample.SampleChanges;
import ru.marshrut.schoolyear.process.YearStory;
import ru.marshrut.shared.NotYours;
import ru.marshrut.shared.Refusal;
import ru.marshrut.testing.FlowNodes;
import ru.marshrut.work.FormInput;
import ru.marshrut.work.OpenTask;
import ru.marshrut.work.Tasks;

/** The ways of an expertise and of a school in it, each as a trace through the models. */
@SpringBootTest
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ExpertiseProcessTest {

    @Autowired
    ExpertiseStory story;
    @Autowired
    YearStory years;
    @Autowired
    Expertises expertises;
    @Autowired
    Samples samples;
    @Autowired
    SampleChanges changes;
    @Autowired
    Assignments assignments;
    @Autowired
    Reassignments reassignments;
    @Autowired
    Checks checks;
    @Autowired
    Results results;
    @Autowired
    CheckCourse course;
    @Autowired
    SchoolAppeals appeals;
    @Autowired
    Appeals answered;
    @Autowired
    Tasks tasks;
    @Autowired
    ProcessEngine engine;

    @BeforeEach
    void assertionsOfThisEngine() {
        AbstractAssertions.init(engine);
    }

    @Test
    void oneExpertChecksEachSchoolAndTheResultIsReleasedAndClosed() {
        Told told = story.completed(story.aRegion(1, 2, 2));
        told = story.opened(told, story.terms(told));
        ProcessInstance instance = story.instance(told);
        assertThat(instance).hasPassed("service_drawSample").isWaitingAt(ExpertiseModel.APPROVE_SAMPLE);
        Assertions.assertThat(story.expertise(told).decisions()).isNotNull();
        OpenTask approval = story.task(told, ExpertiseModel.APPROVE_SAMPLE);
        Assertions.assertThat(approval.due().day(YearStory.MOSCOW)).as("five working days, the 4th and 5th of November are off").isEqualTo("2021-11-10");
        story.approved(told);
        assertThat(instance).hasPassed("service_assignExperts").isWaitingAt("call_schoolExpertise", ExpertiseModel.SCORE_ORGANISATION);
        Assertions.assertThat(story.expertise(told).status()).isEqualTo(Status.CHECKING);
        Taught school = told.school(0);
        ProcessInstance check = story.instance(told, school);
        OpenTask task = story.task(told, school, SchoolExpertiseModel.CHECK_SCHOOL);
        Assertions.assertThat(task.due().day(YearStory.MOSCOW)).isEqualTo(ExpertiseStory.UNTIL);
        Assertions.assertThat(told.experts()).contains(task.onlyFor());
        story.checked(told, school, 2);
        assertThat(check).hasPassedInOrder("start_schoolTaken", "service_openSchool", SchoolExpertiseModel.CHECK_SCHOOL, "service_compareScores")
            .isWaitingAt(SchoolExpertiseModel.ACCEPT_CHECK);
        story.accepts(told, school);
        assertThat(check).hasPassed("service_settleScores", "end_schoolScored").isEnded();
        Assertions.assertThat(samples.get(story.sampled(told, school).id()).settledAt()).isNotNull();

        story.scored(told, 2);
        assertThat(instance).hasPassed("service_gatherResult").isWaitingAt(ExpertiseModel.RELEASE_RESULT);
        Assertions.assertThat(story.expertise(told).status()).isEqualTo(Status.RELEASING);
        story.released(told);
        Assertions.assertThat(story.expertise(told).status()).isEqualTo(Status.RELEASED);
        assertThat(instance).isWaitingAt(ExpertiseModel.APPEALS_TIMER);
        story.passesUntil(told, "2021-11-13");
        assertThat(instance).hasPassedInOrder("service_releaseResult", ExpertiseModel.APPEALS_TIMER, "service_lockResult", "end_resultLocked").isEnded();
        Assertions.assertThat(story.expertise(told).status()).isEqualTo(Status.LOCKED);
    }

    @Test
    void twoExpertsWhoDifferByMoreThanTheStepAreSettledByAThird() {
        Told told = story.checking(1, 3, 2);
        Taught school = told.school(0);
        ProcessInstance check = story.instance(told, school);
        List<Long> experts = story.checks(told, school).stream().map(SchoolCheck::expertId).toList();
        story.does(story.task(told, school, SchoolExpertiseModel.CHECK_SCHOOL, experts.get(0)), story.scores(told, 0));
        assertThat(check).isWaitingAt(SchoolExpertiseModel.CHECK_SCHOOL);
        story.does(story.task(told, school, SchoolExpertiseModel.CHECK_SCHOOL, experts.get(1)), story.scores(told, 2));
        assertThat(check).hasPassed("service_appointThird").hasNotPassed(SchoolExpertiseModel.APPOINT_THIRD).isWaitingAt(SchoolExpertiseModel.SETTLE_DISPUTE);
        OpenTask third = story.task(told, school, SchoolExpertiseModel.SETTLE_DISPUTE);
        Assertions.assertThat(experts).doesNotContain(third.onlyFor());
        story.does(third, story.scores(told, 1));
        story.accepts(told, school);
        assertThat(check).isEnded();
    }

    @Test
    void whereNoThirdExpertIsFoundTheCoordinatorChoosesOne() {
        Told told = story.checking(1, 2, 2);
        Taught school = told.school(0);
        ProcessInstance check = story.instance(told, school);
        List<Long> experts = story.checks(told, school).stream().map(SchoolCheck::expertId).toList();
        story.does(story.task(told, school, SchoolExpertiseModel.CHECK_SCHOOL, experts.get(0)), story.scores(told, 0));
        story.does(story.task(told, school, SchoolExpertiseModel.CHECK_SCHOOL, experts.get(1)), story.scores(told, 2));
        assertThat(check).isWaitingAt(SchoolExpertiseModel.APPOINT_THIRD);
        OpenTask choice = story.task(told, school, SchoolExpertiseModel.APPOINT_THIRD);
        refused("expert", () -> story.does(choice, Map.of("expert", "")));
        refused("expert", () -> story.does(choice, Map.of("expert", String.valueOf(experts.get(0)))));
        long late = story.anotherExpert(told);
        story.does(choice, Map.of("expert", String.valueOf(late)));
        Assertions.assertThat(story.task(told, school, SchoolExpertiseModel.SETTLE_DISPUTE).onlyFor()).isEqualTo(late);
    }

    @Test
    void aCheckThatIsSentBackIsReworkedAndComparedAgain() {
        Told told = story.checking(1, 1, 1);
        Taught school = told.school(0);
        ProcessInstance check = story.instance(told, school);
        story.checked(told, school, 1);
        story.itIs("2021-11-18");
        story.does(told, school, SchoolExpertiseModel.ACCEPT_CHECK, Map.of("accepted", "NO", "check", "1", "comment", "Поясните баллы"));
        assertThat(check).isWaitingAt(SchoolExpertiseModel.REWORK_CHECK);
        OpenTask rework = story.task(told, school, SchoolExpertiseModel.REWORK_CHECK);
        Assertions.assertThat(rework.due().day(YearStory.MOSCOW)).as("nobody is late with what he was given just now").isEqualTo("2021-11-25");
        story.does(rework, story.scores(told, 2));
        assertThat(check).isWaitingAt(SchoolExpertiseModel.ACCEPT_CHECK);
        story.accepts(told, school);
        assertThat(check).isEnded();
    }

    @Test
    void aLaterDayMovesTheTaskAndTheCheckTogether() {
        Told told = story.checking(1, 1, 1);
        Taught school = told.school(0);
        OpenTask task = story.task(told, school, SchoolExpertiseModel.CHECK_SCHOOL);
        tasks.requestExtension(task.id(), story.viewer(task.onlyFor()), LocalDate.parse("2021-11-30"), "Болезнь");
        story.run();
        assertThat(story.instance(told, school)).isWaitingAt(SchoolExpertiseModel.CHECK_SCHOOL, SchoolExpertiseModel.DECIDE_ON_EXTENSION);
        OpenTask decision = story.task(told, school, SchoolExpertiseModel.DECIDE_ON_EXTENSION);
        refused("until", () -> story.does(decision, Map.of("granted", "YES", "until", "2021-11-15", "reason", "Пусть")));
        story.does(decision, Map.of("granted", "YES", "until", "2021-11-26", "reason", "Болезнь подтверждена"));
        Assertions.assertThat(story.checks(told, school).get(0).until()).isEqualTo("2021-11-26");
        Assertions.assertThat(story.task(told, school, SchoolExpertiseModel.CHECK_SCHOOL).due().day(YearStory.MOSCOW)).isEqualTo("2021-11-26");

        tasks.requestExtension(task.id(), story.viewer(task.onlyFor()), LocalDate.parse("2021-12-10"), "Ещё раз");
        story.run();
        OpenTask again = story.task(told, school, SchoolExpertiseModel.DECIDE_ON_EXTENSION);
        story.checked(told, school, 2);
        story.does(again, Map.of("granted", "YES", "until", "2021-12-10", "reason", "Уже проверено"));
        Assertions.assertThat(story.checks(told, school).get(0).until()).as("what is done has no later day").isEqualTo("2021-11-26");
    }

    @Test
    void aRefusedExtensionChangesNothing() {
        Told told = story.checking(1, 1, 1);
        Taught school = told.school(0);
        OpenTask task = story.task(told, school, SchoolExpertiseModel.CHECK_SCHOOL);
        tasks.requestExtension(task.id(), story.viewer(task.onlyFor()), LocalDate.parse("2021-11-30"), "Болезнь");
        story.run();
        story.does(told, school, SchoolExpertiseModel.DECIDE_ON_EXTENSION, Map.of("granted", "NO", "until", "", "reason", "Времени довольно"));
        Assertions.assertThat(story.checks(told, school).get(0).until()).isEqualTo(ExpertiseStory.UNTIL);
        Assertions.assertThat(story.openSteps(told, school)).containsExactly(SchoolExpertiseModel.CHECK_SCHOOL);
    }

    @Test
    void theCheckOfAnotherExpertIsHandedOver() {
        Told told = story.checking(1, 2, 1);
        Taught school = told.school(0);
        SchoolCheck check = story.checks(told, school).get(0);
        long other = told.experts().stream().filter(expert -> expert != check.expertId()).findFirst().orElseThrow();
        reassignments.reassign(story.viewer(told.regional()), told.expertise(), check.id(), other, "Заболел");
        Assertions.assertThat(story.task(told, school, SchoolExpertiseModel.CHECK_SCHOOL).onlyFor()).isEqualTo(other);
        story.checked(told, school, 2);
        Assertions.assertThat(story.openSteps(told, school)).containsExactly(SchoolExpertiseModel.ACCEPT_CHECK);
    }

    @Test
    void schoolsThatAreExcludedEndTheirChecksAndTheExpertiseGoesOn() {
        Told told = story.checking(2, 1, 1);
        ProcessInstance instance = story.instance(told);
        ProcessInstance first = story.instance(told, told.school(0));
        exclude(told, told.school(0));
        assertThat(first).hasPassed("end_schoolExcluded").isEnded();
        assertThat(instance).isWaitingAt("call_schoolExpertise", ExpertiseModel.SCORE_ORGANISATION);
        exclude(told, told.school(1));
        Assertions.assertThat(story.openSteps(told)).containsExactly(ExpertiseModel.SCORE_ORGANISATION);
        story.does(told, ExpertiseModel.SCORE_ORGANISATION, story.organisation(told, 1));
        assertThat(instance).isWaitingAt(ExpertiseModel.RELEASE_RESULT);
    }

    @Test
    void aSchoolThatIsExcludedBeforeItsCheckBeginsIsNotChecked() {
        Told told = story.completed(story.aRegion(1, 2, 1));
        told = story.opened(told, story.terms(told));
        story.does(told, ExpertiseModel.APPROVE_SAMPLE, Map.of());
        OpenTask approval = story.task(told, ExpertiseModel.APPROVE_ASSIGNMENTS);
        tasks.complete(approval.id(), story.viewer(told.regional()), FormInput.EMPTY);
        story.checksAreCalled(told);
        exclude(told, told.school(0));
        story.run();
        Assertions.assertThat(story.openSteps(told, told.school(0))).isEmpty();
        Assertions.assertThat(story.openSteps(told, told.school(1))).containsExactly(SchoolExpertiseModel.CHECK_SCHOOL);
    }

    @Test
    void aCancelledExpertiseWithdrawsAllItsTasksAndLeavesRoomForAnother() {
        Told told = story.checking(2, 1, 1);
        ProcessInstance instance = story.instance(told);
        assertThatThrownBy(() -> expertises.cancel(story.viewer(told.experts().get(0)), told.expertise(), "Не моё")).isInstanceOf(NotYours.class);
        refused("reason", () -> expertises.cancel(story.viewer(told.regional()), told.expertise(), " "));
        expertises.cancel(story.viewer(told.regional()), told.expertise(), "Ошибка в сроках");
        assertThat(instance).hasPassed("end_expertiseCancelled").isEnded();
        Assertions.assertThat(story.openTasks(told)).isEmpty();
        Assertions.assertThat(story.expertise(told).cancelledReason()).isEqualTo("Ошибка в сроках");
        Told again = story.opened(told, story.terms(told));
        Assertions.assertThat(story.openSteps(again)).containsExactly(ExpertiseModel.APPROVE_SAMPLE);
        Told third = again;
        refused("stage", () -> expertises.open(story.viewer(told.regional()), story.terms(third)));
    }

    @Test
    void anExpertiseCanBeCancelledBeforeItsFirstStep() {
        Told told = story.completed(story.aRegion(1, 1, 1));
        story.itIs(ExpertiseStory.OPENED);
        long id = expertises.open(story.viewer(told.regional()), story.terms(told));
        expertises.cancel(story.viewer(told.regional()), id, "Открыта по ошибке");
        story.run();
        Assertions.assertThat(story.openTasks(told.with(id))).isEmpty();
    }

    @Test
    void anAppealThatIsOpenAtTheLastDayIsAnsweredBeforeTheResultIsClosed() {
        Told told = story.released(story.scored(story.checking(1, 1, 1), 1));
        Taught school = told.school(0);
        ProcessInstance instance = story.instance(told);
        SampledSchool sampled = story.sampled(told, school);
        long criterion = story.rubric(told).of(Part.CONTENT).get(1).id();
        long appealId = appeals.file(story.viewer(story.coordinator(school)), sampled.id(), new About(About.Kind.SCORE, criterion), "Показатели названы в приложении");
        OpenTask answer = story.task(told, ExpertiseModel.ANSWER_APPEAL);
        Assertions.assertThat(answer.onlyFor()).isEqualTo(story.checks(told, school).get(0).expertId());
        story.passesUntil(told, "2021-11-20");
        assertThat(instance).hasPassed(ExpertiseModel.APPEALS_TIMER).isWaitingAt(ExpertiseModel.ANSWER_APPEAL);
        Assertions.assertThat(story.expertise(told).status()).isEqualTo(Status.RELEASED);
        story.does(answer, Map.of("decision", "CHANGE", "points", "2", "answer", "Согласен"));
        assertThat(instance).hasPassed("end_appealAnswered", "end_resultLocked").isEnded();
        Appeal appeal = answered.get(appealId);
        Assertions.assertThat(appeal.pointsAfter()).isEqualTo(2);
    }

    @Test
    void eachDelegateMayRunTwice() {
        Told told = story.completed(story.aRegion(1, 2, 2));
        told = story.opened(told, story.terms(told));
        List<Long> drawn = story.sample(told).stream().map(SampledSchool::id).toList();
        samples.draw(told.expertise());
        Assertions.assertThat(story.sample(told)).extracting(SampledSchool::id).isEqualTo(drawn);
        story.does(told, ExpertiseModel.APPROVE_SAMPLE, Map.of());
        List<SchoolCheck> given = story.checks(told, told.school(0));
        assignments.assign(told.expertise());
        Assertions.assertThat(story.checks(told, told.school(0))).isEqualTo(given);
        story.does(told, ExpertiseModel.APPROVE_ASSIGNMENTS, Map.of());
        SampledSchool sampled = story.sampled(told, told.school(0));
        Assertions.assertThat(course.begin(sampled.id(), sampled.processInstanceId())).isTrue();
        story.scored(told, 2);
        var scores = checks.scoresOf(drawn);
        drawn.forEach(checks::settle);
        Assertions.assertThat(checks.scoresOf(drawn)).isEqualTo(scores);
        expertises.reached(told.expertise(), Status.RELEASING);
        story.released(told);
        var released = story.expertise(told);
        results.release(told.expertise());
        Assertions.assertThat(story.expertise(told)).isEqualTo(released);
        story.passesUntil(told, "2021-11-20");
        var locked = story.expertise(told);
        results.lock(told.expertise());
        Assertions.assertThat(story.expertise(told)).isEqualTo(locked);
    }

    @Test
    void whatCannotBeMeantIsRefusedByItsField() {
        Told told = story.aRegion(1, 1, 1);
        story.itIs(ExpertiseStory.OPENED);
        var terms = story.terms(told);
        assertThatThrownBy(() -> expertises.open(story.viewer(told.school(0).municipal()), terms)).isInstanceOf(NotYours.class);
        refused("year", () -> open(told, new Expertises.Terms(told.region(), 2030, 2, null, terms.sampleRule(), 10, false, null, 1, 1, terms.checkUntil(), 10)));
        refused("stage", () -> open(told, new Expertises.Terms(told.region(), terms.year(), 3, null, terms.sampleRule(), 10, false, null, 1, 1, terms.checkUntil(), 10)));
        refused("rubric", () -> open(told, new Expertises.Terms(told.region(), terms.year(), 2, -1L, terms.sampleRule(), 10, false, null, 1, 1, terms.checkUntil(), 10)));
        refused("sampleSize", () -> open(told, new Expertises.Terms(told.region(), terms.year(), 2, null, terms.sampleRule(), 101, false, null, 1, 1, terms.checkUntil(), 10)));
        refused("expertsPerSchool", () -> open(told, new Expertises.Terms(told.region(), terms.year(), 2, null, terms.sampleRule(), 10, false, null, 3, 1, terms.checkUntil(), 10)));
        refused("checkUntil", () -> open(told, new Expertises.Terms(told.region(), terms.year(), 2, null, terms.sampleRule(), 10, false, null, 1, 1, LocalDate.parse("2021-10-31"), 10)));
        refused("appealDays", () -> open(told, new Expertises.Terms(told.region(), terms.year(), 2, null, terms.sampleRule(), 10, false, null, 1, 1, terms.checkUntil(), 0)));
    }

    @Test
    @Order(Integer.MAX_VALUE)
    void everyFlowNodeWasPassed() {
        Assertions.assertThat(FlowNodes.of(engine, ExpertiseModel.KEY).missed()).isEmpty();
        Assertions.assertThat(FlowNodes.of(engine, SchoolExpertiseModel.KEY).missed()).isEmpty();
    }

    private long open(Told told, Expertises.Terms terms) {
        return expertises.open(story.viewer(told.regional()), terms);
    }

    private void exclude(Told told, Taught school) {
        changes.exclude(story.viewer(told.regional()), told.expertise(), story.sampled(told, school).id(), "Школа закрыта на ремонт");
        story.run();
    }

    private static void refused(String field, Runnable step) {
        assertThatThrownBy(step::run).isInstanceOfSatisfying(Refusal.class, refusal -> Assertions.assertThat(refusal.field()).isEqualTo(field));
    }
}
