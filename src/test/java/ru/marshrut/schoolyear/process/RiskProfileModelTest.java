package ru.marshrut.schoolyear.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.ConditionExpression;
import org.camunda.bpm.model.bpmn.instance.Message;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.junit.jupiter.api.Test;

/** Holds the constants against the model. */
class RiskProfileModelTest {

    private final BpmnModelInstance model = Bpmn.readModelFromFile(Path.of("processes/schoolyear/risk-profile.bpmn").toFile());

    private static Set<String> constants() throws IllegalAccessException {
        Set<String> values = new TreeSet<>();
        for (var field : RiskProfileModel.class.getFields()) {
            values.add((String) field.get(null));
        }
        return values;
    }

    @Test
    void everyStepMessageAndVariableHasItsConstantAndNoneIsLeftOver() throws IllegalAccessException {
        Set<String> named = new TreeSet<>();
        named.add(model.getModelElementsByType(Process.class).iterator().next().getId());
        model.getModelElementsByType(UserTask.class).forEach(task -> named.add(task.getId()));
        model.getModelElementsByType(Message.class).forEach(message -> named.add(message.getName()));
        model.getModelElementsByType(ConditionExpression.class).forEach(condition ->
            named.addAll(Arrays.asList(condition.getTextContent().replaceAll("[${}' ]", "").split("=="))));
        Set<String> known = constants();
        assertThat(known).containsAll(named);
        known.removeAll(named);
        assertThat(known).as("the other end of the default flow").containsExactly(RiskProfileModel.RETURNED);
    }
}
