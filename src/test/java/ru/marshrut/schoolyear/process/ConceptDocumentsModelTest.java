package ru.marshrut.schoolyear.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.ConditionExpression;
import org.camunda.bpm.model.bpmn.instance.Message;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.junit.jupiter.api.Test;

/** Holds the constants against the model; the extension's are those that all models of a year have in common. */
class ConceptDocumentsModelTest {

    private final BpmnModelInstance model = Bpmn.readModelFromFile(Path.of("processes/schoolyear/concept-documents.bpmn").toFile());

    @Test
    void everyStepMessageAndVariableHasItsConstantAndNoneIsLeftOver() throws IllegalAccessException {
        Set<String> named = new TreeSet<>();
        named.add(model.getModelElementsByType(Process.class).iterator().next().getId());
        model.getModelElementsByType(UserTask.class).forEach(task -> named.add(task.getId()));
        model.getModelElementsByType(Message.class).forEach(message -> named.add(message.getName()));
        model.getModelElementsByType(ConditionExpression.class).forEach(condition -> named.add(condition.getTextContent().replaceAll("[${}]", "")));
        Set<String> known = new TreeSet<>(List.of(YearVariables.DECIDE_ON_EXTENSION, YearVariables.EXTENSION_REQUESTED));
        for (var field : ConceptDocumentsModel.class.getFields()) {
            known.add((String) field.get(null));
        }
        assertThat(known).isEqualTo(named);
    }
}
