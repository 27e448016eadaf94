package ru.marshrut.schoolyear.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.ConditionExpression;
import org.camunda.bpm.model.bpmn.instance.Message;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.TimeDate;
import org.camunda.bpm.model.bpmn.instance.TimerEventDefinition;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.junit.jupiter.api.Test;

/** Holds the constants against the model. */
class CuratorVisitsModelTest {

    private final BpmnModelInstance model = Bpmn.readModelFromFile(Path.of("processes/schoolyear/curator-visits.bpmn").toFile());

    @Test
    void everyStepTimerMessageAndVariableHasItsConstantAndNoneIsLeftOver() throws IllegalAccessException {
        Set<String> named = new TreeSet<>();
        named.add(model.getModelElementsByType(Process.class).iterator().next().getId());
        model.getModelElementsByType(UserTask.class).forEach(task -> named.add(task.getId()));
        model.getModelElementsByType(Message.class).forEach(message -> named.add(message.getName()));
        model.getModelElementsByType(ConditionExpression.class).forEach(condition -> named.add(variable(condition.getTextContent())));
        model.getModelElementsByType(TimeDate.class).forEach(date -> named.add(variable(date.getTextContent())));
        model.getModelElementsByType(TimerEventDefinition.class).forEach(timer -> named.add(timer.getParentElement().getAttributeValue("id")));
        Set<String> known = new TreeSet<>();
        for (var field : CuratorVisitsModel.class.getFields()) {
            known.add((String) field.get(null));
        }
        assertThat(known).isEqualTo(named);
    }

    private static String variable(String expression) {
        return expression.replaceAll("[${}]", "");
    }
}
