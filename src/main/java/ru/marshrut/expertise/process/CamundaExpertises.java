package ru.marshrut.expertise.process;

import java.time.LocalDate;
import java.util.Map;
import java.util.stream.Stream;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;
import ru.marshrut.access.EngineIdentities;
import ru.marshrut.expertise.Expertise;
import ru.marshrut.expertise.ExpertiseDues;
import ru.marshrut.expertise.ExpertiseEngine;
import ru.marshrut.expertise.SampledSchool;
import ru.marshrut.expertise.SchoolCheck;
import ru.marshrut.work.OpenTask;
import ru.marshrut.work.OpenTasks;
import ru.marshrut.work.Tasks;

@Component
class CamundaExpertises implements ExpertiseEngine {

    /** Variable by which {@code engine} knows the tenant of a new instance. */
    private static final String TENANT = "tenantId";

    private final RuntimeService runtime;
    private final TaskService engineTasks;
    private final OpenTasks open;
    private final Tasks tasks;
    private final StepSubjects subjects;
    private final ExpertiseDues dues;

    CamundaExpertises(RuntimeService runtime, TaskService engineTasks, OpenTasks open, @Lazy Tasks tasks, StepSubjects subjects, ExpertiseDues dues) {
        this.runtime = runtime;
        this.engineTasks = engineTasks;
        this.open = open;
        this.tasks = tasks;
        this.subjects = subjects;
        this.dues = dues;
    }

    @Override
    public String start(Expertise expertise) {
        return runtime.createProcessInstanceByKey(ExpertiseModel.KEY).processDefinitionWithoutTenantId().businessKey(String.valueOf(expertise.id()))
            .setVariable(TENANT, EngineIdentities.tenantId(expertise.regionId())).execute().getId();
    }

    /** An instance that has not come to its first step listens to nothing yet, and has nothing to leave. */
    @Override
    public void cancel(Expertise expertise) {
        if (isAwaited(ExpertiseModel.CANCELLED, expertise.processInstanceId())) {
            correlate(ExpertiseModel.CANCELLED, expertise.processInstanceId(), Map.of());
        } else {
            runtime.deleteProcessInstance(expertise.processInstanceId(), ExpertiseModel.CANCELLED);
        }
    }

    /** A school whose check has not begun is left out when its instance looks; one that is settled has none any more. */
    @Override
    public void excluded(SampledSchool school) {
        if (school.processInstanceId() != null && isAwaited(SchoolExpertiseModel.SCHOOL_EXCLUDED, school.processInstanceId())) {
            correlate(SchoolExpertiseModel.SCHOOL_EXCLUDED, school.processInstanceId(), Map.of());
        }
    }

    @Override
    public void extensionRequested(String taskId, long extensionId) {
        String instance = engineTasks.createTaskQuery().taskId(taskId).singleResult().getProcessInstanceId();
        correlate(SchoolExpertiseModel.EXTENSION_REQUESTED, instance, Map.of(SchoolExpertiseModel.EXTENSION_ID, extensionId));
    }

    @Override
    public void appealFiled(Expertise expertise, long appealId) {
        correlate(ExpertiseModel.APPEAL_FILED, expertise.processInstanceId(), Map.of(ExpertiseModel.APPEAL_ID, appealId));
    }

    @Override
    public void reassigned(SchoolCheck check) {
        openTasks(check).filter(task -> !task.onlyFor().equals(check.expertId())).forEach(task -> tasks.handTo(task.id(), check.expertId()));
    }

    @Override
    public void moved(SchoolCheck check, LocalDate until) {
        openTasks(check).forEach(task -> tasks.move(task.id(), dues.check(until, task.regionId())));
    }

    private Stream<OpenTask> openTasks(SchoolCheck check) {
        return open.of(SchoolExpertiseModel.KEY, String.valueOf(check.sampledSchoolId())).stream().filter(task -> subjects.isOf(task, check));
    }

    private boolean isAwaited(String message, String instanceId) {
        return runtime.createEventSubscriptionQuery().processInstanceId(instanceId).eventName(message).count() > 0;
    }

    private void correlate(String message, String instanceId, Map<String, Object> localVariables) {
        runtime.createMessageCorrelation(message).processInstanceId(instanceId).setVariablesLocal(localVariables).correlate();
    }
}
