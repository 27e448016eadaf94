package ru.marshrut.schoolyear.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;
import static ru.marshrut.schoolyear.process.MonitoringStory.COMMENT;
import static ru.marshrut.schoolyear.process.MonitoringStory.confirmed;
import static ru.marshrut.schoolyear.process.MonitoringStory.done;
import static ru.marshrut.schoolyear.process.MonitoringStory.reported;
import static ru.marshrut.schoolyear.process.MonitoringStory.returned;
import static ru.marshrut.schoolyear.process.MonitoringStory.with;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
import org.springframework.jdbc.core.simple.JdbcClient;
import ru.marshrut.audit.AuditTrail;
import ru.marshrut.audit.Subject;
import ru.marshrut.documents.SlotRulesSource;
import ru.marshrut.notification.ReturnReasons;
import ru.marshrut.schoolyear.SchoolYear;
import ru.marshrut.schoolyear.SchoolYears;
import ru.marshrut.schoolyear.Stage;
import ru.marshrut.schoolyear.StageStanding;
import ru.marshrut.schoolyear.monitoring.MeasureStanding;
import ru.marshrut.schoolyear.monitoring.Monitoring;
import ru.marshrut.schoolyear.monitoring.MonitoringFiles;
import ru.marshrut.schoolyear.monitoring.MonitoringResults;
import ru.marshrut.schoolyear.monitoring.MonitoringResults.Result;
import ru.marshrut.schoolyear.monitoring.MonitoringResults.Row;
import ru.marshrut.schoolyear.process.YearStory.Told;
import ru.marshrut.shared.NotYours;
import ru.marshrut.shared.Refusal;
import ru.marshrut.testing.FlowNodes;
import ru.marshrut.testing.MadePeople;
import ru.marshrut.testing.ModelMigration;
import ru.marshrut.work.OpenTask;

