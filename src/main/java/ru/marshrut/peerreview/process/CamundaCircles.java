package ru.marshrut.peerreview.process;

import java.time.Instant;
import java.util.Date;
import java.util.Map;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.springframework.stereotype.Component;
import ru.marshrut.access.EngineIdentities;
import ru.marshrut.peerreview.CircleEngine;

@Component
class CamundaCircles implements CircleEngine {

    /** Variable by which {@code engine} knows the tenant of a new instance. */
    private static final String TENANT = "tenantId";

    private final RuntimeService runtime;
    private final ManagementService management;
    private final TaskService tasks;

    CamundaCircles(RuntimeService runtime, ManagementService management, TaskService tasks) {
        this.runtime = runtime;
        this.management = management;
        this.tasks = tasks;
    }

    @Override
    public String startCircle(long circleId, long regionId, Instant exchangeDue, Instant formsDue) {
        return runtime.createProcessInstanceByKey(PeerReviewModel.KEY).processDefinitionWithoutTenantId().businessKey(String.valueOf(circleId))
            .setVariables(Map.of(TENANT, EngineIdentities.tenantId(regionId), PeerReviewModel.EXCHANGE_DUE, Date.from(exchangeDue),
                PeerReviewModel.FORMS_DUE, Date.from(formsDue)))
            .execute().getId();
    }

    @Override
    public String startRound(long roundId, long regionId) {
        return runtime.createProcessInstanceByKey(PeerReviewRoundModel.KEY).processDefinitionWithoutTenantId()
            .businessKey(String.valueOf(roundId)).setVariable(TENANT, EngineIdentities.tenantId(regionId)).execute().getId();
    }

    @Override
    public void allCirclesFinished(String roundInstanceId) {
        correlate(PeerReviewRoundModel.ALL_CIRCLES_FINISHED, roundInstanceId, Map.of());
    }

    @Override
    public void schoolWithdrew(String circleInstanceId) {
        correlate(PeerReviewModel.SCHOOL_WITHDREW, circleInstanceId, Map.of());
    }

    @Override
    public void meetingMoved(String circleInstanceId) {
        correlate(PeerReviewModel.MEETING_MOVED, circleInstanceId, Map.of());
    }

    @Override
    public void extensionRequested(String circleInstanceId, long extensionId) {
        correlate(PeerReviewModel.EXTENSION_REQUESTED, circleInstanceId, Map.of(PeerReviewModel.EXTENSION_ID, extensionId));
    }

    @Override
    public void formReopened(String circleInstanceId, long schoolId) {
        correlate(PeerReviewModel.FORM_REOPENED, circleInstanceId, Map.of(PeerReviewModel.SCHOOL_ID, schoolId));
    }

    @Override
    public void endCircle(String circleInstanceId, String reason) {
        runtime.deleteProcessInstance(circleInstanceId, reason);
    }

    @Override
    public void moveTimers(String circleInstanceId, Instant exchangeDue, Instant formsDue) {
        runtime.setVariables(circleInstanceId,
            Map.of(PeerReviewModel.EXCHANGE_DUE, Date.from(exchangeDue), PeerReviewModel.FORMS_DUE, Date.from(formsDue)));
        moveTimer(circleInstanceId, PeerReviewModel.EXCHANGE_TIMER, exchangeDue);
        moveTimer(circleInstanceId, PeerReviewModel.FORMS_TIMER, formsDue);
    }

    @Override
    public void complete(String taskId, Map<String, Object> routing) {
        tasks.complete(taskId, routing);
    }

    private void moveTimer(String instanceId, String activityId, Instant due) {
        management.createJobQuery().processInstanceId(instanceId).activityId(activityId).timers().list()
            .forEach(job -> management.setJobDuedate(job.getId(), Date.from(due)));
    }

    /** By the stored instance id: the cheapest way, and exact. */
    private void correlate(String message, String instanceId, Map<String, Object> localVariables) {
        runtime.createMessageCorrelation(message).processInstanceId(instanceId).setVariablesLocal(localVariables).correlate();
    }
}
