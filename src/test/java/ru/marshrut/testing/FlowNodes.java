package ru.marshrut.testing;

import java.util.Set;
import java.util.TreeSet;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.model.bpmn.instance.FlowNode;

/** Which flow nodes of a model the instances of a test have passed. */
public record FlowNodes(Set<String> all, Set<String> missed) {

    public static FlowNodes of(ProcessEngine engine, String processKey) {
        var repository = engine.getRepositoryService();
        String definition = repository.createProcessDefinitionQuery().processDefinitionKey(processKey).latestVersion().singleResult().getId();
        Set<String> all = new TreeSet<>();
        repository.getBpmnModelInstance(definition).getModelElementsByType(FlowNode.class).forEach(node -> all.add(node.getId()));
        Set<String> missed = new TreeSet<>(all);
        for (String node : all) {
            if (engine.getHistoryService().createHistoricActivityInstanceQuery().processDefinitionId(definition).activityId(node).count() > 0) {
                missed.remove(node);
            }
        }
        return new FlowNodes(all, missed);
    }

    public double share() {
        return (all.size() - missed.size()) / (double) all.size();
    }
}
