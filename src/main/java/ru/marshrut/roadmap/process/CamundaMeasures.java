package ru.marshrut.roadmap.process;

import java.time.Instant;
import java.util.Date;
import java.util.HashMap;
import java.util.Map;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.springframework.stereotype.Component;
import ru.marshrut.access.EngineIdentities;
import ru.marshrut.roadmap.running.MeasureEngine;

@Component
class CamundaMeasures implements MeasureEngine {

    /** Variable by which {@code engine} knows the tenant of a new instance. */
    private static final String TENANT = "tenantId";

    private final RuntimeService runtime;
    private final ManagementService management;
    private final TaskService tasks;

    CamundaMeasures(RuntimeService runtime, ManagementService management, TaskService tasks) {
        this.runtime = runtime;
        this.management = management;
        this.tasks = tasks;
    }

    @Override
    public String startRoadMap(long roadMapId, long regionId) {
        return start(RoadMapModel.KEY, roadMapId, regionId, Map.of());
    }

    @Override
    public void measuresChecked(String roadMapInstanceId) {
        Task check = check(roadMapInstanceId);
        if (check != null) {
            tasks.complete(check.getId());
        }
    }

    @Override
    public void amended(String roadMapInstanceId) {
        if (check(roadMapInstanceId) == null && isAwaited(RoadMapModel.AMENDED, roadMapInstanceId)) {
            correlate(RoadMapModel.AMENDED, roadMapInstanceId, Map.of());
        }
    }

    @Override
    public void allMeasuresEnded(String roadMapInstanceId) {
        if (isAwaited(RoadMapModel.ALL_MEASURES_ENDED, roadMapInstanceId)) {
            correlate(RoadMapModel.ALL_MEASURES_ENDED, roadMapInstanceId, Map.of());
        }
    }

    @Override
    public void moveMonitoring(String roadMapInstanceId, Instant nextDate) {
        moveTimer(roadMapInstanceId, RoadMapModel.MONITORING_TIMER, nextDate);
    }

    @Override
    public String startMeasure(long measureId, long regionId) {
        return start(MeasureModel.KEY, measureId, regionId, Map.of());
    }

    @Override
    public void removed(String measureInstanceId) {
        endBy(MeasureModel.REMOVED, measureInstanceId);
    }

    @Override
    public void closedAsNotDone(String measureInstanceId) {
        endBy(MeasureModel.CLOSED_AS_NOT_DONE, measureInstanceId);
    }

    @Override
    public void extensionRequested(String measureInstanceId, long extensionId) {
        correlate(MeasureModel.EXTENSION_REQUESTED, measureInstanceId, Map.of(MeasureModel.EXTENSION_ID, extensionId));
    }

    @Override
    public void move(String measureInstanceId, Instant start, Instant end, boolean moreWindows) {
        runtime.setVariables(measureInstanceId, Map.of(MeasureModel.WINDOW_END, Date.from(end), MeasureModel.MORE_WINDOWS, moreWindows));
        moveTimer(measureInstanceId, MeasureModel.START_TIMER, start);
        moveTimer(measureInstanceId, MeasureModel.END_TIMER, end);
    }

    @Override
    public String startSchoolMeasure(long schoolMeasureId, long regionId, long schoolId, boolean confirmation) {
        return start(SchoolMeasureModel.KEY, schoolMeasureId, regionId,
            Map.of(SchoolMeasureModel.SCHOOL_ID, schoolId, SchoolMeasureModel.CONFIRMATION, confirmation));
    }

    @Override
    public void measureEnded(String schoolMeasureInstanceId) {
        endBy(SchoolMeasureModel.MEASURE_ENDED, schoolMeasureInstanceId);
    }

    private Task check(String roadMapInstanceId) {
        return tasks.createTaskQuery().processInstanceId(roadMapInstanceId).taskDefinitionKey(RoadMapModel.CHECK_MEASURES).singleResult();
    }

    private String start(String key, long id, long regionId, Map<String, Object> more) {
        Map<String, Object> variables = new HashMap<>(more);
        variables.put(TENANT, EngineIdentities.tenantId(regionId));
        return runtime.createProcessInstanceByKey(key).processDefinitionWithoutTenantId().businessKey(String.valueOf(id))
            .setVariables(variables).execute().getId();
    }

    private void moveTimer(String instanceId, String activityId, Instant due) {
        management.createJobQuery().processInstanceId(instanceId).activityId(activityId).timers().list()
            .forEach(job -> management.setJobDuedate(job.getId(), Date.from(due)));
    }

    private boolean isAwaited(String message, String instanceId) {
        return runtime.createEventSubscriptionQuery().processInstanceId(instanceId).eventName(message).count() > 0;
    }

    /** An instance that has been started but not come to its first step listens to nothing yet, and has nothing to leave. */
    private void endBy(String message, String instanceId) {
        if (isAwaited(message, instanceId)) {
            correlate(message, instanceId, Map.of());
        } else {
            runtime.deleteProcessInstance(instanceId, message);
        }
    }

    /** By the stored instance id: the cheapest way, and exact. */
    private void correlate(String message, String instanceId, Map<String, Object> localVariables) {
        runtime.createMessageCorrelation(message).processInstanceId(instanceId).setVariablesLocal(localVariables).correlate();
    }
}
