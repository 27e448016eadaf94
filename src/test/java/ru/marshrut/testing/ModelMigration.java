package ru.marshrut.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.engine.repository.Resource;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.EndEvent;
import org.camunda.bpm.model.bpmn.instance.ManualTask;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.springframework.stereotype.Component;

/**
 * Takes a running instance over to a changed version of its model: all user tasks are called otherwise, and a step is added
 * before every end. The other models of the deployment are deployed anew along with it, as at a release.
 */
@Component
public class ModelMigration {

    private static final String ADDED = "manual_added";

    private final RepositoryService repository;
    private final RuntimeService runtime;
    private final HistoryService history;

    ModelMigration(RepositoryService repository, RuntimeService runtime, HistoryService history) {
        this.repository = repository;
        this.runtime = runtime;
        this.history = history;
    }

    /** Instances that it calls stay on the version that they began with. Close it when the instance has ended. */
    public Migrated migrate(String instanceId) {
        ProcessDefinition before = repository.getProcessDefinition(
            runtime.createProcessInstanceQuery().processInstanceId(instanceId).singleResult().getProcessDefinitionId());
        List<String> waits = runtime.getActiveActivityIds(instanceId);
        String deployment = deployChanged(before);
        String after = repository.createProcessDefinitionQuery().deploymentId(deployment).processDefinitionKey(before.getKey()).singleResult().getId();
        runtime.newMigration(runtime.createMigrationPlan(before.getId(), after).mapEqualActivities().updateEventTriggers().build())
            .processInstanceIds(instanceId).execute();
        ProcessInstance migrated = runtime.createProcessInstanceQuery().processInstanceId(instanceId).singleResult();
        assertThat(migrated.getProcessDefinitionId()).isEqualTo(after);
        assertThat(runtime.getActiveActivityIds(instanceId)).as("it waits where it did").containsExactlyInAnyOrderElementsOf(waits);
        return new Migrated(instanceId, deployment);
    }

    private String deployChanged(ProcessDefinition changed) {
        DeploymentBuilder deployment = repository.createDeployment().name("changed " + changed.getKey());
        for (Resource resource : repository.getDeploymentResources(changed.getDeploymentId())) {
            if (resource.getName().equals(changed.getResourceName())) {
                deployment.addModelInstance(resource.getName(), changed(repository.getBpmnModelInstance(changed.getId())));
            } else {
                deployment.addInputStream(resource.getName(), repository.getResourceAsStreamById(changed.getDeploymentId(), resource.getId()));
            }
        }
        return deployment.deploy().getId();
    }

    private static BpmnModelInstance changed(BpmnModelInstance deployed) {
        BpmnModelInstance model = deployed.clone();
        model.getModelElementsByType(UserTask.class).forEach(task -> task.setName(task.getName() + " (новая редакция)"));
        Process process = model.getModelElementsByType(Process.class).iterator().next();
        List<SequenceFlow> last = process.getChildElementsByType(SequenceFlow.class).stream()
            .filter(flow -> flow.getTarget() instanceof EndEvent).toList();
        for (SequenceFlow flow : last) {
            ManualTask added = model.newInstance(ManualTask.class);
            added.setId(ADDED + "_" + flow.getId());
            added.setName("Сверить с новой редакцией");
            process.addChildElement(added);
            EndEvent end = (EndEvent) flow.getTarget();
            end.getIncoming().remove(flow);
            flow.setTarget(added);
            added.getIncoming().add(flow);
            SequenceFlow toEnd = model.newInstance(SequenceFlow.class);
            toEnd.setId("flow_" + added.getId());
            process.addChildElement(toEnd);
            toEnd.setSource(added);
            toEnd.setTarget(end);
            added.getOutgoing().add(toEnd);
            end.getIncoming().add(toEnd);
        }
        return model;
    }

    /** An instance on the changed version. Closing it takes the changed version away again, for the tests that follow. */
    public final class Migrated implements AutoCloseable {

        private final String instanceId;
        private final String deployment;

        private Migrated(String instanceId, String deployment) {
            this.instanceId = instanceId;
            this.deployment = deployment;
        }

        /** It has gone on by the changed version to its end. */
        public void hasEnded() {
            assertThat(runtime.createProcessInstanceQuery().processInstanceId(instanceId).count()).as("it runs").isZero();
            assertThat(history.createHistoricActivityInstanceQuery().processInstanceId(instanceId).list())
                .as("passed the step that was added").anyMatch(activity -> activity.getActivityId().startsWith(ADDED));
        }

        @Override
        public void close() {
            repository.deleteDeployment(deployment, true);
        }
    }
}
