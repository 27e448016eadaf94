package ru.marshrut.schoolyear.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.awaitility.Awaitility;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import ru.marshrut.access.EngineIdentities;
import ru.marshrut.access.Viewer;
import ru.marshrut.schoolyear.SchoolYear;
import ru.marshrut.schoolyear.Stage;
import ru.marshrut.schoolyear.StageCourse;
import ru.marshrut.schoolyear.YearEnds;
import ru.marshrut.schoolyear.YearStarts;
import ru.marshrut.schoolyear.monitoring.Monitoring;
import ru.marshrut.schoolyear.persistence.YearRows;
import ru.marshrut.schoolyear.process.YearStory.Told;
import ru.marshrut.schoolyear.visits.VisitSchedules;
import ru.marshrut.shared.NotYours;
import ru.marshrut.shared.Refusal;
import ru.marshrut.territory.Place;
import ru.marshrut.testing.AtOnce;
import ru.marshrut.work.Due;
import ru.marshrut.work.FormInput;
import ru.marshrut.work.OpenTask;
import ru.marshrut.work.Tasks;

/** Two who act at once in a school's year: one is heard, the other is told why not, and nothing is done twice. */
@SpringBootTest
class YearAtOnceTest {

    @Autowired
    YearStory story;
    @Autowired
    YearCourse course;
    @Autowired
    StagesUnderway underway;
    @Autowired
    MonitoringStory monitored;
    @Autowired
    Tasks tasks;
    @Autowired
    YearStarts starts;
    @Autowired
    YearEnds ends;
    @Autowired
    Monitoring monitoring;
    @Autowired
    VisitSchedules visits;
    @Autowired
    YearRows rows;
    @Autowired
    StageCourse stages;
    @Autowired
    JdbcClient jdbc;
    @Autowired
    TransactionTemplate transactions;

    private Told told;

    @BeforeEach
    void inFebruary() {
        story.itIs("2021-02-01");
        told = story.aSchool();
    }

    @Test
    void ofTwoWhoBeginTheYearsAtOnceOneIsToldThatNobodyIsLeft() throws Exception {
        long other = course.anotherSchool(told);
        course.takePart(told, told.school(), other);
        Callable<Object> press = () -> starts.start(story.viewer(told.regional()), Place.region(told.region()), YearStory.YEAR);
        List<Object> answers = AtOnce.both(press, press);

        assertThat(answers).containsOnlyOnce(2);
        assertThat(answers).anySatisfy(answer -> assertThat(answer).isInstanceOf(Refusal.class));
        story.run();
        assertThat(jdbc.sql("select count(*) from act_ru_execution where proc_def_id_ like 'school-year:%' and parent_id_ is null and tenant_id_ = ?")
            .param(EngineIdentities.tenantId(told.region())).query(Integer.class).single()).isEqualTo(2);
    }

    @Test
    void aSchoolThatTwoLetJoinAtOnceJoinsOnce() throws Exception {
        course.takePart(told, told.school());
        long late = course.anotherSchool(told);
        Callable<Object> press = () -> {
            starts.joinLate(story.viewer(told.municipal()), late, YearStory.YEAR, "приказ № 9");
            return "joined";
        };
        List<Object> answers = AtOnce.both(press, press);

        assertThat(answers).containsOnlyOnce("joined");
        assertThat(answers).anySatisfy(answer -> assertThat(answer).isInstanceOf(Refusal.class));
        assertThat(jdbc.sql("select count(*) from participation where school_id = ?").param(late).query(Integer.class).single()).isEqualTo(1);
    }

    @Test
    void aYearThatIsLeftAndClosedAtOnceEndsOnce() throws Exception {
        SchoolYear year = course.begun(told);
        List<Object> answers = AtOnce.both(() -> {
            ends.leave(story.viewer(told.municipal()), year.id(), "приказ № 12");
            return "left";
        }, () -> {
            ends.close(story.viewer(told.regional()), List.of(year.id()), "Год закончен");
            return "closed";
        });

        assertThat(answers).filteredOn(String.class::isInstance).hasSize(1);
        assertThat(answers).filteredOn(Refusal.class::isInstance).hasSize(1);
        assertThat(course.instance(year)).isNull();
    }

