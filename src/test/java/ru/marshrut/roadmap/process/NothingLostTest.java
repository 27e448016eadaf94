package ru.marshrut.roadmap.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static ru.marshrut.roadmap.process.MeasureStory.documents;
import static ru.marshrut.roadmap.process.MeasureStory.fact;
import static ru.marshrut.roadmap.process.MeasureStory.window;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.transaction.support.TransactionTemplate;
import ru.marshrut.access.Viewer;
import ru.marshrut.access.Viewers;
import ru.marshrut.roadmap.Approvals;
import ru.marshrut.roadmap.ImportDecisions;
import ru.marshrut.roadmap.Measure;
import ru.marshrut.roadmap.Measure.State;
import ru.marshrut.roadmap.MonitoringReports;
import ru.marshrut.roadmap.OutcomeKind;
import ru.marshrut.roadmap.RoadMap;
import ru.marshrut.roadmap.RoadMapDrafts;
import ru.marshrut.roadmap.RoadMaps;
import ru.marshrut.roadmap.persistence.MeasureRunRows;
import ru.marshrut.roadmap.process.MeasureStory.Told;
import ru.marshrut.roadmap.running.MeasureCourse;
import ru.marshrut.roadmap.running.MeasureRuns;
import ru.marshrut.roadmap.running.RoadMapRuns;
import ru.marshrut.shared.NotYours;
import ru.marshrut.shared.Refusal;
import ru.marshrut.work.FormInput;
import ru.marshrut.work.OpenTask;
import ru.marshrut.work.Tasks;
import ru.marshrut.testing.AtOnce;

/** Two who act at once, and jobs that are carried out twice or die on the way: nothing is lost, and nothing happens twice. */
@SpringBootTest
class NothingLostTest {

    @Autowired
    MeasureStory story;
    @Autowired
    Viewers viewers;
    @Autowired
    RoadMapDrafts drafts;
    @Autowired
    ImportDecisions decisions;
    @Autowired
    Approvals approvals;
    @Autowired
    RoadMaps roadMaps;
    @Autowired
    MonitoringReports reports;
    @Autowired
    MeasureRunRows rows;
    @Autowired
    MeasureCourse course;
    @Autowired
    MeasureRuns runs;
    @Autowired
    RoadMapRuns roadMapRuns;
    @Autowired
    Tasks tasks;
    @Autowired
    ManagementService management;
    @Autowired
    TransactionTemplate transactions;

    private Told told;

    @BeforeEach
    void inMarch() {
        story.itIs("2021-03-05");
        told = story.aDistrictOf(2);
    }

    @Test
    void ofTwoWhoApproveAtOnceOneIsToldThatItIsDone() throws Exception {
        RoadMap map = story.imported(told, told.district(), null, fact("Итоги", window("2021-03-01", "2021-12-20")));
        int revision = revision(map);
        List<Object> answers = AtOnce.both(() -> approvals.approve(viewers.of(told.municipal()), map.id(), revision, Map.of()),
            () -> approvals.approve(viewers.of(told.regional()), map.id(), revision, Map.of()));

        assertThat(answers).containsOnlyOnce(1);
        assertThat(answers).anySatisfy(answer -> assertThat(answer).isInstanceOf(Refusal.class));
        story.run();
        assertThat(approvals.versions(map)).hasSize(1);
        assertThat(roadMaps.measures(map.id())).hasSize(1);
        assertThat(story.steps(story.measure(map, "Итоги"))).containsExactly(MeasureModel.REPORT_RESULT);
    }

    @Test
    void anApprovalDoesNotSwallowADecisionThatIsTakenAtTheSameTime() throws Exception {
        for (int attempt = 0; attempt < 5; attempt++) {
            RoadMap map = story.imported(told, told.district(), null, fact("Итоги", window("2021-03-01", "2021-12-20")), fact("Отчёт", window("2021-03-01", "2021-12-20")));
            int revision = revision(map);
            Viewer coordinator = viewers.of(told.municipal());
            String key = drafts.preview(coordinator, map.id()).rows().get(1).read().key();
            List<Object> answers = AtOnce.both(() -> approvals.approve(coordinator, map.id(), revision, Map.of()), () -> {
                decisions.leaveOut(coordinator, map.id(), revision, key, "Не наше");
                return "left out";
            });

            assertThat(answers).filteredOn(Refusal.class::isInstance).as("one of the two is told").hasSize(1);
            assertThat(roadMaps.measures(map.id())).hasSize(answers.contains("left out") ? 0 : 2);
        }
    }

    @Test
    void aTaskThatIsSentTwiceAtOnceIsDoneOnce() throws Exception {
        RoadMap map = story.approved(told, told.district(), null, fact("Итоги", window("2021-03-01", "2021-12-20")));
        Measure measure = story.measure(map, "Итоги");
        OpenTask task = story.task(measure, MeasureModel.REPORT_RESULT);
        Callable<Object> click = () -> {
            tasks.complete(task.id(), viewers.of(told.municipal()), report());
            return "done";
        };
        List<Object> answers = AtOnce.both(click, click);

        assertThat(answers).containsOnlyOnce("done");
        assertThat(answers).filteredOn(NotYours.class::isInstance).hasSize(1);
        assertThat(rows.results(measure.id())).hasSize(1);
        story.run();
        assertThat(roadMaps.measure(measure.id()).state()).isEqualTo(State.DONE);
    }

