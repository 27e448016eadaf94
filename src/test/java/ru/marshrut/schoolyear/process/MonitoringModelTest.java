package ru.marshrut.schoolyear.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.ConditionExpression;
import org.camunda.bpm.model.bpmn.instance.Message;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.junit.jupiter.api.Test;

/** Holds the constants against the model: every step, message and variable has its constant, and none is left over. */
class MonitoringModelTest {

    private final BpmnModelInstance model = Bpmn.readModelFromFile(Path.of("processes/schoolyear/" + MonitoringModel.KEY + ".bpmn").toFile());

    @Test
    void theConstantsNameWhatTheModelHas() {
        assertThat(model.getModelElementsByType(Process.class)).extracting(Process::getId).containsExactly(MonitoringModel.KEY);
        assertThat(model.getModelElementsByType(UserTask.class)).extracting(UserTask::getId).containsExactlyInAnyOrderElementsOf(
            List.of(MonitoringModel.REPORT, MonitoringModel.CHECK, MonitoringModel.PLACE, YearVariables.DECIDE_ON_EXTENSION));
        assertThat(model.getModelElementsByType(Message.class)).extracting(Message::getName).containsExactly(YearVariables.EXTENSION_REQUESTED);
        assertThat(model.getModelElementsByType(ConditionExpression.class)).extracting(ConditionExpression::getTextContent)
            .containsExactly("${" + MonitoringModel.ALL_CONFIRMED + "}");
    }
}