    @Test
    void anActivationIsConfirmedOrReturnedAndNotBoth() throws Exception {
        SchoolYear year = story.aYearOf(told);
        story.started(RiskProfileModel.KEY, year);
        upToTheConfirmation(year);
        OpenTask task = story.task(year, RiskProfileModel.CONFIRM_ACTIVATION);
        List<Object> answers = AtOnce.both(does(task, told.curator(), Map.of("decision", "CONFIRM")),
            does(task, told.curator(), Map.of("decision", "RETURN", "comment", "Добавьте направление")));

        assertThat(answers).containsOnlyOnce("done");
        assertThat(answers).filteredOn(NotYours.class::isInstance).hasSize(1);
        assertThat(jdbc.sql("select count(*) from year_decision where school_year_id = ? and stage = 'ACTIVATION'").param(year.id())
            .query(Integer.class).single()).isEqualTo(1);
    }

    @Test
    void aStageIsPlacedOrOpenedAgainButNeverHalfway() throws Exception {
        SchoolYear year = completedFirstStage();
        Viewer curator = story.viewer(told.curator());
        Viewer municipal = story.viewer(told.municipal());
        List<Object> answers = AtOnce.both(reopens(year, curator), reopens(year, municipal));

        assertThat(answers).containsOnlyOnce("reopened");
        assertThat(answers).filteredOn(Refusal.class::isInstance).hasSize(1);
        story.run();
        assertThat(story.openSteps(year)).containsOnlyOnce(MonitoringModel.REPORT);
        assertThat(story.standing(year, Stage.MONITORING_1).doneOn()).isNull();
    }

    @Test
    void aStageIsNotOpenedAgainForItemsThatItDoesNotHave() {
        SchoolYear year = completedFirstStage();
        assertThatExceptionOfType(Refusal.class)
            .isThrownBy(() -> monitoring.reopen(year.id(), Stage.MONITORING_1, story.viewer(told.curator()), "Перепутали", Set.of("risk-moon")));
        assertThat(story.standing(year, Stage.MONITORING_1).doneOn()).isNotNull();
    }

    @Test
    void aVisitIsReportedOrMovedButTheScheduleStaysWhole() throws Exception {
        SchoolYear year = story.aYearOf(told);
        story.started(CuratorVisitsModel.KEY, year);
        story.does(year, CuratorVisitsModel.PROPOSE_VISITS, Map.of("day", "2021-02-02|2021-09-15", "purpose", "Зима|Осень"));
        Callable<Object> agree = does(story.task(year, CuratorVisitsModel.AGREE_ON_VISITS), told.municipal(), Map.of("agreed", "YES"));
        assertThat(AtOnce.both(agree, agree)).containsOnlyOnce("done").filteredOn(NotYours.class::isInstance).hasSize(1);
        story.run();
        story.passesUntil(told, "2021-02-01");
        long visit = visits.visits(List.of(year.id())).get(0).id();
        OpenTask report = story.task(year, CuratorVisitsModel.REPORT_VISIT);
        List<Object> answers = AtOnce.both(does(report, told.curator(), Map.of("held", "YES", "heldOn", "2021-02-01", "lookedAt", "Уроки", "agreements", "План")),
            () -> {
                visits.move(visit, story.viewer(told.curator()), LocalDate.parse("2021-10-11"), "Карантин");
                return "moved";
            });

        assertThat(answers).allSatisfy(answer -> assertThat(answer).isInstanceOfAny(String.class, Refusal.class, NotYours.class,
            OptimisticLockingException.class, ConcurrencyFailureException.class));
        assertThat(answers).anyMatch(String.class::isInstance);
        story.run();
        assertThat(visits.visits(List.of(year.id()))).hasSize(2);
        story.passesUntil(told, "2021-10-12");
        assertThat(story.openSteps(year)).as("whichever comes next can be reported").containsExactly(CuratorVisitsModel.REPORT_VISIT);
    }