    @Test
    void aMeasureIsEitherReportedOrRemovedWhereBothHappenAtOnce() throws Exception {
        for (int attempt = 0; attempt < 4; attempt++) {
            RoadMap map = story.approved(told, told.district(), null, fact("Итоги", window("2021-03-01", "2021-12-20")), fact("Отчёт", window("2021-03-01", "2021-12-20")));
            Measure removed = story.measure(map, "Итоги");
            OpenTask task = story.task(removed, MeasureModel.REPORT_RESULT);
            Viewer coordinator = viewers.of(told.municipal());
            drafts.amend(coordinator, map.id());
            decisions.leaveOut(coordinator, map.id(), 0, drafts.preview(coordinator, map.id()).rows().get(0).read().key(), "Исключено");
            drafts.setOrder(coordinator, map.id(), 1, map.title(), new ru.marshrut.roadmap.Order("104", LocalDate.of(2021, 3, 2), null), null);
            List<Object> answers = AtOnce.both(() -> approvals.approve(coordinator, map.id(), 2, Map.of(removed.id(), "Исключено")), () -> {
                tasks.complete(task.id(), coordinator, report());
                return "reported";
            });

            assertThat(answers).allSatisfy(answer -> assertThat(answer).isInstanceOfAny(Integer.class, String.class, NotYours.class,
                OptimisticLockingException.class, ConcurrencyFailureException.class));
            assertThat(answers).as("one of the two is done, at least").anyMatch(answer -> !(answer instanceof Throwable));
            story.run();
            boolean approved = approvals.versions(map).size() == 2;
            assertThat(answers.contains(2)).isEqualTo(approved);
            assertThat(rows.results(removed.id())).hasSize(answers.contains("reported") ? 1 : 0);
            assertThat(roadMaps.measure(removed.id()).state()).isEqualTo(approved ? State.REMOVED : State.DONE);
            if (!approved) {
                assertThat(drafts.isBeingPrepared(map.id())).as("what was prepared is still there").isTrue();
            }
            assertThat(story.steps(story.measure(map, "Отчёт"))).containsExactly(MeasureModel.REPORT_RESULT);
        }
    }

    @Test
    void aJobThatDiesAfterItsWorkLeavesNoTraceAndIsCarriedOutAgain() {
        RoadMap map = story.imported(told, told.district(), null, fact("Итоги", window("2021-03-01", "2021-12-20")),
            documents("Документы", "Документы размещены", OutcomeKind.DELIVERED, window("2021-03-01", "2021-03-31")));
        story.approveOnly(told, map, Map.of());
        List<Job> ready = ours();
        while (!ready.isEmpty()) {
            for (Job job : ready) {
                transactions.executeWithoutResult(status -> {
                    management.executeJob(job.getId());
                    status.setRollbackOnly();
                });
                management.executeJob(job.getId());
            }
            ready = ours();
        }

        for (String title : List.of("Итоги", "Документы")) {
            Measure measure = story.measure(map, title);
            assertThat(rows.windowsTaken(measure.id())).as(title).isEqualTo(1);
            assertThat(measure.state()).as(title).isEqualTo(State.RUNNING);
        }
        assertThat(story.steps(story.measure(map, "Итоги"))).containsExactly(MeasureModel.REPORT_RESULT);
        assertThat(story.schoolTasks(told, SchoolMeasureModel.PLACE_DOCUMENT)).hasSize(2);
    }

    @Test
    void whatDelegatesDoIsDoneOnceWhenItIsDoneTwice() {
        RoadMap map = story.approved(told, told.district(), null, fact("Итоги", window("2021-03-01", "2021-12-20")),
            documents("Документы", "Документы размещены", OutcomeKind.DELIVERED, window("2021-03-01", "2021-03-31")));
        Measure documents = story.measure(map, "Документы");
        List<Measure> started = roadMaps.measures(map.id());
        runs.startAll(map.id());
        course.open(documents.id());
        course.open(documents.id());
        story.run();

        assertThat(roadMaps.measures(map.id())).isEqualTo(started);
        assertThat(story.schoolTasks(told, SchoolMeasureModel.PLACE_DOCUMENT)).hasSize(2);

        LocalDate last = reports.dates(map.id()).get(reports.dates(map.id()).size() - 1);
        roadMapRuns.freeze(map.id());
        assertThat(reports.frozen(map.id())).as("a date to come is not frozen").isEmpty();
        story.itIs(last.plusDays(1).toString());
        roadMapRuns.freeze(map.id());
        roadMapRuns.freeze(map.id());
        roadMapRuns.makeClosingReport(map.id());
        roadMapRuns.makeClosingReport(map.id());
        assertThat(reports.frozen(map.id())).hasSize(1);
        Measure fact = story.measure(map, "Итоги");
        course.recordDone(fact.id());
        Measure done = roadMaps.measure(fact.id());
        course.recordDone(fact.id());
        assertThat(roadMaps.measure(fact.id())).isEqualTo(done);
    }

    @Test
    void aDraftThatSomebodyElseHasDroppedIsNotApproved() {
        RoadMap map = story.approved(told, told.district(), null, fact("Итоги", window("2021-03-01", "2021-12-20")));
        Viewer coordinator = viewers.of(told.municipal());
        drafts.amend(coordinator, map.id());
        drafts.discard(viewers.of(told.regional()), map.id(), 0);
        assertThatExceptionOfType(Refusal.class).isThrownBy(() -> approvals.approve(coordinator, map.id(), 0, Map.of()));
        assertThatExceptionOfType(Refusal.class).isThrownBy(() -> drafts.discard(coordinator, map.id(), 0));
    }

    private List<Job> ours() {
        return management.createJobQuery().tenantIdIn(ru.marshrut.access.EngineIdentities.tenantId(told.region())).messages().list();
    }

    private int revision(RoadMap map) {
        return drafts.preview(viewers.of(told.municipal()), map.id()).draft().revision();
    }

    private static FormInput report() {
        return new FormInput(Map.of("words", List.of("Проведено"), "on", List.of("2021-03-05"), "withoutAct", List.of("Акт подписывают")));
    }
}
