package ru.marshrut.schoolyear.process;

import static java.util.Comparator.comparing;
import static java.util.stream.Collectors.toMap;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.management.JobDefinition;
import org.camunda.bpm.engine.runtime.Job;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;
import ru.marshrut.access.EngineIdentities;
import ru.marshrut.schoolyear.SchoolYear;
import ru.marshrut.schoolyear.SchoolYears;
import ru.marshrut.schoolyear.Stage;
import ru.marshrut.schoolyear.StageDues;
import ru.marshrut.schoolyear.StageStanding;
import ru.marshrut.schoolyear.YearEngine;
import ru.marshrut.schoolyear.YearKey;
import ru.marshrut.territory.Territory;
import ru.marshrut.work.Due;
import ru.marshrut.work.OpenTask;
import ru.marshrut.work.OwedTasks;
import ru.marshrut.work.Tasks;

@Component
class CamundaYears implements YearEngine {

    private static final Map<String, Stage> TIMERS =
        Map.of(SchoolYearModel.FIRST_STAGE_TIMER, Stage.MONITORING_1, SchoolYearModel.SECOND_STAGE_TIMER, Stage.MONITORING_2);

    private final RuntimeService runtime;
    private final ManagementService management;
    private final TaskService engineTasks;
    private final ObjectProvider<YearOwner> owners;
    private final SchoolYears years;
    private final StageDues dues;
    private final OwedTasks owed;
    private final Tasks tasks;
    private final Territory territory;

    CamundaYears(RuntimeService runtime, ManagementService management, TaskService engineTasks, ObjectProvider<YearOwner> owners, SchoolYears years,
                 StageDues dues, OwedTasks owed, @Lazy Tasks tasks, Territory territory) {
        this.runtime = runtime;
        this.management = management;
        this.engineTasks = engineTasks;
        this.owners = owners;
        this.years = years;
        this.dues = dues;
        this.owed = owed;
        this.tasks = tasks;
        this.territory = territory;
    }

    @Override
    public String start(SchoolYear year) {
        return runtime.createProcessInstanceByKey(SchoolYearModel.KEY).processDefinitionWithoutTenantId().businessKey(String.valueOf(year.id()))
            .setVariable(YearVariables.TENANT, EngineIdentities.tenantId(year.regionId()))
            .setVariable(YearVariables.SCHOOL_ID, year.schoolId()).execute().getId();
    }

    /** An instance that has not come to its first step listens to nothing yet, and has nothing to leave. */
    @Override
    public void end(SchoolYear year) {
        endChangeOfDocuments(year);
        if (year.processInstanceId() == null) {
            return;
        }
        String message = switch (year.status()) {
            case LEFT -> SchoolYearModel.SCHOOL_LEFT;
            case MERGED -> SchoolYearModel.SCHOOL_MERGED;
            case CLOSED -> SchoolYearModel.YEAR_CLOSED;
            case RUNNING, COMPLETED -> throw new IllegalArgumentException("year " + year.id() + " is " + year.status());
        };
        if (isAwaited(message, year)) {
            correlate(message, year, Map.of());
        } else {
            runtime.deleteProcessInstance(year.processInstanceId(), message);
        }
    }

    /** Documents that are changed after their stage was completed have an instance of their own. */
    private void endChangeOfDocuments(SchoolYear year) {
        runtime.createProcessInstanceQuery().processDefinitionKey(ConceptDocumentsModel.KEY).processInstanceBusinessKey(String.valueOf(year.id()))
            .rootProcessInstances().list().forEach(instance -> runtime.deleteProcessInstance(instance.getId(), year.status().name()));
    }

    @Override
    public void extensionRequested(String taskId, long extensionId) {
        String instance = engineTasks.createTaskQuery().taskId(taskId).singleResult().getProcessInstanceId();
        runtime.createMessageCorrelation(YearVariables.EXTENSION_REQUESTED).processInstanceId(instance)
            .setVariablesLocal(Map.of(YearVariables.EXTENSION_ID, extensionId)).correlate();
    }

