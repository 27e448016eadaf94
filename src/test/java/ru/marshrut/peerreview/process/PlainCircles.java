package ru.marshrut.peerreview.process;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cfg.StandaloneProcessEngineConfiguration;
import org.camunda.bpm.engine.impl.persistence.StrongUuidGenerator;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.task.Task;
import ru.marshrut.testing.CountingDataSource;
import ru.marshrut.testing.TestDatabase;

/**
 * The same model on an engine without anything of ours: delegates do nothing, the variables are there from the start, so
 * that the same path is taken. History, authorization, pool, ids and removal time are set as ours are.
 */
final class PlainCircles implements CirclesUnderWay, AutoCloseable {

    private static final String[] DELEGATES = {"notifyPartnersDelegate", "openPackagesDelegate", "settleMeetingDelegate",
        "inviteToMeetingDelegate", "exchangeFormsDelegate", "makeFinalFilesDelegate", "remakeFinalFilesDelegate", "closeCircleDelegate",
        "dissolveCircleDelegate"};

    private final HikariDataSource pool = new HikariDataSource();
    private final CountingDataSource database = new CountingDataSource(pool);
    private final ProcessEngine engine;
    private final List<String> started = new ArrayList<>();
    private int prepared;

    PlainCircles(int poolSize) {
        pool.setJdbcUrl(TestDatabase.newDatabase());
        pool.setUsername("postgres");
        pool.setMaximumPoolSize(poolSize);
        Map<Object, Object> beans = new HashMap<>(Map.of("circleSides", new Sides()));
        for (String delegate : DELEGATES) {
            beans.put(delegate, (JavaDelegate) execution -> { });
        }
        ProcessEngineConfigurationImpl configuration = new StandaloneProcessEngineConfiguration();
        configuration.setProcessEngineName("plain");
        configuration.setDataSource(database);
        configuration.setDatabaseSchemaUpdate("true");
        configuration.setHistory("activity");
        configuration.setAuthorizationEnabled(true);
        configuration.setHistoryRemovalTimeStrategy("start");
        configuration.setIdGenerator(new StrongUuidGenerator());
        configuration.setFailedJobRetryTimeCycle("PT1M,PT2M,PT5M,PT10M,PT15M,PT30M,PT60M");
        configuration.setJobExecutorActivate(false);
        configuration.setBeans(beans);
        engine = configuration.buildProcessEngine();
        engine.getRepositoryService().createDeployment().addClasspathResource("processes/peerreview/peer-review.bpmn").deploy();
    }

    @Override
    public void prepare(int circles) {
        prepared = circles;
    }

    @Override
    public List<String> start() {
        List<String> instances = new ArrayList<>();
        for (int n = 0; n < prepared; n++) {
            instances.add(engine.getRuntimeService().startProcessInstanceByKey(PeerReviewModel.KEY, String.valueOf(started.size() + n + 1),
                Map.of(PeerReviewModel.EXCHANGE_DUE, date("2022-10-07T21:00:00Z"), PeerReviewModel.FORMS_DUE, date("2022-11-01T21:00:00Z"),
                    PeerReviewModel.MEETING_START, date("2022-10-12T12:00:00Z"), PeerReviewModel.BOTH_SIDES, true,
                    PeerReviewModel.COMMON_TIME, true, PeerReviewModel.IN_WINDOW, true, PeerReviewModel.UPLOAD_ACCEPTED, true)).getId());
        }
        started.addAll(instances);
        return instances;
    }

    @Override
    public int doOpenTasks(String instance) {
        List<Task> open = engine.getTaskService().createTaskQuery().processInstanceId(instance).list();
        open.forEach(task -> engine.getTaskService().complete(task.getId()));
        return open.size();
    }

    @Override
    public void assertAllCompleted() {
        assertThat(engine.getHistoryService().createHistoricActivityInstanceQuery().activityId("end_completed").count())
            .isEqualTo(started.size());
    }

    /** A circle whose packages are open: four tasks wait. */
    String exampleWithFourOpenTasks() {
        prepare(1);
        String instance = start().get(0);
        started.remove(instance);
        List<Job> ready = jobs().createJobQuery().processInstanceId(instance).messages().list();
        while (!ready.isEmpty() || engine.getTaskService().createTaskQuery().processInstanceId(instance).count() < 4) {
            if (ready.isEmpty()) {
                doOpenTasks(instance);
            }
            ready.forEach(job -> jobs().executeJob(job.getId()));
            ready = jobs().createJobQuery().processInstanceId(instance).messages().list();
        }
        return instance;
    }

    @Override
    public boolean busy() {
        return false;
    }

    @Override
    public ManagementService jobs() {
        return engine.getManagementService();
    }

    @Override
    public CountingDataSource database() {
        return database;
    }

    @Override
    public void close() {
        engine.close();
        pool.close();
    }

    private static Date date(String instant) {
        return Date.from(Instant.parse(instant));
    }

    /** Two schools, always. */
    public static final class Sides {

        public List<Long> active(DelegateExecution execution) {
            return List.of(1L, 2L);
        }

        public List<Long> reviewing(DelegateExecution execution) {
            return active(execution);
        }
    }
}