    /** Whatever is written about a year refers to its row; that must not keep the other from locking it. */
    @Test
    void twoWhoWriteAboutAYearAndThenLockItDoNotWaitForEachOther() throws Exception {
        SchoolYear year = story.aYearOf(told);
        CyclicBarrier written = new CyclicBarrier(2);
        Callable<Object> writes = () -> transactions.execute(status -> {
            jdbc.sql("""
                insert into year_decision (school_year_id, stage, subject, accepted, person_id, asked_at, decided_at)
                values (?, 'ACTIVATION', 'motivation', true, ?, now(), now())""").params(year.id(), told.curator()).update();
            await(written);
            return rows.lock(year.id()).id();
        });
        assertThat(AtOnce.both(writes, writes)).containsExactly(year.id(), year.id());
    }

    /** Who does a step locks the year before the task, as does whoever changes the year and then moves its tasks. */
    @Test
    void whoeverMovesDatesWhileAStepIsDoneIsNotWaitedForForEver() throws Exception {
        SchoolYear year = story.aYearOf(told);
        story.started(RiskProfileModel.KEY, year);
        OpenTask survey = story.task(year, RiskProfileModel.CONDUCT_SURVEY);
        Viewer school = story.viewer(monitored.coordinator(year));
        CyclicBarrier held = new CyclicBarrier(2);
        List<Object> answers = AtOnce.both(() -> transactions.execute(status -> {
            stages.lock(year.id());
            await(held);
            Awaitility.await().until(this::somebodyWaits);
            tasks.move(survey.id(), new Due(Instant.parse("2021-03-01T00:00:00Z"), "Приказ"));
            return "moved";
        }), () -> {
            await(held);
            tasks.complete(survey.id(), school, input(ProfileForms.survey("2021-02-01")));
            return "done";
        });
        assertThat(answers).containsExactly("moved", "done");
    }

    private boolean somebodyWaits() {
        return jdbc.sql("select exists (select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock')")
            .query(Boolean.class).single();
    }

    private static void await(CyclicBarrier barrier) {
        try {
            barrier.await(10, TimeUnit.SECONDS);
        } catch (InterruptedException | BrokenBarrierException | TimeoutException e) {
            throw new IllegalStateException(e);
        }
    }

    private SchoolYear completedFirstStage() {
        story.itIs("2021-05-11");
        SchoolYear year = course.begun(told);
        underway.profileIsActivated(year, "2021-05-11");
        story.passesUntil(told, "2021-05-16");
        monitored.reports(year, Stage.MONITORING_1, MonitoringStory.reported());
        monitored.checks(year, Stage.MONITORING_1, MonitoringStory.confirmed(Map.of(), "risk-motivation"));
        monitored.places(year, Stage.MONITORING_1, "2021-05-16");
        return year;
    }

    private void upToTheConfirmation(SchoolYear year) {
        story.does(year, RiskProfileModel.CONDUCT_SURVEY, ProfileForms.survey("2021-02-01"));
        story.does(year, RiskProfileModel.ENTER_PROFILE, ProfileForms.levels(Map.of()));
        story.does(year, RiskProfileModel.MAKE_FIRST_VISIT, ProfileForms.visit("2021-02-01"));
        story.does(year, RiskProfileModel.VERIFY_PROFILE, ProfileForms.verdicts(Map.of()));
        story.does(year, RiskProfileModel.ACTIVATE_DIRECTIONS, ProfileForms.activation("motivation"));
    }

    private Callable<Object> reopens(SchoolYear year, Viewer viewer) {
        return () -> {
            monitoring.reopen(year.id(), Stage.MONITORING_1, viewer, "Не те документы", Set.of());
            return "reopened";
        };
    }

    private Callable<Object> does(OpenTask task, long person, Map<String, String> fields) {
        return () -> {
            tasks.complete(task.id(), story.viewer(person), input(fields));
            return "done";
        };
    }

    private static FormInput input(Map<String, String> fields) {
        return FormInput.of(fields);
    }
}