    @Override
    public void reopenStage(long yearId, Stage stage) {
        SchoolYear year = years.get(yearId);
        if (isAwaited(SchoolYearModel.STAGE_REOPENED, year)) {
            correlate(SchoolYearModel.STAGE_REOPENED, year, Map.of(SchoolYearModel.STAGE, stage.monitoring()));
        }
    }

    @Override
    public void peerReviewDone(SchoolYear year) {
        if (isAwaited(SchoolYearModel.PEER_REVIEW_HELD, year)) {
            correlate(SchoolYearModel.PEER_REVIEW_HELD, year, Map.of());
        }
    }

    @Override
    public Optional<Stage> stageOf(String processKey, String step, String businessKey) {
        return owners.stream().filter(owner -> owner.processKey().equals(processKey)).findFirst()
            .flatMap(owner -> owner.stageOf(step, businessKey));
    }

    @Override
    public void follow(Collection<SchoolYear> moved) {
        Map<Long, SchoolYear> byId = moved.stream().collect(toMap(SchoolYear::id, Function.identity()));
        Map<Long, List<StageStanding>> standings = years.standings(byId.keySet());
        List<String> keys = new ArrayList<>();
        byId.keySet().forEach(id -> List.of(0, 1, 2).forEach(monitoring -> keys.add(new YearKey(id, monitoring).toString())));
        // in the order in which whoever changes many tasks locks them
        owners.stream().flatMap(owner -> owed.ofAll(owner.processKey(), keys).stream()).sorted(comparing(OpenTask::id)).forEach(task -> {
            SchoolYear year = byId.get(YearKey.yearOf(task.businessKey()));
            stageOf(task.processKey(), task.step(), task.businessKey())
                .ifPresent(stage -> move(task, standings.get(year.id()).get(stage.ordinal()), year));
        });
        moveTimers(moved, standings);
    }

    private void move(OpenTask task, StageStanding standing, SchoolYear year) {
        Due due = dues.of(standing, year.regionId());
        if (due != null && !due.equals(task.due())) {
            tasks.move(task.id(), due);
        }
    }

    private void moveTimers(Collection<SchoolYear> moved, Map<Long, List<StageStanding>> standings) {
        Map<String, SchoolYear> byInstance = moved.stream().filter(year -> year.processInstanceId() != null)
            .collect(toMap(SchoolYear::processInstanceId, Function.identity()));
        if (byInstance.isEmpty()) {
            return;
        }
        Map<String, Stage> timers = management.createJobDefinitionQuery().activityIdIn(TIMERS.keySet().toArray(String[]::new)).list().stream()
            .collect(toMap(JobDefinition::getId, definition -> TIMERS.get(definition.getActivityId())));
        for (Job job : management.createJobQuery().processInstanceIds(byInstance.keySet()).timers().list()) {
            if (timers.containsKey(job.getJobDefinitionId())) {
                SchoolYear year = byInstance.get(job.getProcessInstanceId());
                move(job, standings.get(year.id()).get(timers.get(job.getJobDefinitionId()).ordinal()), year);
            }
        }
    }

    private void move(Job timer, StageStanding standing, SchoolYear year) {
        Instant opens = standing.opensOn().atStartOfDay(territory.region(year.regionId()).zone()).toInstant();
        if (!timer.getDuedate().toInstant().equals(opens)) {
            management.setJobDuedate(timer.getId(), Date.from(opens));
        }
    }

    private boolean isAwaited(String message, SchoolYear year) {
        return year.processInstanceId() != null
            && runtime.createEventSubscriptionQuery().processInstanceId(year.processInstanceId()).eventName(message).count() > 0;
    }

    private void correlate(String message, SchoolYear year, Map<String, Object> localVariables) {
        runtime.createMessageCorrelation(message).processInstanceId(year.processInstanceId()).setVariablesLocal(localVariables).correlate();
    }
}