/** The ways of a monitoring stage, each as a trace through the model. */
@SpringBootTest
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class MonitoringProcessTest {

    private static final Stage ONE = Stage.MONITORING_1;
    private static final Stage TWO = Stage.MONITORING_2;
    private static final String RISK = "risk-motivation";

    @Autowired
    YearStory story;
    @Autowired
    MonitoringStory school;
    @Autowired
    MadePeople people;
    @Autowired
    Monitoring monitoring;
    @Autowired
    MonitoringResults results;
    @Autowired
    List<ReturnReasons> returnReasons;
    @Autowired
    List<SlotRulesSource> rules;
    @Autowired
    AuditTrail audit;
    @Autowired
    ProcessEngine engine;
    @Autowired
    ModelMigration migration;
    @Autowired
    JdbcClient jdbc;

    Told told;
    SchoolYear year;

    @BeforeEach
    void aSchoolBeforeItsFirstStage() {
        AbstractAssertions.init(engine);
        story.itIs("2021-05-11");
        told = story.aSchool();
        year = school.aYearOf(told);
    }

    @Test
    void aSchoolReportsItsCuratorConfirmsAndTheStageIsCompletedInTime() {
        String club = school.plans(year, "Провести клуб", "2021-05-10");
        String autumn = school.plans(year, "Провести осенний форум", "2021-10-01");
        ProcessInstance instance = school.opens(year, ONE);
        assertThat(instance).isWaitingAt(MonitoringModel.REPORT).hasPassed("service_openStage");
        assertThat(story.standing(year, ONE).openedOn()).isEqualTo("2021-05-11");
        OpenTask report = school.task(year, ONE, MonitoringModel.REPORT);
        assertThat(report.due().day(YearStory.MOSCOW)).isEqualTo("2021-05-25");
        assertThat(takesFiles(ONE, club)).isTrue();
        school.uploads(year, ONE, club);
        school.reports(year, ONE, with(done(reported(), club, "2021-05-05"), "claim_" + autumn, "NOT_DUE"));

        assertThat(takesFiles(ONE, club)).as("what the curator checks does not change under his eyes").isFalse();
        assertThat(standings(ONE)).containsExactly(MeasureStanding.WAITING, MeasureStanding.NOT_DUE);
        story.itIs("2021-05-14");
        school.checks(year, ONE, with(confirmed(Map.of(), RISK), "decision_" + club, "YES", "commentForAll", "Подтверждающие документы на месте"));
        assertThat(instance).isWaitingAt(MonitoringModel.PLACE).hasNotPassed("end_stageCompleted");
        assertThat(decisions()).containsExactly(RISK + " true " + COMMENT, club + " true Подтверждающие документы на месте");
        story.itIs("2021-05-20");
        school.places(year, ONE, "2021-05-19");

        assertThat(instance).isEnded().hasPassedInOrder(MonitoringModel.REPORT, MonitoringModel.CHECK, MonitoringModel.PLACE, "end_stageCompleted");
        StageStanding standing = story.standing(year, ONE);
        assertThat(standing.state(LocalDate.of(2021, 12, 1))).isEqualTo(StageStanding.State.DONE);
        assertThat(standing.doneOn()).isEqualTo("2021-05-19");
        Result result = results.of(year.id(), ONE);
        assertThat(result.completed()).isTrue();
        assertThat(result.proven()).isEqualTo(1);
        assertThat(result.planned()).as("all that the programme plans, whether its day has come or not").isEqualTo(2);
        assertThat(result.notDue()).isEqualTo(1);
        assertThat(result.share()).hasValueSatisfying(share -> assertThat(share.percent()).isEqualByComparingTo("50"));
        school.plans(year, "Добавлено позже", "2021-11-01");
        assertThat(results.of(year.id(), ONE).planned()).as("a later change of the programme alters no share").isEqualTo(2);
    }

    @Test
    void oneOfSeveralReportsGoesBackAndTheOthersStay() {
        String club = school.plans(year, "Провести клуб", "2021-05-10");
        String survey = school.plans(year, "Провести опрос", "2021-05-12");
        ProcessInstance instance = school.opens(year, ONE);
        school.uploads(year, ONE, club);
        school.uploads(year, ONE, survey);
        school.reports(year, ONE, done(done(reported(), club, "2021-05-05"), survey, "2021-05-06"));
        refused("comment_" + survey, () -> school.checks(year, ONE, with(confirmed(confirmed(Map.of(), RISK), club), "decision_" + survey, "NO",
            "commentForAll", "Подтверждающие документы на месте")));
        refused("comment_" + club, () -> school.checks(year, ONE, with(confirmed(confirmed(Map.of(), RISK), survey), "decision_" + club, "YES",
            "comment_" + club, "Ок")));
        refused("decision_" + survey, () -> school.checks(year, ONE, confirmed(confirmed(Map.of(), RISK), club)));
        school.checks(year, ONE, returned(confirmed(confirmed(Map.of(), RISK), club), survey, "Приложите сводку результатов опроса"));

        assertThat(instance).isWaitingAt(MonitoringModel.REPORT).hasPassed("gateway_confirmed").hasNotPassed(MonitoringModel.PLACE);
        assertThat(standings(ONE)).containsExactly(MeasureStanding.PROVEN, MeasureStanding.RETURNED);
        assertThat(takesFiles(ONE, survey)).isTrue();
        assertThat(takesFiles(ONE, club)).isFalse();
        OpenTask again = school.task(year, ONE, MonitoringModel.REPORT);
        assertThat(reason(again)).contains("Провести опрос: Приложите сводку результатов опроса");
        school.uploads(year, ONE, survey);
        school.reports(year, ONE, done(Map.of(), survey, "2021-05-06"));
        school.checks(year, ONE, confirmed(Map.of(), survey));
        school.places(year, ONE, "2021-05-11");
        assertThat(instance).isEnded();
        assertThat(results.of(year.id(), ONE).proven()).isEqualTo(2);
        assertThat(decisions()).hasSize(4);
    }

    @Test
    void whatIsClaimedWithoutEvidenceIsRefusedOrSentWithoutProof() {
        String club = school.plans(year, "Провести клуб", "2021-05-10");
        String late = school.plans(year, "Провести форум", "2021-10-01");
        school.opens(year, ONE);
        Map<String, String> claimed = with(done(reported(), club, "2021-05-05"), "claim_" + late, "NOT_DUE");
        refused("unproven_" + club, () -> school.reports(year, ONE, claimed));
        refused("unproven_" + RISK, () -> school.reports(year, ONE, with(claimed, "link_" + RISK, "", "unproven_" + club, "yes")));
        refused("on_" + club, () -> school.reports(year, ONE, with(claimed, "on_" + club, "")));
        refused("on_" + club, () -> school.reports(year, ONE, with(claimed, "on_" + club, "2021-05-12")));
        refused("words_" + club, () -> school.reports(year, ONE, with(claimed, "words_" + club, " ")));
        refused("claim_" + club, () -> school.reports(year, ONE, with(claimed, "claim_" + club, "")));
        refused("claim_" + club, () -> school.reports(year, ONE, with(claimed, "claim_" + club, "REPORTED")));
        refused("claim_" + club, () -> school.reports(year, ONE, with(claimed, "claim_" + club, "NOT_DUE")));
        refused("link_" + club, () -> school.reports(year, ONE, with(claimed, "link_" + club, "на сайте")));
        school.reports(year, ONE, with(claimed, "unproven_" + club, "yes"));
        school.checks(year, ONE, confirmed(confirmed(Map.of(), RISK), club));

        assertThat(standings(ONE)).containsExactly(MeasureStanding.UNPROVEN, MeasureStanding.NOT_DUE);
        Result result = results.of(year.id(), ONE);
        assertThat(result.done()).isEqualTo(1);
        assertThat(result.proven()).isZero();
    }

    @Test
    void aSchoolWithoutProgrammeReportsOnItsDirectionsAndHasNoShare() {
        ProcessInstance instance = school.opens(year, ONE);
        school.reports(year, ONE, reported());
        school.checks(year, ONE, confirmed(Map.of(), RISK));
        school.places(year, ONE, "2021-05-11");
        assertThat(instance).isEnded();
        assertThat(results.of(year.id(), ONE).share()).isEmpty();
    }

    @Test
    void aSchoolWithNothingToReportIsToldWhatComesFirst() {
        Told other = story.aSchool();
        SchoolYear bare = story.aYearOf(other);
        school.opens(bare, ONE);
        assertThatThrownBy(() -> school.reports(bare, ONE, Map.of()))
            .isInstanceOfSatisfying(Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo("schoolyear.monitoring.nothing"));
    }

    @Test
    void aStageIsCompletedLateAndCountsFromTheDayOnWhichItWasConfirmed() {
        ProcessInstance instance = school.opens(year, ONE);
        school.reports(year, ONE, reported());
        story.itIs("2021-06-02");
        assertThat(story.standing(year, ONE).state(LocalDate.of(2021, 6, 2))).isEqualTo(StageStanding.State.OVERDUE);
        school.checks(year, ONE, confirmed(Map.of(), RISK));
        refused("on", () -> school.places(year, ONE, "2021-06-03"));
        refused("placed", () -> story.does(school.task(year, ONE, MonitoringModel.PLACE), Map.of("under", "motivation", "on", "2021-06-02")));
        refused("under", () -> story.does(school.task(year, ONE, MonitoringModel.PLACE), Map.of("placed", "yes", "under", "staff", "on", "2021-06-02")));
        school.places(year, ONE, "2021-05-20");
        assertThat(instance).isEnded();
        StageStanding standing = story.standing(year, ONE);
        assertThat(standing.doneOn()).as("«документов, подтвержденных куратором»").isEqualTo("2021-06-02");
        assertThat(standing.late()).isTrue();
    }

    @Test
    void aCompletedStageIsOpenedAgainTwiceAndWhatWasBeforeStays() {
        String club = school.plans(year, "Провести клуб", "2021-05-10");
        school.opens(year, ONE);
        long coordinator = school.coordinator(year);
        school.uploads(year, ONE, club);
        school.reports(year, ONE, done(reported(), club, "2021-05-05"));
        school.checks(year, ONE, confirmed(confirmed(Map.of(), RISK), club));
        school.places(year, ONE, "2021-05-11");

        assertThatThrownBy(() -> reopen(people.person(), "Проверка", Set.of())).isInstanceOf(NotYours.class);
        assertThatThrownBy(() -> reopen(coordinator, "Проверка", Set.of())).as("the school itself").isInstanceOf(NotYours.class);
        refused("reason", () -> reopen(told.municipal(), " ", Set.of()));
        reopen(told.municipal(), "Нет протокола клуба", Set.of(club));
        assertThat(story.standing(year, ONE).doneOn()).isNull();
        assertThat(standings(ONE)).containsExactly(MeasureStanding.RETURNED);
        assertThatThrownBy(() -> reopen(told.municipal(), "Ещё раз", Set.of())).isInstanceOf(Refusal.class);
        ProcessInstance second = school.opens(year, ONE);
        assertThat(reason(school.task(year, ONE, MonitoringModel.REPORT))).isEqualTo("Нет протокола клуба");
        school.uploads(year, ONE, club);
        school.reports(year, ONE, done(Map.of(), club, "2021-05-05"));
        school.checks(year, ONE, confirmed(Map.of(), club));
        school.places(year, ONE, "2021-05-11");
        assertThat(second).isEnded();

        reopen(told.curator(), "Ошибка в дате", Set.of());
        ProcessInstance third = school.opens(year, ONE);
        school.reports(year, ONE, with(done(reported(), club, "2021-05-04"), "claim_" + club, "PARTLY"));
        school.checks(year, ONE, confirmed(confirmed(Map.of(), RISK), club));
        school.places(year, ONE, "2021-05-11");
        assertThat(third).isEnded();
        assertThat(story.standing(year, ONE).reopened()).isEqualTo(2);
        assertThat(standings(ONE)).containsExactly(MeasureStanding.PARTLY);
        assertThat(jdbc.sql("select count(*) from monitoring_report where school_year_id = ? and item = ?").params(year.id(), club).query(Long.class)
            .single()).isEqualTo(3);
        assertThat(jdbc.sql("select standing from monitoring_result r join monitoring_placement p on p.id = r.placement_id where school_year_id = ? order by p.id")
            .param(year.id()).query(String.class).list()).containsExactly("PROVEN", "PROVEN", "PARTLY");
        assertThat(audit.about(Subject.of(SchoolYears.SUBJECT, year.id()))).filteredOn(entry -> entry.type().equals("schoolyear.stageReopened"))
            .extracting(entry -> entry.reason()).containsExactly("Нет протокола клуба", "Ошибка в дате");
        assertThat(audit.about(Subject.of(SchoolYears.SUBJECT, year.id())))
            .allSatisfy(entry -> assertThat(entry.text()).doesNotContain("{").doesNotContainPattern("[A-Z]{3,}"));
    }

    @Test
    void bothStagesAreOpenAtOnceAndWhatTheFirstHasProvenIsNotAskedAgain() {
        String club = school.plans(year, "Провести клуб", "2021-05-10");
        String forum = school.plans(year, "Провести форум", "2021-10-01");
        school.opens(year, ONE);
        story.itIs("2021-10-05");
        ProcessInstance second = school.opens(year, TWO);
        assertThat(story.openSteps(year)).containsExactly(MonitoringModel.REPORT, MonitoringModel.REPORT);
        school.uploads(year, ONE, club);
        assertThat(takesFiles(TWO, club)).isTrue();
        school.reports(year, ONE, with(done(reported(), club, "2021-05-05"), "claim_" + forum, "NOT_DUE"));
        school.checks(year, ONE, confirmed(confirmed(Map.of(), RISK), club));
        assertThat(takesFiles(TWO, club)).isFalse();
        school.uploads(year, TWO, forum);
        school.reports(year, TWO, done(reported(), forum, "2021-10-01"));
        school.checks(year, TWO, confirmed(confirmed(Map.of(), RISK), forum));
        school.places(year, TWO, "2021-10-05");
        assertThat(second).isEnded();
        assertThat(story.standing(year, TWO).late()).isFalse();
        assertThat(story.standing(year, ONE).doneOn()).isNull();
        assertThat(results.of(year.id(), TWO).rows()).extracting(Row::standing).containsExactly(MeasureStanding.PROVEN_EARLIER, MeasureStanding.PROVEN);
        assertThat(results.of(year.id(), TWO).share()).hasValueSatisfying(share -> assertThat(share.reaches(100)).isTrue());
    }

    @Test
    void aLaterLastDayIsAskedForAndGranted() {
        ProcessInstance instance = school.opens(year, ONE);
        story.asksForExtension(school.task(year, ONE, MonitoringModel.REPORT), "2021-06-10");
        OpenTask decision = school.task(year, ONE, YearVariables.DECIDE_ON_EXTENSION);
        story.does(decision, Map.of("granted", "YES", "until", "2021-06-07", "reason", "Карантин подтверждён"));

        assertThat(instance).isWaitingAt(MonitoringModel.REPORT).hasPassed("end_extensionDecided");
        assertThat(school.task(year, ONE, MonitoringModel.REPORT).due().day(YearStory.MOSCOW)).isEqualTo("2021-06-07");
        story.itIs("2021-06-04");
        school.reports(year, ONE, reported());
        school.checks(year, ONE, confirmed(Map.of(), RISK));
        assertThat(school.task(year, ONE, MonitoringModel.PLACE).due().day(YearStory.MOSCOW)).isEqualTo("2021-06-07");
        school.places(year, ONE, "2021-06-04");
        assertThat(story.standing(year, ONE).late()).isFalse();
    }

    @Test
    void aRunningStageGoesOverToAChangedModel() {
        ProcessInstance instance = school.opens(year, ONE);
        school.reports(year, ONE, reported());
        try (ModelMigration.Migrated migrated = migration.migrate(instance.getId())) {
            school.checks(year, ONE, returned(Map.of(), RISK, "Опишите, что изменилось"));
            school.reports(year, ONE, reported());
            school.checks(year, ONE, confirmed(Map.of(), RISK));
            school.places(year, ONE, "2021-05-11");
            migrated.hasEnded();
        }
    }

    @Test
    @Order(Integer.MAX_VALUE)
    void theTestsPassEveryElementOfTheModel() {
        FlowNodes nodes = FlowNodes.of(engine, MonitoringModel.KEY);
        assertThat(nodes.share()).as("missed %s", nodes.missed()).isGreaterThanOrEqualTo(0.95);
    }

    private void reopen(long personId, String reason, Set<String> keys) {
        monitoring.reopen(year.id(), ONE, story.viewer(personId), reason, keys);
    }

    private boolean takesFiles(Stage stage, String key) {
        return rules.stream().anyMatch(source -> source.rulesFor(MonitoringFiles.evidence(year.id(), stage, key)).isPresent());
    }

    private List<MeasureStanding> standings(Stage stage) {
        return results.of(year.id(), stage).rows().stream().map(Row::standing).toList();
    }

    private String reason(OpenTask task) {
        return returnReasons.stream().flatMap(source -> source.of(task).stream()).findFirst().orElseThrow().comment();
    }

    private List<String> decisions() {
        return jdbc.sql("select subject || ' ' || accepted || ' ' || comment from year_decision where school_year_id = ? order by id").param(year.id())
            .query(String.class).list();
    }

    private static void refused(String field, Runnable step) {
        assertThatThrownBy(step::run).isInstanceOfSatisfying(Refusal.class, refusal -> assertThat(refusal.field()).isEqualTo(field));
    }
}
